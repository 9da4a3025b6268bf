"""What a document says: mentions, evidence, and claims of the eight kinds of `gold/FORMAT.md`.

A reader names the people, bodies and places of one document by ids of its own ("p1", "o3", "l2", "g1"), which hold
inside that document only; the register joins them across documents.
"""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from chancery.terms.dates import DateSpan

EntityType = Literal["person", "organisation", "place"]
Ref = str  # the id of a Referent of the same document
Stance = Literal["asserted", "denied", "proposed", "attributed"]

# Beyond `gold/FORMAT.md`, the register knows "died", and four more fates of bodies; records are exported without them.
PostChange = Literal[
    "holds", "elected", "appointed", "reappointed", "nominated", "candidate", "resigned", "dismissed", "former", "died"
]
UnitChange = Literal[
    "exists", "created", "abolished", "renamed", "suspended", "proposed", "resumed", "merged", "split", "transferred"
]
GatheringKind = Literal[
    "conference", "meeting", "talks", "reception", "ceremony", "rally", "congress", "visit", "summit", "call",
    "celebration", "vote", "other",
]  # fmt: skip
Mode = Literal["in person", "online", "hybrid"]
Capacity = Literal["chair", "speaker", "attendee", "remote", "invited", "host"]
AgreementStatus = Literal["signed", "proposed", "in preparation", "in force", "annulled"]
DecisionStatus = Literal["adopted", "annulled", "proposed"]
MessageKind = Literal["letter", "telegram", "speech", "report", "statement", "toast", "quote", "congratulation"]


class Mention(msgspec.Struct, frozen=True):
    """One place in the text layer that names something: half-open character offsets."""

    start: int
    end: int


class Referent(msgspec.Struct, frozen=True, kw_only=True):
    """A person, body or place as one document knows it: its fullest name, its other names, and where they stand.

    `identifier` is what the source itself tells it by, as "scheme:id": one identifier is one entity, whatever the
    names, and two of one scheme are never the same.
    """

    id: Ref
    type: EntityType
    name: str  # verbatim, white space folded
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    identifier: str | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Where a document says it: half-open offsets in its text layer, and the text that stands there, unfolded."""

    document: str
    start: int
    end: int
    quote: str


class PostFact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="post", omit_defaults=True):
    """A person holds, gets or leaves a post.

    `role` leaves out the body; `title` is verbatim; a `rank` is worn, and is no post in a body.
    """

    person: Ref
    role: str
    title: str | None = None
    rank: bool = False
    organisation: Ref | None = None
    change: PostChange = "holds"
    date: DateSpan | None = None
    since: DateSpan | None = None  # a stated beginning of the holding
    until: DateSpan | None = None  # a stated end of it
    acting: bool = False
    leave: bool = False  # on leave from the post on that date, or from `since` to `until`: still its holder
    predecessor: Ref | None = None
    successor: Ref | None = None


class UnitFact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="unit", omit_defaults=True):
    """A body is part of another, or comes to be, ends, changes its name. `parent` None: it stands alone."""

    child: Ref
    parent: Ref | None = None
    change: UnitChange = "exists"
    date: DateSpan | None = None
    into: tuple[Ref, ...] = ()  # what the child became: one body where renamed or merged, several where split
    left: Ref | None = None  # the parent that it was transferred from


class GatheringFact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="gathering", omit_defaults=True):
    """A meeting of any kind. `gathering` is its id inside the document, `form` its kind in FORMAT's sense."""

    gathering: Ref
    form: GatheringKind = "meeting"
    name: str | None = None
    start: DateSpan | None = None
    end: DateSpan | None = None
    place: Ref | None = None
    mode: Mode | None = None
    part_of: Ref | None = None
    organisers: tuple[Ref, ...] = ()


class AttendanceFact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="attendance", omit_defaults=True):
    """Someone was at a gathering, in some capacity."""

    who: Ref
    gathering: Ref
    capacity: Capacity = "attendee"


