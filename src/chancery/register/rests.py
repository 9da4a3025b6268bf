"""Stretches of time within a tenure, when the holder was on leave or the body's work rested: pure functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from chancery.terms.dates import DateSpan
from chancery.terms.entities import Stretch, TenureEnd

_DAY = dt.timedelta(days=1)


def first_day(stretch: Stretch) -> dt.date:
    """The first day of it, as far back as anything is said."""
    return dt.date.min if stretch.first is None or stretch.first.first is None else stretch.first.first


def last_day(stretch: Stretch) -> dt.date:
    """The last day of it; one of which no end is told goes on."""
    return dt.date.max if stretch.last is None or stretch.last.last is None else stretch.last.last


def covers(stretches: Iterable[Stretch], day: dt.date) -> bool:
    return any(first_day(stretch) <= day <= last_day(stretch) for stretch in stretches)


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Those that overlap or touch as one, in the order of their days."""
    found: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: (first_day(s), last_day(s))):
        before = found[-1] if found else None
        if before is None or (last_day(before) < dt.date.max and first_day(stretch) > last_day(before) + _DAY):
            found.append(stretch)
        elif last_day(stretch) > last_day(before):
            found[-1] = Stretch(first=before.first, last=stretch.last)
    return tuple(found)


def within(stretch: Stretch, first: DateSpan | None, end: TenureEnd, *, ended: bool) -> bool:
    """Whether it may touch a tenure that begins on `first` at the latest."""
    begun = first is None or first.first is None or last_day(stretch) >= first.first
    over = end.date.last if ended and end.date is not None else None
    return begun and (over is None or first_day(stretch) <= over)


def without(stretches: Sequence[Stretch], seen: Iterable[DateSpan]) -> tuple[Stretch, ...]:
    """What is left of the stretches when dates on which the person was seen at work are cut out of them."""
    left = list(joined(stretches))
    for date in seen:
        if date.first is None or date.last is None:
            continue
        cut: list[Stretch] = []
        for part in left:
            if not (first_day(part) <= date.first and date.last <= last_day(part)):
                cut.append(part)
                continue
            if first_day(part) < date.first:
                cut.append(Stretch(first=part.first, last=DateSpan.of_day(date.first - _DAY)))
            if date.last < last_day(part):
                cut.append(Stretch(first=DateSpan.of_day(date.last + _DAY), last=part.last))
        left = cut
    return tuple(left)
