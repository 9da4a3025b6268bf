"""One document that names the person: its masked text, and what stands for its entries from then on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec

from chancery.register.fold import LayerOf
from chancery.register.forgetting.changes import Changes, payload_cleaned
from chancery.register.forgetting.redacting import (
    moved_to,
    names_of_others,
    other_documents,
    persons_meant,
    redacted_document,
    redacted_layer,
    redacted_reading,
    spans_to_mask,
    text_mask,
)
from chancery.register.forgetting.stated import ids_by_hand, redacted_statement
from chancery.register.identity import members_of
from chancery.register.ledger import Entry, Ledger, ReadingTaken, RefusedClaim
from chancery.register.store import Store
from chancery.register.texts import kept_layer
from chancery.terms.by_hand import BY_HAND
from chancery.terms.claims import Reading, Ref, Referent
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import ChanceryError

_TYPES = {"capture": Document, "reading": ReadingTaken, "refusal": RefusedClaim}


class NamingDocument:
    """First `masked`, for all documents; then `redact`, which adds to the changes."""

    def __init__(self, store: Store, ledger: Ledger, changes: Changes, sha: str, layer_of: LayerOf) -> None:
        self.sha = sha
        self._store = store
        self._ledger = ledger
        self._changes = changes
        self._layer_of = layer_of

    def masked(self) -> TextLayer:
        """The text with the person masked."""
        layer = self._layer(self.sha)
        readings = [(reading, meant) for _, reading, meant in self._readings]
        return redacted_layer(layer, spans_to_mask(layer.text, self._changes.forms, readings))

    def redact(self) -> None:
        """Plan what becomes of each entry of the document."""
        for entry, reading, meant in self._readings:
            self._redact_reading(entry, reading, meant)
        near = any(meant for _, _, meant in self._readings)
        others = [name for _, reading, meant in self._readings for name in names_of_others(reading, meant)]
        mask = text_mask(self._changes.forms, near=near, others=others)
        for entry, payload in self._entries():
            if isinstance(payload, Document):
                clean = redacted_document(payload, self._changes.forms, near=near, others=others)
                if clean != payload:
                    self._changes.entries.append((entry, clean))
            elif isinstance(payload, RefusedClaim) and payload_cleaned(payload, mask) is not None:
                self._changes.entries.append((entry, None))  # what it would say of others was never let in

    @cached_property
    def _readings(self) -> list[tuple[Entry, Reading, frozenset[Ref]]]:
        """Every reading as far as today's text bears it out, with the referents that are the person."""
        layer = self._layer(self.sha)
        taken = [(entry, payload) for entry, payload in self._entries() if isinstance(payload, ReadingTaken)]
        exact = self._exact_names()
        found = []
        for entry, each in taken:
            reading = each.reading
            if each.layer != layer.version:
                reading = moved_to(reading, layer, {sha: self._layer(sha) for sha in other_documents(reading)})
            found.append((entry, reading, self._meant(entry, reading, exact)))
        return found

    def _entries(self) -> Iterator[tuple[Entry, Document | ReadingTaken | RefusedClaim]]:
        for entry in self._ledger.of_document(self.sha):
            content = self._ledger.payload(entry) if entry.kind in _TYPES else None
            if content is not None:
                yield entry, msgspec.json.decode(content, type=_TYPES[entry.kind])

    def _layer(self, sha: str) -> TextLayer:
        masked = self._ledger.masked_text(sha)
        if masked is not None:
            return masked
        try:
            return self._layer_of(sha)
        except ChanceryError:  # the bytes are lost or damaged, and are to go anyway
            return kept_layer(self._store, sha)

    def _exact_names(self) -> set[str]:
        """Every name by which the document's current reading, with what stands by hand in it, knows the person."""
        rows = self._store.rows(
            "SELECT naming.name FROM referent JOIN naming USING (member) WHERE document = ? AND entity = ?",
            (self.sha, self._changes.person.id),
        )
        return {name for (name,) in rows}

    @cached_property
    def _locals(self) -> dict[int, set[Ref]]:
        found: dict[int, set[Ref]] = {}
        for seq, local in self._store.rows(
            "SELECT reading, local FROM referent WHERE document = ? AND entity = ?",
            (self.sha, self._changes.person.id),
        ):
            found.setdefault(seq, set()).add(local)
        return found

    def _meant(self, entry: Entry, reading: Reading, exact: set[str]) -> frozenset[Ref]:
        sure = self._locals.get(entry.seq, set())
        rows = self._store.rows(
            "SELECT local FROM referent WHERE reading = ? AND entity <> ?", (entry.seq, self._changes.person.id)
        )
        others = {row[0] for row in rows} | {r.id for r in reading.referents if self._is_others_by_hand(reading, r)}
        return frozenset(sure | (persons_meant(reading, self._changes.forms, exact) - others))

    def _is_others_by_hand(self, reading: Reading, referent: Referent) -> bool:
        """Whether a name in a claim by hand is that of another person, as the document has it now."""
        if reading.reader != BY_HAND:
            return False
        rows = self._store.rows(
            "SELECT entity FROM referent JOIN naming USING (member)"
            " WHERE document = ? AND type = ? AND naming.name = ?",
            (self.sha, referent.type, referent.name),
        )
        return bool(rows) and all(entity != self._changes.person.id for (entity,) in rows)

    def _redact_reading(self, entry: Entry, reading: Reading, meant: frozenset[Ref]) -> None:
        changes, layer = self._changes, self._changes.texts[self.sha]
        beside = {sha: changes.texts.get(sha) or self._layer(sha) for sha in other_documents(reading)}
        taken_back = {
            claim.id
            for claim in reading.claims
            if self._store.first("SELECT 1 FROM withdrawn WHERE subject = ?", (claim.id,)) is not None
        }
        if reading.reader == BY_HAND:
            ids = ids_by_hand(reading, entry.seq, changes.renamed)
            redacted, renamed = redacted_reading(
                reading, layer, meant, changes.forms, beside=beside, taken_back=taken_back, own_id=ids
            )
        else:
            redacted, renamed = redacted_reading(
                reading, layer, meant, changes.forms, beside=beside, taken_back=taken_back
            )
        changes.renamed.update(renamed)
        changes.members |= {member.id for member in members_of(reading, None) if member.referent.id in meant}
        changes.claims_kept += len(redacted.claims)
        changes.claims_erased += len(reading.claims) - len(redacted.claims)
        changes.entries.append((entry, self._standing(entry, redacted, layer, meant)))

    def _standing(
        self, entry: Entry, redacted: Reading, layer: TextLayer, meant: frozenset[Ref]
    ) -> ReadingTaken | None:
        content = self._ledger.payload(entry)
        before = None if content is None else msgspec.json.decode(content, type=ReadingTaken)
        if before is None or before.stated is None:
            return ReadingTaken(reading=redacted, layer=layer.version)
        clean = text_mask(self._changes.forms, near=bool(meant))
        return redacted_statement(before, redacted, self._changes.renamed, layer.version, clean)
