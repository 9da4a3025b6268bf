"""The judgements on the record, as entries of the ledger: who, when, why, and whether they stand."""

from __future__ import annotations

import msgspec

from chancery.register.ledger import Entry, Ledger, Reason
from chancery.register.store import Store
from chancery.register.views import RulingView
from chancery.terms.errors import QuestionError
from chancery.terms.rulings import Ruling

_SHORTEST = 4  # characters of an id that may stand for it
_CHOICES = 8


def rulings(store: Store, ledger: Ledger) -> list[RulingView]:
    """Every ruling and every withdrawal, in the ledger's order, those that were taken back too."""
    rows = store.rows("SELECT id FROM entry WHERE kind IN ('ruling', 'withdrawal') ORDER BY seq")
    return [view for (entry,) in rows if (view := ruling_view(store, ledger, entry)) is not None]


def ruling_view(store: Store, ledger: Ledger, entry_id: str) -> RulingView | None:
    """One ruling or withdrawal; None where its payload was erased, or the entry is another kind's."""
    entry = ledger.entry(entry_id)
    content = None if entry is None else ledger.payload(entry)
    if entry is None or content is None:
        return None
    taken_back = store.first(
        "SELECT id FROM entry WHERE kind = 'withdrawal' AND subject = ? ORDER BY seq LIMIT 1", (entry_id,)
    )
    withdrawn = None if taken_back is None else str(taken_back[0])
    if entry.kind == "ruling":
        ruling = msgspec.json.decode(content, type=Ruling)
        return RulingView(
            id=entry.id, judgement=ruling.judgement, subjects=ruling.subjects, by=ruling.by, why=ruling.why,
            recorded=entry.recorded, withdrawn=withdrawn,
        )  # fmt: skip
    return _withdrawal(entry, content) if entry.kind == "withdrawal" else None


def _withdrawal(entry: Entry, content: bytes) -> RulingView:
    reason = msgspec.json.decode(content, type=Reason)
    return RulingView(
        id=entry.id, judgement="withdraw", subjects=(str(entry.subject),), by=reason.by, why=reason.why,
        recorded=entry.recorded,
    )  # fmt: skip


def accepted_claims(store: Store) -> dict[str, str]:
    """The claims that the last ruling on them accepted, each with the entry of that ruling."""
    last: dict[str, tuple[str, str]] = {}
    for claim, judgement, entry in store.rows(
        "SELECT first, judgement, entry FROM ruling WHERE judgement IN ('accept', 'reject', 'unsure') ORDER BY seq"
    ):
        last[claim] = (judgement, entry)
    return {claim: entry for claim, (judgement, entry) in last.items() if judgement == "accept"}


def find_claim(store: Store, claim: str) -> str:
    """The id of a claim of a current reading, counting or rejected, by the id or its beginning.

    Raises QuestionError Q007 for none, Q003 for several.
    """
    return _found(store, "SELECT id FROM claim WHERE id >= ? AND id < ? ORDER BY id LIMIT 9", claim, "claim")


def find_ruling(store: Store, entry: str) -> str:
    """The id of a ruling by the id or its beginning. Raises QuestionError Q007 for none, Q003 for several."""
    sql = "SELECT id FROM entry WHERE kind = 'ruling' AND id >= ? AND id < ? ORDER BY id LIMIT 9"
    return _found(store, sql, entry, "ruling")


def current_reading(store: Store, document: str) -> str:
    """The entry of the reading of a document that counts. Raises QuestionError Q008 where there is none."""
    row = store.first("SELECT entry FROM reading WHERE document = ? AND state = 'current'", (document,))
    if row is None:
        raise QuestionError("Q008", document=document[:16])
    return str(row[0])


def _found(store: Store, sql: str, asked: str, kind: str) -> str:
    hexadecimal = len(asked) >= _SHORTEST and all(c in "0123456789abcdef" for c in asked)
    rows = store.rows(sql, (asked, asked + "g")) if hexadecimal else []
    if not rows:
        raise QuestionError("Q007", kind=kind, name=asked, shortest=_SHORTEST)
    if len(rows) > 1:
        raise QuestionError("Q003", name=asked, choices=", ".join(row[0] for row in rows[:_CHOICES]))
    return str(rows[0][0])
