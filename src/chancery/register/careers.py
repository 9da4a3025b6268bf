"""Tenures kept in a table: gathers what the claims say of a person, and writes the derived tenures anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from chancery.register.fates import Fates
from chancery.register.roles import folded_role
from chancery.register.sayings import ENDS, STARTS, Closing, PostSaying, is_ahead
from chancery.register.store import Store
from chancery.register.tenures import DerivedTenure, derive_tenures
from chancery.terms.claims import Claim, PostFact
from chancery.terms.dates import DateSpan

EntityId = str
PostKey = tuple[str, EntityId | None, bool]  # folded role, root of the body's line (see `lines`), acting

# CROSS JOIN fixes the order in which the tables are gone through: from one entity outwards.
_POSTS_OF = """
    SELECT claim.content, claim.document, reading.report, claim_ref.field, body.entity,
        (SELECT judgement FROM ruling WHERE ruling.first = claim.id AND judgement IN ('accept', 'reject', 'unsure')
            ORDER BY seq DESC LIMIT 1)
    FROM referent CROSS JOIN claim_ref USING (member) CROSS JOIN claim ON claim.id = claim_ref.claim
    CROSS JOIN reading ON reading.seq = claim.reading
    LEFT JOIN claim_ref AS at ON at.claim = claim.id AND at.field = 'organisation'
    LEFT JOIN referent AS body ON body.member = at.member
    WHERE referent.entity = ? AND claim_ref.field IN ('person', 'predecessor', 'successor')
        AND claim.kind = 'post' AND claim.stance = 'asserted'
    ORDER BY claim.id, claim_ref.field
"""


class StoredTenure(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table `tenure`; names are looked up when it is shown."""

    id: str
    person: EntityId
    body: EntityId | None
    role: str  # folded
    acting: bool
    tenure: DerivedTenure


class Career(msgspec.Struct, frozen=True, kw_only=True):
    """What the claims say of a person: of each post, and of the death.

    Of each of these claims also the document, and the body under the name by which it knows it.
    """

    posts: dict[PostKey, list[PostSaying]]
    deaths: tuple[Closing, ...]
    documents: dict[str, str]
    said_in: dict[str, EntityId]


def people_to_derive(store: Store, *, readings: Iterable[int], moved: Iterable[EntityId]) -> set[EntityId]:
    """Whose tenures may differ: those whom posts in these readings name, and those in moved or changed bodies."""
    people: set[EntityId] = set()
    bodies: set[EntityId] = set()
    for reading in readings:
        rows = store.rows(
            "SELECT field, entity FROM claim CROSS JOIN claim_ref ON claim_ref.claim = claim.id"
            " CROSS JOIN referent USING (member)"
            " WHERE claim.reading = ? AND (kind = 'post' AND field IN ('person', 'predecessor', 'successor')"
            " OR kind = 'unit' AND field IN ('child', 'into'))",
            (reading,),
        )
        people |= {entity for field, entity in rows if field not in ("child", "into")}
        bodies |= {entity for field, entity in rows if field in ("child", "into")}
    for entity in moved:
        people.add(entity)
        bodies.add(entity)
    fates = Fates(store)
    for body in {name for each in bodies for name in fates.one_body(each)}:
        people |= {row[0] for row in store.rows("SELECT DISTINCT person FROM tenure WHERE body = ?", (body,))}
        people |= {
            row[0]
            for row in store.rows(
                "SELECT DISTINCT holder.entity FROM referent CROSS JOIN claim_ref AS at ON at.member = referent.member"
                " AND at.field = 'organisation' CROSS JOIN claim_ref AS who ON who.claim = at.claim"
                " AND who.field IN ('person', 'predecessor', 'successor')"
                " CROSS JOIN referent AS holder ON holder.member = who.member WHERE referent.entity = ?",
                (body,),
            )
        }
    return people


