"""The calendar: gatherings by year and month, and the anniversaries that are near."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

import msgspec

from chancery.gazette.pages.asked import asked_span, field_of
from chancery.gazette.pages.dates_in_words import MONTHS, day_in_words
from chancery.gazette.pages.gathering import GatheringRow, gathering_row
from chancery.gazette.pages.paging import Slice, page_address, slice_of
from chancery.gazette.pages.parts import Page
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import ngettext
from chancery.register import RegisterReading
from chancery.register.views import GatheringView
from chancery.terms.dates import DateSpan

AHEAD = 31  # days after `on` in which an anniversary is near
NEAR_SHOWN = 12


class YearLink(msgspec.Struct, frozen=True, kw_only=True):
    year: int
    count: int
    href: str
    current: bool


class Anniversary(msgspec.Struct, frozen=True, kw_only=True):
    """A gathering whose day comes round on `day`, `years` after it; `words` says so."""

    day: dt.date
    years: int
    words: str
    row: GatheringRow


class CalendarRow(msgspec.Struct, frozen=True, kw_only=True):
    """A gathering, and the year and the month under which it stands; `month` is 0 where only the year is known."""

    year: int
    month: int
    month_name: str
    row: GatheringRow


class CalendarPage(Page, frozen=True, kw_only=True):
    """`first` and `last` as they were asked for; `on` is the day from which anniversaries are looked for."""

    first: str
    last: str
    on: dt.date
    years: tuple[YearLink, ...]
    anniversaries: tuple[Anniversary, ...]
    list: Slice[CalendarRow]


def calendar_page(
    register: RegisterReading, *, first: str = "", last: str = "", on: str = "", today: dt.date, number: int = 1
) -> CalendarPage:
    """`first`, `last` and `on` are dates as people write them, `on` the day `today` if it is empty.

    Raises QuestionError Q002.
    """
    first, last, on = map(field_of, (first, last, on))
    day = (asked_span(on).first if on else None) or today
    everything = register.gatherings()
    asked = everything
    if first or last:
        asked = register.gatherings(asked_span(first).first if first else None, asked_span(last).last if last else None)
    question = {name: value for name, value in (("from", first), ("to", last), ("on", on)) if value}
    folder = f"/gatherings?{urlencode(question)}" if question else "/gatherings"
    shown = slice_of(asked, number, folder)
    return CalendarPage(
        title=_("Gatherings"),
        address=page_address(folder, number),
        first=first,
        last=last,
        on=day,
        years=_years(everything, asked, on),
        anniversaries=anniversaries(everything, day),
        list=Slice(
            rows=tuple(_row(view) for view in shown.rows), total=shown.total, first=shown.first, last=shown.last,
            previous=shown.previous, next=shown.next,
        ),
    )  # fmt: skip


def anniversaries(gatherings: Sequence[GatheringView], on: dt.date) -> tuple[Anniversary, ...]:
    """Those that come round from `on` to a month later, in the order of their days, whole gatherings before sessions.

    One of 29 February comes round on 1 March in other years.
    """
    found = []
    for view in gatherings:
        start = view.start
        if start is None or start.precision != "day" or start.first is None or start.first.year >= on.year:
            continue
        day = _comes_round(start.first, on)
        if day is None or (day - on).days > AHEAD:
            continue
        years = day.year - start.first.year
        words = ngettext("{years} year on {day}", "{years} years on {day}", years)
        found.append(
            (day, view.part_of is not None, -_roundness(years), years, view.id, Anniversary(
                day=day, years=years, words=words.format(years=years, day=day_in_words(day)), row=gathering_row(view)
            ))
        )  # fmt: skip
    return tuple(each[-1] for each in sorted(found, key=lambda each: each[:-1])[:NEAR_SHOWN])


def _comes_round(day: dt.date, on: dt.date) -> dt.date | None:
    """The day of the year on which it comes round next, on or after `on`; None beyond the last year there is."""
    for year in (on.year, on.year + 1):
        if year > dt.MAXYEAR:
            return None
        leap = (day.month, day.day) == (2, 29) and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        again = dt.date(year, 3, 1) if leap else day.replace(year=year)
        if again >= on:
            return again
    return None


def _roundness(years: int) -> int:
    """Which of two anniversaries of one day people would rather hear of: 100 years before 50 before 10 before 7."""
    return next((weight for weight in (100, 50, 25, 10, 5) if years % weight == 0), 1)


def _years(everything: Sequence[GatheringView], asked: Sequence[GatheringView], on: str) -> tuple[YearLink, ...]:
    counted = Counter(_first(view).year for view in everything)
    shown = {_first(view).year for view in asked}
    only = next(iter(shown)) if len(shown) == 1 and len(asked) < len(everything) else None
    keep = {"on": on} if on else {}
    return tuple(
        YearLink(
            year=year,
            count=counted[year],
            href=f"/gatherings?{urlencode({'from': f'{year:04}', 'to': f'{year:04}'} | keep)}",
            current=year == only,
        )
        for year in sorted(counted)
    )


def _row(view: GatheringView) -> CalendarRow:
    first, start = _first(view), view.start
    assert start is not None and start.last is not None
    within = (first.year, first.month) == (start.last.year, start.last.month)
    return CalendarRow(
        year=first.year,
        month=first.month if within else 0,
        month_name=MONTHS[first.month - 1] if within else _("Some time in the year"),
        row=gathering_row(view),
    )


def _first(view: GatheringView) -> dt.date:
    start: DateSpan | None = view.start
    assert start is not None and start.first is not None  # `register.gatherings` gives the dated ones
    return start.first
