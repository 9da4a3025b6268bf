"""Lists, and parts of long ones: what a page shows is looked up, and of the rest only what puts them in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nlargest
from typing import Generic, TypeVar

import msgspec

from chancery.register.citations import Shown
from chancery.register.store import Row, Store
from chancery.register.views import DocumentListing, DocumentOutcome, EntityListing
from chancery.terms.claims import EntityType
from chancery.terms.dates import DateSpan
from chancery.terms.document import Document
from chancery.terms.entities import EntityName

_TOGETHER = 200  # ids of one query; every database takes some hundreds of values

_Row = TypeVar("_Row")


class Listed(msgspec.Struct, Generic[_Row], frozen=True):
    """Some rows of a list of `total`; `shared` are the names among them that others of the list bear too."""

    total: int
    rows: tuple[_Row, ...]
    shared: frozenset[str] = frozenset()


class _Dated(msgspec.Struct, frozen=True):
    """What puts a document in its place among others."""

    source: str
    published: DateSpan | None = None


_DATED = msgspec.json.Decoder(_Dated)


def entities_listed(store: Store, kind: EntityType, begin: int = 0, length: int | None = None) -> Listed[EntityListing]:
    """Entities of a type by name, from the place `begin` on, counted from 0; without a length all of them."""
    known = store.rows("SELECT id, name FROM entity WHERE type = ?", (kind,))
    known.sort(key=lambda row: (row[1].casefold(), row[0]))
    shown = known[begin : None if length is None else begin + length]
    bearers = Counter(name for _, name in known)
    return Listed(
        total=len(known),
        rows=_entities(store, kind, [entity for entity, _ in shown]),
        shared=frozenset(name for _, name in shown if bearers[name] > 1),
    )


def entities_most_named(store: Store, kind: EntityType, most: int) -> tuple[EntityListing, ...]:
    """Those that most documents name; of equals those with more tenures and claims, then by name."""
    wanted = {entity for (entity,) in store.rows("SELECT id FROM entity WHERE type = ?", (kind,))}
    # A document's sequence number stands for it, so that the index of referents has all that is asked.
    counted = [
        (documents, entity)
        for entity, documents in store.rows(
            "SELECT entity, count(DISTINCT seq) FROM referent WHERE entity IS NOT NULL GROUP BY entity"
        )
        if entity in wanted
    ]
    least = min((documents for documents, _ in nlargest(most, counted)), default=0)
    listed = _entities(store, kind, [entity for documents, entity in counted if documents >= least])
    order = sorted(listed, key=lambda one: (-one.documents, -one.claims - one.tenures, one.entity.name, one.entity.id))
    return tuple(order[:most])


def documents_in_order(store: Store) -> list[DocumentListing]:
    """All documents in the order in which they came in."""
    return list(_documents(store, [sha for (sha,) in store.rows("SELECT sha FROM document ORDER BY seq")]))


def documents_listed(store: Store, begin: int, length: int) -> Listed[DocumentListing]:
    """Documents, the newest first, those without a date last, from the place `begin` on, counted from 0."""
    rows = store.rows(
        "SELECT sha, document.seq, content, report,"
        " (SELECT min(source.source) FROM source WHERE source.document = sha)"
        " FROM document LEFT JOIN reading ON reading.document = sha AND state = 'current'"
    )
    order = sorted((*_place(content, report, source), seq, sha) for sha, seq, content, report, source in rows)
    shown = [sha for *_, sha in order[begin : begin + length]]
    return Listed(total=len(order), rows=_documents(store, shown))


def documents_latest(store: Store, most: int) -> tuple[DocumentListing, ...]:
    """Those that came in last, the last one first."""
    rows = store.rows(
        "SELECT sha FROM capture JOIN document ON sha = capture.document AND document.seq = capture.seq"
        " ORDER BY capture.seq DESC LIMIT ?",
        (most,),
    )
    return _documents(store, [sha for (sha,) in rows])


def documents_from(store: Store, sources: Collection[str]) -> tuple[DocumentListing, ...]:
    """Those that one of the sources has given, in the order in which they came in."""
    found: dict[str, int] = {}
    for some in _in_parts(sorted(sources)):
        found |= dict(
            store.rows(
                "SELECT sha, document.seq FROM capture JOIN document ON sha = capture.document"
                f" WHERE capture.source IN ({_marks(some)})",
                tuple(some),
            )
        )
    return _documents(store, sorted(found, key=found.__getitem__))


def languages_not_read(store: Store) -> dict[str, int]:
    """How many documents of each language were kept and not read, by its code."""
    rows = store.rows(
        "SELECT content FROM reading JOIN document ON sha = reading.document"
        " WHERE state = 'current' AND outcome = 'not read'"
        # What was entered by hand makes it a read one.
        " AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.reading = reading.seq AND out = 0)"
    )
    counted = Counter(msgspec.json.decode(content, type=Document).language for (content,) in rows)
    return dict(sorted(counted.items()))


def _place(content: bytes, report: bytes | None, source: str | None) -> tuple[int, str]:
    known = _DATED.decode(content)
    published = known.published or (None if report is None else msgspec.json.decode(report, type=DateSpan))
    day = published.first if published else None
    return -day.toordinal() if day else 1, source or known.source


def _entities(store: Store, kind: EntityType, ids: Sequence[str]) -> tuple[EntityListing, ...]:
    """Lines of a list, in the order of the ids."""
    post = "person" if kind == "person" else "body"
    found: dict[str, Row] = {}
    for some in _in_parts(ids):
        rows = store.rows(
            "SELECT entity.id, entity.name, count(DISTINCT document),"
            f" (SELECT count(*) FROM tenure WHERE tenure.{post} = entity.id),"
            " (SELECT count(DISTINCT claim) FROM referent AS r JOIN claim_ref USING (member)"
            " WHERE r.entity = entity.id)"
            " FROM entity JOIN referent ON referent.entity = entity.id"
            f" WHERE entity.id IN ({_marks(some)}) GROUP BY entity.id, entity.name",
            tuple(some),
        )
        found |= {row[0]: row for row in rows}
    return tuple(
        EntityListing(entity=EntityName(id=entity, type=kind, name=name), documents=documents, tenures=n, claims=claims)
        for entity, name, documents, n, claims in (found[entity] for entity in ids if entity in found)
    )


def _documents(store: Store, digests: Iterable[str]) -> tuple[DocumentListing, ...]:
    shown = Shown(store)
    found = []
    for sha in digests:
        content, outcome, claims = store.one(
            "SELECT content, outcome, (SELECT count(*) FROM claim WHERE reading = reading.seq AND out = 0)"
            " FROM document LEFT JOIN reading ON reading.document = sha AND state = 'current' WHERE sha = ?",
            (sha,),
        )
        language = msgspec.json.decode(content, type=Document).language
        # What was entered by hand makes it a read one.
        done: DocumentOutcome = "read" if claims else outcome or "withdrawn"
        found.append(DocumentListing(document=shown.document(sha), language=language, outcome=done, claims=claims))
    return tuple(found)


def _in_parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for begin in range(0, len(values), _TOGETHER):
        yield values[begin : begin + _TOGETHER]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)
