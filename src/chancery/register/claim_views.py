"""One claim of a document, found by its id, with its proof and its reader."""

from __future__ import annotations

import msgspec

from chancery.register.citations import Shown
from chancery.register.documents import claims_of
from chancery.register.ledger import Ledger, ReadingTaken, Stated
from chancery.register.store import Store
from chancery.register.views import ClaimView
from chancery.terms.by_hand import BY_HAND
from chancery.terms.claims import Claim
from chancery.terms.errors import QuestionError

_SHORTEST = 4  # characters of an id that may stand for it
_CHOICES = 8


def claim_view(store: Store, ledger: Ledger, sha: str, claim_id: str) -> ClaimView:
    """The claim of the document whose id is this or begins so. Raises QuestionError Q003 for several, Q004 for none."""
    claim = _found(claims_of(store, sha), sha, claim_id)
    reader, version, entry_id = store.one(
        "SELECT reader, version, entry FROM claim LEFT JOIN by_hand ON by_hand.claim = claim.id"
        " JOIN reading ON reading.seq = coalesce(by_hand.reading, claim.reading) WHERE claim.id = ?",
        (claim.id,),
    )
    stated = _stated(ledger, entry_id) if reader == BY_HAND else None
    return ClaimView(
        claim=claim,
        citations=Shown(store).citations([claim]),
        reader=reader,
        version=version,
        by=None if stated is None else stated.by,
        why="" if stated is None else stated.why,
        instead_of=None if stated is None else stated.instead_of,
    )


def _stated(ledger: Ledger, entry_id: str) -> Stated | None:
    entry = ledger.entry(entry_id)
    content = None if entry is None else ledger.payload(entry)
    return None if content is None else msgspec.json.decode(content, type=ReadingTaken).stated


def _found(claims: tuple[Claim, ...], sha: str, claim_id: str) -> Claim:
    found = [claim for claim in claims if claim.id.startswith(claim_id)] if len(claim_id) >= _SHORTEST else []
    if not found:
        raise QuestionError("Q004", document=sha[:16], claim=claim_id, shortest=_SHORTEST)
    if len(found) > 1:
        raise QuestionError("Q003", name=claim_id, choices=", ".join(claim.id for claim in found[:_CHOICES]))
    return found[0]
