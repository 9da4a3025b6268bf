"""Parts of months and years: "late August", "early 2023", "spring 1990"."""

from __future__ import annotations

import datetime as dt

from chancery.reader.wordlists import word_list
from chancery.terms.dates import DateSpan

_ONE_DAY = dt.timedelta(days=1)
_MONTHS_OF_A_SEASON = 3


def part_of_month(year: int, month: int, part: str) -> DateSpan:
    """The third of the month that "early", "mid" or "late" names. Raises ValueError for a month that does not exist."""
    first, last = word_list("en", "calendar")["parts"][part]["days"]
    after = DateSpan.of_month(year, month).after
    assert after is not None
    end = min(dt.date(year, month, last) if last < 28 else after - _ONE_DAY, after - _ONE_DAY)
    return DateSpan(precision="part of month", first=dt.date(year, month, first), after=end + _ONE_DAY)


def part_of_year(year: int, part: str) -> DateSpan:
    """The four months of the year that "early", "mid" or "late" names."""
    first, last = word_list("en", "calendar")["parts"][part]["months"]
    return _months(year, first, last)


def season_of(year: int, season: str) -> DateSpan:
    """The three months of a season of the northern hemisphere."""
    first = word_list("en", "calendar")["seasons"][season]
    return _months(year, first, first + _MONTHS_OF_A_SEASON - 1)


def _months(year: int, first: int, last: int) -> DateSpan:
    after = DateSpan.of_month(year, last).after
    return DateSpan(precision="season", first=dt.date(year, first, 1), after=after)
