"""How well a fact of a record answers a gold fact: 0 is not at all, and more is better.

Each function is given the two facts and what they stand among; which record's ids are meant is told by `Pairing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from chancery.gazette.record_format import (
    AgreementRecord,
    AttendanceRecord,
    AwardRecord,
    DecisionRecord,
    GatheringRecord,
    MessageRecord,
    OneOrMany,
    PostRecord,
    RecordFact,
    UnitRecord,
    ids_of,
)
from chancery.gazette.scoring.entities import Identities
from chancery.gazette.scoring.places import FoldedText, near
from chancery.gazette.scoring.words import likeness, role_likeness

Also: TypeAlias = Literal["change", "date", "capacity", "status"] | None  # the one more field that must be right

SAME_GATHERING = 0.55  # e.g. its day and its place; its kind and words close by
_NEAR_GATHERING, _NEAR_MESSAGE = 300, 200  # characters
_ALIKE_NAME, _ALIKE_TITLE, _ALIKE_OBJECT = 0.6, 0.5, 0.4


@dataclass(frozen=True)
class Pairing:
    """What two records of one document are compared by."""

    text: FoldedText
    identities: Identities
    gathering_in_gold: Mapping[str | None, str | None] = field(default_factory=dict)

    def is_near(self, gold: RecordFact, system: RecordFact, *, within: int = 60) -> bool:
        return near(self.text.place_of(gold.evidence), self.text.place_of(system.evidence), within=within)

    def share_someone(self, gold: OneOrMany, system: OneOrMany) -> bool:
        """Whether two fields name someone in common, or neither names anyone."""
        wanted, given = frozenset(ids_of(gold)), self.identities.all_in_gold(system)
        return bool(wanted & given) if wanted and given else wanted == given


def fact_likeness(gold: RecordFact, system: RecordFact, among: Pairing, *, also: Also = None) -> float:
    """0 where the two say different things; with `also`, where that field differs too."""
    if also and (getattr(gold, also) or None) != (getattr(system, also) or None):
        return 0.0
    match gold, system:
        case PostRecord(), PostRecord():
            return _posts(gold, system, among)
        case UnitRecord(), UnitRecord():
            return _units(gold, system, among)
        case GatheringRecord(), GatheringRecord():
            return _gatherings(gold, system, among)
        case AttendanceRecord(), AttendanceRecord():
            return _attendances(gold, system, among)
        case AgreementRecord(), AgreementRecord():
            return _agreements(gold, system, among)
        case AwardRecord(), AwardRecord():
            return _awards(gold, system, among)
        case DecisionRecord(), DecisionRecord():
            return _decisions(gold, system, among)
        case MessageRecord(), MessageRecord():
            return _messages(gold, system, among)
        case _:
            return 0.0


def _posts(gold: PostRecord, system: PostRecord, among: Pairing) -> float:
    role = role_likeness(gold.role, system.role)
    if not role or gold.person != among.identities.in_gold(system.person):
        return 0.0
    if gold.organisation and gold.organisation != among.identities.in_gold(system.organisation):
        return 0.0
    return 1 + role + (gold.change == system.change)


def _units(gold: UnitRecord, system: UnitRecord, among: Pairing) -> float:
    in_gold = among.identities.in_gold
    if (gold.child, gold.parent) != (in_gold(system.child), in_gold(system.parent)):
        return 0.0
    return 1.0 + (gold.change == system.change)


def _gatherings(gold: GatheringRecord, system: GatheringRecord, among: Pairing) -> float:
    same_start = _one_begins_other(gold.start, system.start)
    same_place = bool(gold.place) and among.share_someone(gold.place, system.place)
    same_name = likeness(gold.name, system.name) > _ALIKE_NAME
    close_by = among.is_near(gold, system, within=_NEAR_GATHERING)
    # Added up in this order, or rounding would break the tie of (start, near) with (kind, place, name).
    score = 0.35 * same_start + 0.25 * (gold.kind == system.kind)
    score += 0.2 * same_place + 0.2 * same_name
    score += 0.3 * close_by
    return score if score >= SAME_GATHERING else 0.0


def _one_begins_other(one: str | None, other: str | None) -> bool:
    """2024-08 may be 2024-08-13: one date is a less precise form of the other."""
    return bool(one and other) and (str(one).startswith(str(other)) or str(other).startswith(str(one)))


def _attendances(gold: AttendanceRecord, system: AttendanceRecord, among: Pairing) -> float:
    if gold.who != among.identities.in_gold(system.who):
        return 0.0
    if gold.gathering != among.gathering_in_gold.get(system.gathering):
        return 0.0
    return 1.0 + (gold.capacity == system.capacity)


def _agreements(gold: AgreementRecord, system: AgreementRecord, among: Pairing) -> float:
    shared = frozenset(ids_of(gold.parties)) & among.identities.all_in_gold(system.parties)
    if gold.parties and system.parties and not shared:
        return 0.0
    close_by = among.is_near(gold, system)
    if not close_by and likeness(gold.title, system.title) <= _ALIKE_TITLE:
        return 0.0
    return 1.0 + len(shared) + (gold.status == system.status) + close_by


def _awards(gold: AwardRecord, system: AwardRecord, among: Pairing) -> float:
    if not among.share_someone(gold.recipient, system.recipient):
        return 0.0
    alike = likeness(gold.object, system.object)
    return 1 + alike if alike > _ALIKE_OBJECT or among.is_near(gold, system) else 0.0


def _decisions(gold: DecisionRecord, system: DecisionRecord, among: Pairing) -> float:
    return 1.0 + among.share_someone(gold.by, system.by) if among.is_near(gold, system) else 0.0


def _messages(gold: MessageRecord, system: MessageRecord, among: Pairing) -> float:
    if not among.share_someone(gold.sender, system.sender):
        return 0.0
    if not among.is_near(gold, system, within=_NEAR_MESSAGE):
        return 0.0
    return 1.0 + (gold.kind == system.kind) + among.share_someone(gold.to, system.to)
