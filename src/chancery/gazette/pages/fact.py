"""The page of one fact: what it says and where, how it was read, what people ruled on it, and how to cite it."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec

from chancery.gazette.citing import FORMS, Reference, reference_of_passage
from chancery.gazette.pages.add import add_address
from chancery.gazette.pages.document import DocumentFact, facts_of
from chancery.gazette.pages.metadata import instant_in_words
from chancery.gazette.pages.parts import Page, Proof, document_address, proof_of
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import said_later
from chancery.register import RegisterReading
from chancery.register.views import ClaimView, DocumentView, RulingView
from chancery.terms.by_hand import BY_HAND
from chancery.terms.errors import QuestionError


class CiteForm(msgspec.Struct, frozen=True):
    """A reference in one form, and where its file is."""

    name: str
    text: str
    href: str


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling on the fact, or on the `former` one that it stands in place of. `standing`: it was not taken back."""

    entry: str
    judgement: str
    by: str
    when: str
    why: str
    standing: bool
    former: bool = False


class FactPage(Page, frozen=True, kw_only=True):
    """`confidence` is how likely the reader holds it to be right, from 0 to 1, None where a person stated it: `by`, and
    `why` if told, instead of the fact `instead_of`, if any. `correct` is where an editor mends it."""

    claim: str
    sha: str
    document: str
    fact: DocumentFact
    proofs: tuple[Proof, ...]
    reader: str
    rule: str
    confidence: float | None
    captured: str
    by: str | None
    why: str
    instead_of: str | None
    correct: str
    rulings: tuple[Judged, ...]
    cite: tuple[CiteForm, ...]


_NAMES = {"txt": said_later("Footnote"), "bib": "BibTeX", "csl.json": "CSL-JSON", "ris": "RIS"}


def fact_page(register: RegisterReading, sha: str, claim: str) -> FactPage:
    """Raises QuestionError Q001, Q003 or Q004 where there is no such document, or no such fact that counts in it."""
    document = register.document(sha)
    view = register.claim(document.document.id, claim)
    fact = next(fact for fact in facts_of(document) if fact.claim == view.claim.id)
    address = fact_address(document.document.id, view.claim.id)
    return FactPage(
        title=_("A fact"),
        address=address,
        claim=view.claim.id,
        sha=document.document.id,
        document=document.document.title or document.document.source,
        fact=fact,
        proofs=tuple(proof_of(citation) for citation in view.citations),
        reader=f"{view.reader} {view.version}",
        rule=view.claim.rule,
        confidence=None if view.reader == BY_HAND else view.claim.confidence,
        captured=instant_in_words(document.document.captured),
        by=view.by,
        why=view.why,
        instead_of=view.instead_of,
        correct=f"{add_address(document.document.id)}?{urlencode({'instead-of': view.claim.id})}",
        rulings=tuple(
            _judged(each, view.instead_of)
            for each in register.rulings()
            if view.claim.id in each.subjects or view.instead_of in each.subjects
        ),
        cite=forms_of(reference_of(document, view), address + "/cite"),
    )


def fact_address(sha: str, claim: str) -> str:
    return f"{document_address(sha)}/facts/{claim}"


def fact_reference(register: RegisterReading, sha: str, claim: str) -> Reference:
    """The reference to the fact's first sentence. Raises as `fact_page` does."""
    document = register.document(sha)
    return reference_of(document, register.claim(document.document.id, claim))


def reference_of(document: DocumentView, view: ClaimView) -> Reference:
    if not view.citations:
        raise QuestionError("Q004", document=document.document.id[:16], claim=view.claim.id, shortest=4)
    return reference_of_passage(document.document, view.citations[0])


def forms_of(reference: Reference, address: str) -> tuple[CiteForm, ...]:
    """The reference in every form; each form's file is at the address with the form's ending."""
    path, mark, query = address.partition("?")
    return tuple(
        CiteForm(_(_NAMES[ending]), make(reference), f"{path}.{ending}{mark}{query}")
        for ending, (make, _type) in FORMS.items()
    )


def _judged(view: RulingView, former: str | None) -> Judged:
    return Judged(
        entry=view.id, judgement=view.judgement, by=view.by, when=instant_in_words(view.recorded), why=view.why,
        standing=view.withdrawn is None and view.judgement != "withdraw", former=former in view.subjects,
    )  # fmt: skip
