"""From "two weeks ago", "last month", "Friday" to days, counted from the day of the report."""

from __future__ import annotations

import calendar
import datetime as dt

from chancery.reader.calendars.parts import part_of_month, part_of_year
from chancery.terms.dates import DateSpan

_ONE_DAY = dt.timedelta(days=1)
_A_WEEK = 7
_FIRST_YEAR = 1000


def days_from(day: dt.date, number: int) -> DateSpan:
    return DateSpan.of_day(day + number * _ONE_DAY)


def unit_from(day: dt.date, number: int, unit: str, part: str | None = None) -> DateSpan | None:
    """The day, week (Monday to Sunday), month or year that lies `number` of them from the one of `day`.

    None for a year that no report speaks of.
    """
    if unit == "day":
        return days_from(day, number)
    if unit == "week":
        monday = day + (number * _A_WEEK - day.weekday()) * _ONE_DAY
        return DateSpan(precision="part of month", first=monday, after=monday + _A_WEEK * _ONE_DAY)
    months = day.year * 12 + day.month - 1 + number
    year, month = (months // 12, months % 12 + 1) if unit == "month" else (day.year + number, 0)
    if not _FIRST_YEAR <= year < dt.MAXYEAR:
        return None
    if unit == "month":
        return part_of_month(year, month, part) if part else DateSpan.of_month(year, month)
    return part_of_year(year, part) if part else DateSpan.of_year(year)


def weekday_from(day: dt.date, weekday: int, *, step: int, future: bool) -> DateSpan:
    """The weekday nearest before the report or on its day; after it where the text speaks of what is to come."""
    if step > 0 or (step == 0 and future):
        ahead = (weekday - day.weekday()) % _A_WEEK or _A_WEEK
        return days_from(day, ahead)
    back = (day.weekday() - weekday) % _A_WEEK
    if step < 0 and back == 0:
        back = _A_WEEK
    return days_from(day, -back)


def day_of_month_near(day: dt.date, number: int, *, future: bool | None) -> DateSpan | None:
    """The day with this number in its month: nearest before (`future` False), after (True), or either way (None)."""
    candidates = []
    for months in (-1, 0, 1):
        total = day.year * 12 + day.month - 1 + months
        year, month = total // 12, total % 12 + 1
        if number <= calendar.monthrange(year, month)[1]:
            candidates.append(dt.date(year, month, number))
    if future is not None:
        candidates = [other for other in candidates if (other > day if future else other <= day)]
    if not candidates:
        return None
    return DateSpan.of_day(min(candidates, key=lambda other: abs((other - day).days)))
