"""What people rejected in a document: claims that left the record by a ruling, and come back when it is taken back."""

from __future__ import annotations

import msgspec

from chancery.register.ledger import Ledger
from chancery.register.rulings import ruling_view
from chancery.register.store import Store
from chancery.register.views import RejectedView
from chancery.terms.claims import Claim

# CROSS JOIN: from the document's reading to its claims, and never through all claims of the record.
_REJECTED = """
    SELECT claim.content, (SELECT entry FROM ruling WHERE ruling.first = claim.id AND judgement = 'reject'
        ORDER BY ruling.seq DESC LIMIT 1)
    FROM reading CROSS JOIN claim ON claim.reading = reading.seq
    WHERE reading.document = ? AND state = 'current' AND out = 1
        AND NOT EXISTS (SELECT 1 FROM withdrawn WHERE subject = claim.id)
    ORDER BY claim.reading, claim.place
"""


def rejected_in(store: Store, ledger: Ledger, sha: str) -> tuple[RejectedView, ...]:
    """The rejected claims of a document's current reading, each with the ruling, in the reader's order."""
    found = []
    for content, entry in store.rows(_REJECTED, (sha,)):
        ruling = None if entry is None else ruling_view(store, ledger, entry)
        if ruling is not None:
            found.append(RejectedView(claim=msgspec.json.decode(content, type=Claim), ruling=ruling))
    return tuple(found)
