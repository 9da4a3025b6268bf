"""The tables of the ministers database by their ids; rows that lead nowhere are set aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from chancery.reader.importing.conversion import DataFile
from chancery.reader.importing.dates import check_order, date_in
from chancery.reader.importing.limits import check_names
from chancery.reader.importing.sheet import Named
from chancery.reader.importing.tables import Row, rows_of
from chancery.reader.importing.taking import Taking
from chancery.terms.claims import EntityType
from chancery.terms.dates import DateSpan
from chancery.terms.errors import DataError

_V = TypeVar("_V")

KIND = "ifg"
COLUMNS: dict[str, tuple[str, ...]] = {
    "organisation.csv": ("id", "name", "start_date", "end_date"),
    "person.csv": ("id", "name", "start_date", "end_date"),
    "post.csv": ("id", "organisation_id", "name"),
    "appointment.csv": ("id", "person_id", "post_id", "start_date", "end_date"),
    "organisation_link.csv": (
        "id", "predecessor_organisation_id", "successor_organisation_id", "type", "link_start_date",
    ),
    "appointment_characteristics.csv": (
        "id", "appointment_id", "is_acting", "is_on_leave", "start_date", "end_date",
    ),
}  # fmt: skip
REQUIRED = ("organisation.csv", "person.csv", "post.csv", "appointment.csv")
FILES = tuple(COLUMNS)


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A row with the dates that it gives."""

    row: Row
    start: DateSpan | None
    end: DateSpan | None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person with a row for every name, the earliest name first, and the day from which each is borne."""

    named: Named
    names: tuple[Dated, ...]
    since: tuple[dt.date, ...]


class Body(msgspec.Struct, frozen=True, kw_only=True):
    named: Named
    dated: Dated


class Post(msgspec.Struct, frozen=True, kw_only=True):
    row: Row
    role: str
    title: str | None
    body: Body


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    dated: Dated
    person: Person
    post: Post


class Characteristic(msgspec.Struct, frozen=True, kw_only=True):
    """A time within an appointment in which it was an acting one, or its holder on leave."""

    dated: Dated
    appointment: Appointment
    acting: bool
    leave: bool


class Tables:
    """What the files hold, by id, in the order of the rows. Raises DataError D001 where a file is of another kind."""

    def __init__(self, files: Mapping[str, DataFile], *, dataset: str) -> None:
        self.files = files
        self._dataset = dataset
        self.taking = Taking()
        self.bodies: dict[str, Body] = {}
        self.people: dict[str, Person] = {}
        self.posts: dict[str, Post] = {}
        self.appointments: dict[str, Appointment] = {}
        self.characteristics: dict[str, Characteristic] = {}
        self._names: dict[str, list[Dated]] = {}
        self._each("organisation.csv", self._body)
        self._each("person.csv", self._name)
        self.people = {key: self._person(key, names) for key, names in self._names.items()}
        self._each("post.csv", self._post)
        self._each("appointment.csv", self._appointment)
        self._each("appointment_characteristics.csv", self._characteristic)

    def each_link(self, take: Callable[[Row], None]) -> None:
        """Hand on every row of organisation_link.csv, where there is one."""
        self._each("organisation_link.csv", take)

    def _each(self, name: str, take: Callable[[Row], None]) -> None:
        if name in self.files:
            rows = rows_of(self.files[name], kind=KIND, columns=COLUMNS[name])
            self.taking.each(rows, take)

    def _body(self, row: Row) -> None:
        key, name = _told(row, "id"), _told(row, "name")
        short = row["short_name"]
        check_names((name, short), where=row.where)
        aliases = (short,) if short and short != name else ()
        dated = _dated(row)
        _keep(self.bodies, key, row, Body(named=self._named("organisation", key, name, aliases), dated=dated))

    def _name(self, row: Row) -> None:
        check_names((_told(row, "name"),), where=row.where)
        self._names.setdefault(_told(row, "id"), []).append(_dated(row))

    def _person(self, key: str, names: list[Dated]) -> Person:
        """Names in the order of their days; one without a start is the name that the person came with."""
        ordered = sorted(names, key=_since)
        first, *others = dict.fromkeys(dated.row["name"] for dated in ordered)
        named = self._named("person", key, first, tuple(others))
        return Person(named=named, names=tuple(ordered), since=tuple(map(_since, ordered)))

    def _named(self, kind: EntityType, key: str, name: str, aliases: tuple[str, ...]) -> Named:
        return Named(type=kind, identifier=f"{self._dataset}:{key}", name=name, aliases=aliases)

    def _post(self, row: Row) -> None:
        key, role = _told(row, "id"), _told(row, "name")
        title = row["display_name"]
        check_names((role, title), where=row.where)
        body = _found(self.bodies, row, "organisation_id")
        _keep(self.posts, key, row, Post(row=row, role=role, title=title if title != role else None, body=body))

    def _appointment(self, row: Row) -> None:
        key = _told(row, "id")
        person, post = _found(self.people, row, "person_id"), _found(self.posts, row, "post_id")
        _keep(self.appointments, key, row, Appointment(dated=_dated(row), person=person, post=post))

    def _characteristic(self, row: Row) -> None:
        key, appointment = _told(row, "id"), _found(self.appointments, row, "appointment_id")
        acting, leave = (_yes(row, column) for column in ("is_acting", "is_on_leave"))
        found = Characteristic(dated=_dated(row), appointment=appointment, acting=acting, leave=leave)
        _keep(self.characteristics, key, row, found)


def _told(row: Row, column: str) -> str:
    if text := row[column]:
        return text
    raise DataError("D002", where=row.where, reason=f"it has no {column}")


def _found(known: Mapping[str, _V], row: Row, column: str) -> _V:
    key = _told(row, column)
    if key in known:
        return known[key]
    raise DataError("D004", where=row.where, text=f"the {column} {key[:40]}")


def _keep(known: dict[str, _V], key: str, row: Row, value: _V) -> None:
    if key in known:
        raise DataError("D005", where=row.where, text=f"the id {key[:40]}")
    known[key] = value


def _dated(row: Row) -> Dated:
    start, end = (date_in(row[column], where=row.where) for column in ("start_date", "end_date"))
    check_order(start, end, where=row.where)
    return Dated(row=row, start=start, end=end)


def _since(dated: Dated) -> dt.date:
    return (dated.start.first if dated.start else None) or dt.date.min


def _yes(row: Row, column: str) -> bool:
    told = row[column].casefold()
    if told not in ("true", "false", ""):
        raise DataError("D002", where=row.where, reason=f"its {column} is neither True nor False")
    return told == "true"
