"""Which date goes with which words: questions that the steps which draw facts put to the dates found."""

from __future__ import annotations

import re
from bisect import bisect_left

from chancery.reader.draft import DateMention, Draft

_BY_PREPOSITION = re.compile(r"\b(?:on|in|since|from|until|till|by|dated|of|during)\s{1,3}(?:the\s)?$", re.IGNORECASE)
_REACH = 14
# In characters: how much nearer a date counts that a preposition ties to the sentence, how much farther one that stands
# in another clause.
_TIED = 40
_OTHER_CLAUSE = 60
_CLAUSE = re.compile(r"[;:]|,?\s(?:and|but|while|which|who|when)\s")


def dates_between(draft: Draft, start: int, end: int) -> list[DateMention]:
    """The dates that lie wholly within the half-open stretch, in order."""
    first = bisect_left(draft.dates, start, key=lambda date: date.start)
    after = bisect_left(draft.dates, end, key=lambda date: date.start)
    return [date for date in draft.dates[first:after] if date.end <= end]


def nearest_date(draft: Draft, start: int, end: int, *, within: tuple[int, int]) -> DateMention | None:
    """The date that goes best with the words at [start, end), among those in `within` (their sentence or clause).

    Nearness decides, in characters; a date tied by a preposition ("on", "in") is preferred, and one beyond the border
    of a clause is put back. None where there is no date.
    """
    best: tuple[int, int] | None = None
    found: DateMention | None = None
    for date in dates_between(draft, *within):
        cost = _cost(draft.text, date, start, end)
        if best is None or (cost, date.start) < best:
            best, found = (cost, date.start), date
    return found


def _cost(text: str, date: DateMention, start: int, end: int) -> int:
    if date.start < end and start < date.end:
        return 0
    between = text[end : date.start] if date.start >= end else text[date.end : start]
    cost = len(between)
    if _BY_PREPOSITION.search(text, max(0, date.start - _REACH), date.start):
        cost -= _TIED
    if _CLAUSE.search(between):
        cost += _OTHER_CLAUSE
    return cost
