"""What forgetting a person erases, and what is put in its place. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import msgspec

from chancery.register.fold import LayerOf
from chancery.register.forgetting.forms import Forms, forms_of
from chancery.register.forgetting.redacting import (
    Renamed,
    cleaned,
    moved_to,
    names_of_others,
    persons_meant,
    redacted_document,
    redacted_layer,
    redacted_reading,
    referent_names,
    spans_to_mask,
    text_mask,
)
from chancery.register.identity import members_of
from chancery.register.ledger import (
    Entry,
    Forgetting,
    Ledger,
    Payload,
    ReadingTaken,
    Reason,
    Refused,
    RefusedClaim,
)
from chancery.register.lookup import find_entity
from chancery.register.names import folded_name
from chancery.register.store import Store
from chancery.register.texts import kept_layer
from chancery.terms.claims import Reading, Ref
from chancery.terms.document import Document, TextLayer
from chancery.terms.entities import EntityName
from chancery.terms.errors import ChanceryError
from chancery.terms.rulings import Ruling


class ForgettingPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What `chancery forget` would do, for the operator to see before. Numbers are of entries of the ledger."""

    person: EntityName
    names: tuple[str, ...]
    documents: tuple[str, ...]  # SHA-256; they name the person, and are not taken in again
    readings: int
    claims_erased: int
    claims_kept: int  # of others, in the same documents
    rulings: int
    other_entries: int  # captures, refusals and reasons that hold the name
    namesakes: int  # documents that name another person so, and are left alone
    run_on: tuple[
        EntityName, ...
    ]  # persons whose name goes on from this one, as where a space was lost: perhaps the same
    recognised: bool  # whether the name will be known again in a new document: short names are not


@dataclass
class Changes:
    """What is erased: each entry with what stands for it from then on, or None."""

    person: EntityName
    forms: Forms
    names: tuple[str, ...]
    entries: list[tuple[Entry, Payload | None]] = field(default_factory=list)
    texts: dict[str, TextLayer] = field(default_factory=dict)  # masked, by document
    claims_erased: int = 0
    claims_kept: int = 0
    namesakes: int = 0
    run_on: tuple[EntityName, ...] = ()

    def plan(self) -> ForgettingPlan:
        kinds = [entry.kind for entry, _ in self.entries]
        rulings, readings = kinds.count("ruling"), kinds.count("reading")
        return ForgettingPlan(
            person=self.person,
            names=self.names,
            documents=tuple(sorted(self.texts)),
            readings=readings,
            claims_erased=self.claims_erased,
            claims_kept=self.claims_kept,
            rulings=rulings,
            other_entries=len(kinds) - rulings - readings,
            namesakes=self.namesakes,
            run_on=self.run_on,
            recognised=bool(self.forms.full or self.forms.unspaced),
        )


def plan_forgetting(store: Store, ledger: Ledger, person: str, layer_of: LayerOf) -> ForgettingPlan:
    """What would be erased, within the caller's snapshot. Raises QuestionError Q001, Q003 or Q006."""
    return changes_for(store, ledger, person, layer_of).plan()


def changes_for(store: Store, ledger: Ledger, person: str, layer_of: LayerOf) -> Changes:
    """All of it. Raises QuestionError Q001, Q003 or Q006."""
    entity = find_entity(store, person, ("person",))
    rows = store.rows(
        "SELECT DISTINCT naming.name FROM referent JOIN naming USING (member) WHERE entity = ? ORDER BY 1",
        (entity.id,),
    )
    names = tuple(row[0] for row in rows)
    changes = Changes(person=entity, forms=forms_of(names), names=names)
    changes.run_on = _running_on(store, entity, changes.forms)
    documents, changes.namesakes = _documents(store, ledger, entity, changes.forms)
    gone: set[str] = set()  # members of the person, and claims of which nothing is left
    renamed: Renamed = {}
    for sha in documents:
        _Document(store, ledger, entity, changes, gone, renamed).plan(sha, layer_of)
    _plan_others(ledger, changes, set(documents), gone | {old for old, new in renamed.items() if new is None}, renamed)
    return changes


