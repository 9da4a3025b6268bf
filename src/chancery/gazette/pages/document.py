"""The reading view of a document: its text with the evidence marked, the facts beside it, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.gazette.pages.facts_in_words import Line, fact_in_words
from chancery.gazette.pages.marked_text import Block, EvidenceMark, NameMark, marked_blocks
from chancery.gazette.pages.metadata import Metadatum, instant_in_words, metadata_of, names_in_languages
from chancery.gazette.pages.outcomes import outcome_explained
from chancery.gazette.pages.parts import Page, document_address, gathering_address, percent_of
from chancery.gazette.pages.record import OpenRecord
from chancery.gazette.pages.words_for_terms import term_in_words
from chancery.gazette.tongue import gettext as _
from chancery.register.views import DocumentOutcome, DocumentView
from chancery.terms.by_hand import BY_HAND
from chancery.terms.claims import Claim, GatheringFact, Ref, kind_of
from chancery.terms.document import TextLayer
from chancery.terms.entities import EntityName


class DocumentFact(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the document in words; `note` tells a stance other than asserted, `by_hand` a person as its source,
    `likely` the per cent that it was read rightly, where that is doubtful."""

    claim: str
    kind: str
    line: Line
    quote: str
    start: int  # half-open character offsets of its first evidence
    end: int
    note: str | None = None
    by_hand: bool = False
    likely: int | None = None


class RejectedFact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that somebody rejected; taking back the ruling `entry` brings it back."""

    fact: DocumentFact
    entry: str
    by: str
    when: str
    why: str


class DocumentPage(Page, frozen=True, kw_only=True):
    """`two_signs_end_lines`: the text layer ends its lines with two characters, as some systems do."""

    sha: str
    language: str
    outcome: DocumentOutcome
    outcome_in_words: str
    metadata: tuple[Metadatum, ...]
    blocks: tuple[Block, ...]
    facts: tuple[DocumentFact, ...]  # in the order of the text
    rejected: tuple[RejectedFact, ...]
    two_signs_end_lines: bool


def document_page(record: OpenRecord, sha: str) -> DocumentPage:
    """Raises QuestionError Q001 or Q003 where no document, or more than one, has a digest that begins so."""
    view = record.register.document(sha)
    document = view.document
    layer = record.layer_of(document.id)
    claims = _in_order(view)
    return DocumentPage(
        title=document.title or document.source,
        address=document_address(document.id),
        sha=document.id,
        language=layer.language,
        outcome=view.outcome,
        outcome_in_words=outcome_explained(view.outcome, layer.language),
        metadata=metadata_of(view, record.register.documents_from(names_in_languages(view))),
        blocks=marked_blocks(
            layer,
            _evidence_marks(claims, layer),
            _name_marks(view, layer),
            markdown=document.media_type == "text/markdown",
        ),
        facts=facts_of(view),
        rejected=_rejected(view),
        two_signs_end_lines="\r\n" in layer.text,
    )


def _in_order(view: DocumentView) -> list[Claim]:
    return sorted(view.claims, key=lambda claim: (claim.evidence[0].start, claim.evidence[0].end))


def facts_of(view: DocumentView) -> tuple[DocumentFact, ...]:
    """The claims of a document in words, in the order of the text."""
    claims = _in_order(view)
    entities: dict[Ref, EntityName] = {each.referent.id: each.entity for each in view.referents}
    gatherings = {claim.fact.gathering: claim.fact for claim in claims if isinstance(claim.fact, GatheringFact)}

    def gathering_name(ref: Ref) -> str:
        fact = gatherings.get(ref)
        if fact is None:
            return _("a gathering")
        form = term_in_words(fact.form, "form")
        if fact.start is None:
            return fact.name or _("the {form}").format(form=form)
        return fact.name or _("the {form} of {date}").format(form=form, date=date_in_words(fact.start))

    ids = {claim.fact.gathering: claim.id for claim in claims if isinstance(claim.fact, GatheringFact)}

    def gathering_page(ref: Ref) -> str | None:
        return gathering_address(ids[ref]) if ref in ids else None

    return tuple(
        DocumentFact(
            claim=claim.id,
            kind=kind_of(claim.fact),
            line=fact_in_words(claim.fact, entities.get, gathering_name, gathering_page),
            quote=claim.evidence[0].quote,
            start=claim.evidence[0].start,
            end=claim.evidence[0].end,
            note=None if claim.stance == "asserted" else claim.stance,
            by_hand=claim.rule.startswith(BY_HAND + ":"),
            likely=percent_of(view.doubts.get(claim.id)),
        )
        for claim in claims
    )


def _rejected(view: DocumentView) -> tuple[RejectedFact, ...]:
    rulings = {each.claim.id: each.ruling for each in view.rejected}
    both = msgspec.structs.replace(view, claims=(*view.claims, *(each.claim for each in view.rejected)))
    return tuple(
        RejectedFact(
            fact=fact,
            entry=rulings[fact.claim].id,
            by=rulings[fact.claim].by,
            when=instant_in_words(rulings[fact.claim].recorded),
            why=rulings[fact.claim].why,
        )
        for fact in facts_of(both)
        if fact.claim in rulings
    )


def _evidence_marks(claims: Sequence[Claim], layer: TextLayer) -> list[EvidenceMark]:
    """Where the text layer bears the quotes; a layer of another version than was read may not."""
    return [
        EvidenceMark(evidence.start, evidence.end, claim.id, kind_of(claim.fact))
        for claim in claims
        for evidence in claim.evidence
        if layer.text[evidence.start : evidence.end] == evidence.quote
    ]


def _name_marks(view: DocumentView, layer: TextLayer) -> list[NameMark]:
    return [
        NameMark(mention.start, mention.end, each.entity)
        for each in view.referents
        for mention in each.referent.mentions
        if 0 <= mention.start < mention.end <= len(layer.text)
    ]
