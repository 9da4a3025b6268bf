"""What forgetting a person erases, and what is put in its place. Nothing is written here."""

from __future__ import annotations

import msgspec

from chancery.register.fold import LayerOf
from chancery.register.forgetting.changes import Changes, ForgettingPlan, payload_cleaned
from chancery.register.forgetting.forms import Forms, forms_of
from chancery.register.forgetting.naming_document import NamingDocument
from chancery.register.forgetting.redacting import text_mask
from chancery.register.ledger import Entry, Forgetting, Ledger, ReadingTaken, Reason, Refused, RefusedClaim
from chancery.register.lookup import find_entity
from chancery.register.names import folded_name
from chancery.register.store import Store
from chancery.register.texts import text_of
from chancery.terms.document import Document
from chancery.terms.entities import EntityName
from chancery.terms.errors import ChanceryError
from chancery.terms.rulings import Ruling


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
    documents, changes.namesakes = _documents(store, ledger, entity, changes.forms, layer_of)
    naming = [NamingDocument(store, ledger, changes, sha, layer_of) for sha in documents]
    for document in naming:
        changes.texts[document.sha] = document.masked()
    for document in naming:  # when all texts are masked, for evidence may stand in another document
        document.redact()
    _plan_others(ledger, changes, set(documents))
    return changes


def _documents(
    store: Store, ledger: Ledger, entity: EntityName, forms: Forms, layer_of: LayerOf
) -> tuple[list[str], int]:
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
    for (sha,) in store.rows("SELECT sha FROM document ORDER BY sha"):
        if sha not in named and sha not in others:
            text = _text_of(store, sha, layer_of)
            if forms.may_stand_in(text) and forms.full_spans(text):
                told.add(sha)
    clean = text_mask(forms, near=False)
    for entry in ledger.entries():  # a reading may know the person by other words than the text's
        if entry.kind == "reading" and entry.document not in named | others | told:
            content = ledger.payload(entry) or b""
            if forms.may_stand_in(content.decode("utf-8", "replace")) and payload_cleaned(
                msgspec.json.decode(content, type=ReadingTaken), clean
            ):
                told.add(str(entry.document))
    return sorted(named | told), len(others)


def _text_of(store: Store, sha: str, layer_of: LayerOf) -> str:
    """As it is kept; of a document that nothing was read in, as the bytes give it; "" where they are lost."""
    if store.first("SELECT 1 FROM layer WHERE document = ?", (sha,)) is not None:
        return text_of(store, sha)
    try:
        return layer_of(sha).text
    except ChanceryError:
        return ""


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


def _plan_others(ledger: Ledger, changes: Changes, documents: set[str]) -> None:
    """Entries that hold the name though they are of no document that does: sources, reasons, rulings."""
    clean = text_mask(changes.forms, near=False)
    for entry in ledger.entries():
        content = ledger.payload(entry)
        if content is None or entry.kind in ("redaction", "supersession"):
            continue
        if entry.kind == "ruling":
            _plan_ruling(entry, msgspec.json.decode(content, type=Ruling), changes)
        elif (entry.document not in documents or entry.kind == "withdrawal") and changes.forms.may_stand_in(
            content.decode("utf-8", "replace")
        ):
            types = {"capture": Document, "withdrawal": Reason, "forgetting": Forgetting}
            if entry.kind == "refusal":
                refused = msgspec.json.decode(content, type=Refused | RefusedClaim)
                anew = payload_cleaned(refused, clean)
                if anew is not None:
                    changes.entries.append((entry, anew if isinstance(anew, Refused) else None))
            elif entry.kind in types:
                anew = payload_cleaned(msgspec.json.decode(content, type=types[entry.kind]), clean)
                if anew is not None:
                    changes.entries.append((entry, anew))


def _plan_ruling(entry: Entry, ruling: Ruling, changes: Changes) -> None:
    gone = changes.members | {claim for claim, new in changes.renamed.items() if new is None}
    if gone.intersection(ruling.subjects):
        changes.entries.append((entry, None))
        return
    subjects = tuple(changes.renamed.get(subject) or subject for subject in ruling.subjects)
    clean = text_mask(changes.forms, near=False)
    anew = msgspec.structs.replace(ruling, subjects=subjects, by=clean(ruling.by), why=clean(ruling.why))
    if anew != ruling:
        changes.entries.append((entry, anew))
