"""`Draft`: the working state that the reader's steps fill, one after another, for one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from chancery.reader.account import Account, account
from chancery.reader.grammar.scoring import Weights
from chancery.terms.claims import EntityType, Evidence, Fact, Ref, Referent, Stance
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


@dataclass(slots=True, frozen=True)
class Finding:
    """A fact that a step drew, the half-open offsets of the words that state it, and the rule that drew it.

    `because` tells how its scorers judged it, if the draft is traced.
    """

    fact: Fact
    start: int
    end: int
    rule: str
    confidence: float = 1.0
    stance: Stance = "asserted"
    because: tuple[Account, ...] = ()


@dataclass(slots=True)
class Draft:
    """Everything known so far about one document while it is read. Each step adds, in the pipeline's order.

    With `tracing` the steps also keep how their scorers judged; what they find is the same.
    """

    document: Document
    layer: TextLayer
    tokens: list[Token] = field(default_factory=list)
    sentence_tokens: list[tuple[int, int]] = field(default_factory=list)  # half-open, per sentence or piece of one
    dated: DateSpan | None = None
    dates: list[DateMention] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    referents: dict[Ref, Referent] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    views: dict[str, object] = field(default_factory=dict)  # what one step derives for those after it, by name
    tracing: bool = False
    named_because: dict[Ref, Account] = field(default_factory=dict)  # how likely each referent's names are any

    @property
    def text(self) -> str:
        return self.layer.text

    def state(
        self,
        fact: Fact,
        start: int,
        end: int,
        *,
        rule: str,
        confidence: float = 1.0,
        stance: Stance = "asserted",
        because: tuple[Account, ...] = (),
    ) -> None:
        """Add a fact with the words that state it: offsets in the text layer, trimmed of white space."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            raise ValueError("a fact needs words that state it")
        self.findings.append(Finding(fact, start, end, rule, confidence, stance, because))

    def because(self, name: str, learned: Weights, features: Iterable[str]) -> tuple[Account, ...]:
        """How `learned` judges a candidate with these features; nothing where the draft is not traced."""
        return (account(name, learned, features),) if self.tracing else ()

    def evidence(self, finding: Finding) -> Evidence:
        quote = self.text[finding.start : finding.end]
        return Evidence(document=self.layer.document, start=finding.start, end=finding.end, quote=quote)
