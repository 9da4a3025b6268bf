"""Tenures kept in a table: gathers what the claims say of a person, and writes the derived tenures anew."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter

import msgspec

from chancery.register.bare_facts import post_in, unit_in
from chancery.register.fates import Fates
from chancery.register.roles import folded_role
from chancery.register.sayings import ENDS, STARTS, Closing, PostSaying, is_ahead
from chancery.register.store import Listed, Row, Store
from chancery.register.tenures import DerivedTenure, derive_tenures
from chancery.register.unit_sayings import ENDS as ENDS_OF_BODIES
from chancery.terms.claims import PostFact
from chancery.terms.dates import DateSpan

EntityId = str
Role = str  # folded
PostKey = tuple[Role, EntityId | None, bool]  # role, root of the body's line (see `lines`), acting
Post = tuple[Role, EntityId | None]  # a role in a body under one of its names; None: in whatever body
Due = tuple[EntityId, Post | None]  # a person, and the post whose tenures are to be derived; None for all of them

_TOGETHER = 200  # people whose claims are looked up at once
_TOUCHING_POSTS = frozenset({"renamed", "suspended", "resumed", *ENDS_OF_BODIES})  # changes of a body: see `fates`

# CROSS JOIN fixes the order in which the tables are gone through: from the people outwards.
_POSTS_OF = """
    SELECT referent.entity, claim.id, claim_ref.field, claim.content, claim.document, reading.report, body.entity,
        (SELECT judgement FROM ruling WHERE ruling.first = claim.id AND judgement IN ('accept', 'reject', 'unsure')
            ORDER BY seq DESC LIMIT 1)
    FROM referent CROSS JOIN claim_ref ON claim_ref.member = referent.member
    LEFT JOIN claim_ref AS at ON at.claim = claim_ref.claim AND at.field = 'organisation'
    LEFT JOIN referent AS body ON body.member = at.member
    CROSS JOIN claim ON claim.id = claim_ref.claim CROSS JOIN reading ON reading.seq = claim.reading
    WHERE referent.entity IN (SELECT value FROM json_each(?))
        AND claim_ref.field IN ('person', 'predecessor', 'successor')
        AND claim.kind = 'post' AND claim.stance = 'asserted'
"""
# Of these bodies, of no body, and of a death, whatever the post.
_POSTS_AROUND = f"""{_POSTS_OF}
        AND (body.entity IS NULL OR body.entity IN (SELECT value FROM json_each(?))
            OR claim_ref.claim IN (SELECT death.id FROM claim AS death WHERE death.died = 1))
"""
_COLUMNS = "id, person, role, standing, acting, first, body, content"
_NAMED_IN = """
    SELECT claim.kind, claim_ref.field, referent.entity, claim.content, body.entity
    FROM claim CROSS JOIN claim_ref ON claim_ref.claim = claim.id CROSS JOIN referent USING (member)
    LEFT JOIN claim_ref AS at ON at.claim = claim.id AND at.field = 'organisation'
    LEFT JOIN referent AS body ON body.member = at.member
    WHERE claim.reading = ?
        AND (claim.kind = 'post' AND claim_ref.field IN ('person', 'predecessor', 'successor')
            OR claim.kind = 'unit' AND claim_ref.field IN ('child', 'into'))
"""
# By what was derived, which may be stale, and by what is to be derived.
_PEOPLE_IN = """
    SELECT person FROM tenure WHERE body IN (SELECT value FROM json_each(?))
    UNION SELECT holder.entity
    FROM referent CROSS JOIN claim_ref AS at ON at.member = referent.member AND at.field = 'organisation'
    CROSS JOIN claim_ref AS who ON who.claim = at.claim AND who.field IN ('person', 'predecessor', 'successor')
    CROSS JOIN referent AS holder ON holder.member = who.member
    WHERE referent.entity IN (SELECT value FROM json_each(?))
"""


class StoredTenure(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table `tenure`; names are looked up when it is shown."""

    id: str
    person: EntityId
    body: EntityId | None
    role: Role
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


def due_to_derive(store: Store, *, reading: int | None = None, moved: Set[EntityId] = frozenset()) -> set[Due]:
    """Whose tenures may differ: of those whom posts in a reading name, and of all in moved or changed bodies.

    A person's death, told of any post, is an end of all.
    """
    due: set[Due] = {(entity, None) for entity in moved}
    bodies = set(moved)
    for kind, field, entity, content, body in () if reading is None else store.rows(_NAMED_IN, (reading,)):
        if kind == "post":
            fact = post_in(content)
            died = fact.change == "died" and field == "person"
            due.add((entity, None if died else (folded_role(fact.role), body)))
        elif unit_in(content).change in _TOUCHING_POSTS:
            bodies.add(entity)
    if bodies:
        fates = Fates(store)
        fates.prepare(bodies)
        names = Listed({name for body in bodies for name in fates.one_body(body)})
        due |= {(person, None) for (person,) in store.rows(_PEOPLE_IN, (names, names))}
    return due


