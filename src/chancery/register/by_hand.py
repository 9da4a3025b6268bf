"""Claims by hand as the fold keeps them: which stand, and a document's reading together with them."""

from __future__ import annotations

import msgspec

from chancery.register.composing import composed
from chancery.register.evidence import check_reading
from chancery.register.facts import is_out, is_withdrawn
from chancery.register.ledger import Entry, Ledger, ReadingTaken
from chancery.register.store import Store
from chancery.register.texts import text_of
from chancery.terms.claims import Reading
from chancery.terms.document import TextLayer

STANDING = "by hand"  # the state of a row in `reading` that is a claim by hand and was not taken back as a whole


def has_statements(store: Store, document: str) -> bool:
    """Whether anything is stated by hand of the document."""
    row = store.first("SELECT 1 FROM reading WHERE document = ? AND state = ? LIMIT 1", (document, STANDING))
    return row is not None


def with_statements(store: Store, ledger: Ledger, reading: Reading) -> Reading:
    """An automatic reading, composed with what stands by hand in its document; see `composing`."""
    statements = _statements(store, ledger, reading.document)
    if not statements:
        return reading
    return composed(
        reading,
        statements,
        is_out=lambda claim: is_out(store, claim),
        is_withdrawn=lambda claim: is_withdrawn(store, claim),
    )


def whole_reading(store: Store, ledger: Ledger, entry: Entry) -> Reading | None:
    """The reading of an entry with what stands by hand in its document; None where its payload was erased."""
    content = ledger.payload(entry)
    if content is None:
        return None
    return with_statements(store, ledger, msgspec.json.decode(content, type=ReadingTaken).reading)


def borne_out(store: Store, taken: ReadingTaken) -> Reading:
    """The reading without the claims that the texts which are kept now do not bear out; where one that a claim is
    proved by is not kept, it does not either."""
    reading = taken.reading
    row = store.first("SELECT version FROM layer WHERE document = ?", (reading.document,))
    if row is None or row[0] == taken.layer:
        return reading
    cited = {reading.document, *(e.document for claim in reading.claims for e in claim.evidence)}
    kept = [sha for sha in cited if store.first("SELECT 1 FROM layer WHERE document = ?", (sha,))]
    layers = {sha: TextLayer(document=sha, version="", text=text_of(store, sha), language="") for sha in kept}
    accepted = check_reading(reading, layers[reading.document], layers).accepted
    return msgspec.structs.replace(reading, claims=accepted)


def _statements(store: Store, ledger: Ledger, document: str) -> list[ReadingTaken]:
    found = []
    for (entry_id,) in store.rows(
        "SELECT entry FROM reading WHERE document = ? AND state = ? ORDER BY seq", (document, STANDING)
    ):
        entry = ledger.entry(entry_id)
        content = None if entry is None else ledger.payload(entry)
        if content is None:
            continue
        taken = msgspec.json.decode(content, type=ReadingTaken)
        if len(borne_out(store, taken).claims) == len(taken.reading.claims):
            found.append(taken)
    return found
