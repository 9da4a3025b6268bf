"""What the register answers: frozen values, each JSON-able by msgspec, each fact with its citations.

Dates in them are DateSpans; offsets are half-open, in characters of the document's text layer.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from chancery.register.ledger import RefusedClaim
from chancery.terms.claims import (
    AgreementStatus,
    Capacity,
    Claim,
    DecisionStatus,
    EntityType,
    GatheringKind,
    MessageKind,
    Mode,
    Reading,
    Referent,
    UnitChange,
)
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import Document
from chancery.terms.entities import Citation, EntityName, Tenure
from chancery.terms.rulings import Judgement
from chancery.terms.wording import Wording

# What became of a document that was taken in. A document whose only reading was taken back is "withdrawn".
DocumentOutcome = Literal["read", "nothing found", "not read", "withdrawn"]


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """What one call of `Register.record` added; nothing where the reading was known already."""

    claims: int = 0
    refused: int = 0
    new: bool = True


class DocumentName(msgspec.Struct, frozen=True, kw_only=True):
    """A document, as far as a link to it needs."""

    id: str  # SHA-256
    source: str
    title: str | None
    published: DateSpan | None
    captured: Instant


class NameView(msgspec.Struct, frozen=True, kw_only=True):
    """A name of an entity, verbatim, and where it occurs. `own`: a document knows no fuller one."""

    name: str
    own: bool
    documents: tuple[DocumentName, ...]


class UnitView(msgspec.Struct, frozen=True, kw_only=True):
    """A body within another, or a change of it."""

    child: EntityName
    parent: EntityName | None
    change: UnitChange
    date: DateSpan | None
    citations: tuple[Citation, ...]
    into: tuple[EntityName, ...] = ()  # what it became
    left: EntityName | None = None  # the parent that it was transferred from


class GatheringView(msgspec.Struct, frozen=True, kw_only=True):
    """A gathering, as one document states it or as several do. `id` is that of a claim; `part_of` another gathering's.

    Where several documents tell of it, `claims` are those of all, `names` the other names that they give it.
    """

    id: str
    form: GatheringKind
    name: str | None
    start: DateSpan | None
    end: DateSpan | None
    place: EntityName | None
    mode: Mode | None
    part_of: str | None
    organisers: tuple[EntityName, ...]
    citations: tuple[Citation, ...]
    claims: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class AttendanceView(msgspec.Struct, frozen=True, kw_only=True):
    """Someone at a gathering; `capacity` "organiser" is not said by an attendance but by the gathering itself."""

    who: EntityName
    gathering: GatheringView
    capacity: Capacity | Literal["organiser"]
    citations: tuple[Citation, ...]


class StatusView(msgspec.Struct, frozen=True, kw_only=True):
    """A stage in the life of an agreement or a decision, when it was reached, and the claims that say so."""

    status: AgreementStatus | DecisionStatus
    date: DateSpan | None
    citations: tuple[Citation, ...]


class AgreementView(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement. Where documents tell of several stages of it, `history` has them in order; `status` is the last."""

    id: str
    title: str
    parties: tuple[EntityName, ...]
    signatories: tuple[EntityName, ...]
    date: DateSpan | None
    status: AgreementStatus
    citations: tuple[Citation, ...]
    history: tuple[StatusView, ...] = ()


