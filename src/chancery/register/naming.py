"""The row and the names of each entity, kept with its members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chancery.register.names import folded_words
from chancery.register.search_words import search_words
from chancery.register.store import Listed, Store

# The name that is shown: the fullest, as the earliest document wrote it; one in capitals is likely a headline's.
_BEST = "fullness DESC, name = upper(name), seq, place, member"


def name_anew(store: Store, entities: Iterable[str]) -> None:
    """Write the names of entities from all their members; an entity without members goes."""
    asked = Listed(entities)
    if not asked.values:
        return
    store.run("DELETE FROM entity WHERE id IN (SELECT value FROM json_each(?))", (asked,))
    store.run("DELETE FROM entity_name WHERE entity IN (SELECT value FROM json_each(?))", (asked,))
    shown = store.rows(
        f"SELECT (SELECT member FROM referent WHERE entity = value ORDER BY {_BEST} LIMIT 1) FROM json_each(?)",
        (asked,),
    )
    last: dict[str, str | None] = dict(
        store.rows(
            "SELECT entity, max(report_last) FROM referent CROSS JOIN reading ON reading.seq = reading"
            " WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY entity",
            (asked,),
        )
    )
    rows = store.rows(
        "SELECT entity, type, name, member FROM referent WHERE member IN (SELECT value FROM json_each(?))",
        (Listed(member for (member,) in shown if member is not None),),
    )
    _keep(store, [(*row, last[row[0]]) for row in rows])
    _count(
        store,
        "SELECT entity, naming.name, own, count(*) FROM referent CROSS JOIN naming USING (member)"
        " WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY entity, naming.name, own",
        asked,
    )


def name_more(store: Store, gained: Sequence[tuple[str, str]]) -> None:
    """Add members, each with its entity, to what entities are called, without going through their other members."""
    if not gained:
        return
    known = {
        entity: (shown, last)
        for entity, shown, last in store.rows(
            "SELECT id, shown, last FROM entity WHERE id IN (SELECT value FROM json_each(?))",
            (Listed({entity for _, entity in gained}),),
        )
    }
    name_anew(store, sorted({entity for _, entity in gained} - known.keys()))
    members = Listed(member for member, entity in gained if entity in known)
    reported: dict[str, str | None] = dict(
        store.rows(
            "SELECT entity, max(report_last) FROM referent CROSS JOIN reading ON reading.seq = reading"
            " WHERE member IN (SELECT value FROM json_each(?)) GROUP BY entity",
            (members,),
        )
    )
    best: dict[str, tuple[str, ...]] = {}
    for row in store.rows(
        "SELECT entity, type, name, member FROM referent WHERE member IN (SELECT value FROM json_each(?))"
        f" ORDER BY {_BEST}",
        (Listed((*members.values, *(shown for shown, _ in known.values()))),),
    ):
        best.setdefault(row[0], row)
    days = {entity: [day for day in (last, reported[entity]) if day] for entity, (_, last) in known.items()}
    _keep(store, [(*best[entity], max(days[entity], default=None)) for entity in sorted(known)])
    _count(
        store,
        "SELECT entity, naming.name, own, count(*) FROM referent CROSS JOIN naming USING (member)"
        " WHERE member IN (SELECT value FROM json_each(?)) GROUP BY entity, naming.name, own",
        members,
    )


def _keep(store: Store, rows: Sequence[tuple[object, ...]]) -> None:
    """Rows of entities: id, type, name, the member whose name that is, and the day of the newest report."""
    store.many(
        "INSERT INTO entity (id, type, name, shown, last) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, shown = excluded.shown, last = excluded.last",
        rows,
    )


def _count(store: Store, names: str, asked: Listed) -> None:
    """Count the names that a question about a list gives: of which entity, and how many referents bear each."""
    store.many(
        "INSERT INTO entity_name (entity, name, folded, words, own, n) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (entity, name, own) DO UPDATE SET n = entity_name.n + excluded.n",
        [
            (entity, name, " ".join(folded_words(name)), " ".join(search_words(name)), own, n)
            for entity, name, own, n in store.rows(names, (asked,))
        ],
    )
