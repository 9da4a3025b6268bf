"""Years and days of other calendars, as days of the Gregorian one."""

from __future__ import annotations

import datetime as dt

from chancery.reader.wordlists import word_list
from chancery.terms.dates import DateSpan

_DAYS_FROM_JULIAN_DAY_TO_ORDINAL = 1721425  # Julian day number of 0001-01-01 (Gregorian) is 1721426, its ordinal 1
_DAYS_OF_A_REPUBLICAN_MONTH = 30


def year_of_era(name: str, number: int) -> int | None:
    """The Gregorian year of a year of an era, or None where the era has no such year."""
    for era in word_list("en", "calendar")["eras"]:
        if name.casefold() in (known.casefold() for known in era["names"]):
            return number + era["offset"] if era.get("first", 1) <= number <= era["last"] else None
    return None


def hijri_year(number: int) -> DateSpan:
    """The days of an Islamic year, by the tabular calendar; the sighted one may differ by a day or two."""
    first, after = _hijri_new_year(number), _hijri_new_year(number + 1)
    return DateSpan(precision="year", first=first, after=after)


def _hijri_new_year(number: int) -> dt.date:
    julian_day = (11 * number + 3) // 30 + 354 * number + 30 + 1 + 1948440 - 385
    return dt.date.fromordinal(julian_day - _DAYS_FROM_JULIAN_DAY_TO_ORDINAL)


def republican_day(year: int, month: int, day: int) -> dt.date | None:
    """A day of the French Republican calendar, years 1 to 14; None for any other."""
    new_years = word_list("en", "calendar")["republican_new_years"]
    if not (1 <= year <= len(new_years) and 1 <= month <= 12 and 1 <= day <= _DAYS_OF_A_REPUBLICAN_MONTH):
        return None
    new_year = dt.date(1791 + year, 9, new_years[year - 1])
    return new_year + dt.timedelta(days=(month - 1) * _DAYS_OF_A_REPUBLICAN_MONTH + day - 1)


def day_of_old_style(year: int, month: int, day: int) -> dt.date:
    """A day of the Julian calendar. Raises ValueError for a day that it does not have before the year 1."""
    # P. Richards' algorithm as in the Explanatory Supplement to the Astronomical Almanac (2013), 15.11.
    shifted = (14 - month) // 12
    years = year + 4800 - shifted
    months = month + 12 * shifted - 3
    julian_day = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    return dt.date.fromordinal(julian_day - _DAYS_FROM_JULIAN_DAY_TO_ORDINAL)
