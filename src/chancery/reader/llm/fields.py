"""The fields of one fact as the model gave them, read one by one: what is wrong in them is told, not guessed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from chancery.reader.llm.answers import Item, writable
from chancery.reader.llm.lookup import Lookup
from chancery.terms.claims import Ref
from chancery.terms.dates import DateSpan

UNKNOWN = "?"  # begins a reference to nothing: no referent has such an id


class UnfitError(Exception):
    """The fact is of no known form; the message says why."""


@dataclass
class Fields:
    """Reads the fields of one fact. What keeps it out of the record, though it has a form, is gathered in `faults`."""

    item: Item
    refs: Mapping[str, Ref]  # the model's id of an entity to the reading's
    gatherings: Mapping[str, Ref]
    lookup: Lookup
    faults: list[str] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        """Raises UnfitError for anything but words, null or nothing."""
        value = self.item.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise UnfitError(f"“{name}” is no text")
        return " ".join(writable(value).split()) or None

    def spoken_of(self, name: str, *, needed: bool = True) -> str:
        """Words that the text must hold, one by one. Raises UnfitError where they are needed and missing."""
        words = self.text(name)
        if words is None:
            if needed:
                raise UnfitError(f"“{name}” is missing")
            return ""
        if not self.lookup.speaks_of(words):
            self.faults.append(f"the text does not speak of “{words}”")
        return words

    def date(self, name: str) -> DateSpan | None:
        """The date, or None where it is null or no date that there is."""
        words = self.text(name)
        try:
            return None if words is None else DateSpan.parse(words)
        except (ValueError, OverflowError):
            return None

    def choice(self, name: str, allowed: Any, default: str) -> Any:
        """One of the words of the Literal that is allowed; the default for null. Raises UnfitError for another."""
        words = (self.text(name) or default).casefold()
        if words not in get_args(allowed):
            raise UnfitError(f"“{name}” may not be “{words}”")
        return words

    def one(self, name: str, *, needed: bool = False) -> Ref | None:
        """The referent that the field names, the first of several. Raises UnfitError where it is needed and missing."""
        found = self.several(name)
        if needed and not found:
            raise UnfitError(f"“{name}” is missing")
        return found[0] if found else None

    def several(self, name: str) -> tuple[Ref, ...]:
        """The referents that the field names, each once. Raises UnfitError for anything but ids."""
        return self._refs(name, self.refs, "no name that stands in the text is known as")

    def gathering(self, name: str) -> Ref | None:
        found = self._refs(name, self.gatherings, "no gathering is known as")
        return found[0] if found else None

    def _refs(self, name: str, known: Mapping[str, Ref], fault: str) -> tuple[Ref, ...]:
        value = self.item.get(name)
        ids = [] if value is None else value if isinstance(value, list) else [value]
        found = []
        for item in ids:
            if not isinstance(item, str):
                raise UnfitError(f"“{name}” holds no id")
            identity = writable(item)
            if identity not in known:
                self.faults.append(f"{fault} {identity}")
            found.append(known.get(identity, UNKNOWN + identity))
        return tuple(dict.fromkeys(found))
