"""What a ruling is on, though it may be gone: looked up in the readings of its document, the newest first."""

from __future__ import annotations

import msgspec

from chancery.register.citations import Shown
from chancery.register.identity import members_of
from chancery.register.ledger import Ledger, ReadingTaken
from chancery.register.ruling_views import Gone, RuledOn
from chancery.register.store import Store
from chancery.terms.claims import Claim, Reading, Referent, refs_of


def document_of(store: Store, subject: str) -> str | None:
    """The document of a claim or name of a current reading; None where it is neither."""
    row = store.first("SELECT document FROM claim WHERE id = ?", (subject,)) or store.first(
        "SELECT document FROM referent WHERE member = ?", (subject,)
    )
    return None if row is None else str(row[0])


def ruled_on(store: Store, ledger: Ledger, shown: Shown, subject: str, document: str | None) -> RuledOn:
    """The claim or name as the newest reading of the document that holds it had it.

    `document` is what the ruling says; without it only what counts now can be found.
    """
    now = document_of(store, subject)
    sha = now or document
    if sha is None or store.first("SELECT 1 FROM document WHERE sha = ?", (sha,)) is None:
        return RuledOn(id=subject, document=None, gone="unknown" if sha is None else "withheld")
    erased = False
    for row in store.rows("SELECT entry FROM reading WHERE document = ? ORDER BY seq DESC", (sha,)):
        entry = ledger.entry(row[0])
        content = None if entry is None else ledger.payload(entry)
        if content is None:
            erased = True
            continue
        taken = msgspec.json.decode(content, type=ReadingTaken)
        reading = taken.reading
        if taken.stated is not None and subject in {claim.id for claim in reading.claims[:-1]}:
            continue  # a gathering that it refers to, which another states
        found = _in_reading(reading, subject)
        if found is not None:
            claim, referents = found
            return RuledOn(
                id=subject,
                document=shown.document(sha),
                claim=claim,
                referents=referents,
                citations=() if claim is None else shown.citations([claim]),
                reader=reading.reader,
                version=reading.version,
                gone=None if now else _why_gone(store, sha, reading),
            )
    return RuledOn(id=subject, document=shown.document(sha), gone="withheld" if erased else "unknown")


def referents_of(claim: Claim, reading: Reading) -> tuple[Referent, ...]:
    """Those that the claim names, each once, in the reading's order."""
    named = set(refs_of(claim.fact))
    return tuple(referent for referent in reading.referents if referent.id in named)


def _in_reading(reading: Reading, subject: str) -> tuple[Claim | None, tuple[Referent, ...]] | None:
    for claim in reading.claims:
        if claim.id == subject:
            return claim, referents_of(claim, reading)
    for member in members_of(reading, None):
        if member.id == subject:
            return None, (member.referent,)
    return None


def _why_gone(store: Store, sha: str, reading: Reading) -> Gone:
    row = store.first("SELECT reader, version FROM reading WHERE document = ? AND state = 'current'", (sha,))
    if row is None:
        return "taken back"
    return "text changed" if row == (reading.reader, reading.version) else "not drawn"
