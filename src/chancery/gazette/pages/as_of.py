"""A body as of a date: who was what in it, its units, and the days on which something of it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words, on_date_in_words, role_in_words, tenure_in_words
from chancery.gazette.pages.parts import Proof, page_of, proof_of
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.body_views import BodyLife, Roster, TreeUnit
from chancery.register.change_views import Change
from chancery.register.views import GatheringView
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName, Holder, Holding, Tenure

_PASSED = ("dated", "reported")  # what a document tells as done, and not as planned
_NEAR = ("day", "month")  # dates that a step can lead to


class HolderRow(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who had a post then, and how sure that is; `surety` is empty where it is proved."""

    person: EntityName
    role: str
    surety: str
    when: str
    proofs: tuple[Proof, ...]


class PostRow(msgspec.Struct, frozen=True):
    role: str
    holders: tuple[HolderRow, ...]


class RosterRow(msgspec.Struct, frozen=True, kw_only=True):
    """The posts of the body (depth 0) or of one of its units."""

    body: EntityName
    depth: int
    surety: str
    posts: tuple[PostRow, ...]


class UnitRow(msgspec.Struct, frozen=True, kw_only=True):
    """A unit with the units in it; `marks` say what is not plain: "presumed", "suspended"."""

    body: EntityName
    marks: tuple[str, ...]
    proofs: tuple[Proof, ...]
    units: tuple[UnitRow, ...] = ()


class Step(msgspec.Struct, frozen=True):
    """A day or a month in which something changed, and the page as of then."""

    day: str
    href: str


class AsOf(msgspec.Struct, frozen=True, kw_only=True):
    """The body as of `on` (`words` says it: "on 3 July 1933"). `first` and `last` are the days of its life that the
    record knows, between which a slider goes; `day` is where it stands."""

    on: str
    words: str
    day: dt.date
    first: dt.date
    last: dt.date
    then: EntityName
    units_too: bool
    roster: tuple[RosterRow, ...]
    tree: tuple[UnitRow, ...]
    before: Step | None
    after: Step | None
    changes: str  # the address of what changed since


def as_of(
    register: RegisterReading, body: EntityName, life: BodyLife, on: DateSpan | None, *, units: bool
) -> AsOf | None:
    """The body on a day, in a month or in a year; where `on` is None, on the last day that the record knows of it, or
    the last before its end: on that day nobody holds its posts any more.

    None where neither is a day.
    """
    days, known = _days(register.changes(body.id).changes), _known(life)
    lived = sorted({*map(_first, days), *map(_last, days), *known})
    if on is None:
        on = DateSpan.of_day(min(lived[-1], _last_whole_day(life))) if lived else None
    if on is None or on.first is None or on.last is None:
        return None
    roster, tree = register.roster_on(body.id, on, units=units), register.tree_on(body.id, on)
    before = max((date for date in days if _last(date) < on.first), key=_last, default=None)
    after = min((date for date in days if _first(date) > on.last), key=_first, default=None)
    return AsOf(
        on=on.edtf(),
        words=on_date_in_words(on).strip(),
        day=on.first,
        first=min([on.first, *lived]),
        last=max([on.last, *lived]),
        then=roster.then,
        units_too=units,
        roster=tuple(_roster(roster)),
        tree=tuple(_unit(unit) for unit in tree.root.units),
        before=_step(body, before, units=units),
        after=_step(body, after, units=units),
        changes=f"/changes?{urlencode({'about': body.id, 'from': on.last.isoformat()})}",
    )


def as_of_address(body: EntityName, on: str, *, units: bool) -> str:
    """The page of the body as of a date."""
    return f"{page_of(body)}?{urlencode({'on': on} | ({'units': '1'} if units else {}))}"


def _days(changes: Sequence[Change]) -> list[DateSpan]:
    """The days, or months where no day is told, in which something is known to have changed, and not planned to."""
    found: set[DateSpan] = set()
    for change in changes:
        if change.known in _PASSED:
            end = change.fact.end if isinstance(change.fact, GatheringView) else None
            found |= {date for date in (change.date, end) if date is not None and date.precision in _NEAR}
    return sorted(found, key=str)


def _known(life: BodyLife) -> Iterable[dt.date]:
    """The first and the last day on which a document sees the body."""
    for stretch in life.existences:
        for date in (stretch.attested_first, stretch.attested_last):
            if date is not None and date.first is not None and date.last is not None:
                yield date.first
                yield date.last
        for end in (stretch.start, stretch.end):
            if end.kind == "known" and end.date is not None and end.date.first is not None:
                yield end.date.first


def _last_whole_day(life: BodyLife) -> dt.date:
    """The day before the body ended, if it did and was not created anew: a later mention is no new life."""
    for stretch in reversed(life.existences):
        if stretch.end.kind == "known" and stretch.end.date is not None and stretch.end.date.first is not None:
            return max(stretch.end.date.first, dt.date(1, 1, 2)) - dt.timedelta(days=1)
        if stretch.start.kind == "known":
            break
    return dt.date.max


def _step(body: EntityName, date: DateSpan | None, *, units: bool) -> Step | None:
    return Step(date_in_words(date), as_of_address(body, date.edtf(), units=units)) if date is not None else None


def _first(date: DateSpan) -> dt.date:
    assert date.first is not None
    return date.first


def _last(date: DateSpan) -> dt.date:
    assert date.last is not None
    return date.last


def _roster(roster: Roster) -> Iterable[RosterRow]:
    for part in roster.parts:
        posts = tuple(PostRow(post.role, tuple(map(_holder, post.holders))) for post in part.posts)
        if posts:
            yield RosterRow(
                body=part.body,
                depth=part.depth,
                surety=surety_in_words(part.standing) if part.depth else "",
                posts=posts,
            )


def _holder(holder: Holder) -> HolderRow:
    tenure: Tenure = holder.tenure
    return HolderRow(
        person=tenure.person,
        role=role_in_words(tenure),
        surety=surety_in_words(holder.holding),
        when=tenure_in_words(tenure),
        proofs=tuple(proof_of(citation) for citation in tenure.citations),
    )


def surety_in_words(holding: Holding) -> str:
    """A word or two for a tag; nothing for what is proved."""
    return {
        "held": "", "presumed": _("presumed"), "possible": _("possible"), "not held": _("no longer or not yet"),
        "unknown": _("not known for then"),
    }[holding]  # fmt: skip


def _unit(unit: TreeUnit) -> UnitRow:
    marks = [surety_in_words(unit.standing)]
    marks += [_("suspended")] if unit.suspended else []
    marks += [_("its units stand above")] if unit.shown_above else []
    return UnitRow(
        body=unit.body,
        marks=tuple(mark for mark in marks if mark),
        proofs=tuple(proof_of(citation) for citation in unit.citations),
        units=tuple(_unit(each) for each in unit.units),
    )
