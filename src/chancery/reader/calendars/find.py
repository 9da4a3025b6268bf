"""The written dates of a text: one walk over its words and numbers, a try of patterns where one could begin."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from chancery.reader.calendars.bare import bare_month, bare_years
from chancery.reader.calendars.eras import day_of_old_style, hijri_year, republican_day, year_of_era
from chancery.reader.calendars.lexicon import Lexicon, lexicon
from chancery.reader.calendars.patterns import ORDINALS, Patterns, day_number, patterns
from chancery.reader.calendars.ranges import second_day
from chancery.reader.calendars.written import Parts, Written
from chancery.terms.dates import DateSpan

_WORD = re.compile(r"\d+|[A-Za-z]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)>\]]{1,2000}")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
          "XIII": 13, "XIV": 14}  # fmt: skip
# What may not stand before a number that begins a date: parts of longer numbers, money, versions.
_NOT_BEFORE = frozenset(".,:/$€£¥#№+_=&@%\\")
_SHIFTS = {"last": -1, "this": 0, "next": 1}

Try = Callable[[str, int, "Lexicon", "Patterns"], Written | None]


def written_dates(text: str, language: str) -> list[Written]:
    """Every date that the text writes out, in order, without overlaps; ranges with two months are still two dates.

    Addresses of pages are passed over. Takes time in proportion to the length of the text.
    """
    words, forms = lexicon(language), patterns(language)
    tries = _tries(words)
    found: list[Written] = []
    passed = 0
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    addresses.reverse()
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start < passed:
            continue
        while addresses and addresses[-1][1] <= start:
            addresses.pop()
        if addresses and addresses[-1][0] <= start:
            continue
        first = text[start]
        if first <= "9":
            if end - start > 4 or end - start == 3 or _inside_number(text, start):
                continue
            date = _from_number(text, start, end, words, forms)
        else:
            attempt = tries.get(match.group().lower())
            if attempt is None or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
                continue
            date = attempt(text, start, words, forms)
        if date is not None:
            date = _in_old_style(text, date, forms)
            found.append(date)
            passed = date.end
    return found


def _tries(words: Lexicon) -> dict[str, Try]:
    tries: dict[str, Try] = {}
    tries.update(dict.fromkeys(words.months, _from_month))
    tries.update(dict.fromkeys(words.weekdays, _from_weekday))
    tries.update(dict.fromkeys(("early", "mid", "late"), _from_part))
    tries.update(dict.fromkeys((word.split("-")[0] for word in ORDINALS), _from_ordinal))
    tries.update(dict.fromkeys(words.seasons, _from_season))
    tries.update({name.split()[0].split(".")[0].lower(): _from_era for name in (*words.eras, *words.hijri)})
    tries.update(dict.fromkeys(_DECADES, _from_decade_word))
    return tries


def _inside_number(text: str, start: int) -> bool:
    if start == 0:
        return False
    before = text[start - 1]
    if before in "-–—‑" and start > 1:
        return text[start - 2].isdigit() and before in "-‑"
    if before in ".,:/" and start > 1:
        # "Sept.30", "(2024),1999" are glued, "3.14" and "/2024/" are not
        return text[start - 2].isdigit() or before in ":/" or (before == "," and text[start - 2] == " ")
    return before in _NOT_BEFORE or before.isalnum()


def _from_number(text: str, start: int, end: int, words: Lexicon, forms: Patterns) -> Written | None:
    if end - start == 4:
        if match := forms.iso.match(text, start):
            return _of_day(match, match["y"], match["m"], match["d"])
        if match := forms.decade.match(text, start):
            return Written(start, match.end(), Parts(fixed=DateSpan.of_decade(int(match["y"]))))
        if match := forms.era_after.match(text, start):
            return _of_era(match, start)
        return bare_years(text, start, words, forms)
    if match := forms.day_month.match(text, start):
        return _of_month(text, match, start, words, day_first=True)
    if match := forms.numeric.match(text, start):
        return _of_numeric(match)
    if match := forms.republican.match(text, start):
        return _of_republican(match, words)
    if (match := forms.short_decade.match(text, start)) and text[max(0, start - 4) : start].lower().endswith(
        ("the ", "'", "’")
    ):
        return Written(start, match.end(), Parts(fixed=DateSpan.of_decade(1900 + int(match["y"]))))
    return None


def _from_month(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    if match := forms.month_day.match(text, start):
        return _of_month(text, match, start, words, day_first=False)
    if match := forms.month_year.match(text, start):
        year = _year_of(match)
        return Written(start, match.end(), Parts(year=year, month=words.months[match["month"].casefold()]))
    match = forms.month.match(text, start)
    if match is None:
        return None
    month = words.months[match["month"].casefold()]
    if shifted := forms.shift.match(text, match.end()):
        shift = _SHIFTS.get(shifted["shift"])
        return Written(start, shifted.end(), Parts(month=month, shift=shift))
    return bare_month(text, match, month, words)


def _from_weekday(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    match = forms.weekday.match(text, start)
    if match is None or match.end() >= len(text):
        return None
    at = match.end()
    follower = _WORD.match(text, at)
    if follower is None:
        return None
    date: Written | None = None
    if follower.group().lower() in words.months:
        date = _from_month(text, at, words, forms)
    elif follower.group()[0] <= "9" and len(follower.group()) <= 4:
        date = _from_number(text, at, follower.end(), words, forms)
    if date is None or (date.first.day is None and date.first.full_day is None):
        return None
    weekday = words.weekdays[re.split(r"[^A-Za-z]", text[start : start + 10])[0].casefold()]
    first = date.first
    if first.fixed is None:
        first = Parts(year=first.year, month=first.month, day=first.day, weekday=weekday, shift=first.shift)
    return Written(start, date.end, first, date.last)


def _from_part(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    match = _PART.match(text, start)
    follower = _WORD.match(text, match.end()) if match else None
    if match is None or follower is None:
        return None
    part = match[1].lower()
    at = follower.start()
    if follower.group().lower() in words.months:
        date = _from_month(text, at, words, forms)
        if date is None or date.first.day is not None:
            return None
        first = date.first
        return Written(start, date.end, Parts(year=first.year, month=first.month, part=part, shift=first.shift))  # type: ignore[arg-type]
    if len(follower.group()) == 4 and follower.group().isdecimal():
        date = _from_number(text, at, follower.end(), words, forms)
        if date is None or date.last is not None:
            return None
        if date.first.fixed is not None:
            return Written(start, date.end, date.first)
        return Written(start, date.end, Parts(year=date.first.year, part=part))  # type: ignore[arg-type]
    return None


def _from_ordinal(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    match = forms.ordinal_day.match(text, start)
    if match is None:
        return None
    day = ORDINALS[re.split(r"\s", match.group(), maxsplit=1)[0].casefold()]
    month = words.months[match["month"].casefold()]
    return _checked(Written(start, match.end(), Parts(year=_year_of(match), month=month, day=day)))


def _from_season(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    match = _SEASON.match(text, start)
    if match is None:
        return None
    return Written(start, match.end(), Parts(year=int(match[2]), season=match[1].lower()))


def _from_era(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    match = forms.era_year.match(text, start)
    return _of_era(match, start) if match else None


def _from_decade_word(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    match = _DECADE_WORD.match(text, start)
    if match is None or not _THE_BEFORE.search(text, max(0, start - 14), start):
        return None
    return Written(start, match.end(), Parts(fixed=DateSpan.of_decade(_DECADES[match.group().lower()])))


def _of_month(text: str, match: re.Match[str], start: int, words: Lexicon, *, day_first: bool) -> Written | None:
    month = words.months[match["month"].casefold()]
    if day_first is False and match["month"].islower():
        return None
    year = _year_of(match)
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
    if year is None and (shifted := patterns("en").shift.match(text, end)):
        shift = _SHIFTS.get(shifted["shift"])
        end = shifted.end()
    first = Parts(year=year, month=month, day=day, shift=shift)
    if last is not None and shift is not None:
        last = Parts(year=year, month=month, day=last.day, shift=shift)
    return _checked(Written(start, end, first, last))


def _of_day(match: re.Match[str], year: str, month: str, day: str) -> Written | None:
    return _checked(Written(match.start(), match.end(), Parts(year=int(year), month=int(month), day=int(day))))


def _of_numeric(match: re.Match[str]) -> Written | None:
    """Day and month in numbers, where only one order is possible; points and Europe's habit put the day first."""
    one, other = int(match["a"]), int(match["b"])
    if match["s"] == "." or one > 12 or one == other:
        return _of_day(match, match["y"], match["b"], match["a"]) if other <= 12 else None
    if other > 12:
        return _of_day(match, match["y"], match["a"], match["b"])
    return None


