"""From the fields of the record format to facts of the eight kinds, one function each."""

from __future__ import annotations

from collections.abc import Callable

from chancery.reader.llm.fields import Fields, UnfitError
from chancery.terms.claims import (
    AgreementFact,
    AgreementStatus,
    AttendanceFact,
    AwardFact,
    Capacity,
    DecisionFact,
    DecisionStatus,
    Fact,
    GatheringFact,
    GatheringKind,
    MessageFact,
    MessageKind,
    Mode,
    PostChange,
    PostFact,
    UnitChange,
    UnitFact,
)

_STANDING_IN = ("acting ", "interim ")
_SUMMARY_WORDS = 15  # gold/FORMAT.md


def fact_of(fields: Fields) -> Fact:
    """The fact. Raises UnfitError where its kind, or a field that it needs, is none."""
    kind = fields.text("type")
    if kind not in _BY_KIND:
        raise UnfitError(f"no fact is of the kind “{kind}”")
    return _BY_KIND[kind](fields)


def _post(fields: Fields) -> Fact:
    said = fields.spoken_of("role")
    role = next((said[len(w) :] for w in _STANDING_IN if said.casefold().startswith(w)), said)
    person = fields.one("person", needed=True)
    assert person is not None
    return PostFact(
        person=person,
        role=role,
        title=fields.lookup.written(said),
        organisation=fields.one("organisation"),
        change=fields.choice("change", PostChange, "holds"),
        date=fields.date("date"),
        acting=role != said,
    )


def _unit(fields: Fields) -> Fact:
    child = fields.one("child", needed=True)
    assert child is not None
    parent = fields.one("parent")
    if parent == child:
        raise UnfitError("a body is no unit of itself")
    return UnitFact(
        child=child, parent=parent, change=fields.choice("change", UnitChange, "exists"), date=fields.date("date")
    )


def _gathering(fields: Fields) -> Fact:
    identity = fields.gathering("id")
    if identity is None:
        raise UnfitError("“id” is missing")
    part_of = fields.gathering("part_of")
    return GatheringFact(
        gathering=identity,
        form=fields.choice("kind", GatheringKind, "meeting"),
        name=fields.spoken_of("name", needed=False) or None,
        start=fields.date("start"),
        end=fields.date("end"),
        place=fields.one("place"),
        mode=None if fields.text("mode") is None else fields.choice("mode", Mode, ""),
        part_of=None if part_of == identity else part_of,
        organisers=fields.several("organiser"),
    )


def _attendance(fields: Fields) -> Fact:
    who, gathering = fields.one("who", needed=True), fields.gathering("gathering")
    if gathering is None:
        raise UnfitError("“gathering” is missing")
    assert who is not None
    return AttendanceFact(who=who, gathering=gathering, capacity=fields.choice("capacity", Capacity, "attendee"))


def _agreement(fields: Fields) -> Fact:
    return AgreementFact(
        title=fields.spoken_of("title"),
        parties=fields.several("parties"),
        signatories=fields.several("signatories"),
        date=fields.date("date"),
        status=fields.choice("status", AgreementStatus, "signed"),
    )


def _award(fields: Fields) -> Fact:
    givers, recipients = fields.several("giver"), fields.several("recipient")
    if not givers and not recipients:
        raise UnfitError("neither “giver” nor “recipient”")
    return AwardFact(givers=givers, recipients=recipients, object=fields.spoken_of("object"), date=fields.date("date"))


def _decision(fields: Fields) -> Fact:
    summary = fields.text("summary")
    if summary is None:
        raise UnfitError("“summary” is missing")
    return DecisionFact(
        by=fields.several("by"),
        summary=" ".join(summary.split()[:_SUMMARY_WORDS]),
        date=fields.date("date"),
        status=fields.choice("status", DecisionStatus, "adopted"),
        deadline=fields.date("deadline"),
    )


def _message(fields: Fields) -> Fact:
    senders = fields.several("from")
    if not senders:
        raise UnfitError("“from” is missing")
    return MessageFact(
        form=fields.choice("kind", MessageKind, "statement"),
        senders=senders,
        recipients=fields.several("to"),
        date=fields.date("date"),
    )


_BY_KIND: dict[str | None, Callable[[Fields], Fact]] = {
    "post": _post,
    "unit": _unit,
    "gathering": _gathering,
    "attendance": _attendance,
    "agreement": _agreement,
    "award": _award,
    "decision": _decision,
    "message": _message,
}
