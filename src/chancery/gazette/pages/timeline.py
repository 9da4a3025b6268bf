"""Tenures as bars on a line of years: what is certain solid, what is attested hatched, what is presumed faded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

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


def bar_of(tenure: Tenure) -> tuple[BarPart, ...]:
    """The parts of a tenure's bar, from left to right; none where no end has a date with a year.

    Certain is what lies between a known end and the other end's known or attested date; attested what lies between
    two attestations; presumed the days that an imprecise date leaves open, a scheduled term, and up to a year beyond an
    attestation, to say that the end is not known.
    """
    start, end = _dated(tenure.start), _dated(tenure.end)
    if start is None and end is None:
        return ()
    if start is None or end is None or start.first >= end.after:
        return _half_known(tenure, start or end)
    parts: list[BarPart] = []
    if tenure.start.kind != "known":
        parts.append(BarPart("presumed", _before(start.first), start.first))
    if start.first == end.first:
        return (*parts, BarPart(_surety(tenure), start.first, max(start.after, end.after)), *_tail(tenure.end, end))
    if start.after - start.first > _DAY:
        parts.append(BarPart("presumed", start.first, min(start.after, end.first)))
    middle = (min(start.after, end.first) if start.after - start.first > _DAY else start.first, end.first)
    if middle[0] < middle[1]:
        parts.append(BarPart(_surety(tenure), *middle))
    parts.append(_last_part(tenure, end))
    return (*parts, *_tail(tenure.end, end))


class _Days(msgspec.Struct, frozen=True):
    first: dt.date
    after: dt.date


def _dated(end: TenureEnd) -> _Days | None:
    date: DateSpan | None = end.date
    return None if date is None or date.first is None or date.after is None else _Days(date.first, date.after)


def _surety(tenure: Tenure) -> Surety:
    if "scheduled" in (tenure.start.kind, tenure.end.kind) or tenure.standing == "candidate":
        return "presumed"
    return "certain" if "known" in (tenure.start.kind, tenure.end.kind) else "attested"


def _last_part(tenure: Tenure, end: _Days) -> BarPart:
    exact = end.after - end.first <= _DAY
    return BarPart(_surety(tenure) if exact else "presumed", end.first, end.after)


def _tail(end: TenureEnd, days: _Days) -> tuple[BarPart, ...]:
    return () if end.kind in ("known", "scheduled") else (BarPart("presumed", days.after, _beyond(days.after)),)


def _half_known(tenure: Tenure, days: _Days | None) -> tuple[BarPart, ...]:
    assert days is not None
    if _dated(tenure.start) is None:
        return (BarPart("presumed", _before(days.first), days.after),)
    return (BarPart(_surety(tenure), days.first, days.after), BarPart("presumed", days.after, _beyond(days.after)))


def _before(day: dt.date) -> dt.date:
    return day - _YEAR if day - dt.date.min > _YEAR else dt.date.min


def _beyond(day: dt.date) -> dt.date:
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
