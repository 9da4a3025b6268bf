"""What the record finds, said in English, and so kept that a page can say it in another language."""

from __future__ import annotations

import msgspec


class Wording(msgspec.Struct, frozen=True):
    """A sentence with {fields}. A field is a name, a date as it is written everywhere, or a wording of its own."""

    sentence: str
    fields: dict[str, str | Wording] = {}

    def __str__(self) -> str:
        """In English."""
        return self.sentence.format_map({name: str(value) for name, value in self.fields.items()})


def worded(sentence: str, **fields: str | Wording) -> Wording:
    """The sentence, marked for the message catalogues, with its fields."""
    return Wording(sentence, fields)
