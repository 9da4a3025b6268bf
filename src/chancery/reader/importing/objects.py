"""Objects of a JSON data set: their fields as text, their place, and the people, bodies and posts they describe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from chancery.reader.importing.conversion import DataFile
from chancery.reader.importing.dates import date_in
from chancery.reader.importing.json_slices import member_under
from chancery.reader.importing.limits import MOST_CHARACTERS, SHORT
from chancery.reader.importing.plain import plain_text
from chancery.reader.importing.sheet import Named, Sheet
from chancery.terms.claims import Evidence, Ref
from chancery.terms.dates import DateSpan
from chancery.terms.errors import DataError


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

    def texts(self, field: str) -> list[str]:
        """What the values of a field say as plain text, a number as its digits; what is no text is left out."""
        value = self.fields.get(field)
        values = value if isinstance(value, list) else [value]
        told = (str(each) for each in values if isinstance(each, str | int) and not isinstance(each, bool))
        return [text for each in told if (text := plain_text(each))]

    def text(self, field: str) -> str:
        """The first of the field's texts; else nothing."""
        return next(iter(self.texts(field)), "")

    def told(self, *fields: str) -> str:
        """The first of the fields that says something. Raises DataError D002 where none does."""
        for field in fields:
            if text := self.text(field):
                return text
        raise DataError("D002", where=self.where, reason=f"it has no {fields[0]}")

    def date(self, field: str) -> DateSpan | None:
        """The most precise of the values of a date, and of equals the first. Raises DataError D003."""
        return date_in(max(self.texts(field), key=len, default=""), where=self.where)

    @property
    def evidence(self) -> Evidence:
        return self.file.evidence(self.start, self.end)


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """What an object describes; `place` is that of its name in the file."""

    object: Object
    place: tuple[int, int]

    @property
    def evidence(self) -> Evidence:
        """What proves the name: the object, or, where that is long, where the name stands."""
        found = self.object
        if found.end - found.start <= SHORT or self.place[0] >= self.place[1]:
            return found.evidence
        return found.file.evidence(*self.place)

    def proof(self, field: str) -> tuple[Evidence, ...]:
        """What proves a field: the object, or, of one that holds a long list of others, its name and the field."""
        found = self.object
        if found.end - found.start <= MOST_CHARACTERS:
            return (found.evidence,)
        place = member_under(found.file.layer.text, found.start, field)
        return (self.evidence, found.file.evidence(*place))


class Known(Placed, frozen=True, kw_only=True):
    """A person or a body."""

    named: Named

    def ref(self, sheet: Sheet) -> Ref:
        """Its id in the reading."""
        return sheet.ref(self.named, self.place)


class Post(Placed, frozen=True, kw_only=True):
    """A post, in each of its bodies one; without any, in none that is told."""

    role: str
    label: str = ""
    bodies: tuple[Known, ...] = ()


_P = TypeVar("_P", bound=Placed)


def found(known: Mapping[str, _P], at: Object, field: str, key: str) -> _P:
    """What an id leads to. Raises DataError D004."""
    if key in known:
        return known[key]
    raise DataError("D004", where=at.where, text=f"the {field} {key[:40]}")


def keep(known: dict[str, _P], value: _P) -> None:
    """Raises DataError D005 where the id is taken."""
    key = value.object.text("id")
    if key in known:
        raise DataError("D005", where=value.object.where, text=f"the id {key[:40]}")
    known[key] = value
