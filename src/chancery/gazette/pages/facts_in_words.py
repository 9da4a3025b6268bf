"""A fact as a line of words in which every name can be a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from chancery.gazette.pages.dates_in_sentences import on_in_words, until_in_words
from chancery.gazette.pages.dates_in_words import date_in_words, period_in_words
from chancery.gazette.pages.phrases import Line, Phrase, Words, capital, line_of, listed
from chancery.gazette.pages.words_for_terms import term_in_words
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import said_later
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    DecisionFact,
    Fact,
    GatheringFact,
    MessageFact,
    PostFact,
    Ref,
    UnitFact,
)
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName

__all__ = ["Line", "NameOf", "Phrase", "fact_in_words"]

NameOf: TypeAlias = Callable[[Ref], EntityName | None]

_POSTS = {
    "holds": said_later("{person} is {post}"),
    "elected": said_later("{person} elected {post}"),
    "appointed": said_later("{person} appointed {post}"),
    "reappointed": said_later("{person} reappointed {post}"),
    "nominated": said_later("{person} nominated as {post}"),
    "candidate": said_later("{person} candidate for {post}"),
    "resigned": said_later("{person} resigned as {post}"),
    "dismissed": said_later("{person} dismissed as {post}"),
    "former": said_later("{person} formerly {post}"),
    "died": said_later("{person} died as {post}"),
}
_UNITS = {
    "created": said_later("{child} created"),
    "abolished": said_later("{child} abolished"),
    "renamed": said_later("{child} renamed"),
    "suspended": said_later("{child} suspended"),
    "proposed": said_later("{child} proposed"),
    "resumed": said_later("{child} resumed"),
    "merged": said_later("{child} merged"),
    "split": said_later("{child} split"),
}
_BECAME = {
    "renamed": said_later("{child} renamed to {into}"),
    "merged": said_later("{child} merged into {into}"),
    "split": said_later("{child} split into {into}"),
}
_CAPACITIES = {
    "chair": said_later("{who} chaired {gathering}"),
    "speaker": said_later("{who} spoke at {gathering}"),
    "attendee": said_later("{who} attended {gathering}"),
    "remote": said_later("{who} took part from afar in {gathering}"),
    "invited": said_later("{who} was invited to {gathering}"),
    "host": said_later("{who} hosted {gathering}"),
}


def fact_in_words(
    fact: Fact,
    name_of: NameOf,
    gathering_name: Callable[[Ref], str],
    gathering_page: Callable[[Ref], str | None] = lambda ref: None,
) -> Line:
    """One line that says the fact. `name_of` gives a referent's entity, `gathering_name` the words for a gathering,
    `gathering_page` the address of its page."""

    def named(ref: Ref | None) -> Phrase | None:
        entity = name_of(ref) if ref is not None else None
        return Phrase(entity.name, entity) if entity else None

    def names(refs: Sequence[Ref]) -> Line:
        return listed([phrase for ref in refs if (phrase := named(ref))])

    def gathering(ref: Ref) -> Phrase:
        return Phrase(gathering_name(ref), href=gathering_page(ref))

    match fact:
        case PostFact():
            role = _("acting {role}").format(role=fact.role) if fact.acting else fact.role
            body = named(fact.organisation)
            post = line_of(_("{role}, {body}"), role=role, body=body) if body else role
            line = line_of(_(_POSTS[fact.change]), person=named(fact.person) or _someone(), post=post)
            line = _dated(line, fact.date)
            return line_of(_("{fact} {until}"), fact=line, until=until_in_words(fact.until)) if fact.until else line
        case UnitFact():
            return _unit(fact, named(fact.child) or _a_body(), named(fact.parent), named(fact.left), names(fact.into))
        case GatheringFact():
            what = fact.name or capital(term_in_words(fact.form, "form"))
            line = (Phrase(what, href=gathering_page(fact.gathering)),)
            if place := named(fact.place):
                line = line_of(_("{gathering} in {place}"), gathering=line, place=place)
            if fact.start or fact.end:
                when = period_in_words(fact.start or fact.end, fact.end)
                line = line_of(_("{fact} {when}"), fact=line, when=when)
            if fact.mode:
                line = line_of(_("{gathering} ({mode})"), gathering=line, mode=term_in_words(fact.mode, "mode"))
            if organisers := names(fact.organisers):
                line = line_of(_("{gathering} called by {organisers}"), gathering=line, organisers=organisers)
            if fact.part_of:
                line = line_of(_("{gathering} part of {whole}"), gathering=line, whole=gathering(fact.part_of))
            return line
        case AttendanceFact():
            sentence = _(_CAPACITIES[fact.capacity])
            return line_of(sentence, who=named(fact.who) or _someone(), gathering=gathering(fact.gathering))
        case AgreementFact():
            line = line_of(_("{title} — {status}"), title=fact.title, status=term_in_words(fact.status, "status"))
            line = _dated(line, fact.date)
            if parties := names(fact.parties):
                line = line_of(_("{fact} between {parties}"), fact=line, parties=parties)
            if signatories := names(fact.signatories):
                line = line_of(_("{fact} by the hand of {signatories}"), fact=line, signatories=signatories)
            return line
        case AwardFact():
            return _dated(_given(fact.object or _("Award"), names(fact.givers), names(fact.recipients)), fact.date)
        case DecisionFact():
            return _decision(fact, names(fact.by))
        case MessageFact():
            what = capital(term_in_words(fact.form, "form"))
            return _dated(_sent(what, names(fact.senders), names(fact.recipients)), fact.date)


def _unit(fact: UnitFact, child: Words, parent: Phrase | None, left: Phrase | None, into: Line) -> Line:
    if fact.change == "exists":
        line = line_of(_("{child} is part of {parent}"), child=child, parent=parent) if parent else None
        return _dated(line or line_of(_("{child} exists"), child=child), fact.date)
    if fact.change == "transferred":
        if left and parent:
            line = line_of(_("{child} transferred from {left} to {parent}"), child=child, left=left, parent=parent)
        elif left:
            line = line_of(_("{child} transferred from {left}"), child=child, left=left)
        elif parent:
            line = line_of(_("{child} transferred to {parent}"), child=child, parent=parent)
        else:
            line = line_of(_("{child} transferred"), child=child)
        return _dated(line, fact.date)
    if into and fact.change in _BECAME:
        line = line_of(_(_BECAME[fact.change]), child=child, into=into)
    else:
        line = line_of(_(_UNITS[fact.change]), child=child)
    return _dated(line_of(_("{fact} under {parent}"), fact=line, parent=parent) if parent else line, fact.date)


def _given(what: str, givers: Line, recipients: Line) -> Line:
    if givers and recipients:
        return line_of(_("{award} to {recipients} from {givers}"), award=what, recipients=recipients, givers=givers)
    if recipients:
        return line_of(_("{award} to {recipients}"), award=what, recipients=recipients)
    return line_of(_("{award} from {givers}"), award=what, givers=givers) if givers else (Phrase(what),)


def _sent(what: str, senders: Line, recipients: Line) -> Line:
    if senders and recipients:
        return line_of(
            _("{message} from {senders} to {recipients}"), message=what, senders=senders, recipients=recipients
        )
    if recipients:
        return line_of(_("{message} to {recipients}"), message=what, recipients=recipients)
    return line_of(_("{message} from {senders}"), message=what, senders=senders) if senders else (Phrase(what),)


def _decision(fact: DecisionFact, by: Line) -> Line:
    status = term_in_words(fact.status, "status")
    line = line_of(_("{by} {status}: {summary}"), by=by, status=status, summary=fact.summary)
    if not by:
        line = line_of(_("{status}: {summary}"), status=status, summary=fact.summary)
    line = _dated(line, fact.date)
    if fact.deadline is None:
        return line
    return line_of(_("{fact} (by {deadline})"), fact=line, deadline=date_in_words(fact.deadline))


def _dated(line: Line, date: DateSpan | None) -> Line:
    return line if date is None else line_of(_("{fact} {when}"), fact=line, when=on_in_words(date))


def _someone() -> str:
    return _("someone")


def _a_body() -> str:
    return _("a body")
