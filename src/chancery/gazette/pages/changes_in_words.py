"""Changes in words: the day as far as it is known, and what changed."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.gazette.pages.facts_in_words import Line, Phrase
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
    marks = marks_of_change(change)
    said = "".join(phrase.text for phrase in change_line(change))
    return f"{said} ({', '.join(marks)})" if marks else said


def change_line(change: Change) -> Line:
    """The same as a line in which names are links, without what is said of the day."""
    if isinstance(change.fact, Tenure):
        return _post(change, change.fact)
    return fact_row(_undated(change, change.fact)).line


def marks_of_change(change: Change) -> list[str]:
    """How the day is known, where no document simply tells it: "as reported", "planned"."""
    marks = [_MARKS[change.known]] if change.known in _MARKS else []
    return [*marks, "may lie outside these days"] if change.partly else marks


def _undated(change: Change, fact: FactView) -> FactView:
    """The fact without its date, where that is the day under which the change stands."""
    if isinstance(fact, AttendanceView):
        return fact
    if isinstance(fact, GatheringView):
        same = fact.start == change.date and fact.end in (None, fact.start)
        return msgspec.structs.replace(fact, start=None, end=None) if same else fact
    return msgspec.structs.replace(fact, date=None) if fact.date == change.date else fact


def _post(change: Change, tenure: Tenure) -> Line:
    acting = "acting " if tenure.acting and not tenure.post.role.casefold().startswith(("acting", "interim")) else ""
    body = tenure.post.body
    at = (Phrase(", "), Phrase(body.name, body)) if body else ()
    post = f"{acting}{tenure.post.role}"
    person = Phrase(tenure.person.name, tenure.person)
    if change.kind == "candidacy":
        how = "nominated as" if change.how == "nominated" else "candidate for"
        return (person, Phrase(f" {how} {post}"), *at)
    if change.kind == "departure":
        left = {"left": "left as", "died": "died as"}.get(change.how, f"{change.how} as")
        if change.known == "announced":
            return (person, Phrase(f" due to leave as {post}"), *at)
        if change.how.startswith("left, "):  # with the body
            return (person, Phrase(f" left as {post}"), *at, Phrase(change.how.removeprefix("left")))
        return (person, Phrase(f" {left} {post}"), *at)
    how = f"{change.how} {'as ' if change.how == 'took office' else ''}"
    return (person, Phrase(f" {how}{post}"), *at)