def _documents(store: Store, ledger: Ledger, entity: EntityName, forms: Forms) -> tuple[list[str], int]:
    """Those that name the person, and how many name another person so, and are left alone."""
    named = {row[0] for row in store.rows("SELECT DISTINCT document FROM referent WHERE entity = ?", (entity.id,))}
    others = {
        document
        for document, name in store.rows(
            "SELECT document, naming.name FROM referent JOIN naming USING (member)"
            " WHERE type = 'person' AND entity <> ?",
            (entity.id,),
        )
        if folded_name(name, "person") in forms.full
    } - named
    told = set()
    for (sha,) in store.rows("SELECT document FROM layer ORDER BY document"):
        if sha not in named and sha not in others:
            text = store.one("SELECT content FROM layer WHERE document = ?", (sha,))[0].decode("utf-8", "surrogatepass")
            if forms.may_stand_in(text) and forms.full_spans(text):
                told.add(sha)
    clean = text_mask(forms, near=False)
    for entry in ledger.entries():  # a reading may know the person by other words than the text's
        if entry.kind == "reading" and entry.document not in named | others | told:
            content = ledger.payload(entry) or b""
            if forms.may_stand_in(content.decode("utf-8", "replace")) and _texts_of(
                msgspec.json.decode(content, type=ReadingTaken), clean
            ):
                told.add(str(entry.document))
    return sorted(named | told), len(others)


def _running_on(store: Store, entity: EntityName, forms: Forms) -> tuple[EntityName, ...]:
    found: dict[str, EntityName] = {}
    for other, name in store.rows(
        "SELECT id, name FROM entity WHERE type = 'person' AND id <> ? ORDER BY id", (entity.id,)
    ):
        words = folded_name(name, "person")
        for form in forms.full:
            if len(words) == len(form) and words != form and words[:-1] == form[:-1] and words[-1].startswith(form[-1]):
                found[other] = EntityName(id=other, type="person", name=name)
    return tuple(found.values())


@dataclass
class _Document:
    """The entries of one document that names the person."""

    store: Store
    ledger: Ledger
    entity: EntityName
    changes: Changes
    gone: set[str]
    renamed: Renamed

    def plan(self, sha: str, layer_of: LayerOf) -> None:
        layer = self._layer(sha, layer_of)
        entries = list(self._entries(sha))
        readings = [(entry, taken) for entry, taken in entries if isinstance(taken, ReadingTaken)]
        exact = self._exact_names(sha, [(entry, taken.reading) for entry, taken in readings])
        moved = [
            (entry, taken.reading if taken.layer == layer.version else moved_to(taken.reading, layer))
            for entry, taken in readings
        ]
        meant = [(entry, reading, self._meant(entry, reading, exact)) for entry, reading in moved]
        spans = spans_to_mask(layer.text, self.changes.forms, [(reading, refs) for _, reading, refs in meant])
        masked = redacted_layer(layer, spans)
        self.changes.texts[sha] = masked
        for entry, reading, refs in meant:
            self._plan_reading(entry, reading, refs, masked)
        near = any(refs for _, _, refs in meant)
        others = [name for _, reading, refs in meant for name in names_of_others(reading, refs)]
        mask = text_mask(self.changes.forms, near=near, others=others)
        for entry, payload in entries:
            if isinstance(payload, Document):
                clean = redacted_document(payload, self.changes.forms, near=near, others=others)
                if clean != payload:
                    self.changes.entries.append((entry, clean))
            elif isinstance(payload, RefusedClaim) and _texts_of(
                payload, text_mask(self.changes.forms, near=near, others=others)
            ):
                self.changes.entries.append((entry, None))  # what it would say of others was never let in

    def _entries(self, sha: str) -> Iterator[tuple[Entry, Document | ReadingTaken | RefusedClaim]]:
        types = {"capture": Document, "reading": ReadingTaken, "refusal": RefusedClaim}
        for entry in self.ledger.of_document(sha):
            content = self.ledger.payload(entry) if entry.kind in types else None
            if content is not None:
                yield entry, msgspec.json.decode(content, type=types[entry.kind])

    def _layer(self, sha: str, layer_of: LayerOf) -> TextLayer:
        masked = self.ledger.masked_text(sha)
        if masked is not None:
            return masked
        try:
            return layer_of(sha)
        except ChanceryError:  # the bytes are lost or damaged, and are to go anyway
            return kept_layer(self.store, sha)

    def _exact_names(self, sha: str, readings: list[tuple[Entry, Reading]]) -> set[str]:
        """Every name by which the document's current reading knows the person."""
        locals_ = self._locals(sha)
        return {
            name
            for entry, reading in readings
            if entry.seq in locals_
            for name in referent_names(r for r in reading.referents if r.id in locals_[entry.seq])
        }

    def _locals(self, sha: str) -> dict[int, set[Ref]]:
        found: dict[int, set[Ref]] = {}
        for seq, local in self.store.rows(
            "SELECT reading, local FROM referent WHERE document = ? AND entity = ?", (sha, self.entity.id)
        ):
            found.setdefault(seq, set()).add(local)
        return found

    def _meant(self, entry: Entry, reading: Reading, exact: set[str]) -> frozenset[Ref]:
        sure = self._locals(reading.document).get(entry.seq, set())
        others = {
            row[0]
            for row in self.store.rows(
                "SELECT local FROM referent WHERE reading = ? AND entity <> ?", (entry.seq, self.entity.id)
            )
        }
        return frozenset(sure | (persons_meant(reading, self.changes.forms, exact) - others))

    def _plan_reading(self, entry: Entry, reading: Reading, meant: frozenset[Ref], masked: TextLayer) -> None:
        taken_back = {
            claim.id
            for claim in reading.claims
            if self.store.first("SELECT 1 FROM withdrawn WHERE subject = ?", (claim.id,)) is not None
        }
        redacted, renamed = redacted_reading(reading, masked, meant, self.changes.forms, taken_back=taken_back)
        self.renamed.update(renamed)
        self.gone |= {member.id for member in members_of(reading, None) if member.referent.id in meant}
        self.changes.claims_kept += len(redacted.claims)
        self.changes.claims_erased += len(reading.claims) - len(redacted.claims)
        self.changes.entries.append((entry, ReadingTaken(reading=redacted, layer=masked.version)))


