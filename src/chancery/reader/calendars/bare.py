"""Years and months that stand alone: "in 1934", "2013–2017", "in June". What stands beside them decides."""

from __future__ import annotations

import re

from chancery.reader.calendars.lexicon import Lexicon
from chancery.reader.calendars.patterns import Patterns
from chancery.reader.calendars.written import Parts, Written

_WORD_BEFORE = re.compile(r"([A-Za-z.]{1,14})\.?[\s(\"“‘*_-]{0,4}$")
_WORD_AFTER = re.compile(r"[ \t\u00a0]{0,3}\n?[ \t\u00a0]{0,4}(?<=\s)([A-Za-z]{1,16})")
_ORDINARY = range(1700, 2100)
_LONGEST_RANGE = 400  # years
_REACH = 20


def bare_years(text: str, start: int, words: Lexicon, forms: Patterns) -> Written | None:
    """A year, or a range of two, that no day or month goes with; None for a number that is no year."""
    match = forms.years.match(text, start)
    if match is None:
        return None
    year = int(match["y"])
    last = _second_year(year, match)
    if last is None and (match["y2"] or match["y3"]):
        return None
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    word_before = before[1].lower().strip(".") if before else ""
    if word_before in words.numbered and last is None:
        return None
    after = _WORD_AFTER.match(text, match.end())
    if after is not None and last is None:
        follower = after[1]
        if follower.lower() in words.counted:
            return None
        # "in 2000 delegates": a round number before a small-letter plural counts
        if year % 50 == 0 and follower.islower() and follower.endswith("s") and follower not in _SMALL_VERBS:
            return None
    if year not in _ORDINARY and last is None and word_before not in words.year_prepositions:
        return None
    if text[match.end() : match.end() + 1] in ("-", "‑") and text[match.end() + 1 : match.end() + 2].isalpha():
        return None  # "2000-strong", "1600-meter"
    parts = Parts(year=year)
    return Written(start, match.end(), parts, Parts(year=last) if last else None, bare=True)


def _second_year(year: int, match: re.Match[str]) -> int | None:
    written = match["y2"] or match["y3"]
    if not written:
        return None
    last = int(written) if len(written) == 4 else year - year % 100 + int(written)
    return last if year < last <= year + _LONGEST_RANGE else None


# After these a word like "June" or "March" is the month even before a capital: "In June President ..."
_SURE = frozenset({"in", "since", "until", "during", "last", "next", "early", "late", "mid"})
_EVERY_YEAR = re.compile(
    r"(?:\s{1,3}(?:and|to|or|through)\s{1,3}[A-Z][a-z]{2,8})?\s{1,3}(?:(?:of\s)?(?:each|every)\syear|annually)"
)
_SMALL_VERBS = frozenset({"was", "is", "has", "as", "its", "his", "this", "does"})


def bare_month(text: str, match: re.Match[str], month: int, words: Lexicon) -> Written | None:
    """A month that no day or year goes with: after a preposition, and in small letters but for its first."""
    name = match["month"]
    if not (name[0].isupper() and name[1:].islower()) or name.casefold() in words.weekdays:
        return None
    before = _WORD_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    word_before = before[1].lower() if before else ""
    after = None if match.group().endswith(".") else _WORD_AFTER.match(text, match.end())
    if word_before == "the":
        # "the April resolution"; not "the March on the capital", "the May Fourth Movement"
        if after is None or after[1].lower() in words.small_words or name == "May":
            return None
    elif word_before not in words.month_prepositions:
        return None
    elif name.casefold() in words.common_months:
        if len(name) < 4 and name != "May":
            return None
        if word_before not in _SURE and after is not None and after[1][0].isupper():
            return None
    if _EVERY_YEAR.match(text, match.end()):
        return None
    towards = {"last": -1, "next": 1}.get(word_before)
    start = before.start(1) if before is not None and word_before in ("last", "next", "this") else match.start()
    end = match.end("month") if name.casefold() in words.full_months else match.end()
    return Written(start, end, Parts(month=month, towards=towards))
