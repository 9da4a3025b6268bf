"""The rulings of people that stand: of several on one claim or pair the last, and claims taken back one by one.

Those of a rule are left out: the rule judges anew what is there.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from chancery.register.ledger import Entry, Ledger, Reason
from chancery.register.store import Store
from chancery.terms.rulings import Ruling

_IDENTITY = frozenset({"same", "not the same", "unsure"})


class Standing(msgspec.Struct, frozen=True):
    """A ruling with its entry in the ledger."""

    entry: Entry
    ruling: Ruling


def orphaned(store: Store, ledger: Ledger) -> list[Standing]:
    """Those with a subject that is neither a claim nor a name of a current reading, in the ledger's order."""
    return _standing(
        store,
        ledger,
        [row[0] for row in store.rows(f"SELECT entry FROM ruling WHERE by_rule = 0 AND ({_GONE}) ORDER BY seq")],
        [row[0] for row in store.rows(f"SELECT entry FROM withdrawn WHERE {_NO_CLAIM} ORDER BY entry")],
    )


def count_orphaned(store: Store) -> int:
    """How many there are, those too whose place a later ruling on the same has taken."""
    rulings: int = store.one(f"SELECT count(*) FROM ruling WHERE by_rule = 0 AND ({_GONE})")[0]
    withdrawn: int = store.one(f"SELECT count(*) FROM withdrawn WHERE {_NO_CLAIM}")[0]
    return rulings + withdrawn


def all_standing(store: Store, ledger: Ledger) -> list[Standing]:
    """All of them, in the ledger's order."""
    return _standing(
        store,
        ledger,
        [row[0] for row in store.rows("SELECT entry FROM ruling WHERE by_rule = 0 ORDER BY seq")],
        [row[0] for row in store.rows("SELECT entry FROM withdrawn ORDER BY entry")],
    )


def is_ruled_on(store: Store, subjects: tuple[str, ...]) -> bool:
    """Whether a ruling or withdrawal that is on exactly these stands."""
    if len(subjects) == 1:
        return (
            store.first("SELECT 1 FROM withdrawn WHERE subject = ?", subjects) is not None
            or store.first("SELECT 1 FROM ruling WHERE first = ? AND second IS NULL AND by_rule = 0", subjects)
            is not None
        )
    first, second = subjects[:2]
    return (
        store.first(
            "SELECT 1 FROM ruling WHERE by_rule = 0 AND ((first = ? AND second = ?) OR (first = ? AND second = ?))",
            (first, second, second, first),
        )
        is not None
    )


def _gone(column: str) -> str:
    return (
        f"NOT EXISTS (SELECT 1 FROM claim WHERE claim.id = ruling.{column})"
        f" AND NOT EXISTS (SELECT 1 FROM by_hand WHERE by_hand.claim = ruling.{column})"
        f" AND NOT EXISTS (SELECT 1 FROM referent WHERE referent.member = ruling.{column})"
    )


_GONE = f"({_gone('first')}) OR (second IS NOT NULL AND {_gone('second')})"
# A claim by hand goes when it is taken back, and nobody need look at it again.
_NO_CLAIM = (
    "NOT EXISTS (SELECT 1 FROM claim WHERE claim.id = withdrawn.subject)"
    " AND NOT EXISTS (SELECT 1 FROM by_hand WHERE by_hand.claim = withdrawn.subject)"
)


def _standing(store: Store, ledger: Ledger, rulings: Iterable[str], withdrawn: Iterable[str]) -> list[Standing]:
    last: dict[tuple[bool, frozenset[str]], Standing] = {}
    for entry_id in rulings:
        entry = ledger.entry(entry_id)
        content = None if entry is None else ledger.payload(entry)
        if entry is not None and content is not None:
            ruling = msgspec.json.decode(content, type=Ruling)
            key = (ruling.judgement in _IDENTITY, frozenset(ruling.subjects))
            last.pop(key, None)
            last[key] = Standing(entry, ruling)
    for entry_id in withdrawn:
        entry = ledger.entry(entry_id)
        if entry is not None and entry.subject is not None:
            content = ledger.payload(entry)
            reason = Reason(by="") if content is None else msgspec.json.decode(content, type=Reason)
            documents = () if entry.document is None else (entry.document,)
            subjects = (entry.subject,)
            ruling = Ruling(judgement="reject", subjects=subjects, by=reason.by, why=reason.why, documents=documents)
            last[False, frozenset(subjects)] = Standing(entry, ruling)
    return sorted(last.values(), key=lambda standing: standing.entry.seq)
