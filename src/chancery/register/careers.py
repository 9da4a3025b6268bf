"""Tenures kept in a table: gathers what the claims say of a person, and writes the derived tenures anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from chancery.register.roles import folded_role
from chancery.register.sayings import Abolition, PostSaying
from chancery.register.store import Store
from chancery.register.tenures import DerivedTenure, derive_tenures
from chancery.terms.claims import Claim, PostFact, UnitFact
from chancery.terms.dates import DateSpan

EntityId = str
_PostKey = tuple[str, EntityId | None, bool]  # folded role, body, acting

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
_ENDS_OF = """
    SELECT claim.content, reading.report
    FROM referent CROSS JOIN claim_ref USING (member) CROSS JOIN claim ON claim.id = claim_ref.claim
    CROSS JOIN reading ON reading.seq = claim.reading
    WHERE referent.entity = ? AND claim_ref.field = 'child' AND claim.kind = 'unit' AND claim.stance = 'asserted'
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
            " OR kind = 'unit' AND field = 'child')",
            (reading,),
        )
        people |= {entity for field, entity in rows if field != "child"}
        bodies |= {entity for field, entity in rows if field == "child"}
    for entity in moved:
        people.add(entity)
        bodies.add(entity)
    for body in bodies:
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
    for person in sorted(people):
        store.run("DELETE FROM tenure WHERE person = ?", (person,))
        for (role, body, acting), sayings in sorted(_sayings(store, person).items(), key=lambda item: str(item[0])):
            derived = derive_tenures(sayings, () if body is None else _abolitions(store, body))
            for place, tenure in enumerate(derived):
                _write(store, person, body, role, acting, place, tenure)


def _sayings(store: Store, person: EntityId) -> dict[_PostKey, list[PostSaying]]:
    found: dict[_PostKey, list[PostSaying]] = {}
    for content, report_json, field, body in store.rows(_POSTS_OF, (person,)):
        claim = msgspec.json.decode(content, type=Claim)
        fact = claim.fact
        assert isinstance(fact, PostFact)
        report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
        key = (folded_role(fact.role), body, fact.acting and field == "person")
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
    return _with_bare_ones(found)


def _with_bare_ones(found: dict[_PostKey, list[PostSaying]]) -> dict[_PostKey, list[PostSaying]]:
    """A role said without its body ("Secretary-General X") is the one that the person has in a body, if only in one."""
    joined = dict(found)
    for role, body, acting in found:
        if body is None:
            named = [key for key in found if key[0] == role and key[1] is not None and key[2] == acting]
            if len(named) == 1:
                joined[named[0]] = [*found[named[0]], *joined.pop((role, body, acting))]
    return joined


def _abolitions(store: Store, body: EntityId) -> list[Abolition]:
    found = []
    for content, report_json in store.rows(_ENDS_OF, (body,)):
        claim = msgspec.json.decode(content, type=Claim)
        if isinstance(claim.fact, UnitFact) and claim.fact.change == "abolished":
            report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
            found.append(Abolition(claim=claim.id, date=claim.fact.date, report=report))
    return found


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
