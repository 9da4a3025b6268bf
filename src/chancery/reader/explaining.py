"""Explaining: a document read once more, with every step told to keep its reasons, for the derivation of one claim."""

from __future__ import annotations

import msgspec

from chancery.reader.account import Account
from chancery.reader.draft import Draft, Finding
from chancery.reader.pipeline import draft_of, findings_by_claim
from chancery.terms.claims import EntityType, Ref, refs_of
from chancery.terms.document import Document, TextLayer


class FoundName(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of a referent: half-open offsets in the text layer, and what found it.

    `score` is how sure the model of names was of its least sure word; a rule that needs no model gives 1. `stated`: it
    stands among the words that state the fact. `inside`: it is part of a longer name.
    """

    text: str
    start: int
    end: int
    rule: str
    score: float
    stated: bool
    inside: bool


class NameDerivation(msgspec.Struct, frozen=True, kw_only=True):
    """A name in a fact: the mentions that were joined to it, and how likely it is a name that counts."""

    referent: Ref
    type: EntityType
    name: str
    mentions: tuple[FoundName, ...]  # in the order of the text
    because: Account | None = None


class Derivation(msgspec.Struct, frozen=True, kw_only=True):
    """How the reader came to a claim: the names, the rule that drew the fact, and how each scorer judged it."""

    rule: str
    confidence: float
    names: tuple[NameDerivation, ...]
    because: tuple[Account, ...]


def explain_claim(document: Document, layer: TextLayer, claim: str) -> Derivation | None:
    """How the present reader draws the claim with this id from a document; None where it does not draw it."""
    draft = draft_of(document, layer, tracing=True)
    finding = None if draft is None else findings_by_claim(draft).get(claim)
    return None if draft is None or finding is None else derivation_of(draft, finding)


def derivation_of(draft: Draft, finding: Finding) -> Derivation:
    """What a traced draft knows of one of its findings."""
    refs = [ref for ref in dict.fromkeys(refs_of(finding.fact)) if ref in draft.referents]
    return Derivation(
        rule=finding.rule,
        confidence=finding.confidence,
        names=tuple(_name(draft, finding, ref) for ref in refs),
        because=finding.because,
    )


def _name(draft: Draft, finding: Finding, ref: Ref) -> NameDerivation:
    mentions = sorted((name for name in draft.names if name.entity == ref), key=lambda name: (name.start, name.end))
    return NameDerivation(
        referent=ref,
        type=draft.referents[ref].type,
        name=draft.referents[ref].name,
        mentions=tuple(
            FoundName(
                text=draft.text[name.start : name.end],
                start=name.start,
                end=name.end,
                rule=name.rule,
                score=round(name.score, 3),
                stated=finding.start <= name.start and name.end <= finding.end,
                inside=name.level > 0,
            )
            for name in mentions
        ),
        because=draft.named_because.get(ref),
    )