class AwardView(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    givers: tuple[EntityName, ...]
    recipients: tuple[EntityName, ...]
    object: str
    date: DateSpan | None
    citations: tuple[Citation, ...]


class DecisionView(msgspec.Struct, frozen=True, kw_only=True):
    """A decision. Where one annuls another, both are kept: `history` of each has the stages of both."""

    id: str
    by: tuple[EntityName, ...]
    summary: str
    date: DateSpan | None
    status: DecisionStatus
    deadline: DateSpan | None
    citations: tuple[Citation, ...]
    history: tuple[StatusView, ...] = ()


class MessageView(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    form: MessageKind
    senders: tuple[EntityName, ...]
    recipients: tuple[EntityName, ...]
    date: DateSpan | None
    citations: tuple[Citation, ...]


# What a claim shows once entities stand in place of the names of one document; posts are tenures.
FactView: TypeAlias = UnitView | GatheringView | AttendanceView | AgreementView | AwardView | DecisionView | MessageView


class EntityView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record says of a person, a body or a place. Only what a document asserts is here."""

    id: str
    type: EntityType
    name: str
    names: tuple[NameView, ...]
    namesakes: tuple[EntityName, ...] = ()  # other entities that bear one of its own names
    members: tuple[str, ...] = ()  # ids of its referents, which rulings name
    tenures: tuple[Tenure, ...] = ()  # of a person, and what it was a candidate for
    holders: tuple[Tenure, ...] = ()  # of a body's posts
    parents: tuple[UnitView, ...] = ()
    children: tuple[UnitView, ...] = ()
    changes: tuple[UnitView, ...] = ()  # of this body itself, other than "exists"
    attended: tuple[AttendanceView, ...] = ()
    hosted: tuple[GatheringView, ...] = ()  # gatherings at this place
    agreements: tuple[AgreementView, ...] = ()
    awards: tuple[AwardView, ...] = ()
    decisions: tuple[DecisionView, ...] = ()
    messages: tuple[MessageView, ...] = ()


class EntityListing(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list: in how many documents the entity is named, and how many tenures and claims name it."""

    entity: EntityName
    documents: int
    tenures: int
    claims: int


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a document; `matches` are the found words as offsets in the document's text layer."""

    document: DocumentName
    sentence: str
    start: int
    end: int
    matches: tuple[tuple[int, int], ...]


class SearchHit(msgspec.Struct, frozen=True, kw_only=True):
    """Either an entity, by the name that was found, or a passage."""

    entity: EntityName | None = None
    name: str | None = None
    passage: Passage | None = None


class SourceView(msgspec.Struct, frozen=True, kw_only=True):
    """A path or address that gave the document. `current`: it has given nothing else since."""

    source: str
    captured: Instant
    current: bool


class ReferentView(msgspec.Struct, frozen=True, kw_only=True):
    """A name of one document and the entity that it is taken for. `member` is the id that rulings name."""

    member: str
    referent: Referent
    entity: EntityName


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that counts, its proof, and which version of which reader drew it.

    A claim by hand has the reader "by hand", and who stated it, why, and instead of which claim.
    """

    claim: Claim
    citations: tuple[Citation, ...]
    reader: str
    version: str
    by: str | None = None
    why: str = ""
    instead_of: str | None = None


# Which rule of `register.conflicts` found it.
ConflictKind = Literal[
    "two holders", "two starts", "two ends", "two dates", "two parents", "claim and denial", "after death",
    "after the end", "outside the body",
]  # fmt: skip


class RulingView(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling, or a withdrawal of something, as an entry of the ledger; `id` is what takes it back.

    `subjects` are two members, one claim, or what was withdrawn. `withdrawn` is the entry that took it back.
    """

    id: str
    judgement: Judgement | Literal["withdraw"]
    subjects: tuple[str, ...]
    by: str
    why: str
    recorded: Instant
    withdrawn: str | None = None


class ConflictSide(msgspec.Struct, frozen=True, kw_only=True):
    """One of the things that cannot both be true, and what says so."""

    says: str
    date: DateSpan | None
    entity: EntityName | None
    claims: tuple[str, ...]
    documents: int
    citations: tuple[Citation, ...]
    wording: Wording  # what `says` says, for other languages


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """What cannot both be true. `by_rule` and `chosen` are places in `sides`, None where neither side is preferred.

    The record follows `chosen`: what `rule` prefers, or, where it is `overruled_by` a ruling, what that accepts. `id`
    stays while the claims stay.
    """

    id: str
    kind: ConflictKind
    words: str
    entities: tuple[EntityName, ...]
    sides: tuple[ConflictSide, ...]
    rule: str | None = None
    by_rule: int | None = None
    chosen: int | None = None
    overruled_by: RulingView | None = None
    wording: Wording  # what `words` says, for other languages


class RejectedView(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of a document that counts no more, and the ruling that rejected it."""

    claim: Claim
    ruling: RulingView


class DocumentView(msgspec.Struct, frozen=True, kw_only=True):
    """A document, where it was found, and what was read in it: claims with evidence, as the reader gave them."""

    document: Document
    sources: tuple[SourceView, ...]
    outcome: DocumentOutcome
    reader: str | None = None
    version: str | None = None
    recorded: Instant | None = None
    dated: DateSpan | None = None
    referents: tuple[ReferentView, ...] = ()
    claims: tuple[Claim, ...] = ()
    refused: tuple[RefusedClaim, ...] = ()
    rejected: tuple[RejectedView, ...] = ()  # by people
    doubts: dict[str, float] = {}  # by claim: how likely it was read rightly, where that is doubtful


class DocumentListing(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list of documents."""

    document: DocumentName
    language: str
    outcome: DocumentOutcome
    claims: int


class RefusedSource(msgspec.Struct, frozen=True, kw_only=True):
    """A source that was not taken in (codes A...) or whose reading failed (R...), and was not read since."""

    source: str
    code: str
    what: str
    recorded: Instant
    fields: dict[str, str] = {}  # that fill the words of the code's problem


class ReadingView(msgspec.Struct, frozen=True, kw_only=True):
    """A current reading; `sources` are those that still give this document, and may be none."""

    document: Document
    sources: tuple[str, ...]
    reading: Reading


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much the record holds. Refused and failed are sources, not documents."""

    documents: int
    read: int
    not_read: int
    nothing_found: int
    refused: int
    failed: int
    people: int
    bodies: int
    places: int
    posts: int  # distinct roles in a body
    tenures: int
    gatherings: int
    acts: int  # agreements, awards, decisions and messages
    claims: dict[str, int]  # by kind
    refused_claims: int
