"""The year that a date leaves out, from the day of the report and from the years that the text states."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from chancery.reader.calendars.written import Parts, Written
from chancery.terms.dates import DateSpan

_HALF_A_YEAR = 183  # days
_HALF_OF_THE_MONTHS = 6


def stated_year(dates: Sequence[Written], index: int, *, block_start: int) -> int | None:
    """The year that the text states nearest before the date `index`, with a month if one does so, else nearest after."""
    for earlier in reversed(dates[:index]):
        year = _year(earlier)
        if year is not None and (not earlier.bare or earlier.start >= block_start):
            return year
    for date in dates[index + 1 :]:
        if _year(date) is not None and not date.bare:
            return _year(date)
    return told_year(dates)


def told_year(dates: Sequence[Written]) -> int | None:
    """The year that a whole text is of, if it tells one: the latest that stands with a month, else the most frequent."""
    with_month = [year for date in dates if not date.bare and (year := _year(date)) is not None]
    if with_month:
        return max(with_month)
    alone = Counter(year for date in dates if date.last is None and (year := _year(date)) is not None)
    return max(alone, key=lambda year: (alone[year], year)) if alone else None


def year_near(parts: Parts, dated: DateSpan, *, future: bool) -> int | None:
    """The year in which a day or month lies that a report of the day `dated` names without its year.

    The year of the report; but what would lie more than half a year ahead and is not spoken of as to come was last
    year, and what lies more than half a year back and is to come is next year. A weekday beside the date decides.
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