def _of_era(match: re.Match[str], start: int) -> Written | None:
    name, number = match["era"], int(match["number"])
    if name.replace(".", "") == "AH":
        return Written(start, match.end(), Parts(fixed=hijri_year(number))) if 1 <= number <= 1600 else None
    year = year_of_era(name, number)
    return Written(start, match.end(), Parts(year=year)) if year else None


def _of_republican(match: re.Match[str], words: Lexicon) -> Written | None:
    months = [name.casefold() for name in words.republican_months]
    year = _ROMAN.get(match["y"]) or (int(match["y"]) if match["y"].isdecimal() else 0)
    day = republican_day(year, months.index(match["m"].casefold()) + 1, int(match["d"]))
    return Written(match.start(), match.end(), Parts(fixed=DateSpan.of_day(day))) if day else None


def _in_old_style(text: str, date: Written, forms: Patterns) -> Written:
    """The date itself, or in the Gregorian calendar if a mark beside it says that it is Julian."""
    first = date.first
    if first.day is None or first.year is None or first.month is None or date.last is not None:
        return date
    match = forms.old_style.match(text, date.end)
    if match is None:
        return date
    day = day_of_old_style(first.year, first.month, first.day)
    return Written(date.start, match.end(), Parts(fixed=DateSpan.of_day(day)))


def _year_of(match: re.Match[str]) -> int | None:
    if match["y"]:
        return int(match["y"])
    if match["year"]:
        return int(match["year"])
    return year_of_era(match["era"], int(match["number"])) if match["era"] else None


def _checked(date: Written) -> Written | None:
    """The date, or None where the calendar has no such day (in a leap year if the year is open)."""
    for parts in (date.first, date.last):
        if parts is not None and parts.month is not None and parts.day is not None:
            try:
                dt.date(2000 if parts.year is None else parts.year, parts.month, parts.day)
            except ValueError:
                return None
    return date


_PART = re.compile(r"(early|mid|late)(?:[-‐‑ \t\u00a0]|\n(?!\n)){1,2}(?:in )?(?:the )?", re.IGNORECASE)
_SEASON = re.compile(r"(spring|summer|autumn|fall)(?: of| in)?,?\s{1,2}(1\d{3}|20\d\d)(?![\w%]|[,.]\d)", re.IGNORECASE)
_DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
            "eighties": 1980, "nineties": 1990}  # fmt: skip
_DECADE_WORD = re.compile(r"[A-Za-z]{7,9}")
_THE_BEFORE = re.compile(r"\b[Tt]he (?:(?:early|mid|late)[- ])?$")
