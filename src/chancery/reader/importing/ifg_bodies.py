"""Organisations of the ministers database and the links between them as claims of bodies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from chancery.reader.importing.dates import date_in
from chancery.reader.importing.ifg_tables import Body, Tables
from chancery.reader.importing.sheet import Sheet
from chancery.reader.importing.tables import Row
from chancery.terms.claims import UnitChange, UnitFact
from chancery.terms.dates import DateSpan
from chancery.terms.errors import DataError

_CHANGES: dict[str, UnitChange] = {"name change": "renamed", "merger": "merged", "demerger": "split"}
_NEAR = dt.timedelta(days=31)
"""Within these the end of a body and its becoming another are one event: the tables date them up to four days apart."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    row: Row
    before: Body
    after: Body
    change: UnitChange
    date: DateSpan | None


def links_of(tables: Tables) -> list[Link]:
    """The links that change a body; the others go to the rows that are not taken."""
    found: list[Link] = []

    def take(row: Row) -> None:
        change = _CHANGES.get(row["type"].casefold())
        if change is None:
            raise DataError("D007", where=row.where, text=repr(row["type"][:60]))
        ends = []
        for column in ("predecessor_organisation_id", "successor_organisation_id"):
            if row[column] not in tables.bodies:
                raise DataError("D004", where=row.where, text=f"the {column} {row[column][:40]}")
            ends.append(tables.bodies[row[column]])
        if ends[0] is ends[1]:
            raise DataError("D002", where=row.where, reason="a body cannot become itself")
        date = date_in(row["link_start_date"], where=row.where)
        found.append(Link(row=row, before=ends[0], after=ends[1], change=change, date=date))

    tables.each_link(take)
    return found


def tell_bodies(tables: Tables, links: Sequence[Link], sheet: Sheet) -> None:
    """Creations and ends, as far as the links do not tell them better."""
    before: dict[str, list[Link]] = {}
    after: dict[str, list[Link]] = {}
    for link in links:
        before.setdefault(link.before.named.identifier, []).append(link)
        after.setdefault(link.after.named.identifier, []).append(link)
    for body in tables.bodies.values():
        key, row = body.named.identifier, body.dated.row
        ref = sheet.ref(
            body.named, *((row.cells[c].start, row.cells[c].end) for c in ("name", "short_name") if c in row.cells)
        )
        start, end = body.dated.start, body.dated.end
        renamed = any(link.change == "renamed" and _near(link.date, start) for link in after.get(key, ()))
        became = any(_near(link.date, end) for link in before.get(key, ()))
        if start is not None and not renamed:
            sheet.say(UnitFact(child=ref, change="created", date=start), row.evidence, rule="ifg organisation")
        if end is not None and not became:
            sheet.say(UnitFact(child=ref, change="abolished", date=end), row.evidence, rule="ifg organisation")


def tell_links(links: Sequence[Link], sheet: Sheet) -> None:
    """A claim for each body that became another, or several; one that goes on is among those that it was split into."""
    groups: dict[tuple[str, str, str], list[Link]] = {}
    for link in links:
        key = (link.before.named.identifier, link.change, "" if link.date is None else str(link.date))
        groups.setdefault(key, []).append(link)
    for group in groups.values():
        before, change, date = group[0].before, group[0].change, group[0].date
        into = [sheet.ref(link.after.named, _cell(link.row, "successor_organisation_id")) for link in group]
        child = sheet.ref(before.named, *(_cell(link.row, "predecessor_organisation_id") for link in group))
        if change == "split" and not _near(date, before.dated.end):
            into.append(child)
        rows = [link.row.evidence for link in group]
        bodies = [body.dated.row.naming("name") for body in (before, *(link.after for link in group))]
        fact = UnitFact(child=child, change=change, date=date, into=tuple(dict.fromkeys(into)))
        sheet.say(fact, *rows, *bodies, rule="ifg organisation link")


def _cell(row: Row, column: str) -> tuple[int, int]:
    return row.cells[column].start, row.cells[column].end


def _near(a: DateSpan | None, b: DateSpan | None) -> bool:
    return (
        a is not None
        and b is not None
        and a.first is not None
        and b.first is not None
        and abs(a.first - b.first) <= _NEAR
    )
