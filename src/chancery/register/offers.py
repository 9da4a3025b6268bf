"""What may take the place of a ruling's subject: the same fact or name read anew, or in the page as it came anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from chancery.register.by_hand import whole_reading
from chancery.register.citations import Shown
from chancery.register.documents import claims_of
from chancery.register.ledger import Ledger
from chancery.register.ruled_subjects import referents_of
from chancery.register.ruling_views import Offer, RuledOn
from chancery.register.standing_rulings import is_ruled_on
from chancery.register.store import Store
from chancery.terms.claims import Claim, Reading, Referent, claim_id, kind_of
from chancery.terms.rulings import Ruling

Alike = Literal["same fact", "same sentence"]
_Found = tuple[str, Alike, str, Claim | None, tuple[Referent, ...]]  # id, how, document, claim, whom it names


def offers_for(
    store: Store, ledger: Ledger, shown: Shown, ruling: Ruling, subjects: tuple[RuledOn, ...], *, anew: bool
) -> tuple[Offer, ...]:
    """Rulings that may be made instead, the likest first; none that is on something ruled on already.

    With `anew` each subject is looked for in what its document's sources give now; otherwise those that are gone are
    looked for there and in their own document, and the others stay.
    """
    found = [
        list(_alike(store, ledger, shown, subject, anew=anew)) if anew or subject.gone else [] for subject in subjects
    ]
    if not any(found) or any(subject.gone and not near for subject, near in zip(subjects, found, strict=True)):
        return ()
    if len(subjects) == 1:
        ways: list[list[_Found | None]] = [[near] for near in found[0]]
    else:  # of a pair only the likest of each: every pair of names would be a list to read, and no help
        ways = [[near[0] if near else None for near in found]]
    offers = [_offer(shown, ruling, subjects, way) for way in ways]
    kept = [offer for offer in offers if not is_ruled_on(store, offer.ruling.subjects)]
    return tuple(sorted(kept, key=lambda offer: offer.alike != "same fact"))


def _offer(shown: Shown, ruling: Ruling, subjects: tuple[RuledOn, ...], way: list[_Found | None]) -> Offer:
    news = [near for near in way if near is not None]
    _, alike, document, claim, referents = news[0]
    ids = tuple(old.id if near is None else near[0] for old, near in zip(subjects, way, strict=True))
    return Offer(
        ruling=msgspec.structs.replace(ruling, subjects=ids, documents=()),
        alike=alike if len(news) == 1 or all(near[1] == "same fact" for near in news) else "same sentence",
        document=shown.document(document),
        claim=claim,
        referents=referents,
        citations=() if claim is None else shown.citations([claim]),
    )


def _alike(store: Store, ledger: Ledger, shown: Shown, old: RuledOn, *, anew: bool) -> Iterator[_Found]:
    if old.document is None or (not old.referents and old.claim is None):
        return
    places = recaptures(store, old.document.id)
    for sha in places if anew else [old.document.id, *places]:
        reading = _current(store, ledger, sha)
        if reading is None:
            continue
        if old.claim is None:
            yield from _names(store, sha, old, reading)
        else:
            yield from _claims(store, shown, sha, old, old.claim, reading)


def recaptures(store: Store, document: str) -> list[str]:
    """The documents that the sources of a document give now in its place."""
    rows = store.rows(
        "SELECT DISTINCT source.document FROM capture JOIN source ON source.source = capture.source"
        " WHERE capture.document = ? AND source.document <> ? ORDER BY 1",
        (document, document),
    )
    return [row[0] for row in rows]


def _current(store: Store, ledger: Ledger, sha: str) -> Reading | None:
    row = store.first("SELECT entry FROM reading WHERE document = ? AND state = 'current'", (sha,))
    entry = None if row is None else ledger.entry(row[0])
    return None if entry is None else whole_reading(store, ledger, entry)


def _names(store: Store, sha: str, old: RuledOn, reading: Reading) -> Iterator[_Found]:
    [referent] = old.referents
    rows = store.rows(
        "SELECT DISTINCT member, local, own FROM referent JOIN naming USING (member)"
        " WHERE document = ? AND type = ? AND naming.name = ? ORDER BY own DESC, member",
        (sha, referent.type, referent.name),
    )
    by_ref = {each.id: each for each in reading.referents}
    for member, local, _ in rows:
        if member != old.id and local in by_ref:
            yield member, "same fact", sha, None, (by_ref[local],)


def _claims(store: Store, shown: Shown, sha: str, old: RuledOn, claim: Claim, reading: Reading) -> Iterator[_Found]:
    sentences = {_folded(citation.sentence) for citation in old.citations}
    said = _said(claim, old.referents)
    for other in claims_of(store, sha):
        if other.id == claim.id or kind_of(other.fact) != kind_of(claim.fact):
            continue
        if not sentences & {_folded(citation.sentence) for citation in shown.citations([other])}:
            continue
        named = referents_of(other, reading)
        yield other.id, "same fact" if _said(other, named) == said else "same sentence", sha, other, named


def _said(claim: Claim, referents: tuple[Referent, ...]) -> str:
    """A digest of what a claim says, wherever it stands."""
    return claim_id(claim.fact, (), {referent.id: (referent.type, referent.name) for referent in referents})


def _folded(sentence: str) -> str:
    return " ".join(sentence.split())
