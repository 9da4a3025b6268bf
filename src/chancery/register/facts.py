"""The claims of a reading as rows, each tied to the referents that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from chancery.register.store import Listed, Store
from chancery.terms.claims import REF_FIELDS, Claim, Fact, PostFact, kind_of
from chancery.terms.dates import DateSpan


def add_claims(store: Store, claims: Iterable[Claim], *, reading: int, document: str, seq: int) -> None:
    """Enter the claims of a reading whose referents are entered, in the reader's order."""
    claims = tuple(claims)
    out = _out_of(store, [claim.id for claim in claims])
    store.many(
        "INSERT INTO claim (id, reading, document, seq, place, kind, stance, day, died, out, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                claim.id, reading, document, seq, place, kind_of(claim.fact), claim.stance, _day(claim.fact),
                int(_tells_death(claim.fact)), claim.id in out, msgspec.json.encode(claim),
            )
            for place, claim in enumerate(claims)
        ],
    )  # fmt: skip
    _tie(store, (claim for claim in claims if claim.id not in out), _members(store, reading))


def judge_claim(store: Store, claim: str) -> int | None:
    """Let a claim in or out as rulings and withdrawals now say; gives its reading, None where no current one has it."""
    row = store.first("SELECT reading, out, content FROM claim WHERE id = ?", (claim,))
    if row is None:
        return None
    reading: int = row[0]
    out = is_out(store, claim)
    if out != bool(row[1]):
        store.run("UPDATE claim SET out = ? WHERE id = ?", (out, claim))
        store.run("DELETE FROM claim_ref WHERE claim = ?", (claim,))
        if not out:
            _tie(store, [msgspec.json.decode(row[2], type=Claim)], _members(store, reading))
    return reading


def remove_claims(store: Store, reading: int) -> None:
    store.run("DELETE FROM claim_ref WHERE claim IN (SELECT id FROM claim WHERE reading = ?)", (reading,))
    store.run("DELETE FROM claim WHERE reading = ?", (reading,))


def _members(store: Store, reading: int) -> dict[str, str]:
    """The member behind each id of the reading's referents."""
    return dict(store.rows("SELECT local, member FROM referent WHERE reading = ?", (reading,)))


def _tie(store: Store, claims: Iterable[Claim], member_of: Mapping[str, str]) -> None:
    store.many(
        "INSERT INTO claim_ref (claim, field, place, member) VALUES (?, ?, ?, ?)",
        [(claim.id, field, nth, member_of[ref]) for claim in claims for field, nth, ref in _named(claim.fact)],
    )


def is_withdrawn(store: Store, claim: str) -> bool:
    """Whether the claim was taken back by itself."""
    return store.first("SELECT 1 FROM withdrawn WHERE subject = ?", (claim,)) is not None


def is_out(store: Store, claim: str) -> bool:
    """Whether the claim was taken back, or rejected by the last ruling on it."""
    return claim in _out_of(store, [claim])


def _out_of(store: Store, claims: Iterable[str]) -> set[str]:
    """Which of the claims were taken back, or rejected by the last ruling on them."""
    asked = Listed(claims)
    withdrawn = store.rows("SELECT subject FROM withdrawn WHERE subject IN (SELECT value FROM json_each(?))", (asked,))
    last: dict[str, str] = dict(
        store.rows(
            "SELECT first, judgement FROM ruling WHERE first IN (SELECT value FROM json_each(?))"
            " AND judgement IN ('accept', 'reject', 'unsure') ORDER BY seq",
            (asked,),
        )
    )
    return {claim for (claim,) in withdrawn} | {claim for claim, judgement in last.items() if judgement == "reject"}


def _named(fact: Fact) -> list[tuple[str, int, str]]:
    found = []
    for field in REF_FIELDS:
        value = getattr(fact, field, None)
        refs = value if isinstance(value, tuple) else () if value is None else (value,)
        found += [(field, nth, ref) for nth, ref in enumerate(refs)]
    return found


def _tells_death(fact: Fact) -> bool:
    return isinstance(fact, PostFact) and fact.change == "died"


def _day(fact: Fact) -> str | None:
    date: DateSpan | None = getattr(fact, "date", None) or getattr(fact, "start", None)
    return None if date is None or date.first is None else date.first.isoformat()
