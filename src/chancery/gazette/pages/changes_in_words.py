"""Changes in words: the day as far as it is known, and what changed."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.gazette.pages.facts_in_words import Line, Phrase
from chancery.gazette.pages.phrases import line_of, text_of
from chancery.gazette.pages.views_in_words import fact_row
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import said_later
from chancery.register.change_views import Change
from chancery.register.views import AttendanceView, FactView, GatheringView
from chancery.terms.entities import Tenure

_MARKS = {
    "reported": said_later("as reported"),
    "announced": said_later("announced"),
    "proposed": said_later("planned"),
}
_POSTS = {
    "nominated": said_later("{person} nominated as {post}"),
    "candidate": said_later("{person} candidate for {post}"),
    "left": said_later("{person} left as {post}"),
    "left, with the end of the body": said_later("{person} left as {post}, with the end of the body"),
    "resigned": said_later("{person} resigned as {post}"),
    "dismissed": said_later("{person} dismissed as {post}"),
    "died": said_later("{person} died as {post}"),
    "elected": said_later("{person} elected {post}"),
    "appointed": said_later("{person} appointed {post}"),
    "reappointed": said_later("{person} reappointed {post}"),
    "took office": said_later("{person} took office as {post}"),
}


def day_of_change(change: Change) -> str:
    """The day, month or year under which the change stands."""
    return date_in_words(change.date)


def change_in_words(change: Change) -> str:
    """ "Ana Lopes elected President, Relief Committee (as reported)"."""
    marks = marks_of_change(change)
    said = text_of(change_line(change))
    return f"{said} ({', '.join(marks)})" if marks else said


def change_line(change: Change) -> Line:
    """The same as a line in which names are links, without what is said of the day."""
    if isinstance(change.fact, Tenure):
        return _post(change, change.fact)
    return fact_row(_undated(change, change.fact)).line


def marks_of_change(change: Change) -> list[str]:
    """How the day is known, where no document simply tells it: "as reported", "planned"."""
    marks = [_(_MARKS[change.known])] if change.known in _MARKS else []
    return [*marks, _("may lie outside these days")] if change.partly else marks


def _undated(change: Change, fact: FactView) -> FactView:
    """The fact without its date, where that is the day under which the change stands."""
    if isinstance(fact, AttendanceView):
        return fact
    if isinstance(fact, GatheringView):
        same = fact.start == change.date and fact.end in (None, fact.start)
        return msgspec.structs.replace(fact, start=None, end=None) if same else fact
    return msgspec.structs.replace(fact, date=None) if fact.date == change.date else fact


def _post(change: Change, tenure: Tenure) -> Line:
    role, body = tenure.post.role, tenure.post.body
    if tenure.acting and not role.casefold().startswith(("acting", "interim")):
        role = _("acting {role}").format(role=role)
    post = line_of(_("{role}, {body}"), role=role, body=Phrase(body.name, body)) if body else role
    announced = change.kind == "departure" and change.known == "announced"
    sentence = _("{person} due to leave as {post}") if announced else _(_POSTS[change.how])
    return line_of(sentence, person=Phrase(tenure.person.name, tenure.person), post=post)
