"""Tenures as bars on a line of years: what is certain solid, what is attested hatched, what is presumed faded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

import msgspec

from chancery.terms.dates import DateSpan
from chancery.terms.entities import Tenure, TenureEnd

Surety = Literal["certain", "attested", "presumed"]

_YEAR = dt.timedelta(days=365)
_DAY = dt.timedelta(days=1)


class BarPart(msgspec.Struct, frozen=True):
    """A stretch of a bar: half-open days."""

    surety: Surety
    first: dt.date
    after: dt.date


class Axis(msgspec.Struct, frozen=True):
    """The years that bars stand on, the last one excluded, and the years to mark."""

    first: int
    after: int
    ticks: tuple[int, ...]

    def percent(self, day: dt.date) -> float:
        """How far along the axis a day lies, from 0 to 100."""
        begin = dt.date(self.first, 1, 1)
        whole = dt.date(self.after, 1, 1) - begin
        return round(min(max((day - begin) / whole, 0.0), 1.0) * 100, 3)


class Lasting(Protocol):
    """What lasts between two ends: a tenure, or a stretch of a body's life."""

    @property
    def start(self) -> TenureEnd: ...
    @property
    def end(self) -> TenureEnd: ...
    @property
    def attested_first(self) -> DateSpan | None: ...
    @property
    def attested_last(self) -> DateSpan | None: ...


def bar_of(tenure: Lasting) -> tuple[BarPart, ...]:
    """The parts of a tenure's bar, from left to right; none where no date with a year is known of it.

    Certain is what lies between a known end and the other end's known or attested day, attested what lies between the
    first and the last attestation where neither end is known. Presumed are the days that an imprecise date leaves open,
    those up to a scheduled or unknown end, and up to a year on that side of an attestation on which no end is known.
    """
    opening = _known(tenure.start) or _days(tenure.attested_first) or _attested(tenure.start)
    closing = _known(tenure.end) or _days(tenure.attested_last) or _attested(tenure.end)
    if opening is None or closing is None:
        return _one_sided(tenure, opening or closing)
    first, after = opening.last_possible, closing.first + _DAY
    surety: Surety = _surety(tenure)
    if first >= after:  # both in one stretch, a year perhaps, of which no single day is sure
        first, after = opening.first, max(opening.after, closing.after)
        surety = "presumed" if surety == "certain" else surety
    before = BarPart("presumed", _begun(tenure, opening), first)
    beyond = BarPart("presumed", after, _over(tenure, closing))
    return tuple(part for part in (before, BarPart(surety, first, after), beyond) if part.first < part.after)


def away_of(tenure: Tenure) -> tuple[BarPart, ...]:
    """The days of a tenure on which its holder was on leave or its body suspended, as far as both ends are told."""
    found = []
    for stretch in (*tenure.leave, *tenure.suspended):
        first, last = _days(stretch.first), _days(stretch.last)
        if first is not None and last is not None and first.first < last.after:
            found.append(BarPart("presumed", first.first, last.after))
    return tuple(found)


class _Days(msgspec.Struct, frozen=True):
    first: dt.date
    after: dt.date

    @property
    def last_possible(self) -> dt.date:
        return self.after - _DAY


def _days(date: DateSpan | None) -> _Days | None:
    return None if date is None or date.first is None or date.after is None else _Days(date.first, date.after)


def _known(end: TenureEnd) -> _Days | None:
    return _days(end.date) if end.kind == "known" else None


def _attested(end: TenureEnd) -> _Days | None:
    return _days(end.date) if end.kind in ("at least", "silent since") else None


def _surety(tenure: Lasting) -> Surety:
    if isinstance(tenure, Tenure) and tenure.standing == "candidate":
        return "presumed"
    return "certain" if "known" in (tenure.start.kind, tenure.end.kind) else "attested"


def _begun(tenure: Lasting, opening: _Days) -> dt.date:
    start = _days(tenure.start.date)
    if tenure.start.kind in ("known", "scheduled") and start is not None:
        return start.first
    return _year_before(opening.first)


def _over(tenure: Lasting, closing: _Days) -> dt.date:
    end = _days(tenure.end.date)
    if tenure.end.kind in ("known", "scheduled", "ended, date unknown") and end is not None:
        return end.after
    return _year_after(closing.after)


def _one_sided(tenure: Lasting, days: _Days | None) -> tuple[BarPart, ...]:
    """Only one side has a date: it fades into the other."""
    if days is None:
        start, end = _days(tenure.start.date), _days(tenure.end.date)
        if start is not None:
            return (BarPart("presumed", start.first, end.after if end else _year_after(start.after)),)
        return (BarPart("presumed", _year_before(end.first), end.after),) if end else ()
    if _days(tenure.start.date) is None:
        return (BarPart("presumed", _year_before(days.first), days.after),)
    surety: Surety = _surety(tenure) if days.after - days.first <= _DAY else "presumed"
    return (BarPart(surety, days.first, days.after), BarPart("presumed", days.after, _over(tenure, days)))


def _year_before(day: dt.date) -> dt.date:
    return day - _YEAR if day - dt.date.min > _YEAR else dt.date.min


def _year_after(day: dt.date) -> dt.date:
    return day + _YEAR if dt.date.max - day > _YEAR else dt.date.max


def axis_of(bars: Iterable[Sequence[BarPart]]) -> Axis | None:
    """An axis on which all bars have room; None where there is no bar."""
    parts = [part for bar in bars for part in bar]
    if not parts:
        return None
    first = min(part.first for part in parts).year
    after = min(max(part.after for part in parts).year + 1, dt.MAXYEAR)
    first = min(first, after - 1)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000) if (after - first) / step <= 6)
    ticks = tuple(year for year in range(first - first % step, after, step) if year >= first)
    return Axis(first, after, ticks)
