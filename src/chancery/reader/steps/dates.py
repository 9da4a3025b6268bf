"""Dates: the day the report is of, and every day, month and year that the text names."""

from __future__ import annotations

import re
from bisect import bisect_right

from chancery.reader.calendars.find import written_dates
from chancery.reader.calendars.lexicon import Lexicon, lexicon
from chancery.reader.calendars.ranges import joined_ranges
from chancery.reader.calendars.report_day import day_of_report
from chancery.reader.calendars.written import Parts, Written
from chancery.reader.calendars.years import stated_year, year_near
from chancery.reader.draft import DateMention, Draft
from chancery.terms.dates import DateSpan
from chancery.terms.document import UNREAD_FURNITURE

_WORDS = re.compile(r"[A-Za-z]+")
_BLOCK = 1500  # characters that a paragraph is looked back for
_SENTENCE = 300


def run(draft: Draft) -> None:
    """Fill `draft.dated` and `draft.dates`, in order and without overlaps; nothing from furniture that is not read."""
    language = draft.layer.language
    words = lexicon(language)
    dates = joined_ranges(draft.text, written_dates(draft.text, language))
    draft.dated = day_of_report(draft.document, draft.layer, dates, language=language)
    furniture = [part for part in draft.layer.furniture if part.kind in UNREAD_FURNITURE]
    unread = sorted((part.start, part.end) for part in furniture)
    starts = [start for start, _ in unread]
    for index, date in enumerate(dates):
        place = bisect_right(starts, date.start) - 1
        if place >= 0 and date.start < unread[place][1]:
            continue
        mention = _mention(draft, dates, index, words)
        if mention is not None:
            draft.dates.append(mention)


def _mention(draft: Draft, dates: list[Written], index: int, words: Lexicon) -> DateMention | None:
    date = dates[index]
    year = None if date.first.complete else _year(draft, dates, index, words)
    span = date.first.span(year)
    if span is None:
        return None
    until = _until(date.first, date.last, span, year) if date.last is not None else None
    return DateMention(date.start, date.end, span, until)


def _until(first: Parts, last: Parts, span: DateSpan, year: int | None) -> DateSpan | None:
    """The end of a range; over the turn of a year where its month is the earlier one."""
    if year is not None and first.month is not None and last.month is not None and last.month < first.month:
        year += 1
    until = last.span(year)
    return until if until != span else None


def _year(draft: Draft, dates: list[Written], index: int, words: Lexicon) -> int | None:
    date = dates[index]
    block = max(draft.text.rfind("\n\n", max(0, date.start - _BLOCK), date.start), date.start - _BLOCK, 0)
    if draft.dated is None or draft.dated.first is None:
        return None if date.first.towards is not None else stated_year(dates, index, block_start=block)
    before = _WORDS.findall(
        draft.text, max(0, draft.text.rfind(". ", max(0, date.start - _SENTENCE), date.start)), date.start
    )
    return year_near(date.first, draft.dated, future=not words.future.isdisjoint(word.lower() for word in before[-60:]))