def derive_careers(store: Store, due: Iterable[Due]) -> None:
    """Write the tenures that are due anew, where they differ; one who is no entity any more has none."""
    wanted: dict[EntityId, set[Post] | None] = {}
    for person, post in due:
        posts = wanted.setdefault(person, set())
        if post is None or posts is None:
            wanted[person] = None
        else:
            posts.add(post)
    fates = Fates(store)
    people = sorted(wanted)
    for begin in range(0, len(people), _TOGETHER):
        several = people[begin : begin + _TOGETHER]
        stored = store.rows(
            f"SELECT {_COLUMNS} FROM tenure WHERE person IN (SELECT value FROM json_each(?))", (Listed(several),)
        )
        told = _told_of(store, several)
        fates.prepare(body for rows in (*told.values(), stored) for *_, body, _ in rows if body is not None)
        scopes = {person: _Scope(fates, wanted[person], told[person]) for person in several}
        known = {row[0]: row for row in stored if scopes[row[1]].holds(row[2], row[6])}
        careers = {person: _career(fates, told[person], scopes[person]) for person in several}
        derived = {row[0]: row for person in several for row in _derived(fates, person, careers[person])}
        gone = Listed(sorted(known.keys() - derived.keys()))
        if gone.values:
            store.run("DELETE FROM tenure WHERE id IN (SELECT value FROM json_each(?))", (gone,))
        store.many(
            f"INSERT INTO tenure ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
            " SET standing = excluded.standing, first = excluded.first, content = excluded.content",
            [row for tenure, row in derived.items() if known.get(tenure) != row],
        )


def careers_of(store: Store, fates: Fates, posts: Mapping[EntityId, Collection[Post]]) -> dict[EntityId, Career]:
    """What asserted claims that count say of each person: of these posts, and of the death; a body is one under all its
    names."""
    bodies = {body for several in posts.values() for _, body in several if body is not None}
    fates.prepare_names(bodies)
    told = _told_of(store, sorted(posts), {name for body in bodies for name in fates.one_body(body)})
    fates.prepare_names(body for rows in told.values() for *_, body, _ in rows if body is not None)
    return {person: _career(fates, told[person], _Scope(fates, posts[person], told[person])) for person in posts}


def _told_of(
    store: Store, people: Sequence[EntityId], bodies: Set[EntityId] | None = None
) -> dict[EntityId, list[Row]]:
    """The rows of `_POSTS_OF` for each person, without the person, in the order of the claims; with `bodies`, those of
    `_POSTS_AROUND`."""
    told: dict[EntityId, list[Row]] = {person: [] for person in people}
    if bodies is None:
        rows = store.rows(_POSTS_OF, (Listed(people),))
    else:
        rows = store.rows(_POSTS_AROUND, (Listed(people), Listed(bodies)))
    for person, *row in rows:
        told[person].append(tuple(row))
    return {person: sorted(of_one, key=itemgetter(0, 1)) for person, of_one in told.items()}


class _Scope:
    """Which posts of a person are derived anew.

    What is said of a post in one body says nothing of the same role in another, unless the role is also said without
    its body: see `_with_bare_ones`.
    """

    def __init__(self, fates: Fates, posts: Iterable[Post] | None, told: Iterable[Row]) -> None:
        """`posts` None stands for all of them; `told` is what claims say of the person."""
        self._fates = fates
        self._all = posts is None
        self._posts = {(role, None if body is None else fates.root(body)) for role, body in posts or ()}
        self._roles: set[Role] = set()
        if posts is not None:
            touched = {role for role, _ in self._posts}
            bare = {folded_role(post_in(content).role) for _, _, content, *_, body, _ in told if body is None}
            self._roles = touched & (bare | {role for role, root in self._posts if root is None})

    def holds(self, role: Role, body: EntityId | None) -> bool:
        if self._all or role in self._roles:
            return True
        return (role, None if body is None else self._fates.root(body)) in self._posts


def _career(fates: Fates, rows: Iterable[Row], scope: _Scope) -> Career:
    """What the rows say of a person in the posts of the scope."""
    found: dict[PostKey, list[PostSaying]] = {}
    deaths: list[Closing] = []
    documents: dict[str, str] = {}
    said_in: dict[str, EntityId] = {}
    for claim, field, content, document, report_json, body, judgement in rows:
        fact = post_in(content)
        documents[claim] = document
        if body is not None:
            said_in[claim] = body
        role, died = folded_role(fact.role), fact.change == "died" and field == "person"
        told = bool(role) and scope.holds(role, body)
        if not (told or died):
            continue
        report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
        if died:
            deaths.append(Closing(claim=claim, date=fact.date, report=report))
        if told:
            said = PostSaying(
                claim=claim, change=fact.change, role=fact.role, date=fact.date, since=fact.since, until=fact.until,
                report=report, document=document, leave=fact.leave, accepted=judgement == "accept",
            )  # fmt: skip
            key = (role, None if body is None else fates.root(body), fact.acting and field == "person")
            found.setdefault(key, []).extend(_said_of(said, fact, field))
    return Career(posts=_with_bare_ones(found), deaths=tuple(deaths), documents=documents, said_in=said_in)


def _derived(fates: Fates, person: EntityId, career: Career) -> Iterator[Row]:
    """The rows of the table `tenure` for the posts of a career."""
    for key in sorted(career.posts, key=str):
        role, body, acting = key
        ended, rested = ([], []) if body is None else (fates.closings(body), fates.suspensions(body))
        closings = [*career.deaths, *ended, *(_taken_up(career, key) if acting else ())]
        for place, tenure in enumerate(derive_tenures(career.posts[key], closings, rested)):
            names = (career.said_in.get(claim) for claim in reversed(tenure.claims))
            # A claim of the person's death may name another post.
            known_as = (name for name in names if name is not None and fates.root(name) == body)
            yield _row(person, next(known_as, body), role, acting, place, tenure)


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


def _row(person: EntityId, body: EntityId | None, role: Role, acting: bool, place: int, tenure: DerivedTenure) -> Row:
    content = [person, body, role, acting, place]
    first = tenure.start.date.first if tenure.start.date is not None else None
    return (
        hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:24], person, role, tenure.standing, int(acting),
        None if first is None else first.isoformat(), body, msgspec.json.encode(tenure),
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
