"""`Draft`: the working state that the reader's steps fill, one after another, for one document."""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery.terms.claims import Claim, EntityType, Ref, Referent
from chancery.terms.dates import DateSpan
from chancery.terms.document import Document, TextLayer


@dataclass(slots=True, frozen=True)
class Token:
    """A word, a number or one sign: half-open character offsets in the text layer, and the text between them."""

    start: int
    end: int
    text: str


@dataclass(slots=True, frozen=True)
class DateMention:
    """A stretch of text that names a day, a month, a year ... or a range ("from August 13 to 31": start and end)."""

    start: int
    end: int
    span: DateSpan
    until: DateSpan | None = None  # the last part of a range


@dataclass(slots=True)
class Name:
    """A stretch of text that names a person, a body or a place. Names may nest; `parent` points outwards.

    `entity` is the id of its Referent, once the step `referents` has run. `level` 0 is the outermost name.
    """

    start: int
    end: int
    type: EntityType
    score: float = 1.0
    rule: str = ""
    level: int = 0
    entity: Ref | None = None


@dataclass(slots=True, frozen=True)
class Title:
    """A stretch of text that names a role or a rank ("Vice-Chairman", "Lieutenant Colonel", "member")."""

    start: int
    end: int
    rank: bool = False
    honorific: bool = False  # "Comrade", "Dr": part of no post


@dataclass(slots=True)
class Draft:
    """Everything known so far about one document while it is read. Each step adds, in the pipeline's order."""

    document: Document
    layer: TextLayer
    tokens: list[Token] = field(default_factory=list)
    sentence_tokens: list[tuple[int, int]] = field(default_factory=list)  # per sentence: half-open range of tokens
    dated: DateSpan | None = None
    dates: list[DateMention] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    referents: dict[Ref, Referent] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.layer.text
