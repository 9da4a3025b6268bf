"""How much the record holds."""

from __future__ import annotations

from chancery.register.store import Store
from chancery.register.views import Counts
from chancery.terms.claims import CLAIM_KINDS

# Where no reader took anything, what was entered by hand makes a document a read one.
_OUTCOMES = """
    SELECT done, count(*) FROM (
        SELECT CASE WHEN outcome <> 'read' AND EXISTS (
            SELECT 1 FROM claim WHERE claim.reading = reading.seq AND out = 0) THEN 'read' ELSE outcome END AS done
        FROM reading WHERE state = 'current') AS outcomes
    GROUP BY done
"""
_ACTS = ("agreement", "award", "decision", "message")


def count_all(store: Store) -> Counts:
    """Counts of what counts now; what was superseded or taken back is not in them."""

    def number(sql: str) -> int:
        return int(store.one(sql)[0])

    outcomes: dict[str, int] = dict(store.rows(_OUTCOMES))
    entities: dict[str, int] = dict(store.rows("SELECT type, count(*) FROM entity GROUP BY type"))
    kinds: dict[str, int] = dict(store.rows("SELECT kind, count(*) FROM claim WHERE out = 0 GROUP BY kind"))
    failed = number("SELECT count(*) FROM refusal WHERE code LIKE 'R%'")
    return Counts(
        documents=number("SELECT count(*) FROM document"),
        read=outcomes.get("read", 0),
        not_read=outcomes.get("not read", 0),
        nothing_found=outcomes.get("nothing found", 0),
        refused=number("SELECT count(*) FROM refusal") - failed,
        failed=failed,
        people=entities.get("person", 0),
        bodies=entities.get("organisation", 0),
        places=entities.get("place", 0),
        posts=number("SELECT count(*) FROM (SELECT DISTINCT role, body FROM tenure WHERE body IS NOT NULL) AS post"),
        tenures=number("SELECT count(*) FROM tenure WHERE standing = 'held'"),
        gatherings=kinds.get("gathering", 0),
        acts=sum(kinds.get(kind, 0) for kind in _ACTS),
        claims={kind: kinds.get(kind, 0) for kind in CLAIM_KINDS},
        refused_claims=number(
            # From the refusals, which are few, to the readings.
            "SELECT count(*) FROM entry CROSS JOIN reading ON reading.entry = subject"
            " WHERE subject IS NOT NULL AND kind = 'refusal' AND state = 'current'"
        ),
    )
