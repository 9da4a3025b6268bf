"""From ids to what people see: names of entities, documents by title, and the sentence that states a fact.

One `Shown` lives for one answer, and looks each thing up once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from chancery.register.careers import StoredTenure
from chancery.register.holding import YEAR
from chancery.register.store import Store
from chancery.register.texts import sentence_around, text_of
from chancery.register.views import DocumentName
from chancery.terms.claims import Claim, Evidence
from chancery.terms.dates import DateSpan
from chancery.terms.document import Document
from chancery.terms.entities import Citation, EntityName, Post, Tenure, TenureEnd

DOUBTFUL = 0.6  # of claims read with less confidence, half to three in five are right: see bench/calibration.py


class Shown:
    """Looks up, for one answer, the words behind ids."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents: dict[str, DocumentName] = {}
        self._texts: dict[str, str] = {}
        self._entities: dict[str, tuple[EntityName, str | None]] = {}

    def entity(self, entity: str) -> EntityName:
        return self._entity(entity)[0]

    def _entity(self, entity: str) -> tuple[EntityName, str | None]:
        if entity not in self._entities:
            kind, name, last = self._store.one("SELECT type, name, last FROM entity WHERE id = ?", (entity,))
            self._entities[entity] = (EntityName(id=entity, type=kind, name=name), last)
        return self._entities[entity]

    def document(self, sha: str) -> DocumentName:
        """The document under the source that last gave it, or else that first did."""
        if sha not in self._documents:
            content = self._store.one("SELECT content FROM document WHERE sha = ?", (sha,))[0]
            known = msgspec.json.decode(content, type=Document)
            current = self._store.first("SELECT source FROM source WHERE document = ? ORDER BY source LIMIT 1", (sha,))
            self._documents[sha] = DocumentName(
                id=sha,
                source=current[0] if current else known.source,
                title=known.title,
                published=known.published or self._report_day(sha),
                captured=known.captured,
            )
        return self._documents[sha]

    def _report_day(self, sha: str) -> DateSpan | None:
        row = self._store.first("SELECT report FROM reading WHERE document = ? AND state = 'current'", (sha,))
        return None if row is None or row[0] is None else msgspec.json.decode(row[0], type=DateSpan)

    def text(self, sha: str) -> str:
        if sha not in self._texts:
            self._texts[sha] = text_of(self._store, sha)
        return self._texts[sha]

    def citation(self, claim: Claim, evidence: Evidence) -> Citation:
        document = self.document(evidence.document)
        start, end = sentence_around(self._store, evidence.document, evidence.start, evidence.end)
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

    def citations(self, claims: Iterable[Claim]) -> tuple[Citation, ...]:
        return tuple(self.citation(claim, evidence) for claim in claims for evidence in claim.evidence)

    def claims(self, ids: Sequence[str]) -> list[Claim]:
        rows = [self._store.one("SELECT content FROM claim WHERE id = ?", (claim,)) for claim in ids]
        return [msgspec.json.decode(row[0], type=Claim) for row in rows]

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
