"""The record files of the gold format as typed values: what a careful reader takes from one document.

The field names are those of the format; attributes that would be Python keywords have names of their own.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from chancery.terms.claims import EntityType

OneOrMany: TypeAlias = str | list[str] | None  # an id, a list of ids, or nobody


class RecordEntity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, body or place, by the fullest name in the document."""

    id: str
    type: EntityType
    name: str
    aliases: list[str] = []


class _Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    evidence: str | None = None


class PostRecord(_Fact, frozen=True, kw_only=True, tag="post"):
    person: str | None = None
    role: str | None = None
    organisation: str | None = None
    change: str | None = None
    date: str | None = None


class UnitRecord(_Fact, frozen=True, kw_only=True, tag="unit"):
    child: str | None = None
    parent: str | None = None
    change: str | None = None
    date: str | None = None


class GatheringRecord(_Fact, frozen=True, kw_only=True, tag="gathering"):
    id: str | None = None
    kind: str | None = None
    name: str | None = None
    start: str | None = None
    end: str | None = None
    place: OneOrMany = None
    mode: str | None = None
    part_of: str | None = None
    organiser: OneOrMany = None


class AttendanceRecord(_Fact, frozen=True, kw_only=True, tag="attendance"):
    who: str | None = None
    gathering: str | None = None
    capacity: str | None = None


class AgreementRecord(_Fact, frozen=True, kw_only=True, tag="agreement"):
    title: str | None = None
    parties: OneOrMany = []
    signatories: OneOrMany = []
    date: str | None = None
    status: str | None = None


class AwardRecord(_Fact, frozen=True, kw_only=True, tag="award"):
    giver: OneOrMany = None
    recipient: OneOrMany = None
    object: str | None = None
    date: str | None = None


class DecisionRecord(_Fact, frozen=True, kw_only=True, tag="decision"):
    by: OneOrMany = None
    summary: str | None = None
    date: str | None = None
    status: str | None = None
    deadline: str | None = None


class MessageRecord(_Fact, frozen=True, kw_only=True, tag="message"):
    kind: str | None = None
    sender: OneOrMany = msgspec.field(name="from", default=None)
    to: OneOrMany = None
    date: str | None = None


RecordFact: TypeAlias = (
    PostRecord
    | UnitRecord
    | GatheringRecord
    | AttendanceRecord
    | AgreementRecord
    | AwardRecord
    | DecisionRecord
    | MessageRecord
)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One record file: everything that one document names and states. `document` is the file's name."""

    document: str
    entities: list[RecordEntity]
    facts: list[RecordFact]


def kind_of_record(fact: RecordFact) -> str:
    """The fact's `type`, as the file writes it."""
    tag = fact.__struct_config__.tag
    assert isinstance(tag, str)
    return tag


def ids_of(value: OneOrMany) -> tuple[str, ...]:
    """The ids that a field holds, however it holds them."""
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
