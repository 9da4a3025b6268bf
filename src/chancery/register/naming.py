"""The row and the names of each entity, kept with its members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chancery.register.names import folded_words
from chancery.register.search_words import search_words
from chancery.register.store import Store

# The name that is shown: the fullest, as the earliest document wrote it; one in capitals is likely a headline's.
_BEST = "fullness DESC, name = upper(name), seq, place, member"


def name_anew(store: Store, entities: Iterable[str]) -> None:
    """Write the names of entities from all their members; an entity without members goes."""
    for entity in entities:
        store.run("DELETE FROM entity WHERE id = ?", (entity,))
        store.run("DELETE FROM entity_name WHERE entity = ?", (entity,))
        shown = store.first(
            f"SELECT type, name, member FROM referent WHERE entity = ? ORDER BY {_BEST} LIMIT 1", (entity,)
        )
        if shown is None:
            continue
        last = store.one(
            "SELECT max(report_last) FROM referent CROSS JOIN reading ON reading.seq = reading WHERE entity = ?",
            (entity,),
        )
        row = (entity, *shown, *last)
        store.run("INSERT INTO entity (id, type, name, shown, last) VALUES (?, ?, ?, ?, ?)", row)
        for name, own, n in store.rows(
            "SELECT naming.name, own, count(*) FROM referent CROSS JOIN naming USING (member) WHERE entity = ?"
            " GROUP BY naming.name, own",
            (entity,),
        ):
            _count(store, entity, name, own, n)


def name_more(store: Store, gained: Sequence[tuple[str, str]]) -> None:
    """Add members, each with its entity, to what entities are called, without going through their other members."""
    known = {row[0] for _, entity in gained for row in store.rows("SELECT id FROM entity WHERE id = ?", (entity,))}
    name_anew(store, sorted({entity for _, entity in gained} - known))
    for member, entity in gained:
        if entity not in known:
            continue
        shown = store.one(
            "SELECT name, member FROM referent WHERE member IN (?, (SELECT shown FROM entity WHERE id = ?))"
            f" ORDER BY {_BEST} LIMIT 1",
            (member, entity),
        )
        last = store.one(
            "SELECT max(report_last) FROM (SELECT last AS report_last FROM entity WHERE id = ? UNION ALL"
            " SELECT report_last FROM referent CROSS JOIN reading ON reading.seq = reading WHERE member = ?) AS known",
            (entity, member),
        )
        store.run("UPDATE entity SET name = ?, shown = ?, last = ? WHERE id = ?", (*shown, *last, entity))
        for name, own in store.rows("SELECT name, own FROM naming WHERE member = ?", (member,)):
            _count(store, entity, name, own, 1)


def _count(store: Store, entity: str, name: str, own: int, n: int) -> None:
    store.run(
        "INSERT INTO entity_name (entity, name, folded, words, own, n) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (entity, name, own) DO UPDATE SET n = entity_name.n + excluded.n",
        (entity, name, " ".join(folded_words(name)), " ".join(search_words(name)), own, n),
    )
