"""The written dates of a text: one walk over its words and numbers, a try of patterns where one could begin."""

from __future__ import annotations

import re
from collections.abc import Callable

from chancery.reader.calendars.forms import (
    DECADES,
    from_decade_word,
    from_era,
    from_month,
    from_number,
    from_ordinal,
    from_part,
    from_season,
    from_weekday,
)
from chancery.reader.calendars.lexicon import Lexicon, lexicon
from chancery.reader.calendars.made import in_old_style
from chancery.reader.calendars.patterns import ORDINALS, Patterns, patterns
from chancery.reader.calendars.written import Written

_WORD = re.compile(r"\d+|[A-Za-z]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)>\]]{1,2000}")
# What may not stand before a number that begins a date: parts of longer numbers, money, versions.
_NOT_BEFORE = frozenset(".,:/$€£¥#№+_=&@%\\")

Try = Callable[[str, int, Lexicon, Patterns], Written | None]


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
            date = from_number(text, start, end, words, forms)
        else:
            attempt = tries.get(match.group().lower())
            if attempt is None or (start and text[start - 1].isalnum()):
                continue
            date = attempt(text, start, words, forms)
        if date is not None:
            date = in_old_style(text, date, forms)
            found.append(date)
            passed = date.end
    return found


def _tries(words: Lexicon) -> dict[str, Try]:
    tries: dict[str, Try] = {}
    tries.update(dict.fromkeys(words.months, from_month))
    tries.update(dict.fromkeys(words.weekdays, from_weekday))
    tries.update(dict.fromkeys(("early", "mid", "late"), from_part))
    tries.update(dict.fromkeys((word.split("-")[0] for word in ORDINALS), from_ordinal))
    tries.update(dict.fromkeys(words.seasons, from_season))
    tries.update({name.split()[0].split(".")[0].lower(): from_era for name in (*words.eras, *words.hijri)})
    tries.update(dict.fromkeys(DECADES, from_decade_word))
    return tries


def _inside_number(text: str, start: int) -> bool:
    """Whether the number is the later part of another, or of money or a version."""
    if start == 0:
        return False
    before = text[start - 1]
    if before in "-–—‑" and start > 1:
        return text[start - 2].isdigit() and before in "-‑"
    if before in ".,:/" and start > 1:
        # "Sept.30", "(2024),1999" are glued, "3.14" and "/2024/" are not
        return text[start - 2].isdigit() or before in ":/" or (before == "," and text[start - 2] == " ")
    return before in _NOT_BEFORE or before.isalnum()
