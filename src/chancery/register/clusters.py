"""Identity kept in tables: which entity each referent is, worked out anew only around what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set

from chancery.register.grouping import entity_id, linked_nodes, ruled_clusters
from chancery.register.identity import Key, Member, MemberId
from chancery.register.naming import name_anew, name_more
from chancery.register.store import Listed, Store
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
    members = tuple(members)
    ruled = _ruled_on(store, [m.id for m in members])
    store.many(
        "INSERT INTO referent"
        " (member, reading, document, seq, place, local, type, name, key, fullness, ruled, renamed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                m.id, reading, document, seq, m.place, m.referent.id, m.referent.type, m.referent.name, m.key,
                m.fullness, int(m.id in ruled), int(m.renamed),
            )
            for m in members
        ],
    )  # fmt: skip
    named = [
        {m.referent.name: 1} | {alias: 0 for alias in m.referent.aliases if alias != m.referent.name} for m in members
    ]
    store.many(
        "INSERT INTO naming (member, name, own) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(m.id, name, own) for m, names in zip(members, named, strict=True) for name, own in names.items()],
    )
    store.many(
        "INSERT INTO link (type, node, other, member) VALUES (?, ?, ?, ?)",
        [(m.referent.type, m.key, other, m.id) for m in members for other in m.links],
    )
    return {(m.referent.type, node) for m in members for node in (m.key, *m.links)}


def _ruled_on(store: Store, members: Iterable[MemberId]) -> set[MemberId]:
    """Which of the members a ruling on identity names."""
    asked = Listed(members)
    rows = store.rows(
        "SELECT first FROM ruling WHERE first IN (SELECT value FROM json_each(?)) AND second IS NOT NULL"
        " UNION SELECT second FROM ruling WHERE second IN (SELECT value FROM json_each(?))",
        (asked, asked),
    )
    return {member for (member,) in rows}


def mark_ruled(store: Store, members: Collection[MemberId]) -> None:
    """Let each member's row say whether a ruling names it, after rulings came or went."""
    ruled = _ruled_on(store, members)
    for member in members:
        store.run("UPDATE referent SET ruled = ? WHERE member = ?", (int(member in ruled), member))


def remove_members(store: Store, reading: int) -> tuple[set[Node], set[EntityId]]:
    """Take the referents of a reading out; gives the nodes to settle, and the entities that lost a member."""
    rows = store.rows("SELECT member, type, key, entity FROM referent WHERE reading = ?", (reading,))
    # What a node was linked with must be settled too, and the link may be gone afterwards.
    touched = {near for _, kind, key, _ in rows for near in component(store, (kind, key))}
    members = Listed(member for member, *_ in rows)
    for table in ("link", "naming", "referent"):
        store.run(f"DELETE FROM {table} WHERE member IN (SELECT value FROM json_each(?))", (members,))
    return touched, {entity for *_, entity in rows}


def component(store: Store, node: Node) -> set[Node]:
    """Every node that a link or a ruling could make one entity with this one, itself included."""
    found = {node}
    left = [node]
    while left:
        kind, key = left.pop()
        near = _linked_with(store, kind, key) if kind == "person" else []
        near += _ruled_with(store, kind, key)
        for other in near:
            if (kind, other) not in found:
                found.add((kind, other))
                left.append((kind, other))
    return found


def _linked_with(store: Store, kind: EntityType, key: Key) -> list[Key]:
    rows = store.rows(
        "SELECT other FROM link WHERE type = ? AND node = ? UNION SELECT node FROM link WHERE type = ? AND other = ?",
        (kind, key, kind, key),
    )
    return [other for (other,) in rows]


def _ruled_with(store: Store, kind: EntityType, key: Key) -> list[Key]:
    return sorted({other for *_, other in _rulings_of(store, kind, key)})


def _rulings_of(store: Store, kind: EntityType, key: Key) -> list[tuple[int, int, str, MemberId, MemberId, Key]]:
    """The rulings that name a member of the node: whether a rule made it, its place in the ledger, what it says, the
    two members as it names them, and the node of the other one."""
    return [
        (by_rule, seq, judgement, first, second, other)
        for here, there in (("first", "second"), ("second", "first"))
        for by_rule, seq, judgement, first, second, other in store.rows(
            "SELECT by_rule, ruling.seq, judgement, first, second, b.key FROM referent AS a"
            f" CROSS JOIN ruling ON ruling.{here} = a.member CROSS JOIN referent AS b ON b.member = ruling.{there}"
            " WHERE a.type = ? AND a.key = ? AND a.ruled = 1 AND b.type = a.type",
            (kind, key),
        )
    ]


def settle(store: Store, touched: Set[Node], *, losing: Iterable[EntityId] = ()) -> set[EntityId]:
    """Give every referent around the touched nodes its entity, and name the entities anew.

    `losing` are entities that lost a member. Gives the entities whose older referents moved out or in; those that only
    gained new referents are not among them.
    """
    assigned: list[_Assigned] = []
    done: set[Node] = set()
    for kind in sorted({kind for kind, _ in touched}):
        alone = _alone(store, kind, [key for of_kind, key in touched if of_kind == kind])
        assigned += _settle_alone(store, kind, alone)
        done |= {(kind, key) for key in alone}
    for node in sorted(touched - done):
        if node not in done:
            nodes = component(store, node)
            done |= nodes
            assigned += _settle_component(store, node[0], sorted(key for _, key in nodes))
    moved = {entity for _, old, new in assigned if old is not None for entity in (old, new)}
    anew = moved | set(losing)
    name_anew(store, sorted(anew))
    name_more(store, [(member, new) for member, _, new in assigned if new not in anew])
    return moved


