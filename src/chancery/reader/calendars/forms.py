"""The forms that a date can take from a word or a number on: each gives the date that begins there, or None."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from chancery.reader.calendars.bare import bare_month, bare_years
from chancery.reader.calendars.lexicon import Lexicon
from chancery.reader.calendars.made import SHIFTS, checked, of_day, of_era, of_month, of_numbers, of_republican, year_of
from chancery.reader.calendars.patterns import ORDINALS, Patterns
from chancery.reader.calendars.written import Part, Parts, Written
from chancery.terms.dates import DateSpan

_PART = re.compile(r"(early|mid|late)(?:[-‐‑ \t\u00a0]|\n(?!\n)){1,2}(?:in )?(?:the )?", re.IGNORECASE)
_SEASON = re.compile(r"(spring|summer|autumn|fall)(?: of| in)?,?\s{1,2}(1\d{3}|20\d\d)(?![\w%]|[,.]\d)", re.IGNORECASE)
DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
            "eighties": 1980, "nineties": 1990}  # fmt: skip
_DECADE_WORD = re.compile(r"[A-Za-z]{7,9}")
_THE_BEFORE = re.compile(r"\b[Tt]he (?:(?:early|mid|late)[- ])?$")
_WORD = re.compile(r"\d+|[A-Za-z]+")


def from_number(text: str, start: int, end: int, words: Lexicon, forms: Patterns) -> Written | None:
    """A day, a date in numbers, a year or a decade that begins with a number."""
    if end - start == 4:
        if match := forms.iso.match(text, start):
            return of_day(match, match["y"], match["m"], match["d"])
        if match := forms.decade.match(text, start):
            return Written(start, match.end(), Parts(fixed=DateSpan.of_decade(int(match["y"]))))
        if match := forms.era_after.match(text, start):
            return of_era(match, start)
        return bare_years(text, start, words, forms)
    if match := forms.day_month.match(text, start):
        return of_month(text, match, start, words, forms, day_first=True)
    if match := forms.numeric.match(text, start):
        return of_numbers(match)
    if match := forms.republican.match(text, start):
        return of_republican(match, words)
    if (match := forms.short_decade.match(text, start)) and text[max(0, start - 4) : start].lower().endswith(
        ("the ", "'", "’")
    ):
        return Written(start, match.end(), Parts(fixed=DateSpan.of_decade(1900 + int(match["y"]))))
    return None


def from_month(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    """A date that begins with the name of a month, or the month alone."""
    if match := forms.month_day.match(text, start):
        return of_month(text, match, start, words, forms, day_first=False)
    if match := forms.month_year.match(text, start):
        year = year_of(match)
        return Written(start, match.end(), Parts(year=year, month=words.months[match["month"].casefold()]))
    match = forms.month.match(text, start)
    if match is None:
        return None
    month = words.months[match["month"].casefold()]
    if shifted := forms.shift.match(text, match.end()):
        shift = SHIFTS.get(shifted["shift"])
        return Written(start, shifted.end(), Parts(month=month, shift=shift))
    return bare_month(text, match, month, words)


def from_weekday(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    """A weekday that stands before a date; alone it is a relative one and none here."""
    match = forms.weekday.match(text, start)
    if match is None or match.end() >= len(text):
        return None
    at = match.end()
    follower = _WORD.match(text, at)
    if follower is None:
        return None
    date: Written | None = None
    if follower.group().lower() in words.months:
        date = from_month(text, at, words, forms)
    elif follower.group()[0] <= "9" and len(follower.group()) <= 4:
        date = from_number(text, at, follower.end(), words, forms)
    if date is None or (date.first.day is None and date.first.full_day is None):
        return None
    weekday = words.weekdays[re.split(r"[^A-Za-z]", text[start : start + 10])[0].casefold()]
    first = date.first
    if first.fixed is None:
        first = replace(first, weekday=weekday)
    return Written(start, date.end, first, date.last)


def from_part(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    """ "late August", "early 2023", "mid-1990s"; a part of a decade is the decade."""
    match = _PART.match(text, start)
    follower = _WORD.match(text, match.end()) if match else None
    if match is None or follower is None:
        return None
    part = cast(Part, match[1].lower())
    date: Written | None = None
    if follower.group().lower() in words.months:
        date = from_month(text, follower.start(), words, forms)
    elif len(follower.group()) == 4 and follower.group().isdecimal():
        date = from_number(text, follower.start(), follower.end(), words, forms)
    if date is None or date.last is not None or date.first.day is not None or date.first.full_day is not None:
        return None
    first = date.first if date.first.fixed is not None else replace(date.first, part=part)
    return Written(start, date.end, first)


def from_ordinal(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    """ "fifteenth day of May, 1830"."""
    match = forms.ordinal_day.match(text, start)
    if match is None:
        return None
    day = ORDINALS[re.split(r"\s", match.group(), maxsplit=1)[0].casefold()]
    month = words.months[match["month"].casefold()]
    return checked(Written(start, match.end(), Parts(year=year_of(match), month=month, day=day)))


def from_season(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    """ "spring of 2023"."""
    match = _SEASON.match(text, start)
    if match is None:
        return None
    return Written(start, match.end(), Parts(year=int(match[2]), season=match[1].lower()))


def from_era(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    """ "Juche 113 (2024)", "AH 1445"."""
    match = forms.era_year.match(text, start)
    return of_era(match, start) if match else None


def from_decade_word(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    """ "the nineties"."""
    match = _DECADE_WORD.match(text, start)
    if match is None or not _THE_BEFORE.search(text, max(0, start - 14), start):
        return None
    return Written(start, match.end(), Parts(fixed=DateSpan.of_decade(DECADES[match.group().lower()])))
