"""One claim of a document, found by its id, with its proof and its reader."""

from __future__ import annotations

from chancery.register.citations import Shown
from chancery.register.documents import claims_of
from chancery.register.store import Store
from chancery.register.views import ClaimView
from chancery.terms.claims import Claim
from chancery.terms.errors import QuestionError

_SHORTEST = 4  # characters of an id that may stand for it
_CHOICES = 8


def claim_view(store: Store, sha: str, claim_id: str) -> ClaimView:
    """The claim of the document whose id is this or begins so. Raises QuestionError Q003 for several, Q004 for none."""
    claim = _found(claims_of(store, sha), sha, claim_id)
    reader, version = store.one(
        "SELECT reader, version FROM reading JOIN claim ON reading.seq = claim.reading WHERE claim.id = ?", (claim.id,)
    )
    return ClaimView(claim=claim, citations=Shown(store).citations([claim]), reader=reader, version=version)


def _found(claims: tuple[Claim, ...], sha: str, claim_id: str) -> Claim:
    found = [claim for claim in claims if claim.id.startswith(claim_id)] if len(claim_id) >= _SHORTEST else []
    if not found:
        raise QuestionError("Q004", document=sha[:16], claim=claim_id, shortest=_SHORTEST)
    if len(found) > 1:
        raise QuestionError("Q003", name=claim_id, choices=", ".join(claim.id for claim in found[:_CHOICES]))
    return found[0]
