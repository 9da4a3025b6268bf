"""Dates: the day the report is of, and every day, month and year that the text names."""

from __future__ import annotations

from bisect import bisect_right

from chancery.reader.calendars.find import written_dates
from chancery.reader.calendars.ranges import joined_ranges
from chancery.reader.calendars.relative import relative_words
from chancery.reader.calendars.report_day import day_of_report
from chancery.reader.calendars.resolve import resolved
from chancery.reader.calendars.surroundings import Surroundings
from chancery.reader.draft import Draft
from chancery.terms.document import UNREAD_FURNITURE


def run(draft: Draft) -> None:
    """Fill `draft.dated` and `draft.dates`, in order and without overlaps; nothing from furniture that is not read."""
    text, language = draft.layer.text, draft.layer.language
    dates = joined_ranges(text, written_dates(text, language))
    draft.dated = day_of_report(draft.document, draft.layer, dates, language=language)
    mentions = resolved(dates, relative_words(text, language), draft.dated, Surroundings(text, language))
    unread = sorted((part.start, part.end) for part in draft.layer.furniture if part.kind in UNREAD_FURNITURE)
    starts = [start for start, _ in unread]
    for mention in mentions:
        place = bisect_right(starts, mention.start) - 1
        if place < 0 or mention.start >= unread[place][1]:
            draft.dates.append(mention)
