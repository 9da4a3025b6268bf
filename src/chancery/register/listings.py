"""Lists, and parts of long ones: what a page shows is looked up, and of the rest only what puts them in order."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Generic, TypeVar

import msgspec

from chancery.register.citations import Shown
from chancery.register.store import Listed as Several
from chancery.register.store import Row, Store
from chancery.register.views import DocumentListing, DocumentOutcome, EntityListing
from chancery.terms.claims import EntityType
from chancery.terms.document import Document
from chancery.terms.entities import EntityName

_EQUALS = 100  # whose claims are counted, which takes a fifth of a millisecond each, where only they tell them apart
_TOGETHER = 200  # ids of one query; every database takes some hundreds of values

_Row = TypeVar("_Row")
_Count = TypeVar("_Count", int, tuple[int, int])

# How many referents each entity has: each bears one name that is its own.
_OFTEN_NAMED = """
    SELECT entity, CAST(sum(n) AS BIGINT) FROM entity_name JOIN entity ON entity.id = entity
    WHERE type = ? AND own = 1 GROUP BY entity
"""
# A document's sequence number stands for it, so that the index of referents has all that is asked.
_DOCUMENTS_NAMING = """
    SELECT entity, count(DISTINCT seq) FROM referent WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY entity
"""


class Listed(msgspec.Struct, Generic[_Row], frozen=True):
    """Some rows of a list of `total`; `shared` are the names among them that others of the list bear too."""

    total: int
    rows: tuple[_Row, ...]
    shared: frozenset[str] = frozenset()


class _Sourced(msgspec.Struct, frozen=True):
    """Of a document only where it first came from."""

    source: str


_SOURCED = msgspec.json.Decoder(_Sourced)


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
    """Those that most documents name; of equals those with more tenures, then those with more claims, then by name.

    Each is counted of those only that the count before leaves in question. Where that leaves more than `_EQUALS`, the
    first ones by name are taken, whatever claims they have.
    """
    named: dict[str, int] = dict(store.rows(_OFTEN_NAMED, (kind,)))
    if not named or most < 1:
        return ()
    documents: dict[str, int] = {}
    least = 0
    # An entity is in no more documents than its own names stand there: who is named seldom need not be counted.
    for several in _in_parts(sorted(named, key=lambda each: -named[each])):
        if named[several[0]] < least:
            break
        documents |= dict(store.rows(_DOCUMENTS_NAMING, (Several(several),)))
        least = _least(documents, most) if len(documents) >= most else 0
    equals = [entity for entity, count in documents.items() if count >= least]
    post = _post_of(kind)
    tenures: dict[str, int] = dict.fromkeys(equals, 0) | dict(
        store.rows(
            f"SELECT {post}, count(*) FROM tenure WHERE {post} IN (SELECT value FROM json_each(?)) GROUP BY {post}",
            (Several(equals),),
        )
    )
    order = {entity: (documents[entity], tenures[entity]) for entity in equals}
    last = _least(order, most)
    left = [entity for entity, counts in order.items() if counts >= last]
    if len(left) > most + _EQUALS:
        names: dict[str, str] = dict(
            store.rows("SELECT id, name FROM entity WHERE id IN (SELECT value FROM json_each(?))", (Several(left),))
        )
        left.sort(key=lambda each: (*(-count for count in order[each]), names[each], each))
        left = left[:most]
    listed = _entities(store, kind, left)
    best = sorted(listed, key=lambda one: (-one.documents, -one.tenures, -one.claims, one.entity.name, one.entity.id))
    return tuple(best[:most])


def _post_of(kind: EntityType) -> str:
    """The column by which tenures name it."""
    return "person" if kind == "person" else "body"


def _least(counts: Mapping[str, _Count], most: int) -> _Count:
    """The last of so many counts, from the largest on."""
    return nlargest(most, counts.values())[-1]


def documents_in_order(store: Store) -> list[DocumentListing]:
    """All documents in the order in which they came in."""
    return list(_documents(store, [sha for (sha,) in store.rows("SELECT sha FROM document ORDER BY seq")]))


def documents_listed(store: Store, begin: int, length: int) -> Listed[DocumentListing]:
    """Documents, the newest first, those without a date last, from the place `begin` on, counted from 0.

    Only those of the days that the part touches are put in order by their sources.
    """
    days = store.rows("SELECT day, count(*) FROM document GROUP BY day ORDER BY day IS NULL, day DESC")
    touched: list[str | None] = []
    before = passed = 0  # documents of earlier places: of all days gone through, and of those that are not touched
    for day, count in days:
        if before + count <= begin:
            passed += count
        elif before < begin + length:
            touched.append(day)
        before += count
    dated = [day for day in touched if day is not None]
    order = _by_source(store, "day BETWEEN ? AND ?", (dated[-1], dated[0])) if dated else []
    order += _by_source(store, "day IS NULL", ()) if None in touched else []
    return Listed(total=before, rows=_documents(store, order[begin - passed : begin - passed + length]))


def _by_source(store: Store, where: str, values: tuple[str, ...]) -> list[str]:
    """The documents of some days, the last day first, those of one day by their sources."""
    rows = store.rows(
        "SELECT day, source, document.seq, sha, CASE WHEN source IS NULL THEN content END FROM"
        " (SELECT sha, seq, day, content, (SELECT min(source.source) FROM source WHERE source.document = sha) AS source"
        f" FROM document WHERE {where}) AS document",
        values,
    )
    order = [
        (
            0 if day is None else -dt.date.fromisoformat(day).toordinal(),
            source or _SOURCED.decode(content).source,
            seq,
            sha,
        )
        for day, source, seq, sha, content in rows
    ]
    return [sha for *_, sha in sorted(order)]


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


def _entities(store: Store, kind: EntityType, ids: Sequence[str]) -> tuple[EntityListing, ...]:
    """Lines of a list, in the order of the ids."""
    post = _post_of(kind)
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


def _documents(store: Store, digests: Sequence[str]) -> tuple[DocumentListing, ...]:
    shown = Shown(store)
    shown.prepare_documents(digests)
    rows: dict[str, Row] = {
        row[0]: row
        for row in store.rows(
            "SELECT sha, content, outcome, (SELECT count(*) FROM claim WHERE reading = reading.seq AND out = 0)"
            " FROM document LEFT JOIN reading ON reading.document = sha AND state = 'current'"
            " WHERE sha IN (SELECT value FROM json_each(?))",
            (Several(digests),),
        )
    }
    found = []
    for _, content, outcome, claims in (rows[sha] for sha in digests):
        document = msgspec.json.decode(content, type=Document)
        # What was entered by hand makes it a read one.
        done: DocumentOutcome = "read" if claims else outcome or "withdrawn"
        found.append(
            DocumentListing(
                document=shown.document(document.id), language=document.language, outcome=done, claims=claims
            )
        )
    return tuple(found)


def _in_parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for begin in range(0, len(values), _TOGETHER):
        yield values[begin : begin + _TOGETHER]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values)