class AgreementFact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="agreement", omit_defaults=True):
    """A treaty, memorandum, joint statement or the like."""

    title: str
    parties: tuple[Ref, ...] = ()
    signatories: tuple[Ref, ...] = ()
    date: DateSpan | None = None
    status: AgreementStatus = "signed"


class AwardFact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="award", omit_defaults=True):
    """A medal, honour, gift, or thanks formally announced."""

    givers: tuple[Ref, ...] = ()
    recipients: tuple[Ref, ...] = ()
    object: str = ""
    date: DateSpan | None = None


class DecisionFact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="decision", omit_defaults=True):
    """A resolution, order, instruction or annulment. `summary` has at most fifteen words."""

    by: tuple[Ref, ...] = ()
    summary: str = ""
    date: DateSpan | None = None
    status: DecisionStatus = "adopted"
    deadline: DateSpan | None = None


class MessageFact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="message", omit_defaults=True):
    """A letter, speech, statement ... by someone, perhaps to someone. `form` is its kind in FORMAT's sense."""

    form: MessageKind = "statement"
    senders: tuple[Ref, ...] = ()
    recipients: tuple[Ref, ...] = ()
    date: DateSpan | None = None


Fact = PostFact | UnitFact | GatheringFact | AttendanceFact | AgreementFact | AwardFact | DecisionFact | MessageFact

CLAIM_KINDS = ("post", "unit", "gathering", "attendance", "agreement", "award", "decision", "message")


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that one document says, with the words that say it, and who read it so.

    `id` is the same for the same fact on the same evidence, whichever version of the reader drew it: see `claim_id`.
    `schema` is the version of the fact's fields.
    """

    id: str
    fact: Fact
    evidence: tuple[Evidence, ...]
    stance: Stance = "asserted"
    rule: str = ""
    confidence: float = 1.0
    schema: int = 1


class Refusal(msgspec.Struct, frozen=True):
    """Something that is not let into the record, and why, in words for people.

    `claim` is None for what never was a claim: a name that stands nowhere in the text, or words of no known form; then
    `said` has it. The evidence of a refused claim may have a quote that stands nowhere: its span is [0, 0).
    """

    claim: Claim | None
    reason: str
    said: str = ""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one reader, at one version, took from one document, and what it was given and did not take."""

    document: str
    reader: str
    version: str
    language: str
    read: bool  # False: no reader reads this language, which is not "nothing found"
    dated: DateSpan | None = None  # the day the report is of, as the reader made it out
    referents: tuple[Referent, ...] = ()
    claims: tuple[Claim, ...] = ()
    refused: tuple[Refusal, ...] = ()


def kind_of(fact: Fact) -> str:
    """One of CLAIM_KINDS."""
    tag = fact.__struct_config__.tag
    assert isinstance(tag, str)
    return tag


def refs_of(fact: Fact) -> tuple[Ref, ...]:
    """Every referent that the fact names, in the order of its fields; ids of gatherings left out."""
    found: list[Ref] = []
    for name in REF_FIELDS:
        value = getattr(fact, name, None)
        if isinstance(value, tuple):
            found.extend(value)
        elif value is not None:
            found.append(value)
    return tuple(found)


# The fields that name referents of the document, in their order.
REF_FIELDS = (
    "person", "organisation", "predecessor", "successor", "child", "parent", "into", "left", "place", "organisers",
    "who", "parties", "signatories", "givers", "recipients", "by", "senders",
)  # fmt: skip


def claim_id(fact: Fact, evidence: tuple[Evidence, ...], names: dict[Ref, tuple[str, str]]) -> str:
    """A digest of kind, arguments and evidence, 24 hexadecimal digits.

    `names` gives each local id its (type, name), so that renumbering referents changes nothing. The digest is taken
    over a JSON array, so no character of a name can be taken for a border between fields.
    """

    def named(value: object) -> object:
        if isinstance(value, str):
            return list(names[value]) if value in names else value
        if isinstance(value, list):
            return [named(item) for item in value]
        if isinstance(value, dict):
            return {key: named(item) for key, item in sorted(value.items())}
        return value

    content = [named(msgspec.to_builtins(fact)), [[e.document, e.start, e.end] for e in evidence]]
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:24]
