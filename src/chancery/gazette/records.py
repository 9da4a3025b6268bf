"""From a reading to a record of the gold format: what `chancery export --format records` writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from chancery.gazette.record_format import (
    AgreementRecord,
    AttendanceRecord,
    AwardRecord,
    DecisionRecord,
    GatheringRecord,
    MessageRecord,
    OneOrMany,
    PostRecord,
    Record,
    RecordEntity,
    RecordFact,
    UnitRecord,
)
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    Claim,
    DecisionFact,
    Fact,
    GatheringFact,
    MessageFact,
    PostFact,
    Reading,
    Ref,
    UnitFact,
)
from chancery.terms.dates import DateSpan

# What the format can say of something that has not happened: any other claim must be asserted to be a fact of it.
_UNREALISED = frozenset({"nominated", "candidate", "proposed", "in preparation"})
_STANDING_IN = ("acting", "interim")

# What the register tells apart and the format does not: a body that merged or was split ended; one that was resumed or
# moved to another parent exists there. Who died in office is a former holder.
_COARSER = {"merged": "abolished", "split": "abolished", "resumed": "exists", "transferred": "exists", "died": "former"}


def record_of(reading: Reading, file_name: str) -> dict[str, Any]:
    """The record of one document, as plain values ready for JSON; `file_name` is the name of the file that was read.

    A document that was not read gives a record with nothing in it.
    """
    record: dict[str, Any] = msgspec.to_builtins(typed_record_of(reading, file_name))
    return record


def typed_record_of(reading: Reading, file_name: str) -> Record:
    """The same as `record_of`, as typed values."""
    claims = [claim for claim in reading.claims if _is_stated(claim)]
    known = {claim.fact.gathering for claim in claims if isinstance(claim.fact, GatheringFact)}
    entities = [RecordEntity(id=r.id, type=r.type, name=r.name, aliases=list(r.aliases)) for r in reading.referents]
    facts = [
        _fact_record(claim.fact, claim.evidence[0].quote, known)
        for claim in claims
        if not (isinstance(claim.fact, AttendanceFact) and claim.fact.gathering not in known)
    ]
    return Record(document=file_name, entities=entities, facts=_once_each(facts))


def _is_stated(claim: Claim) -> bool:
    if claim.stance in ("asserted", "denied"):
        return claim.stance == "asserted"
    said = getattr(claim.fact, "change", None) or getattr(claim.fact, "status", None)
    return said in _UNREALISED


def _once_each(facts: list[RecordFact]) -> list[RecordFact]:
    """The same thing said twice is one fact; speeches, letters and gatherings alike in all fields may be several."""
    seen: set[bytes] = set()
    kept: list[RecordFact] = []
    for fact in facts:
        content = msgspec.json.encode(msgspec.structs.replace(fact, evidence=None))
        if isinstance(fact, MessageRecord) or content not in seen:
            kept.append(fact)
        seen.add(content)
    return kept


def _fact_record(fact: Fact, evidence: str, known_gatherings: set[Ref]) -> RecordFact:
    match fact:
        case PostFact():
            return PostRecord(
                person=fact.person,
                role=_role(fact),
                organisation=None if fact.rank else fact.organisation,
                change=_COARSER.get(fact.change, fact.change),
                date=_iso(fact.date),
                evidence=evidence,
            )
        case UnitFact():
            return UnitRecord(
                child=fact.child,
                parent=fact.parent,
                change=_COARSER.get(fact.change, fact.change),
                date=_iso(fact.date),
                evidence=evidence,
            )
        case GatheringFact():
            return GatheringRecord(
                id=fact.gathering,
                kind=fact.form,
                name=fact.name,
                start=_iso(fact.start),
                end=_iso(fact.end),
                place=fact.place,
                mode=fact.mode,
                part_of=fact.part_of if fact.part_of in known_gatherings else None,
                organiser=_one_or_many(fact.organisers),
                evidence=evidence,
            )
        case AttendanceFact():
            return AttendanceRecord(who=fact.who, gathering=fact.gathering, capacity=fact.capacity, evidence=evidence)
        case AgreementFact():
            return AgreementRecord(
                title=fact.title,
                parties=list(fact.parties),
                signatories=list(fact.signatories),
                date=_iso(fact.date),
                status=fact.status,
                evidence=evidence,
            )
        case AwardFact():
            return AwardRecord(
                giver=_one_or_many(fact.givers),
                recipient=_one_or_many(fact.recipients),
                object=fact.object,
                date=_iso(fact.date),
                evidence=evidence,
            )
        case DecisionFact():
            return DecisionRecord(
                by=_one_or_many(fact.by),
                summary=fact.summary,
                date=_iso(fact.date),
                status=fact.status,
                deadline=_iso(fact.deadline),
                evidence=evidence,
            )
        case MessageFact():
            return MessageRecord(
                kind=fact.form,
                sender=_one_or_many(fact.senders),
                to=_one_or_many(fact.recipients),
                date=_iso(fact.date),
                evidence=evidence,
            )


def _role(fact: PostFact) -> str:
    """The format writes "Acting Chairman" as one title."""
    if not fact.acting or any(word in fact.role.casefold().split() for word in _STANDING_IN):
        return fact.role
    word = next((word for word in _STANDING_IN if word in (fact.title or "").casefold().split()), "acting")
    return f"{word} {fact.role}"


def _iso(date: DateSpan | None) -> str | None:
    return None if date is None else date.iso()


def _one_or_many(refs: Sequence[Ref]) -> OneOrMany:
    return list(refs) if len(refs) > 1 else (refs[0] if refs else None)
