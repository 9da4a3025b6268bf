"""Dates behind "on", "from", "since", "to" and "until": other languages choose the word by what the date is."""

from __future__ import annotations

from chancery.gazette.pages.plain_dates import date_in_words
from chancery.gazette.tongue import in_context, pgettext
from chancery.terms.dates import DateSpan

_ON = (
    in_context("a day", "on {date}"),
    in_context("a month or a year", "in {date}"),
    in_context("a part of a month", "in {date}"),
    in_context("a decade", "in {date}"),
    in_context("days between two", "in {date}"),
)
_FROM = (
    in_context("a day", "from {date}"),
    in_context("a month or a year", "from {date}"),
    in_context("a part of a month", "from {date}"),
    in_context("a decade", "from {date}"),
    in_context("days between two", "from {date}"),
)
_BEGINNING = (
    in_context("beginning on a day", "from {date}"),
    in_context("beginning in a month or a year", "from {date}"),
    in_context("beginning in a part of a month", "from {date}"),
    in_context("beginning in a decade", "from {date}"),
    in_context("beginning between two days", "from {date}"),
)
_SINCE = (
    in_context("a day", "since {date}"),
    in_context("a month or a year", "since {date}"),
    in_context("a part of a month", "since {date}"),
    in_context("a decade", "since {date}"),
    in_context("days between two", "since {date}"),
)
_TO = (
    in_context("a day", "to {date}"),
    in_context("a month or a year", "to {date}"),
    in_context("a part of a month", "to {date}"),
    in_context("a decade", "to {date}"),
    in_context("days between two", "to {date}"),
)
_UNTIL = (
    in_context("a day", "until {date}"),
    in_context("a month or a year", "until {date}"),
    in_context("a part of a month", "until {date}"),
    in_context("a decade", "until {date}"),
    in_context("days between two", "until {date}"),
)


def on_in_words(date: DateSpan) -> str:
    """ "on 3 July 1933", "in July 1933"."""
    return _said(_ON, date)


def from_in_words(date: DateSpan) -> str:
    """ "from 3 July 1933", before "to 5 July 1933"."""
    return _said(_FROM, date)


def beginning_in_words(date: DateSpan) -> str:
    """ "from 3 July 1933", by itself."""
    return _said(_BEGINNING, date)


def since_in_words(date: DateSpan) -> str:
    """ "since 3 July 1933"."""
    return _said(_SINCE, date)


def to_in_words(date: DateSpan) -> str:
    """ "to 3 July 1933"."""
    return _said(_TO, date)


def until_in_words(date: DateSpan) -> str:
    """ "until 3 July 1933"."""
    return _said(_UNTIL, date)


def _said(forms: tuple[tuple[str, str], ...], date: DateSpan) -> str:
    return pgettext(*forms[_kind(date)]).format(date=date_in_words(date))


def _kind(date: DateSpan) -> int:
    """Which of the five forms a date takes."""
    match date.precision:
        case "day":
            return 0
        case "yearless":
            return 0 if date.day else 1
        case "month" | "year":
            return 1
        case "part of month":
            return 2
        case "decade":
            return 3
        case _:
            return 4
