"""The year that a date leaves out, from the day of the report and from the years that the text states."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from chancery.reader.calendars.surroundings import Surroundings
from chancery.reader.calendars.written import Parts, Written
from chancery.terms.dates import DateSpan

_HALF_A_YEAR = 183  # days
_DAYS_OF_A_YEAR = 365
_A_WEEK = 7
_JUST_PAST = 90  # days: in January, a day of December is that of last year, whatever older story was told before
_MONTHS = 12
_MONTHS_ABOUT = 2
_STORY = 1200  # characters over which a story keeps its year


class StatedYears:
    """The years that the dates of a text state, for those that leave theirs out."""

    def __init__(self, dates: Sequence[Written], around: Surroundings) -> None:
        self._around = around
        self._of_months = _years_of_months(dates)
        self._only = _only_year(dates)
        stated = [(date.start, year, date.bare) for date in dates if (year := _year(date)) is not None]
        self._with_month = [(start, year) for start, year, bare in stated if not bare]
        self._all = [(start, year) for start, year, _ in stated]

    def just_before(self, date: Written) -> int | None:
        """The year of the date that stands shortly before, if it has a month."""
        before = _last_before(self._with_month, date.start)
        return before[1] if before is not None and date.start - before[0] <= _STORY else None

    def in_sentence(self, date: Written) -> int | None:
        """The year stated nearest before, else after, in the sentence of the date."""
        begin, end = self._around.sentence(date.start)
        index = bisect_left(self._all, date.start, key=lambda stated: stated[0])
        if index and self._all[index - 1][0] >= begin:
            return self._all[index - 1][1]
        return self._all[index][1] if index < len(self._all) and self._all[index][0] < end else None

    def nearest(self, date: Written) -> int | None:
        """The year stated in the same sentence; else nearest before in the same paragraph; else that of the full dates
        about the same time of the year; else nearest before with a month; else the only one of the text."""
        own = self.in_sentence(date)
        if own is not None:
            return own
        before = _last_before(self._all, date.start)
        if before is not None and before[0] >= self._around.block_start(date.start):
            return before[1]
        if date.first.day is None and (told := self.just_before(date)) is not None:
            return told  # "In June 2017 ... In September": a story of months goes on
        if date.first.month in self._of_months:
            return self._of_months[date.first.month]
        before = _last_before(self._with_month, date.start)
        return before[1] if before is not None else self._only


def _last_before(stated: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    index = bisect_left(stated, at, key=lambda entry: entry[0])
    return stated[index - 1] if index else None


def year_of_report(month: int, dates: Sequence[Written]) -> int | None:
    """The year of a report that gives only its day and month; None where nothing tells it.

    The one year in which its month is named; else that of the full dates about the same time of the year; else the only
    year that the text states: where it states several, any could be a story's.
    """
    same_month = {d.first.year for d in dates if d.first.month == month and d.first.year is not None}
    if len(same_month) == 1:
        return same_month.pop()  # "in this month of February 1937"
    return _years_of_months(dates, months=True).get(month) or _only_year(dates)


def _years_of_months(dates: Sequence[Written], *, months: bool = False) -> dict[int, int]:
    """For each month the year that full dates up to two months from it tell: of the nearest ones the latest.

    With `months` a month with its year ("October 1920") tells as much of the month beside it.
    """
    best: dict[int, tuple[int, int]] = {}
    days = [(full, _MONTHS_ABOUT) for date in dates if (full := date.first.full_day) is not None]
    if months:
        named = (date.first for date in dates if date.first.day is None)
        days += [(dt.date(first.year, first.month, 1), 1) for first in named if first.year and first.month]
    for day, about in dict.fromkeys(days):
        for away in range(-about, about + 1):
            year, month = divmod(day.year * _MONTHS + day.month - 1 + away, _MONTHS)
            best[month + 1] = max(best.get(month + 1, (-_MONTHS, 0)), (-abs(away), year))
    return {month: year for month, (_, year) in best.items()}


def _only_year(dates: Sequence[Written]) -> int | None:
    years = {year for date in dates if (year := _year(date)) is not None}
    return years.pop() if len(years) == 1 else None


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
