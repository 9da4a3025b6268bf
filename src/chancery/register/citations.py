"""From ids to what people see: names of entities, documents by title, and the sentence that states a fact.

One `Shown` lives for one answer, and looks each thing up once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from chancery.register.careers import StoredTenure
from chancery.register.holding import YEAR
from chancery.register.store import Listed, Store
from chancery.register.texts import Span, sentences_around, text_of, texts_of
from chancery.register.views import DocumentName
from chancery.terms.claims import Claim, Evidence
from chancery.terms.dates import DateSpan
from chancery.terms.document import Document
from chancery.terms.entities import Citation, EntityName, Post, Tenure, TenureEnd

DOUBTFUL = 0.6  # of claims read with less confidence, half to three in five are right: see bench/calibration.py

_ENTITIES = "SELECT id, type, name, last FROM entity WHERE id IN (SELECT value FROM json_each(?))"
_DOCUMENTS = """
    SELECT sha, content, (SELECT source FROM source WHERE source.document = sha ORDER BY source LIMIT 1),
        (SELECT report FROM reading WHERE reading.document = sha AND state = 'current' LIMIT 1)
    FROM document WHERE sha IN (SELECT value FROM json_each(?))
"""


class Shown:
    """Looks up, for one answer, the words behind ids."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents: dict[str, DocumentName] = {}
        self._texts: dict[str, str] = {}
        self._entities: dict[str, tuple[EntityName, str | None]] = {}
        self._claims: dict[str, Claim] = {}
        self._sentences: dict[Span, tuple[int, int]] = {}

    def entity(self, entity: str) -> EntityName:
        return self._entity(entity)[0]

    def _entity(self, entity: str) -> tuple[EntityName, str | None]:
        if entity not in self._entities:
            self.prepare_entities([entity])
            if entity not in self._entities:
                raise LookupError(f"no entity {entity}")
        return self._entities[entity]

    def prepare_entities(self, entities: Iterable[str]) -> None:
        """Look up the names of all of these with one question to the database."""
        asked = Listed(set(entities) - self._entities.keys())
        for entity, kind, name, last in self._store.rows(_ENTITIES, (asked,)) if asked.values else ():
            self._entities[entity] = (EntityName(id=entity, type=kind, name=name), last)

    def prepare_claims(self, claims: Iterable[str]) -> None:
        """Look up all that citations of these claims need, with a few questions to the database."""
        asked = set(claims) - self._claims.keys()
        if asked:
            rows = self._store.rows(
                "SELECT id, content FROM claim WHERE id IN (SELECT value FROM json_each(?))", (Listed(asked),)
            )
            self._claims |= {claim: msgspec.json.decode(content, type=Claim) for claim, content in rows}
            self.prepare_evidence(self._claims[claim] for claim in asked if claim in self._claims)

    def prepare_evidence(self, claims: Iterable[Claim]) -> None:
        """Look up all that citations of these take."""
        evidence = [each for claim in claims for each in claim.evidence]
        self.prepare_documents(each.document for each in evidence)
        if unread := {each.document for each in evidence} - self._texts.keys():
            self._texts |= texts_of(self._store, unread)
        spans = {(each.document, each.start, each.end) for each in evidence} - self._sentences.keys()
        self._sentences |= sentences_around(self._store, spans)

    def document(self, sha: str) -> DocumentName:
        """The document under the source that last gave it, or else that first did."""
        if sha not in self._documents:
            self.prepare_documents([sha])
            if sha not in self._documents:
                raise LookupError(f"no document {sha}")
        return self._documents[sha]

    def prepare_documents(self, documents: Iterable[str]) -> None:
        """Look up what all of these are called with one question to the database."""
        asked = Listed(set(documents) - self._documents.keys())
        for sha, content, source, report in self._store.rows(_DOCUMENTS, (asked,)) if asked.values else ():
            known = msgspec.json.decode(content, type=Document)
            self._documents[sha] = DocumentName(
                id=sha,
                source=known.source if source is None else source,
                title=known.title,
                published=known.published or (None if report is None else msgspec.json.decode(report, type=DateSpan)),
                captured=known.captured,
            )

    def text(self, sha: str) -> str:
        if sha not in self._texts:
            self._texts[sha] = text_of(self._store, sha)
        return self._texts[sha]

    def _citation(self, claim: Claim, evidence: Evidence) -> Citation:
        document = self.document(evidence.document)
        start, end = self._sentences[evidence.document, evidence.start, evidence.end]
        return Citation(
            claim=claim.id,
            document=document.id,
            source=document.source,
            title=document.title,
            captured=document.captured,
            published=document.published,
            sentence=self.text(document.id)[start:end],
            sentence_start=start,
            quote=evidence.quote,
            start=evidence.start,
            end=evidence.end,
            likely=self.doubt_of(claim),
        )

    def doubt_of(self, claim: Claim) -> float | None:
        """How likely the claim was read rightly; None where that is not doubtful, or where a person accepted it."""
        if claim.confidence >= DOUBTFUL:
            return None
        accepted = self._store.first("SELECT 1 FROM ruling WHERE first = ? AND judgement = 'accept'", (claim.id,))
        return None if accepted else claim.confidence

    def citations(self, claims: Sequence[Claim]) -> tuple[Citation, ...]:
        self.prepare_evidence(claims)
        return tuple(self._citation(claim, evidence) for claim in claims for evidence in claim.evidence)

    def claims(self, ids: Sequence[str]) -> list[Claim]:
        """The claims with these ids. Raises LookupError for one that is not there."""
        self.prepare_claims(ids)
        return [self._claims[claim] for claim in ids]

    def prepare_tenures(self, several: Iterable[StoredTenure]) -> None:
        """Look up all that showing these takes."""
        several = tuple(several)
        self.prepare_entities(entity for each in several for entity in (each.person, each.body) if entity is not None)
        self.prepare_claims(claim for each in several for claim in each.tenure.claims)

    def tenure(self, stored: StoredTenure, *, cited: bool = True) -> Tenure:
        """The tenure with its names; without `cited` its proof is left out, which takes most of the time."""
        derived = stored.tenure
        body, last = (None, None) if stored.body is None else self._entity(stored.body)
        return Tenure(
            person=self.entity(stored.person),
            post=Post(role=derived.role, body=body),
            start=derived.start,
            end=_silent(derived.end, last),
            acting=stored.acting,
            standing=derived.standing,
            attested_first=derived.attested_first,
            attested_last=derived.attested_last,
            leave=derived.leave,
            suspended=derived.suspended,
            citations=self.citations(self.claims(derived.claims)) if cited else (),
        )


def _silent(end: TenureEnd, body_last: str | None) -> TenureEnd:
    """An end that is only attested, where reports went on to name the body for over a year without the person."""
    if end.kind != "at least" or body_last is None or end.date is None or end.date.last is None:
        return end
    gone_on = DateSpan.parse(body_last).first
    if gone_on is not None and gone_on > end.date.last + YEAR:
        return TenureEnd(kind="silent since", date=end.date)
    return end
