"""The calendar: gatherings by year and month, and the anniversaries that are near."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlencode

import msgspec

from chancery.gazette.pages.asked import asked_span, field_of
from chancery.gazette.pages.dates_in_words import day_in_words
from chancery.gazette.pages.gathering import GatheringRow, gathering_row
from chancery.gazette.pages.paging import page_address
from chancery.gazette.pages.parts import Page
from chancery.gazette.pages.phrases import capital
from chancery.gazette.pages.plain_dates import month_name
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import ngettext
from chancery.register import RegisterReading
from chancery.register.views import GatheringView

SHOWN = 200  # tellings on a page, or those of one day if there are more
AHEAD = 31  # days after `on` in which an anniversary is near
NEAR_SHOWN = 12

Days = list[tuple[dt.date, int]]  # on which gatherings began, each with how many tellings it has


class YearLink(msgspec.Struct, frozen=True, kw_only=True):
    year: int
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
    rows: tuple[CalendarRow, ...]
    previous: str | None
    next: str | None


def calendar_page(
    register: RegisterReading, *, first: str = "", last: str = "", on: str = "", today: dt.date, number: int = 1
) -> CalendarPage:
    """`first`, `last` and `on` are dates as people write them, `on` the day `today` if it is empty.

    Raises QuestionError Q002.
    """
    first, last, on = map(field_of, (first, last, on))
    day = (asked_span(on).first if on else None) or today
    begin = asked_span(first).first if first else None
    end = asked_span(last).last if last else None
    days = register.gathering_days()
    stretches = _stretches(days, begin, end)
    number = min(max(number, 1), max(len(stretches), 1))
    question = {name: value for name, value in (("from", first), ("to", last), ("on", on)) if value}
    folder = f"/gatherings?{urlencode(question)}" if question else "/gatherings"
    return CalendarPage(
        title=_("Gatherings"),
        address=page_address(folder, number),
        first=first,
        last=last,
        on=day,
        years=_years(days, first, last, on),
        anniversaries=anniversaries(register, days, day),
        rows=tuple(_rows(register, stretches[number - 1], opening=number == 1)) if stretches else (),
        previous=page_address(folder, number - 1) if number > 1 else None,
        next=page_address(folder, number + 1) if number < len(stretches) else None,
    )


def _stretches(days: Days, begin: dt.date | None, end: dt.date | None) -> list[tuple[dt.date, dt.date]]:
    """The days that were asked for in stretches of about a page each; the first from `begin` on, and never none."""
    found: list[tuple[dt.date, dt.date]] = []
    first, told = begin or dt.date.min, 0
    inside = [(day, count) for day, count in days if (begin is None or day >= begin) and (end is None or day <= end)]
    for day, count in inside:
        if told and told + count > SHOWN:
            found.append((first, day - dt.timedelta(days=1)))
            first, told = day, 0
        told += count
    last = end or (inside[-1][0] if inside else begin)
    return [*found, (first, last)] if last is not None and first <= last else found


def _rows(register: RegisterReading, stretch: tuple[dt.date, dt.date], *, opening: bool) -> Iterable[CalendarRow]:
    """Those that began in the stretch, and on the opening page those that were still going on when it began."""
    first, last = stretch
    for view in register.gatherings(first, last):
        began = _first(view)
        if began <= last and (opening or began >= first):
            yield _row(view)


def anniversaries(register: RegisterReading, days: Days, on: dt.date) -> tuple[Anniversary, ...]:
    """Those that come round from `on` to a month later, in the order of their days; of one day whole gatherings before
    sessions, then the rounder before the less round. One of 29 February comes round on 1 March in other years."""
    near = sorted(
        (again, day) for day, _ in days if day.year < on.year and (again := _comes_round(day, on)) is not None
    )
    found: list[tuple[tuple[object, ...], Anniversary]] = []
    for again, day in near:
        if len(found) >= NEAR_SHOWN and again > found[-1][1].day:
            break
        for view in register.gatherings(day, day):
            if _first(view) == day and view.start is not None and view.start.precision == "day":
                years = again.year - day.year
                order = (again, view.part_of is not None, -_roundness(years), years, view.id)
                found.append((order, _anniversary(view, again, years)))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0])[:NEAR_SHOWN])


def _anniversary(view: GatheringView, again: dt.date, years: int) -> Anniversary:
    words = ngettext("{years} year on {day}", "{years} years on {day}", years)
    return Anniversary(
        day=again, years=years, words=words.format(years=years, day=day_in_words(again)), row=gathering_row(view)
    )


def _comes_round(day: dt.date, on: dt.date) -> dt.date | None:
    """The day on which it comes round in the month after `on`, if it does."""
    for year in (on.year, on.year + 1):
        if year > dt.MAXYEAR:
            return None
        leap = (day.month, day.day) == (2, 29) and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        again = dt.date(year, 3, 1) if leap else day.replace(year=year)
        if 0 <= (again - on).days <= AHEAD:
            return again
    return None


def _roundness(years: int) -> int:
    """Which of two anniversaries of one day people would rather hear of: 100 years before 50 before 10 before 7."""
    return next((weight for weight in (100, 50, 25, 10, 5) if years % weight == 0), 1)


def _years(days: Days, first: str, last: str, on: str) -> tuple[YearLink, ...]:
    keep = {"on": on} if on else {}
    years = [f"{year:04}" for year in sorted({day.year for day, _ in days})]
    return tuple(
        YearLink(
            year=int(year),
            href=f"/gatherings?{urlencode({'from': year, 'to': year} | keep)}",
            current=first == last == year,
        )
        for year in years
    )


def _row(view: GatheringView) -> CalendarRow:
    first, start = _first(view), view.start
    assert start is not None and start.last is not None
    within = (first.year, first.month) == (start.last.year, start.last.month)
    return CalendarRow(
        year=first.year,
        month=first.month if within else 0,
        month_name=capital(month_name(first.month)) if within else _("Some time in the year"),
        row=gathering_row(view),
    )


def _first(view: GatheringView) -> dt.date:
    assert view.start is not None and view.start.first is not None  # `register.gatherings` gives the dated ones
    return view.start.first
