"""Dates and the ends of tenures as people write them, saying no more than is known."""

from __future__ import annotations

from chancery.gazette.pages.dates_in_sentences import (
    beginning_in_words,
    from_in_words,
    on_in_words,
    since_in_words,
    to_in_words,
    until_in_words,
)
from chancery.gazette.pages.plain_dates import MONTHS, date_in_words, day_in_words
from chancery.gazette.tongue import gettext as _
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Stretch, Tenure, TenureEnd

__all__ = [
    "MONTHS", "date_in_words", "day_in_words", "finish_in_words", "on_date_in_words", "period_in_words",
    "role_in_words", "start_in_words", "tenure_in_words",
]  # fmt: skip


def start_in_words(end: TenureEnd) -> str:
    """How a tenure began: "from 3 July 1933", "at least from 1933", "start not stated"."""
    if end.date is None:
        return _("start not stated")
    match end.kind:
        case "known":
            return beginning_in_words(end.date)
        case "scheduled":
            return _("to begin {on_date}").format(on_date=on_in_words(end.date))
        case _:
            return _("at least {from_date}").format(from_date=beginning_in_words(end.date))


def finish_in_words(end: TenureEnd) -> str:
    """How a tenure ended: "until 30 June 1940", "at least until 1940", "ended, date unknown"."""
    if end.date is None:
        return _("ended, date unknown") if end.kind == "ended, date unknown" else _("end not stated")
    match end.kind:
        case "known":
            return until_in_words(end.date)
        case "ended, date unknown":
            return _("ended by {date}, date unknown").format(date=date_in_words(end.date))
        case "scheduled":
            return _("term due to end {date}").format(date=date_in_words(end.date))
        case "silent since":
            return _("nothing said {since_date}").format(since_date=since_in_words(end.date))
        case _:
            return _("at least {until_date}").format(until_date=until_in_words(end.date))


def tenure_in_words(tenure: Tenure) -> str:
    """Both ends in one line; a single attestation is said as such."""
    start, end = tenure.start, tenure.end
    rests = "".join(_("; on leave {when}").format(when=_stretch_in_words(each)) for each in tenure.leave)
    rests += "".join(_("; the body suspended {when}").format(when=_stretch_in_words(each)) for each in tenure.suspended)
    if start.date is not None and start.date == end.date and end.kind in ("at least", "silent since"):
        if start.kind == "at least":
            return _("attested {date}").format(date=date_in_words(start.date)) + rests
        return start_in_words(start) + rests
    if start.date is None and end.date is None and end.kind == "unknown":
        return _("dates not stated") + rests
    return f"{start_in_words(start)}, {finish_in_words(end)}{rests}"


def _stretch_in_words(stretch: Stretch) -> str:
    if stretch.first is not None and stretch.first == stretch.last:
        return on_in_words(stretch.first)
    if stretch.first is None:
        return _("at times not stated") if stretch.last is None else to_in_words(stretch.last)
    if stretch.last is None:
        return beginning_in_words(stretch.first)
    return f"{from_in_words(stretch.first)} {to_in_words(stretch.last)}"


def role_in_words(tenure: Tenure) -> str:
    """The role, with what is said of the holding if the role does not say it itself: "candidate for", "acting"."""
    role = tenure.post.role
    if tenure.standing == "candidate":
        return _("candidate for {role}").format(role=role)
    says_so = role.casefold().startswith(("acting", "interim"))
    return _("acting {role}").format(role=role) if tenure.acting and not says_so else role


def on_date_in_words(date: DateSpan | None) -> str:
    """A date at the end of a line: " on 3 July 1933", " in 1933", and nothing for None."""
    return "" if date is None else f" {on_in_words(date)}"


def period_in_words(start: DateSpan | None, end: DateSpan | None) -> str:
    """Days from one to another: "on 3 July 1933", "from 3 July 1933 to 5 July 1933", and "without a date"."""
    if start is None:
        return _("without a date") if end is None else until_in_words(end)
    if end is None or end == start:
        return on_in_words(start)
    return f"{from_in_words(start)} {to_in_words(end)}"
