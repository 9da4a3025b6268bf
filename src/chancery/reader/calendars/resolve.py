"""From what stands in the text to dates: what a date leaves out comes from the report's day and from its neighbours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from chancery.reader.calendars.counting import day_of_month_near, days_from, unit_from, weekday_from
from chancery.reader.calendars.relative import Relative
from chancery.reader.calendars.surroundings import Surroundings
from chancery.reader.calendars.written import Parts, Written
from chancery.reader.calendars.years import StatedYears, year_near
from chancery.reader.draft import DateMention
from chancery.terms.dates import DateSpan

_REMEMBERED = 2500  # characters for which "that day" means the day named last
_WITHIN = 16  # days: "today (24)" in a report of the 25th is the day before, "(30)" on the 1st that of the month before
_LATE = 3  # days that a report can come out after its "today"


def resolved(
    dates: Sequence[Written], relatives: Sequence[Relative], dated: DateSpan | None, around: Surroundings
) -> list[DateMention]:
    """The mentions of a text in order, without overlaps; a written date stands before a relative one. What cannot be
    resolved is left out, but a day or month without its year stays as that."""
    years = StatedYears(dates, around)
    report = dated.first if dated is not None and dated.precision == "day" else None
    told = _day_told(relatives, report) if report is not None else None
    mentions: list[DateMention] = []
    named: DateMention | None = None
    for thing in _in_order(dates, relatives):
        if isinstance(thing, Written):
            mention = _written(thing, years, dated, around)
        else:
            before = _before(thing, mentions[-1] if thing.unit and mentions else named, report)
            span = _counted(thing, (told or report) if thing.kind == "day" else report, before, dated, around)
            mention = DateMention(thing.start, thing.end, span) if span else None
        if mention is None:
            continue
        mentions.append(mention)
        if mention.span.precision != "year" or named is None or named.span.precision == "year":
            named = mention
    return mentions


def _before(words: Relative, named: DateMention | None, report: dt.date | None) -> dt.date | None:
    """The day that "that day", "that year" go back to: the date named last, if it is precise enough."""
    if words.kind != "after mention":
        return None
    if named is None or words.start - named.end > _REMEMBERED:
        return report
    return named.span.first if words.unit or named.span.precision == "day" else None


def _day_told(relatives: Sequence[Relative], report: dt.date) -> dt.date | None:
    """The day that "today" is in the text: the one that "today (17)" tells, in a report that came out the day after."""
    for words in relatives:
        if words.kind == "day" and words.number == 0 and words.ordinal is not None:
            near = day_of_month_near(report, words.ordinal, future=None)
            if near is not None and near.first is not None and abs((near.first - report).days) <= _LATE:
                return near.first
    return None


def _in_order(dates: Sequence[Written], relatives: Sequence[Relative]) -> list[Written | Relative]:
    together: list[Written | Relative] = [*dates, *relatives]
    together.sort(key=lambda thing: (thing.start, isinstance(thing, Relative)))
    kept: list[Written | Relative] = []
    for thing in together:
        if kept and thing.start < kept[-1].end:
            if isinstance(thing, Written) and isinstance(kept[-1], Relative):
                kept[-1] = thing
            continue
        kept.append(thing)
    return kept


def _written(date: Written, years: StatedYears, dated: DateSpan | None, around: Surroundings) -> DateMention | None:
    first, last = date.first, date.last
    year: int | None = None
    if not first.complete:
        if dated is not None and dated.first is not None:
            year = year_near(first, dated, future=around.future(date.start), stated=years.just_before(date))
        elif first.towards is None and first.shift is None:
            # In a report whose own year is not told, only the same sentence can tell the year of another day.
            year = years.nearest(date) if dated is None else years.in_sentence(date)
    span = first.span(year)
    if span is None:
        return None
    until = _until(first, last, year) if last is not None else None
    return DateMention(date.start, date.end, span, until if until != span else None)


def _until(first: Parts, last: Parts, year: int | None) -> DateSpan | None:
    """The end of a range; over the turn of a year where its month is the earlier one."""
    if year is not None and first.month is not None and last.month is not None and last.month < first.month:
        year += 1
    return last.span(year)


def _counted(
    words: Relative, report: dt.date | None, before: dt.date | None, dated: DateSpan | None, around: Surroundings
) -> DateSpan | None:
    if words.kind == "after mention":
        return unit_from(before, words.number, words.unit or "day") if before else None
    if report is None:
        if words.kind == "unit" and words.unit == "year" and dated is not None and dated.first is not None:
            return unit_from(dated.first, words.number, words.unit, words.part)
        return None
    if words.ordinal is not None:
        near = day_of_month_near(report, words.ordinal, future=None)
        if near is not None and near.first is not None and abs((near.first - report).days) <= _WITHIN:
            return near
    match words.kind:
        case "day":
            return days_from(report, words.number)
        case "unit":
            return unit_from(report, words.number, words.unit, words.part)
        case "ago":
            return unit_from(report, -words.number, words.unit)
        case "weekday":
            return weekday_from(report, words.number, step=words.step, future=around.future(words.start))
        case "day of month":
            return day_of_month_near(report, words.number, future=around.future(words.start))
