"""Forgetting in the ledger: one transaction, after which nothing that the register derives knows the person."""

from __future__ import annotations

import msgspec

from chancery.register.fold import Folded, LayerOf, rebuild
from chancery.register.forgetting.changes import ForgettingPlan
from chancery.register.forgetting.planning import changes_for
from chancery.register.forgetting.redacting import text_mask
from chancery.register.forgetting.withholding import digests_of
from chancery.register.ledger import Entry, Forgetting
from chancery.terms.dates import Instant


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """What was erased, and the tombstone in the ledger."""

    plan: ForgettingPlan
    entry: Entry


def forget_person(
    register: Folded, person: str, layer_of: LayerOf, *, keep_bytes: bool, by: str, why: str, at: Instant
) -> Forgotten:
    """Erase the person's payloads, put in place what stays of others, and make everything derived anew.

    What lies outside the ledger is left to who keeps it: see `Register.unfinished`. Raises QuestionError Q001, Q003 or
    Q006, WorkspaceError W003 or W005; then nothing is done.
    """
    store, ledger = register.store, register.ledger
    with store.writing():
        changes = changes_for(store, ledger, person, layer_of)
        for entry, anew in changes.entries:
            ledger.erase(entry)
            if anew is not None:
                ledger.append("redaction", anew, at=at, document=entry.document, subject=entry.id)
        for sha, layer in changes.texts.items():
            ledger.erase_masked_text(sha)
            ledger.append("redaction", layer, at=at, document=sha, subject=sha)
        clean = text_mask(changes.forms, near=True)
        tombstone = Forgetting(
            names=digests_of(store, changes.forms),
            documents=tuple(sorted(changes.texts)),
            keep_bytes=keep_bytes,
            by=clean(by),
            why=clean(why),
        )
        entry = ledger.append("forgetting", tombstone, at=at)
        store.run("INSERT INTO unfinished (entry) VALUES (?)", (entry.id,))
        store.run("DELETE FROM suggestion")
        store.run("DELETE FROM resolved")
        rebuild(register, layer_of)
    return Forgotten(plan=changes.plan(), entry=entry)
