"""A fact as a line of words in which every name can be a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words
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


class Phrase(msgspec.Struct, frozen=True, omit_defaults=True):
    """Some words, and whom they name, if anyone, or the page that they lead to."""

    text: str
    entity: EntityName | None = None
    href: str | None = None


Line: TypeAlias = tuple[Phrase, ...]
NameOf: TypeAlias = Callable[[Ref], EntityName | None]

_POST_VERBS = {
    "holds": "is",
    "elected": "elected",
    "appointed": "appointed",
    "reappointed": "reappointed",
    "nominated": "nominated as",
    "candidate": "candidate for",
    "resigned": "resigned as",
    "dismissed": "dismissed as",
    "former": "formerly",
    "died": "died as",
}
_CAPACITIES = {
    "chair": "chaired",
    "speaker": "spoke at",
    "attendee": "attended",
    "remote": "took part from afar in",
    "invited": "was invited to",
    "host": "hosted",
}


def fact_in_words(
    fact: Fact,
    name_of: NameOf,
    gathering_name: Callable[[Ref], str],
    gathering_page: Callable[[Ref], str | None] = lambda ref: None,
) -> Line:
    """One line that says the fact. `name_of` gives a referent's entity, `gathering_name` the words for a gathering,
    `gathering_page` the address of its page."""
    return _joined(
        _parts(fact, name_of, lambda ref: Phrase(gathering_name(ref), href=gathering_page(ref)), gathering_page)
    )


def _parts(
    fact: Fact,
    name_of: NameOf,
    gathering_name: Callable[[Ref], Phrase],
    gathering_page: Callable[[Ref], str | None],
) -> list[Phrase | str | None]:
    def named(ref: Ref | None) -> Phrase | None:
        entity = name_of(ref) if ref is not None else None
        return Phrase(entity.name, entity) if entity else None

    def listed(refs: Sequence[Ref]) -> list[Phrase | str | None]:
        phrases = [phrase for ref in refs if (phrase := named(ref))]
        with_commas: list[Phrase | str | None] = []
        for place, phrase in enumerate(phrases):
            if place:
                with_commas.append("and" if place == len(phrases) - 1 else ",")
            with_commas.append(phrase)
        return with_commas

    match fact:
        case PostFact():
            body = named(fact.organisation)
            role = f"acting {fact.role}" if fact.acting else fact.role
            return [
                named(fact.person), _POST_VERBS[fact.change], role, body and ",", body, _on(fact.date),
                f"until {date_in_words(fact.until)}" if fact.until else None,
            ]  # fmt: skip
        case UnitFact():
            return [
                named(fact.child),
                *_unit_verb(fact, named(fact.parent), named(fact.left), listed(fact.into)),
                _on(fact.date),
            ]
        case GatheringFact():
            place = named(fact.place)
            return [
                Phrase(fact.name or fact.form.capitalize(), href=gathering_page(fact.gathering)),
                place and "in", place, _period(fact.start, fact.end),
                f"({fact.mode})" if fact.mode else None, "called by" if fact.organisers else None,
                *listed(fact.organisers), *(("part of", gathering_name(fact.part_of)) if fact.part_of else ()),
            ]  # fmt: skip
        case AttendanceFact():
            return [named(fact.who), _CAPACITIES[fact.capacity], gathering_name(fact.gathering)]
        case AgreementFact():
            return [
                fact.title, f"— {fact.status}", _on(fact.date), "between" if fact.parties else None,
                *listed(fact.parties), "by the hand of" if fact.signatories else None, *listed(fact.signatories),
            ]  # fmt: skip
        case AwardFact():
            return [
                fact.object or "Award", "to" if fact.recipients else None, *listed(fact.recipients),
                "from" if fact.givers else None, *listed(fact.givers), _on(fact.date),
            ]  # fmt: skip
        case DecisionFact():
            return [
                *listed(fact.by), f"{fact.status}:", fact.summary, _on(fact.date),
                f"(by {date_in_words(fact.deadline)})" if fact.deadline else None,
            ]  # fmt: skip
        case MessageFact():
            return [
                fact.form.capitalize(), "from" if fact.senders else None, *listed(fact.senders),
                "to" if fact.recipients else None, *listed(fact.recipients), _on(fact.date),
            ]  # fmt: skip


def _unit_verb(
    fact: UnitFact, parent: Phrase | None, left: Phrase | None, into: list[Phrase | str | None]
) -> list[Phrase | str | None]:
    if fact.change == "exists":
        return ["is part of", parent] if parent else ["exists"]
    if fact.change == "transferred":
        return ["transferred", left and "from", left, parent and "to", parent]
    became = [{"renamed": "to", "merged": "into", "split": "into"}.get(fact.change), *into] if into else []
    return [fact.change, *became, parent and "under", parent]


def _on(date: DateSpan | None) -> str | None:
    if date is None:
        return None
    return f"on {date_in_words(date)}" if date.precision in ("day", "yearless") else f"in {date_in_words(date)}"


def _period(start: DateSpan | None, end: DateSpan | None) -> str | None:
    if start is None or end is None or start == end:
        return _on(start or end)
    return f"from {date_in_words(start)} to {date_in_words(end)}"


def _joined(parts: list[Phrase | str | None]) -> Line:
    """The parts with blanks between them, and neighbours without a link made one phrase."""
    line: list[Phrase] = []
    for part in parts:
        if not part:
            continue
        phrase = Phrase(part) if isinstance(part, str) else part
        blank = "" if not line or phrase.text.startswith(",") else " "
        if line and _is_plain(line[-1]) and _is_plain(phrase):
            line[-1] = Phrase(line[-1].text + blank + phrase.text)
        elif blank and _is_plain(line[-1]):
            line[-1] = Phrase(line[-1].text + blank)
            line.append(phrase)
        elif _is_plain(phrase):
            line.append(Phrase(blank + phrase.text))
        else:
            line += [Phrase(blank), phrase] if blank else [phrase]
    return tuple(line)


def _is_plain(phrase: Phrase) -> bool:
    return phrase.entity is None and phrase.href is None
