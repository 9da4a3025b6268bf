"""Dates as the furniture of a page writes them: "2024-07-20", "Sept. 30, 2024", "le 12 septembre 1924"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

from chancery.archive.words import word_list
from chancery.terms.dates import DateSpan

ISO_DAY = r"(?P<iso_year>\d{4})[-/.](?P<iso_month>\d{2})[-/.](?P<iso_day>\d{2})"


@cache
def _month_numbers() -> dict[str, int]:
    return {name: int(number) for number, names in word_list("calendar")["months"].items() for name in names}


@cache
def written_date() -> re.Pattern[str]:
    """Matches one date, with or without a year. "March 2024" it does not match: no page head dates itself so."""
    month = _any_of(_month_numbers())
    weekday = rf"(?:(?:{_any_of(word_list('calendar')['weekdays'])})\b\.?,? )?"
    year = r"(?P<{0}>(?:1[5-9]|20|21)\d\d)"
    month_first = rf"(?P<m1>{month})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? {year.format('y1')}\b)?"
    day_first = (
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|\.)? (?:de )?(?P<m2>{month})\b\.?(?:,? (?:de )?{year.format('y2')}\b)?"
    )
    return re.compile(rf"(?:(?:le|am|on) )?{weekday}(?:{ISO_DAY}|{month_first}|{day_first})", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    """The words as alternatives, longest first, so that "septembre" is not taken for "sept" with a rest."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def date_in(found: re.Match[str]) -> DateSpan | None:
    """The date that `written_date` matched; None for a day that no calendar has."""
    day, month, year = _parts(found)
    try:
        if year is None:
            dt.date(2000, month, day)  # a leap year: the year of February 29 is not known here
            return DateSpan.without_year(month, day)
        return DateSpan.of_day(dt.date(year, month, day))
    except ValueError:
        return None


def _parts(found: re.Match[str]) -> tuple[int, int, int | None]:
    if found["iso_year"]:
        return int(found["iso_day"]), int(found["iso_month"]), int(found["iso_year"])
    number = "1" if found["m1"] else "2"
    month = _month_numbers()[found["m" + number].lower()]
    year = found["y" + number]
    return int(found["d" + number]), month, int(year) if year else None
