"""The day that a report is of: as the page says, or its dateline, or its first lines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from chancery.reader.calendars.find import written_dates
from chancery.reader.calendars.written import Written
from chancery.reader.calendars.years import year_of_report
from chancery.terms.dates import DateSpan
from chancery.terms.document import Document, TextLayer

_TOP = 2000  # characters in which a dateline can stand
_TOP_LINES = 10
_SHORT_LINE = 110
_LONGEST_DATELINE = 90  # characters from the line's start to its date
# What closes a dateline that running text follows: "TRENTON, NJ, June 25, 2025 /Agency/ --", "Paris, May 5 (Agency)".
_CLOSES = re.compile(r"\s{0,3}(?:\d\d:\d\d\s?)?(?:\(|/|—|–|--|-\s|:|\||$|\n|\*\*)")
_SAYS_SO = re.compile(r"\W{0,5}(?:date|dated|published|posted|issued|released)\W{0,5}(?:on\s)?$", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[a-z]{4}[.!?][\"”’)]{0,2}(?:\s|$)|[\d)][.!?][\"”’)]{0,2}$|\b(?:was|were|is|are|has|have|had|will)\b"
)


def day_of_report(document: Document, layer: TextLayer, dates: Sequence[Written], *, language: str) -> DateSpan | None:
    """The day (or month, or year) of the report; without its year only where nothing in the document tells it."""
    if document.published is not None:
        return document.published
    text = layer.text
    for furniture in layer.furniture:
        if furniture.kind in ("date line", "dateline"):
            inside = [date for date in dates if furniture.start <= date.start and date.end <= furniture.end]
            found = _span(inside, dates)
            if found is not None:
                return found
    if document.dateline:
        found = _span(written_dates(document.dateline, language), dates)
        if found is not None:
            return found
    datelines, headings = _top_dates(text, dates)
    return _span(datelines[:1], dates) or _span(headings, dates)


def _span(candidates: Sequence[Written], dates: Sequence[Written]) -> DateSpan | None:
    """The first full day among the candidates, else the first day and month with the year that the text tells."""
    for date in candidates:
        day = date.first.full_day
        if day is not None:
            return DateSpan.of_day(day)
    for date in candidates:
        if date.first.day is not None and date.first.month is not None:
            return _yearless(date, year_of_report(date.first.month, dates))
    return None


def _yearless(date: Written, year: int | None) -> DateSpan | None:
    first = date.first
    if year is not None and first.weekday is not None and first.month is not None and first.day is not None:
        for candidate in (year, year + 1, year - 1):
            if (
                dt.date(candidate, first.month, min(first.day, 28)).weekday()
                == (first.weekday - max(0, first.day - 28)) % 7
            ):
                return first.span(candidate)
    return first.span(year)


def _top_dates(text: str, dates: Sequence[Written]) -> tuple[list[Written], list[Written]]:
    """Days in the first lines that stand as a dateline, and those in a short line that is no sentence."""
    datelines: list[Written] = []
    headings: list[Written] = []
    lines = 0
    line_start = 0
    tops = iter(date for date in dates if date.start < _TOP)
    date = next(tops, None)
    while date is not None and line_start < min(len(text), _TOP) and lines < _TOP_LINES:
        line_end = text.find("\n", line_start)
        line_end = len(text) if line_end < 0 else line_end
        while date is not None and date.start < line_end:
            if date.first.day is not None or date.first.full_day is not None:
                line = text[line_start:line_end].strip()
                lead = text[line_start : date.start]
                if _SAYS_SO.match(lead) or (
                    len(lead) <= _LONGEST_DATELINE and _CLOSES.match(text, date.end) and not _SENTENCE.search(lead)
                ):
                    datelines.append(date)
                elif date.first.complete and len(line) <= _SHORT_LINE and not _SENTENCE.search(line):
                    headings.append(date)
            date = next(tops, None)
        lines += bool(text[line_start:line_end].strip())
        line_start = line_end + 1
    return datelines, headings
