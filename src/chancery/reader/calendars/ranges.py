"""Ranges: "August 13-31", "from 19 January 1954 until 10 February 1954", "between 1990 and 1995"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chancery.reader.calendars.patterns import day_number
from chancery.reader.calendars.written import Parts, Written

_LINK = re.compile(
    r"\s{0,3}(?:-{1,2}|‐|–|—|to|until|till|through|up to|and ending on)\s{1,3}(?:the\s)?|\s{0,3}(?:-{1,2}|‐|–|—)\s{0,3}"
)
_AND = re.compile(r"\s{1,3}and\s{1,3}(?:the\s)?")
_BETWEEN = re.compile(r"\b[Bb]etween\s{1,3}(?:the\s)?$")
_LONGEST_LINK = 16
# After "May 13 and 14" a word like these goes on with the sentence; any other may be counted: "May 13 and 24 people".
_GOES_ON = re.compile(
    r"\s{0,3}(?:$|[^\s\w]|\d{4}|\n\n|(?:at|in|on|with|to|for|by|of|from|the|this|and|as|was|were|a|an|held|organi[sz]ed|under)\b)"
)


def second_day(text: str, match: re.Match[str], *, day_first: bool) -> int | None:
    """The last day of "13-31 August" or "August 13 and 14", or None where the second number is none."""
    day, second = (day_number(match[name]) for name in ("d", "d2"))
    if second <= day:
        return None
    joined = match["to"].split()[-1]
    if not day_first and joined in ("and", "or", "&", "to") and not (match["y"] or match["era"]):
        return second if _GOES_ON.match(text, match.end("d2")) else None
    return second


def joined_ranges(text: str, dates: Sequence[Written]) -> list[Written]:
    """The dates with each two that a word or a dash joins to a range made one; the year said once is for both."""
    joined: list[Written] = []
    for date in dates:
        if joined:
            both = _joined(text, joined[-1], date)
            if both is not None:
                joined[-1] = both
                continue
        joined.append(date)
    return joined


def _joined(text: str, one: Written, other: Written) -> Written | None:
    if one.last is not None or other.last is not None or other.start - one.end > _LONGEST_LINK:
        return None
    between = text[one.end : other.start]
    if not _LINK.fullmatch(between) and not (
        _AND.fullmatch(between) and _BETWEEN.search(text, max(0, one.start - 14), one.start)
    ):
        return None
    first, last = one.first, other.first
    if first.fixed is not None or last.fixed is not None:
        same = first.fixed is not None and last.fixed is not None
    else:
        same = (first.day is None) == (last.day is None) and (first.month is None) == (last.month is None)
    if not same:
        return None
    if first.year is None and last.year is not None and first.month is not None and last.month is not None:
        first = replace(first, year=last.year - (first.month > last.month))
    elif last.year is None and first.year is not None and first.month is not None and last.month is not None:
        last = replace(last, year=first.year + (first.month > last.month))
    if not _in_order(first, last):
        return None
    return Written(one.start, other.end, first, last)


def _in_order(first: Parts, last: Parts) -> bool:
    one, other = first.span(), last.span()
    return (
        one is not None and other is not None and (one.first is None or other.first is None or one.first < other.first)
    )
