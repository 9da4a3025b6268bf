"""Atoms: the referents that the safe rule takes for one, with what the record says of them.

The resolver's own rulings are left out of what makes an atom, so that it comes to the same judgement whenever it runs.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from chancery.register.grouping import linked_nodes
from chancery.register.identity import Key, MemberId, identifier_in
from chancery.register.roles import folded_role
from chancery.register.store import Store
from chancery.terms.claims import Claim, EntityType, PostFact
from chancery.terms.dates import DateSpan

DocumentId = str
BodyId = str  # an entity

_POSTS = """
    SELECT holder.member, claim.content, reading.report, body.entity
    FROM claim JOIN reading ON reading.seq = claim.reading
    JOIN claim_ref AS who ON who.claim = claim.id AND who.field = 'person'
    JOIN referent AS holder ON holder.member = who.member
    LEFT JOIN claim_ref AS at ON at.claim = claim.id AND at.field = 'organisation'
    LEFT JOIN referent AS body ON body.member = at.member
    WHERE claim.kind = 'post' AND claim.out = 0 AND claim.stance = 'asserted'
"""
_PARENTS = """
    SELECT child.member, parent.entity FROM claim
    JOIN claim_ref AS a ON a.claim = claim.id AND a.field = 'child' JOIN referent AS child ON child.member = a.member
    JOIN claim_ref AS b ON b.claim = claim.id AND b.field = 'parent' JOIN referent AS parent ON parent.member = b.member
    WHERE claim.kind = 'unit' AND claim.out = 0 AND claim.stance = 'asserted'
"""


class Seat(msgspec.Struct, frozen=True):
    """A post that one claim gives to a person: the folded role, the body, if any is stated, and the day it is seen."""

    role: str
    body: BodyId | None
    day: dt.date | None


class Mentioned(msgspec.Struct, frozen=True, kw_only=True):
    """One referent of one document, with the posts that the document gives it."""

    id: MemberId
    name: str
    document: DocumentId
    day: dt.date | None  # of the report
    seats: tuple[Seat, ...] = ()
    entity: BodyId = ""  # that it is of now
    parents: frozenset[BodyId] = frozenset()  # of a unit
    identifier: str | None = None


class Atom(msgspec.Struct, frozen=True, kw_only=True):
    """Members, earliest first, that the safe rule takes for one; `own` are their fullest names, `names` all."""

    kind: EntityType
    key: Key  # the first of its nodes
    names: tuple[str, ...]
    own: tuple[str, ...]
    members: tuple[Mentioned, ...]
    claims: int  # how many name it

    @property
    def documents(self) -> frozenset[DocumentId]:
        return frozenset(member.document for member in self.members)

    @property
    def identifiers(self) -> frozenset[str]:
        return frozenset(member.identifier for member in self.members if member.identifier is not None)

    @property
    def seats(self) -> tuple[Seat, ...]:
        return tuple(seat for member in self.members for seat in member.seats)

    @property
    def entities(self) -> frozenset[BodyId]:
        """What the members are taken for now, the rule's own rulings included."""
        return frozenset(member.entity for member in self.members)

    @property
    def parents(self) -> frozenset[BodyId]:
        return frozenset(key for member in self.members for key in member.parents)

    @property
    def days(self) -> tuple[dt.date, ...]:
        days = {seat.day for seat in self.seats if seat.day} | {m.day for m in self.members if m.day}
        return tuple(sorted(days))


def atoms_of(store: Store, kind: EntityType) -> list[Atom]:
    """Every atom of a type, in the order of their keys."""
    reports = {
        document: _first_day(report)
        for document, report in store.rows("SELECT document, report FROM reading WHERE state = 'current'")
    }
    seats = _seats(store) if kind == "person" else {}
    parents = _parents(store) if kind == "organisation" else {}
    nodes: dict[Key, list[Mentioned]] = defaultdict(list)
    for member, key, name, document, entity in store.rows(
        "SELECT member, key, name, document, entity FROM referent WHERE type = ? ORDER BY seq, place, member", (kind,)
    ):
        nodes[key].append(
            Mentioned(
                id=member, name=name, document=document, entity=entity, day=reports.get(document),
                seats=tuple(seats.get(member, ())), parents=frozenset(parents.get(member, ())),
                identifier=identifier_in(key),
            )
        )  # fmt: skip
    names = _names(store, kind)
    counts: dict[Key, int] = dict(
        store.rows(
            "SELECT key, count(*) FROM referent JOIN claim_ref ON claim_ref.member = referent.member"
            " WHERE type = ? GROUP BY key",
            (kind,),
        )
    )
    order = {member.id: place for place, member in enumerate(m for several in nodes.values() for m in several)}
    return [
        Atom(
            kind=kind,
            key=min(group),
            names=tuple(dict.fromkeys(name for key in sorted(group) for m in nodes[key] for name in names[m.id])),
            own=tuple(dict.fromkeys(m.name for key in sorted(group) for m in nodes[key])),
            members=tuple(sorted((m for key in group for m in nodes[key]), key=lambda m: order[m.id])),
            claims=sum(counts.get(key, 0) for key in group),
        )
        for group in sorted(_linked(store, kind, nodes), key=min)
    ]


def _linked(store: Store, kind: EntityType, nodes: Iterable[Key]) -> list[frozenset[Key]]:
    links: dict[Key, set[Key]] = defaultdict(set)
    for node, other in store.rows("SELECT node, other FROM link WHERE type = ? ORDER BY node, other", (kind,)):
        links[other].add(node)
    return linked_nodes(nodes, {name: frozenset(by) for name, by in links.items()})


def _names(store: Store, kind: EntityType) -> Mapping[MemberId, list[str]]:
    found: dict[MemberId, list[str]] = defaultdict(list)
    for member, name in store.rows(
        "SELECT naming.member, naming.name FROM naming JOIN referent ON referent.member = naming.member"
        " WHERE type = ? ORDER BY naming.member, own DESC, naming.name",
        (kind,),
    ):
        found[member].append(name)
    return found


def _seats(store: Store) -> dict[MemberId, list[Seat]]:
    found: dict[MemberId, list[Seat]] = defaultdict(list)
    for member, content, report, body in store.rows(_POSTS):
        fact = msgspec.json.decode(content, type=Claim).fact
        assert isinstance(fact, PostFact)
        if not fact.rank:
            day = (fact.date.first if fact.date is not None else None) or _first_day(report)
            found[member].append(Seat(folded_role(fact.role), body, day))
    return {member: sorted(set(seats), key=str) for member, seats in found.items()}


def _parents(store: Store) -> dict[MemberId, set[BodyId]]:
    found: dict[MemberId, set[BodyId]] = defaultdict(set)
    for member, entity in store.rows(_PARENTS):
        found[member].add(entity)
    return found


def _first_day(report: bytes | None) -> dt.date | None:
    return None if report is None else msgspec.json.decode(report, type=DateSpan).first
