"""The year that a date leaves out, from the day of the report and from the years that the text states."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from chancery.reader.calendars.surroundings import Surroundings
from chancery.reader.calendars.written import Parts, Written
from chancery.terms.dates import DateSpan

_HALF_A_YEAR = 183  # days
_DAYS_OF_A_YEAR = 365
_A_WEEK = 7
_JUST_PAST = 90  # days: in January, a day of December is that of last year, whatever older story was told before
_STORY = 1200  # characters over which a story keeps its year


class StatedYears:
    """The years that the dates of a text state, for those that leave theirs out."""

    def __init__(self, dates: Sequence[Written], around: Surroundings) -> None:
        self._around = around
        self._told = told_year(dates)
        stated = [(date.start, year, date.bare) for date in dates if (year := _year(date)) is not None]
        self._with_month = [(start, year) for start, year, bare in stated if not bare]
        self._all = [(start, year) for start, year, _ in stated]

    def just_before(self, date: Written) -> int | None:
        """The year of the date that stands shortly before, if it has a month."""
        before = _last_before(self._with_month, date.start)
        return before[1] if before is not None and date.start - before[0] <= _STORY else None

    def nearest(self, date: Written) -> int | None:
        """The year stated in the same sentence; else nearest before, with a month or in the same paragraph; else
        nearest after, with a month; else that of the whole text. None where the text states no year."""
        begin, end = self._around.sentence(date.start)
        index = bisect_left(self._all, date.start, key=lambda stated: stated[0])
        if not (index and self._all[index - 1][0] >= begin) and index < len(self._all) and self._all[index][0] < end:
            return self._all[index][1]
        before = _last_before(self._with_month, date.start)
        alone = _last_before(self._all, date.start)
        if (
            alone is not None
            and alone[0] >= self._around.block_start(date.start)
            and (before is None or alone[0] > before[0])
        ):
            return alone[1]
        if before is not None:
            return before[1]
        index = bisect_right(self._with_month, date.start, key=lambda stated: stated[0])
        return self._with_month[index][1] if index < len(self._with_month) else self._told


def _last_before(stated: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    index = bisect_left(stated, at, key=lambda entry: entry[0])
    return stated[index - 1] if index else None


def told_year(dates: Sequence[Written]) -> int | None:
    """The year that a whole text is of: the latest that stands with a month, else the most frequent; None for none."""
    with_month = [year for date in dates if not date.bare and (year := _year(date)) is not None]
    if with_month:
        return max(with_month)
    alone = Counter(year for date in dates if date.last is None and (year := _year(date)) is not None)
    return max(alone, key=lambda year: (alone[year], year)) if alone else None


def year_near(parts: Parts, dated: DateSpan, *, future: bool, stated: int | None = None) -> int | None:
    """The year in which a day or month lies that a report of the day `dated` names without its year.

    The year of the report; but what would lie more than half a year ahead and is not spoken of as to come was last
    year, and what lies more than half a year back and is to come is next year. A weekday beside the date decides.
    `stated` is the year of the date named shortly before: of what would lie ahead it tells that an older story goes on.
    """
    if dated.first is None or parts.month is None:
        return None
    report = dated.first
    if parts.shift is not None:
        return report.year + parts.shift
    if parts.towards is not None:
        month = (report.year, report.month)
        if parts.towards < 0:
            return report.year if (report.year, parts.month) < month else report.year - 1
        return report.year if (report.year, parts.month) > month else report.year + 1
    if parts.weekday is not None and parts.day is not None:
        fitting = [y for y in (report.year, report.year - 1, report.year + 1) if _weekday(y, parts) == parts.weekday]
        if fitting:
            return fitting[0]
    if dated.precision == "year":
        return report.year
    ahead = (dt.date(report.year, parts.month, min(parts.day or 15, 28)) - report).days
    back = _DAYS_OF_A_YEAR - ahead
    if stated is not None and stated < report.year and ahead > _A_WEEK and back > _JUST_PAST and not future:
        return stated  # a story of earlier times goes on: "in late August 1950 ... on August 31"
    if ahead > _HALF_A_YEAR and not future:
        return report.year - 1
    if ahead < -_HALF_A_YEAR and future:
        return report.year + 1
    return report.year


def _weekday(year: int, parts: Parts) -> int | None:
    try:
        return dt.date(year, parts.month or 1, parts.day or 1).weekday()
    except ValueError:
        return None


def _year(date: Written) -> int | None:
    if date.first.fixed is not None:
        first = date.first.fixed.first
        return first.year if first is not None and date.first.fixed.precision == "day" else None
    return date.first.year