def derive_careers(store: Store, people: Iterable[EntityId]) -> None:
    """Write the tenures of each person anew; one who is no entity any more has none."""
    fates = Fates(store)
    for person in sorted(people):
        store.run("DELETE FROM tenure WHERE person = ?", (person,))
        career = career_of(store, fates, person)
        for key in sorted(career.posts, key=str):
            role, body, acting = key
            ended, rested = ([], []) if body is None else (fates.closings(body), fates.suspensions(body))
            closings = [*career.deaths, *ended, *(_taken_up(career, key) if acting else ())]
            for place, tenure in enumerate(derive_tenures(career.posts[key], closings, rested)):
                names = (career.said_in.get(claim) for claim in reversed(tenure.claims))
                # A claim of the person's death may name another post.
                known_as = (name for name in names if name is not None and fates.root(name) == body)
                _write(store, person, next(known_as, body), role, acting, place, tenure)


def career_of(store: Store, fates: Fates, person: EntityId) -> Career:
    """What asserted claims that count say of the person; a body is one under all its names."""
    found: dict[PostKey, list[PostSaying]] = {}
    deaths: list[Closing] = []
    documents: dict[str, str] = {}
    said_in: dict[str, EntityId] = {}
    for content, document, report_json, field, body, judgement in store.rows(_POSTS_OF, (person,)):
        claim = msgspec.json.decode(content, type=Claim)
        fact = claim.fact
        assert isinstance(fact, PostFact)
        documents[claim.id] = document
        report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
        if fact.change == "died" and field == "person":
            deaths.append(Closing(claim=claim.id, date=fact.date, report=report))
        if body is not None:
            said_in[claim.id] = body
        root = None if body is None else fates.root(body)
        key = (folded_role(fact.role), root, fact.acting and field == "person")
        if key[0]:
            said = PostSaying(
                claim=claim.id, change=fact.change, role=fact.role, date=fact.date, since=fact.since, until=fact.until,
                report=report, document=document, leave=fact.leave, accepted=judgement == "accept",
            )  # fmt: skip
            found.setdefault(key, []).extend(_said_of(said, fact, field))
    return Career(posts=_with_bare_ones(found), deaths=tuple(deaths), documents=documents, said_in=said_in)


def _said_of(said: PostSaying, fact: PostFact, field: str) -> list[PostSaying]:
    """What a claim says of the holder, of the one before, or of the one after."""
    handed_over = fact.date if fact.change in STARTS else None
    over = msgspec.structs.replace(said, change="former", date=handed_over, since=None, until=None, leave=False)
    if field == "predecessor":
        return [msgspec.structs.replace(over, handed=True, stood_in=fact.acting)]
    if field == "successor":
        if fact.change in ENDS and is_ahead(fact.date, said.report):
            return [msgspec.structs.replace(over, change="appointed", date=fact.date)]
        # Somebody's going does not tell when the next one came: it proves the post, and no day of it.
        return [msgspec.structs.replace(over, change="holds", date=None, report=None)]
    if fact.successor is not None and fact.change not in ENDS:
        return [said, msgspec.structs.replace(over, date=None)]
    return [said]


def _taken_up(career: Career, key: PostKey) -> list[Closing]:
    """Who acted in a post acts no more from the day on which it is given to the same person."""
    role, body, _ = key
    given = career.posts.get((role, body, False), ())
    return [Closing(claim=s.claim, date=s.date, report=s.report) for s in given if s.change in STARTS and s.date]


def _with_bare_ones(found: dict[PostKey, list[PostSaying]]) -> dict[PostKey, list[PostSaying]]:
    """A role said without its body ("Secretary-General X") is the one that the person has in a body, if only in one."""
    joined = dict(found)
    for role, body, acting in found:
        if body is None:
            named = [key for key in found if key[0] == role and key[1] is not None and key[2] == acting]
            if len(named) == 1:
                joined[named[0]] = [*found[named[0]], *joined.pop((role, body, acting))]
    return joined


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
