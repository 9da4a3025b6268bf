"""Objects of a JSON data set: their fields as text, their place, and the people and bodies that they describe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from chancery.reader.importing.conversion import DataFile
from chancery.reader.importing.plain import plain_text
from chancery.reader.importing.sheet import Named, Sheet
from chancery.terms.claims import Evidence, Ref
from chancery.terms.errors import DataError

_SHORT = 1000
"""Characters. A longer object is no proof of a name that anybody reads: its beginning is, up to the end of its name."""


class Object(msgspec.Struct, frozen=True, kw_only=True):
    """An object of the file, and where it stands. What it is, and the line that it begins on, are for messages."""

    file: DataFile
    what: str
    line: int
    fields: Mapping[str, Any]
    start: int
    end: int

    @property
    def where(self) -> str:
        key = self.text("id")
        name = f" {key[:40]}" if key else ""
        return f"the {self.what}{name} at line {self.line} of {self.file.name}"

    def text(self, field: str) -> str:
        """What a field says as plain text, a number as its digits, of a list the first item; else nothing."""
        value = self.fields.get(field)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, bool) or not isinstance(value, str | int):
            return ""
        return plain_text(str(value))

    def told(self, *fields: str) -> str:
        """The first of the fields that says something. Raises DataError D002 where none does."""
        for field in fields:
            if text := self.text(field):
                return text
        raise DataError("D002", where=self.where, reason=f"it has no {fields[0]}")

    @property
    def evidence(self) -> Evidence:
        return self.file.evidence(self.start, self.end)


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A person or body that an object describes; `place` is that of the name in the file."""

    object: Object
    named: Named
    place: tuple[int, int]

    def ref(self, sheet: Sheet) -> Ref:
        """Its id in the reading."""
        return sheet.ref(self.named, self.place)

    @property
    def evidence(self) -> Evidence:
        """What proves the name: the object, or, where that is long, where the name stands."""
        found = self.object
        if found.end - found.start <= _SHORT or self.place[0] >= self.place[1]:
            return found.evidence
        return found.file.evidence(*self.place)


def found(known: Mapping[str, Known], at: Object, field: str, key: str) -> Known:
    """The person or body that an id leads to. Raises DataError D004."""
    if key in known:
        return known[key]
    raise DataError("D004", where=at.where, text=f"the {field} {key[:40]}")


def keep(known: dict[str, Known], key: str, value: Known) -> None:
    """Raises DataError D005 where the id is taken."""
    if key in known:
        raise DataError("D005", where=value.object.where, text=f"the id {key[:40]}")
    known[key] = value
