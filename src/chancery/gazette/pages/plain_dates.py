"""Dates by themselves, as a list or a heading gives them."""

from __future__ import annotations

import datetime as dt

from chancery.gazette.tongue import ENGLISH, language, pgettext
from chancery.gazette.tongue import gettext as _
from chancery.terms.dates import DateSpan

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def month_name(number: int) -> str:
    """The month from 1 to 12, as it stands in a date; in other languages than English by CLDR."""
    if language() == ENGLISH:
        return MONTHS[number - 1]
    from babel.dates import get_month_names  # heavy, and never needed on the command line

    return str(get_month_names("wide", context="format", locale=language())[number])


def day_in_words(day: dt.date) -> str:
    """A day as "3 July 1933"."""
    return _("{day} {month} {year}").format(day=_ordinal(day.day), month=month_name(day.month), year=day.year)


def date_in_words(date: DateSpan) -> str:
    """A date as "3 July 1933", "late July 1933", "July 1933", "1933", "the 1930s", "22 September, year not stated"."""
    if date.first is None or date.last is None:
        assert date.month is not None
        month = month_name(date.month)
        if date.day:
            return _("{day} {month}, year not stated").format(day=_ordinal(date.day), month=month)
        return _("{month}, year not stated").format(month=month)
    match date.precision:
        case "day":
            return day_in_words(date.first)
        case "month":
            return _("{month} {year}").format(month=month_name(date.first.month), year=date.first.year)
        case "part of month":
            part = _part_of_month(date.first, date.last)
            return part.format(month=month_name(date.first.month), year=date.first.year)
        case "year":
            return str(date.first.year)
        case "decade":
            return _("the {year}s").format(year=date.first.year)
        case _:
            return _("between {first} and {last}").format(first=day_in_words(date.first), last=day_in_words(date.last))


def _part_of_month(first: dt.date, last: dt.date) -> str:
    if last.day <= 10:
        return _("early {month} {year}")
    return _("late {month} {year}") if first.day > 20 else _("mid {month} {year}")


def _ordinal(day: int) -> str:
    """Some languages count the first of a month and number the others."""
    return pgettext("day of the month", "1") if day == 1 else str(day)
