"""Identity kept in tables: which entity each referent is, worked out anew only around what changed."""

from __future__ import annotations

from collections.abc import Iterable

from chancery.register.grouping import entity_id, linked_nodes, ruled_clusters
from chancery.register.identity import Key, Member, MemberId
from chancery.register.naming import name_anew, name_more
from chancery.register.store import Store
from chancery.terms.claims import EntityType

Node = tuple[EntityType, Key]
EntityId = str
_KEEP_NODE = (
    "INSERT INTO node (type, key, entity) VALUES (?, ?, ?)"
    " ON CONFLICT (type, key) DO UPDATE SET entity = excluded.entity"
)
_Assigned = tuple[MemberId, EntityId | None, EntityId]  # the member, the entity that it was of, and that it is of now


def add_members(store: Store, members: Iterable[Member], *, reading: int, document: str, seq: int) -> set[Node]:
    """Enter the referents of one reading; gives the nodes around which identity must be settled."""
    touched: set[Node] = set()
    for m in members:
        r = m.referent
        row = (m.id, reading, document, seq, m.place, r.id, r.type, r.name, m.key)
        store.run(
            "INSERT INTO referent (member, reading, document, seq, place, local, type, name, key)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        store.run("INSERT INTO naming (member, name, own) VALUES (?, ?, 1)", (m.id, r.name))
        for alias in r.aliases:
            store.run("INSERT INTO naming (member, name, own) VALUES (?, ?, 0) ON CONFLICT DO NOTHING", (m.id, alias))
        for other in m.links:
            store.run("INSERT INTO link (type, node, other, member) VALUES (?, ?, ?, ?)", (r.type, m.key, other, m.id))
        touched |= {(r.type, m.key), *((r.type, other) for other in m.links)}
    return touched


def remove_members(store: Store, reading: int) -> tuple[set[Node], set[EntityId]]:
    """Take the referents of a reading out; gives the nodes to settle, and the entities that lost a member."""
    rows = store.rows("SELECT member, type, key, entity FROM referent WHERE reading = ?", (reading,))
    # What a node was linked with must be settled too, and the link may be gone afterwards.
    touched = {near for _, kind, key, _ in rows for near in component(store, (kind, key))}
    for member, *_ in rows:
        store.run("DELETE FROM link WHERE member = ?", (member,))
        store.run("DELETE FROM naming WHERE member = ?", (member,))
        store.run("DELETE FROM referent WHERE member = ?", (member,))
    return touched, {entity for *_, entity in rows}


def component(store: Store, node: Node) -> set[Node]:
    """Every node that a link or a ruling could make one entity with this one, itself included."""
    found = {node}
    left = [node]
    while left:
        kind, key = left.pop()
        near = (
            store.rows(
                "SELECT other FROM link WHERE type = ? AND node = ?"
                " UNION SELECT node FROM link WHERE type = ? AND other = ?"
                " UNION SELECT b.key FROM ruling JOIN referent a ON a.member IN (first, second)"
                " JOIN referent b ON b.member IN (first, second) WHERE a.type = ? AND a.key = ? AND b.type = ?",
                (kind, key, kind, key, kind, key, kind),
            )
            if _may_be_joined(store, kind)
            else []
        )
        for (other,) in near:
            if (kind, other) not in found:
                found.add((kind, other))
                left.append((kind, other))
    return found


def _may_be_joined(store: Store, kind: EntityType) -> bool:
    return kind == "person" or store.first("SELECT 1 FROM ruling LIMIT 1") is not None


def settle(store: Store, touched: Iterable[Node], *, losing: Iterable[EntityId] = ()) -> set[EntityId]:
    """Give every referent around the touched nodes its entity, and name the entities anew.

    `losing` are entities that lost a member. Gives the entities whose older referents moved out or in; those that only
    gained new referents are not among them.
    """
    assigned: list[_Assigned] = []
    done: set[Node] = set()
    for node in sorted(touched):
        if node not in done:
            nodes = component(store, node)
            done |= nodes
            assigned += _settle_component(store, node[0], sorted(key for _, key in nodes))
    moved = {entity for _, old, new in assigned if old is not None for entity in (old, new)}
    anew = moved | set(losing)
    name_anew(store, sorted(anew))
    name_more(store, [(member, new) for member, _, new in assigned if new not in anew])
    return moved


def _settle_component(store: Store, kind: EntityType, keys: list[Key]) -> list[_Assigned]:
    present = [key for key in keys if _earliest(store, kind, key) is not None]
    for key in set(keys) - set(present):
        store.run("DELETE FROM node WHERE type = ? AND key = ?", (kind, key))
    links = {
        key: frozenset(
            node for (node,) in store.rows("SELECT node FROM link WHERE type = ? AND other = ?", (kind, key))
        )
        for key in present
    }
    groups = [sorted(group) for group in linked_nodes(present, links)]
    same, apart = _rulings(store, kind, present)
    assigned: list[_Assigned] = []
    if same or apart:
        clusters = [_members(store, kind, group) for group in groups]
        order = {member: place for cluster in clusters for member, *place in cluster}
        ids = [[member for member, *_ in cluster] for cluster in clusters]
        for cluster in ruled_clusters(ids, same, apart):
            entity = entity_id(kind, min(cluster, key=order.__getitem__))
            for member in cluster:
                assigned += _assign(store, "member = ?", (member,), entity)
        for key in present:
            store.run(_KEEP_NODE, (kind, key, None))
        return assigned
    for group in groups:
        earliest = min(row for key in group if (row := _earliest(store, kind, key)) is not None)
        entity = entity_id(kind, earliest[2])
        for key in group:
            known = store.first("SELECT entity FROM node WHERE type = ? AND key = ?", (kind, key))
            where = "type = ? AND key = ?"
            if known is not None and known[0] == entity:
                # The node stays what it was: only its new members need telling, for the rest may be very many. What
                # is appended keeps the database from looking through them.
                where = "entity IS NULL AND type || '' = ? AND key || '' = ?"
            assigned += _assign(store, where, (kind, key), entity)
            store.run(_KEEP_NODE, (kind, key, entity))
    return assigned


def _assign(store: Store, where: str, values: tuple[object, ...], entity: EntityId) -> list[_Assigned]:
    other = "(entity IS NULL OR entity <> ?)"
    rows = store.rows(f"SELECT member, entity FROM referent WHERE {where} AND {other}", (*values, entity))
    for member, _ in rows:
        store.run("UPDATE referent SET entity = ? WHERE member = ?", (entity, member))
    return [(member, old, entity) for member, old in rows]


def _earliest(store: Store, kind: EntityType, key: Key) -> tuple[int, int, MemberId] | None:
    row: tuple[int, int, MemberId] | None = store.first(
        "SELECT seq, place, member FROM referent WHERE type = ? AND key = ? ORDER BY seq, place, member LIMIT 1",
        (kind, key),
    )
    return row


def _members(store: Store, kind: EntityType, keys: list[Key]) -> list[tuple[MemberId, int, int]]:
    rows = [
        (member, seq, place)
        for key in keys
        for member, seq, place in store.rows(
            "SELECT member, seq, place FROM referent WHERE type = ? AND key = ?", (kind, key)
        )
    ]
    return sorted(rows, key=lambda row: (row[1], row[2], row[0]))


def _rulings(
    store: Store, kind: EntityType, keys: list[Key]
) -> tuple[list[tuple[MemberId, MemberId]], list[tuple[MemberId, MemberId]]]:
    """Pairs ruled the same and ruled apart among the nodes, each in the ledger's order; of one pair the last holds."""
    if store.first("SELECT 1 FROM ruling LIMIT 1") is None:
        return [], []
    last: dict[frozenset[str], tuple[str, tuple[str, str]]] = {}
    nodes = set(keys)
    for judgement, first, second, kind_1, key_1, kind_2, key_2 in store.rows(
        "SELECT judgement, first, second, a.type, a.key, b.type, b.key FROM ruling"
        " JOIN referent a ON a.member = first JOIN referent b ON b.member = second"
        " WHERE judgement IN ('same', 'not the same', 'unsure') ORDER BY ruling.seq"
    ):
        if kind_1 == kind_2 == kind and {key_1, key_2} <= nodes and first != second:
            pair = frozenset((first, second))
            last.pop(pair, None)
            last[pair] = (judgement, (first, second))
    same = [pair for judgement, pair in last.values() if judgement == "same"]
    apart = [pair for judgement, pair in last.values() if judgement == "not the same"]
    return same, apart