def _plan_others(ledger: Ledger, changes: Changes, documents: set[str], gone: set[str], renamed: Renamed) -> None:
    """Entries that hold the name though they are of no document that does: sources, reasons, rulings."""
    clean = text_mask(changes.forms, near=False)
    for entry in ledger.entries():
        content = ledger.payload(entry)
        if content is None or entry.kind in ("redaction", "supersession"):
            continue
        if entry.kind == "ruling":
            _plan_ruling(entry, msgspec.json.decode(content, type=Ruling), changes, gone, renamed)
        elif (entry.document not in documents or entry.kind == "withdrawal") and changes.forms.may_stand_in(
            content.decode("utf-8", "replace")
        ):
            types = {"capture": Document, "withdrawal": Reason, "forgetting": Forgetting}
            if entry.kind == "refusal":
                refused = msgspec.json.decode(content, type=Refused | RefusedClaim)
                anew = _texts_of(refused, clean)
                if anew is not None:
                    changes.entries.append((entry, anew if isinstance(anew, Refused) else None))
            elif entry.kind in types:
                anew = _texts_of(msgspec.json.decode(content, type=types[entry.kind]), clean)
                if anew is not None:
                    changes.entries.append((entry, anew))


def _plan_ruling(entry: Entry, ruling: Ruling, changes: Changes, gone: set[str], renamed: Renamed) -> None:
    if gone.intersection(ruling.subjects):
        changes.entries.append((entry, None))
        return
    subjects = tuple(renamed.get(subject) or subject for subject in ruling.subjects)
    clean = text_mask(changes.forms, near=False)
    anew = msgspec.structs.replace(ruling, subjects=subjects, by=clean(ruling.by), why=clean(ruling.why))
    if anew != ruling:
        changes.entries.append((entry, anew))


def _texts_of(payload: Payload, clean: Callable[[str], str]) -> Payload | None:
    """The payload with its texts cleaned; None where nothing had to be."""
    before = msgspec.to_builtins(payload)
    after = cleaned(before, clean)
    return None if before == after else msgspec.convert(after, type(payload))
