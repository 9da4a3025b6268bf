"""Stretches of time in which something stood, from what documents say of its start, its being, and its end.

A body's existence, a unit's place in another body, a name and a suspension are such stretches. Events are put in the
order of their days and walked through as those of tenures are (`tenures`): a start opens a stretch, an attestation
proves it on its day, an end closes it. What can be said of one on a day is told in `standing`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from chancery.register.sayings import days_in, is_after, is_before
from chancery.terms.claims import UnitChange
from chancery.terms.dates import DateSpan
from chancery.terms.entities import TenureEnd

_UNKNOWN = TenureEnd(kind="unknown")
_ONE_ENDING = dt.timedelta(days=366)  # two ends told with nothing between them, closer than this, are one

What = Literal["start", "attest", "end", "ended"]  # "ended": on a day unknown, no later than its date
_RANK: dict[What, int] = {"start": 0, "attest": 1, "end": 2, "ended": 3}


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One event. `by` is the change of a body that it comes from; `announced`: told before its day."""

    what: What
    claim: str
    date: DateSpan | None
    by: UnitChange = "exists"
    announced: bool = False

    def order(self) -> tuple[dt.date, int, dt.date, str]:
        dated = self.date is not None and self.date.first is not None and self.date.last is not None
        first, last = (self.date.first, self.date.last) if dated and self.date else (dt.date.max, dt.date.max)
        assert first is not None and last is not None
        return (last if self.what == "ended" else first, _RANK[self.what], last, self.claim)


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch, each end as known as the claims make it; `fate` is the change that ended it."""

    start: TenureEnd
    end: TenureEnd
    attested_first: DateSpan | None = None
    attested_last: DateSpan | None = None
    fate: UnitChange | None = None
    claims: tuple[str, ...] = ()


class _Open:
    """A stretch that is being put together."""

    def __init__(self) -> None:
        self.start, self.end = _UNKNOWN, _UNKNOWN
        self.first: DateSpan | None = None
        self.last: DateSpan | None = None
        self.fate: UnitChange | None = None
        self.claims: dict[str, None] = {}

    @property
    def ended(self) -> bool:
        return self.end.kind in ("known", "ended, date unknown")

    def attest(self, date: DateSpan | None) -> None:
        if date is None or date.first is None:
            return
        if self.first is None or is_before(date, self.first):
            self.first = date
        if self.last is None or is_after(date, self.last):
            self.last = date

    def covers(self, date: DateSpan | None) -> bool:
        """Whether an attestation of that date may still be of this stretch, though it has ended."""
        over = self.end.date
        return (
            over is not None
            and over.after is not None
            and date is not None
            and (date.first or dt.date.max) < over.after
        )

    def finished(self) -> Stretch:
        start, end = self.start, self.end
        if start.kind == "unknown" and self.first is not None and not (self.ended and self.first == end.date):
            start = TenureEnd(kind="at least", date=self.first)
        if end.kind == "unknown" and self.last is not None:
            end = TenureEnd(kind="at least", date=self.last)
        return Stretch(
            start=start, end=end, attested_first=self.first, attested_last=self.last, fate=self.fate,
            claims=tuple(self.claims),
        )  # fmt: skip


def stretches_of(turns: Iterable[Turn]) -> tuple[Stretch, ...]:
    """The stretches that the events tell of, in the order of their days, whatever order they are given in."""
    found: list[_Open] = []
    for turn in sorted(turns, key=Turn.order):
        _take(turn, found)
    return tuple(each.finished() for each in found)


def _take(turn: Turn, found: list[_Open]) -> None:
    last = found[-1] if found else None
    current = None if last is None or last.ended else last
    date = turn.date if turn.date is not None and turn.date.first is not None else None
    if turn.what in ("start", "attest") and current is None and last is not None and last.covers(date):
        current = last
    if date is None and turn.what == "attest":
        current = last
    if current is None and last is not None and turn.what in ("end", "ended") and _is_same_ending(last, date):
        current = last
    if current is None:
        current = _Open()
        found.append(current)
    current.claims[turn.claim] = None
    match turn.what:
        case "start":
            known = TenureEnd(kind="scheduled" if turn.announced else "known", date=date)
            better = current.start.kind in ("unknown", "scheduled") or days_in(date) < days_in(current.start.date)
            # A start told of what was seen before that day is no start of this stretch.
            if better and not (current.first is not None and date is not None and _lies_before(current.first, date)):
                current.start = known
        case "end":
            if current.end.kind != "known" or days_in(date) < days_in(current.end.date):
                current.end = TenureEnd(kind="scheduled" if turn.announced else "known", date=date)
                current.fate = turn.by
        case "ended":
            if current.end.kind != "known":
                current.end = TenureEnd(kind="ended, date unknown", date=date)
                current.fate = turn.by
    if not turn.announced and turn.what != "ended":
        current.attest(date)


def _is_same_ending(last: _Open, date: DateSpan | None) -> bool:
    over = last.end.date
    if date is None or date.first is None or over is None or over.first is None:
        return True
    return abs(date.first - over.first) <= _ONE_ENDING


def _lies_before(one: DateSpan, other: DateSpan) -> bool:
    return one.after is not None and other.first is not None and one.after <= other.first
