"""From what a pattern matched to a written date, where the calendar has such a day."""

from __future__ import annotations

import datetime as dt
import re

from chancery.reader.calendars.eras import day_of_old_style, hijri_year, republican_day, year_of_era
from chancery.reader.calendars.lexicon import Lexicon
from chancery.reader.calendars.patterns import Patterns, day_number
from chancery.reader.calendars.ranges import second_day
from chancery.reader.calendars.written import Parts, Written
from chancery.terms.dates import DateSpan

_LAST_HIJRI_YEAR = 1600
_ROMAN = {
    numeral: number
    for number, numeral in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"), start=1
    )
}
SHIFTS = {"last": -1, "this": 0, "next": 1}


def of_month(
    text: str, match: re.Match[str], start: int, words: Lexicon, forms: Patterns, *, day_first: bool
) -> Written | None:
    """A day or a range of days of one month, with its year if it is written, or "last year"."""
    month = words.months[match["month"].casefold()]
    year = year_of(match)
    day = day_number(match["d"])
    end = match.end()
    last: Parts | None = None
    if match["d2"]:
        kept = second_day(text, match, day_first=day_first)
        if kept is None:
            if day_first:
                return None
            end = match.end("d")
            year = None
        else:
            last = Parts(year=year, month=month, day=kept)
    shift: int | None = None
    if year is None and (shifted := forms.shift.match(text, end)):
        shift = SHIFTS.get(shifted["shift"])
        end = shifted.end()
    first = Parts(year=year, month=month, day=day, shift=shift)
    if last is not None and shift is not None:
        last = Parts(year=year, month=month, day=last.day, shift=shift)
    return checked(Written(start, end, first, last))


def of_day(match: re.Match[str], year: str, month: str, day: str) -> Written | None:
    """A day from its three numbers."""
    return checked(Written(match.start(), match.end(), Parts(year=int(year), month=int(month), day=int(day))))


def of_numbers(match: re.Match[str]) -> Written | None:
    """Day and month in numbers, where only one order is possible; points and Europe's habit put the day first."""
    one, other = int(match["a"]), int(match["b"])
    if match["s"] == "." or one > 12 or one == other:
        return of_day(match, match["y"], match["b"], match["a"]) if other <= 12 else None
    if other > 12:
        return of_day(match, match["y"], match["a"], match["b"])
    return None


def of_era(match: re.Match[str], start: int) -> Written | None:
    """A year of an era; the Gregorian one beside it is not needed."""
    name, number = match["era"], int(match["number"])
    if name.replace(".", "") == "AH":
        return Written(start, match.end(), Parts(fixed=hijri_year(number))) if 1 <= number <= _LAST_HIJRI_YEAR else None
    year = year_of_era(name, number)
    return Written(start, match.end(), Parts(year=year)) if year else None


def of_republican(match: re.Match[str], words: Lexicon) -> Written | None:
    """A day of the French Republican calendar."""
    months = [name.casefold() for name in words.republican_months]
    year = _ROMAN.get(match["y"]) or (int(match["y"]) if match["y"].isdecimal() else 0)
    day = republican_day(year, months.index(match["m"].casefold()) + 1, int(match["d"]))
    return Written(match.start(), match.end(), Parts(fixed=DateSpan.of_day(day))) if day else None


def in_old_style(text: str, date: Written, forms: Patterns) -> Written:
    """The date itself, or in the Gregorian calendar if a mark beside it says that it is Julian."""
    first = date.first
    if first.day is None or first.year is None or first.month is None or date.last is not None:
        return date
    match = forms.old_style.match(text, date.end)
    if match is None:
        return date
    day = day_of_old_style(first.year, first.month, first.day)
    return Written(date.start, match.end(), Parts(fixed=DateSpan.of_day(day)))


def year_of(match: re.Match[str]) -> int | None:
    """The year that a pattern matched, from an era if it must be."""
    if match["y"]:
        return int(match["y"])
    if match["year"]:
        return int(match["year"])
    return year_of_era(match["era"], int(match["number"])) if match["era"] else None


def checked(date: Written) -> Written | None:
    """The date, or None where the calendar has no such day (in a leap year if the year is open)."""
    for parts in (date.first, date.last):
        if parts is not None and parts.month is not None and parts.day is not None:
            try:
                dt.date(2000 if parts.year is None else parts.year, parts.month, parts.day)
            except ValueError:
                return None
    return date
