"""Changes in words: the day as far as it is known, and what changed."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.gazette.pages.views_in_words import fact_row
from chancery.register.change_views import Change
from chancery.register.views import AttendanceView, FactView, GatheringView
from chancery.terms.entities import Tenure

_MARKS = {"reported": "as reported", "announced": "announced", "proposed": "planned"}


def day_of_change(change: Change) -> str:
    """The day, month or year under which the change stands."""
    return date_in_words(change.date)


def change_in_words(change: Change) -> str:
    """ "Ana Lopes elected President, Relief Committee (as reported)"."""
    marks = [_MARKS[change.known]] if change.known in _MARKS else []
    marks += ["may lie outside these days"] if change.partly else []
    said = _post(change, change.fact) if isinstance(change.fact, Tenure) else ""
    if not isinstance(change.fact, Tenure):
        said = "".join(phrase.text for phrase in fact_row(_undated(change, change.fact)).line)
    return f"{said} ({', '.join(marks)})" if marks else said


def _undated(change: Change, fact: FactView) -> FactView:
    """The fact without its date, where that is the day under which the change stands."""
    if isinstance(fact, AttendanceView):
        return fact
    if isinstance(fact, GatheringView):
        same = fact.start == change.date and fact.end in (None, fact.start)
        return msgspec.structs.replace(fact, start=None, end=None) if same else fact
    return msgspec.structs.replace(fact, date=None) if fact.date == change.date else fact


def _post(change: Change, tenure: Tenure) -> str:
    acting = "acting " if tenure.acting and not tenure.post.role.casefold().startswith(("acting", "interim")) else ""
    at = f", {tenure.post.body.name}" if tenure.post.body else ""
    post = f"{acting}{tenure.post.role}{at}"
    person = tenure.person.name
    if change.kind == "candidacy":
        return f"{person} {'nominated as' if change.how == 'nominated' else 'candidate for'} {post}"
    if change.kind == "departure":
        left = {"left": "left as", "died": "died as"}.get(change.how, f"{change.how} as")
        if change.known == "announced":
            return f"{person} due to leave as {post}"
        with_body = change.how.startswith("left, ")
        return f"{person} left as {post}{change.how.removeprefix('left')}" if with_body else f"{person} {left} {post}"
    return f"{person} {change.how} {'as ' if change.how == 'took office' else ''}{post}"
