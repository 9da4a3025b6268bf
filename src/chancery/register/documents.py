"""Documents as the register knows them: where they were found, and what was read in them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from chancery.register.by_hand import whole_reading
from chancery.register.citations import Shown
from chancery.register.ledger import Ledger, Refused, RefusedClaim
from chancery.register.rejected import rejected_in
from chancery.register.store import Row, Store
from chancery.register.views import (
    DocumentView,
    ReadingView,
    ReferentView,
    RefusedSource,
    SourceView,
)
from chancery.terms.claims import Claim, Reading, Referent
from chancery.terms.dates import Instant
from chancery.terms.document import Document
from chancery.terms.entities import EntityName
from chancery.terms.errors import PROBLEMS, QuestionError

_SHORTEST = 4  # characters of a digest that may stand for it


def find_document(store: Store, sha: str) -> str:
    """The SHA-256 that begins so. Raises QuestionError Q001 for none, Q003 for several."""
    found = store.first("SELECT sha FROM document WHERE sha = ?", (sha,))
    if found is not None:
        return str(found[0])
    rows = []
    if len(sha) >= _SHORTEST and all(c in "0123456789abcdef" for c in sha):
        rows = store.rows("SELECT sha FROM document WHERE sha > ? AND sha < ? ORDER BY sha LIMIT 8", (sha, sha + "g"))
    if not rows:
        raise QuestionError("Q001", kind="document", name=sha)
    if len(rows) > 1:
        raise QuestionError("Q003", name=sha, choices=", ".join(row[0][:16] for row in rows))
    return str(rows[0][0])


def document_named(store: Store, name: str) -> str:
    """The SHA-256 of the document that a source last gave, or of the one that `find_document` finds.

    Raises QuestionError Q001 for none, Q003 for several.
    """
    name = name.encode("utf-8", "replace").decode("utf-8")  # what a terminal may hand over is no text
    row = store.first("SELECT document FROM source WHERE source = ?", (name,))
    return find_document(store, name) if row is None else str(row[0])


def document_view(store: Store, ledger: Ledger, sha: str) -> DocumentView:
    """A document by its SHA-256, or enough of its beginning. Raises QuestionError Q001 or Q003."""
    sha = find_document(store, sha)
    document = msgspec.json.decode(store.one("SELECT content FROM document WHERE sha = ?", (sha,))[0], type=Document)
    sources = _sources(store, sha)
    row = store.first("SELECT seq, entry, outcome FROM reading WHERE document = ? AND state = 'current'", (sha,))
    if row is None:
        return DocumentView(document=document, sources=sources, outcome="withdrawn")
    seq, entry_id, outcome = row
    entry = ledger.entry(entry_id)
    reading = None if entry is None else whole_reading(store, ledger, entry)
    if entry is None or reading is None:
        return DocumentView(document=document, sources=sources, outcome="withdrawn")
    claims, shown = claims_of(store, sha), Shown(store)
    return DocumentView(
        document=document,
        sources=sources,
        outcome="read" if claims else outcome,  # by hand, where no reader took anything
        reader=reading.reader,
        version=reading.version,
        recorded=entry.recorded,
        dated=reading.dated,
        referents=_referents(store, seq, reading),
        claims=claims,
        refused=_refused(ledger, entry_id),
        rejected=rejected_in(store, ledger, sha),
        doubts={claim.id: likely for claim in claims if (likely := shown.doubt_of(claim)) is not None},
    )


def claims_of(store: Store, sha: str) -> tuple[Claim, ...]:
    """The claims of a document that count, in the reader's order."""
    rows = store.rows(
        # From the document's reading to its claims: the other way all claims of the record would be gone through.
        "SELECT claim.content FROM reading CROSS JOIN claim ON claim.reading = reading.seq"
        " WHERE reading.document = ? AND state = 'current' AND out = 0 ORDER BY claim.reading, claim.place",
        (sha,),
    )
    return tuple(msgspec.json.decode(row[0], type=Claim) for row in rows)


def knows_document(store: Store, sha: str) -> bool:
    """Whether the record has a document of this SHA-256."""
    return store.first("SELECT 1 FROM document WHERE sha = ?", (sha,)) is not None


def refused_sources(store: Store, ledger: Ledger) -> list[RefusedSource]:
    """The sources that were refused or failed, and were not taken in since, by their names."""
    found = []
    for (seq,) in store.rows("SELECT seq FROM refusal ORDER BY source"):
        entry = next(ledger.entries(after=seq - 1))
        content = ledger.payload(entry)
        if content is not None:
            refused = msgspec.json.decode(content, type=Refused)
            what = PROBLEMS[refused.code].what.format_map(refused.fields)
            found.append(
                RefusedSource(
                    source=refused.source, code=refused.code, what=what, recorded=entry.recorded, fields=refused.fields
                )
            )  # fmt: skip
    return found


def current_readings(store: Store, ledger: Ledger) -> Iterator[ReadingView]:
    """Every current reading without its withdrawn claims, in the order in which the documents came in."""
    rows = store.rows(
        "SELECT sha, content, entry FROM document JOIN reading ON document = sha"
        " WHERE state = 'current' ORDER BY document.seq"
    )
    for sha, content, entry_id in rows:
        entry = ledger.entry(entry_id)
        reading = None if entry is None else whole_reading(store, ledger, entry)
        if reading is not None:
            claims = claims_of(store, sha)
            yield ReadingView(
                document=msgspec.json.decode(content, type=Document),
                sources=tuple(source.source for source in _sources(store, sha) if source.current),
                reading=msgspec.structs.replace(reading, claims=claims, read=reading.read or bool(claims)),
            )


def _sources(store: Store, sha: str) -> tuple[SourceView, ...]:
    rows = store.rows(
        "SELECT capture.source, min(captured), source.document IS NOT NULL FROM capture"
        " LEFT JOIN source ON source.source = capture.source AND source.document = capture.document"
        " WHERE capture.document = ? GROUP BY capture.source, source.document ORDER BY min(capture.seq)",
        (sha,),
    )
    return tuple(SourceView(source=s, captured=Instant.parse(at), current=bool(now)) for s, at, now in rows)


def _referents(store: Store, seq: int, reading: Reading) -> tuple[ReferentView, ...]:
    known: dict[str, Row] = {
        row[0]: row
        for row in store.rows(
            "SELECT local, member, id, entity.type, entity.name FROM referent JOIN entity ON entity.id = entity"
            " WHERE reading = ?",
            (seq,),
        )
    }
    return tuple(_referent(referent, known[referent.id]) for referent in reading.referents if referent.id in known)


def _referent(referent: Referent, row: Row) -> ReferentView:
    _, member, entity, kind, name = row
    return ReferentView(member=member, referent=referent, entity=EntityName(id=entity, type=kind, name=name))


def _refused(ledger: Ledger, reading_entry: str) -> tuple[RefusedClaim, ...]:
    contents = (ledger.payload(entry) for entry in ledger.about(reading_entry) if entry.kind == "refusal")
    return tuple(msgspec.json.decode(content, type=RefusedClaim) for content in contents if content is not None)