def _alone(store: Store, kind: EntityType, keys: list[Key]) -> list[Key]:
    """Those of the nodes that neither a link nor a ruling could make one with another: nearly all."""
    asked = Listed(keys)
    tied = store.rows(
        "SELECT node FROM link WHERE type = ? AND node IN (SELECT value FROM json_each(?))"
        " UNION SELECT other FROM link WHERE type = ? AND other IN (SELECT value FROM json_each(?))"
        " UNION SELECT key FROM referent WHERE type = ? AND key IN (SELECT value FROM json_each(?)) AND ruled = 1",
        (kind, asked, kind, asked, kind, asked),
    )
    return sorted(set(keys) - {key for (key,) in tied})


def _settle_alone(store: Store, kind: EntityType, keys: list[Key]) -> list[_Assigned]:
    """As `_settle_component`, for nodes that are each a component: together, as there are many."""
    earliest: dict[Key, MemberId | None] = {}
    known: dict[Key, EntityId | None] = {}
    for key, member, entity in store.rows(
        "SELECT value,"
        " (SELECT member FROM referent WHERE type = ? AND key = value ORDER BY seq, place, member LIMIT 1),"
        " (SELECT entity FROM node WHERE type = ? AND key = value) FROM json_each(?)",
        (kind, kind, Listed(keys)),
    ):
        earliest[key], known[key] = member, entity
    entities = {key: entity_id(kind, member) for key, member in earliest.items() if member is not None}
    gone = Listed(sorted(earliest.keys() - entities.keys()))
    if gone.values:
        store.run("DELETE FROM node WHERE type = ? AND key IN (SELECT value FROM json_each(?))", (kind, gone))
    anew = {key: entity for key, entity in entities.items() if known[key] != entity}
    store.many(_KEEP_NODE, [(kind, key, entity) for key, entity in anew.items()])
    # A node that stays what it was may have very many members: only the new ones need telling. What is appended keeps
    # the database from looking through the others.
    rows = store.rows("SELECT key, member, entity FROM referent WHERE entity IS NULL AND type || '' = ?", (kind,))
    fresh = [row for row in rows if row[0] in entities and row[0] not in anew]
    if anew:
        fresh += store.rows(
            "SELECT key, member, entity FROM referent WHERE type = ? AND key IN (SELECT value FROM json_each(?))",
            (kind, Listed(anew)),
        )
    assigned = [(member, old, entities[key]) for key, member, old in fresh if old != entities[key]]
    if assigned:
        store.run(
            "UPDATE referent SET entity = (SELECT entity FROM node WHERE node.type = referent.type"
            " AND node.key = referent.key) WHERE member IN (SELECT value FROM json_each(?))",
            (Listed(member for member, *_ in assigned),),
        )
    return assigned


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
    same, apart = _rulings(store, kind, present)
    assigned: list[_Assigned] = []
    if apart:
        groups = [sorted(group) for group in linked_nodes(present, links)]
        clusters = [_members(store, kind, group) for group in groups]
        order = {member: place for cluster in clusters for member, *place in cluster}
        ids = [[member for member, *_ in cluster] for cluster in clusters]
        pairs = [(first, second) for first, second, *_ in same]
        for cluster in ruled_clusters(ids, pairs, [(first, second) for first, second, *_ in apart]):
            entity = entity_id(kind, min(cluster, key=order.__getitem__))
            for member in cluster:
                assigned += _assign(store, "member = ?", (member,), entity)
        for key in present:
            store.run(_KEEP_NODE, (kind, key, None))
        return assigned
    # Nobody is told apart, so whole nodes are one, and their members, who may be very many, need not be looked at.
    nodes = [(key, other) for *_, key, other in same]
    groups = [sorted(group) for group in linked_nodes(present, links, same=nodes)]
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


_Pair = tuple[MemberId, MemberId, Key, Key]  # two members and their nodes


def _rulings(store: Store, kind: EntityType, keys: list[Key]) -> tuple[list[_Pair], list[_Pair]]:
    """Pairs ruled the same and ruled apart among the nodes: people's rulings, then rules', in the ledger's order.

    Of one pair a person's last word holds, or else the rule's; "unsure" leaves the pair as the names have it.
    """
    said: dict[int, tuple[int, str, _Pair]] = {}
    for key in keys:
        for by_rule, seq, judgement, first, second, other in _rulings_of(store, kind, key):
            if judgement in ("same", "not the same", "unsure") and first != second:
                said[seq] = (by_rule, judgement, (first, second, key, other))
    last: dict[frozenset[str], tuple[int, str, _Pair]] = {}
    for _, ruling in sorted(said.items()):
        pair = frozenset(ruling[2][:2])
        if pair in last and last[pair][0] < ruling[0]:
            continue  # a rule says nothing of what a person ruled on
        last.pop(pair, None)
        last[pair] = ruling
    several = sorted(last.values(), key=lambda ruling: ruling[0])
    same = [pair for _, judgement, pair in several if judgement == "same"]
    apart = [pair for _, judgement, pair in several if judgement == "not the same"]
    return same, apart
