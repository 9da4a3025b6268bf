"""Tenures kept in a table: gathers what the claims say of a person, and writes the derived tenures anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from chancery.register.lines import Lines, lines
from chancery.register.roles import folded_role
from chancery.register.sayings import Abolition, PostSaying
from chancery.register.store import Store
from chancery.register.tenures import DerivedTenure, derive_tenures
from chancery.register.unit_sayings import endings_of
from chancery.terms.claims import Claim, PostFact
from chancery.terms.dates import DateSpan

EntityId = str
_PostKey = tuple[str, EntityId | None, bool]  # folded role, root of the body's line (see `lines`), acting

# CROSS JOIN fixes the order in which the tables are gone through: from one entity outwards.
_POSTS_OF = """
    SELECT claim.content, reading.report, claim_ref.field, body.entity
    FROM referent CROSS JOIN claim_ref USING (member) CROSS JOIN claim ON claim.id = claim_ref.claim
    CROSS JOIN reading ON reading.seq = claim.reading
    LEFT JOIN claim_ref AS at ON at.claim = claim.id AND at.field = 'organisation'
    LEFT JOIN referent AS body ON body.member = at.member
    WHERE referent.entity = ? AND claim_ref.field IN ('person', 'predecessor')
        AND claim.kind = 'post' AND claim.stance = 'asserted'
"""


class StoredTenure(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table `tenure`; names are looked up when it is shown."""

    id: str
    person: EntityId
    body: EntityId | None
    role: str  # folded
    acting: bool
    tenure: DerivedTenure


def people_to_derive(store: Store, *, readings: Iterable[int], moved: Iterable[EntityId]) -> set[EntityId]:
    """Whose tenures may differ: those whom posts in these readings name, and those in moved or ended bodies."""
    people: set[EntityId] = set()
    bodies: set[EntityId] = set()
    for reading in readings:
        rows = store.rows(
            "SELECT field, entity FROM claim CROSS JOIN claim_ref ON claim_ref.claim = claim.id"
            " CROSS JOIN referent USING (member)"
            " WHERE claim.reading = ? AND (kind = 'post' AND field IN ('person', 'predecessor')"
            " OR kind = 'unit' AND field IN ('child', 'into'))",
            (reading,),
        )
        people |= {entity for field, entity in rows if field in ("person", "predecessor")}
        bodies |= {entity for field, entity in rows if field in ("child", "into")}
    for entity in moved:
        people.add(entity)
        bodies.add(entity)
    named = lines(store) if bodies else Lines(())
    for body in {name for each in bodies for name in named.of(each)}:
        people |= {row[0] for row in store.rows("SELECT DISTINCT person FROM tenure WHERE body = ?", (body,))}
        people |= {
            row[0]
            for row in store.rows(
                "SELECT DISTINCT holder.entity FROM referent CROSS JOIN claim_ref AS at ON at.member = referent.member"
                " AND at.field = 'organisation' CROSS JOIN claim_ref AS who ON who.claim = at.claim"
                " AND who.field IN ('person', 'predecessor')"
                " CROSS JOIN referent AS holder ON holder.member = who.member WHERE referent.entity = ?",
                (body,),
            )
        }
    return people


def derive_careers(store: Store, people: Iterable[EntityId]) -> None:
    """Write the tenures of each person anew; one who is no entity any more has none."""
    wanted = sorted(people)
    named = lines(store) if wanted else Lines(())
    for person in wanted:
        store.run("DELETE FROM tenure WHERE person = ?", (person,))
        found, said_in = _sayings(store, person, named)
        for (role, body, acting), sayings in sorted(found.items(), key=lambda item: str(item[0])):
            derived = derive_tenures(sayings, () if body is None else _abolitions(store, body, named))
            for place, tenure in enumerate(derived):
                under = next((said_in[claim] for claim in reversed(tenure.claims) if claim in said_in), body)
                _write(store, person, under, role, acting, place, tenure)


def _sayings(
    store: Store, person: EntityId, named: Lines
) -> tuple[dict[_PostKey, list[PostSaying]], dict[str, EntityId]]:
    """What is said of a person by post, and under which of its names each claim knows the body."""
    found: dict[_PostKey, list[PostSaying]] = {}
    said_in: dict[str, EntityId] = {}
    for content, report_json, field, body in store.rows(_POSTS_OF, (person,)):
        claim = msgspec.json.decode(content, type=Claim)
        fact = claim.fact
        assert isinstance(fact, PostFact)
        report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
        if body is not None:
            said_in[claim.id] = body
        root = None if body is None else named.root(body)
        key = (folded_role(fact.role), root, fact.acting and field == "person")
        said = PostSaying(
            claim=claim.id, change=fact.change, role=fact.role, date=fact.date, since=fact.since, until=fact.until,
            report=report,
        )  # fmt: skip
        handed_over = fact.date if fact.change in ("elected", "appointed") else None
        over = msgspec.structs.replace(said, change="former", date=handed_over, since=None, until=None)
        if field == "predecessor":
            found.setdefault(key, []).append(over)
            continue
        found.setdefault(key, []).append(said)
        if fact.successor is not None and fact.change not in ("resigned", "dismissed", "former"):
            found[key].append(msgspec.structs.replace(over, date=None))
    return _with_bare_ones(found), said_in


def _with_bare_ones(found: dict[_PostKey, list[PostSaying]]) -> dict[_PostKey, list[PostSaying]]:
    """A role said without its body ("Secretary-General X") is the one that the person has in a body, if only in one."""
    joined = dict(found)
    for role, body, acting in found:
        if body is None:
            named = [key for key in found if key[0] == role and key[1] is not None and key[2] == acting]
            if len(named) == 1:
                joined[named[0]] = [*found[named[0]], *joined.pop((role, body, acting))]
    return joined


def _abolitions(store: Store, body: EntityId, named: Lines) -> list[Abolition]:
    """The ends of the body under any of its names; merged or split into others, it is over as well."""
    ended = endings_of(store, named.of(body), named.root)
    return [Abolition(claim=said.claim, date=said.date, report=said.report) for said in ended]


def _write(
    store: Store, person: EntityId, body: EntityId | None, role: str, acting: bool, place: int, tenure: DerivedTenure
) -> None:
    content = [person, body, role, acting, place]
    first = tenure.start.date.first if tenure.start.date is not None else None
    store.run(
        "INSERT INTO tenure (id, person, body, role, standing, acting, first, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:24], person, body, role, tenure.standing, acting,
            None if first is None else first.isoformat(), msgspec.json.encode(tenure),
        ),
    )  # fmt: skip


def stored_tenures(store: Store, where: str, values: tuple[object, ...]) -> list[StoredTenure]:
    """The tenures that a condition on the table picks, in the order of their days, undated ones last."""
    rows = store.rows(
        f"SELECT id, person, body, role, acting, content FROM tenure WHERE {where} ORDER BY first IS NULL, first, id",
        values,
    )
    return [
        StoredTenure(
            id=tenure, person=person, body=body, role=role, acting=bool(acting),
            tenure=msgspec.json.decode(content, type=DerivedTenure),
        )
        for tenure, person, body, role, acting, content in rows
    ]  # fmt: skip
