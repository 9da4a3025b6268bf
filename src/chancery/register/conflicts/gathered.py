"""What the rules of conflict look at, gathered from the tables: seats, and claims that are no tenure's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from chancery.register.careers import Career, StoredTenure, career_of, stored_tenures
from chancery.register.choosing import Said
from chancery.register.conflicts.found import EntityId, Seat, Told
from chancery.register.fates import Fates
from chancery.register.roles import is_single_seat
from chancery.register.sayings import Event, PostSaying, events_of
from chancery.register.store import Store
from chancery.register.tenures import DerivedTenure
from chancery.terms.claims import Claim
from chancery.terms.dates import DateSpan

_COUNTED = (
    "claim.out = 0 AND (claim.kind IN ('unit', 'agreement', 'gathering') OR claim.stance = 'denied'"
    " OR claim.kind IN (SELECT other.kind FROM claim AS other WHERE other.stance = 'denied' AND other.out = 0))"
)
_TOLD = (
    "SELECT claim.id, claim.document, claim.content, reading.report"
    f" FROM claim JOIN reading ON reading.seq = claim.reading WHERE {_COUNTED}"
)
# From the entity outwards: the other way all claims would be gone through.
_TOLD_OF = (
    "SELECT claim.id, claim.document, claim.content, reading.report"
    " FROM referent CROSS JOIN claim_ref USING (member) CROSS JOIN claim ON claim.id = claim_ref.claim"
    f" JOIN reading ON reading.seq = claim.reading WHERE entity = ? AND (field = 'child' OR ? = 0) AND {_COUNTED}"
)


class Seats:
    """The seats of people, each with the claims behind it."""

    def __init__(self, store: Store, fates: Fates, accepted: Mapping[str, str]) -> None:
        self._store = store
        self._fates = fates
        self._accepted = accepted
        self.documents: dict[str, str] = {}

    def of(self, person: EntityId) -> tuple[list[Seat], Career]:
        career = career_of(self._store, self._fates, person)
        self.documents |= career.documents
        stored = stored_tenures(self._store, "person = ?", (person,))
        posts = [(each.role, self.body(each.body), each.acting) for each in stored]
        seats = [self._seat(each, career.posts.get(post, [])) for each, post in zip(stored, posts, strict=True)]
        return seats, career

    def _seat(self, stored: StoredTenure, sayings: list[PostSaying]) -> Seat:
        claims = set(stored.tenure.claims)
        events = [event for saying in sayings if saying.claim in claims for event in events_of(saying)]
        seen = [event for event in events if event.what in ("attest", "start") and _is_in(event, stored.tenure)]
        ended = [event for event in events if event.what == "end" and not event.announced]
        return Seat(
            id=stored.id, person=stored.person, body=stored.body, role=stored.role,
            post=(stored.role, self.body(stored.body)), acting=stored.acting, tenure=stored.tenure, seen=_said(seen),
            ended=_said(ended),
        )  # fmt: skip

    def body(self, body: EntityId | None) -> EntityId | None:
        """One id for the body under all its names."""
        return None if body is None else self._fates.root(body)


def people_beside(store: Store, fates: Fates, entity: EntityId) -> list[EntityId]:
    """The holders whose seats may conflict with those of a person, which single seats only can, or in a body."""
    own = stored_tenures(store, "person = ?", (entity,))
    posts = {(each.body, each.role) for each in own if each.body is not None and is_single_seat(each.role)}
    conditions: set[tuple[str, tuple[str, ...]]] = {
        ("body = ? AND role = ?", (name, role)) for body, role in posts for name in fates.one_body(body)
    }
    conditions |= {("body = ?", (name,)) for name in fates.one_body(entity)}
    people = {entity} if own else set()
    for condition, values in conditions:
        people |= {person for (person,) in store.rows(f"SELECT person FROM tenure WHERE {condition}", values)}
    return sorted(people)


def everybody(store: Store) -> list[EntityId]:
    return [person for (person,) in store.rows("SELECT DISTINCT person FROM tenure ORDER BY person")]


def told_claims(
    store: Store, accepted: Mapping[str, str], entities: Iterable[EntityId] | None, *, as_child: bool = False
) -> list[Told]:
    """Units, agreements and gatherings that count, and whatever is denied with claims of its kind, by claim.

    With `entities`, those that name one of them, or `as_child` those that tell of one as a unit.
    """
    if entities is None:
        rows = {row[0]: row for row in store.rows(_TOLD)}
    else:
        rows = {row[0]: row for entity in sorted(entities) for row in store.rows(_TOLD_OF, (entity, int(as_child)))}
    return [_told(store, rows[claim], accepted) for claim in sorted(rows)]


def told_around(store: Store, fates: Fates, accepted: Mapping[str, str], entity: EntityId) -> list[Told]:
    """The claims that may conflict with one that names the entity: its own, its units', and those of all above them."""
    told = {each.said.claim: each for each in told_claims(store, accepted, fates.one_body(entity))}
    children = {child for each in told.values() for child in each.named.get("child", ())}
    done: set[EntityId] = set()
    while left := children - done:
        done |= left
        above = told_claims(store, accepted, left, as_child=True)
        told |= {each.said.claim: each for each in above}
        children |= {parent for each in above for parent in each.named.get("parent", ())}
    return [told[claim] for claim in sorted(told)]


def _told(store: Store, row: tuple[str, str, bytes, bytes | None], accepted: Mapping[str, str]) -> Told:
    claim_id, document, content, report = row
    claim = msgspec.json.decode(content, type=Claim)
    named: dict[str, list[EntityId]] = defaultdict(list)
    for field, entity in store.rows(
        "SELECT field, entity FROM claim_ref JOIN referent USING (member) WHERE claim = ?"
        " ORDER BY field, claim_ref.place",
        (claim_id,),
    ):
        named[field].append(entity)
    date: DateSpan | None = getattr(claim.fact, "date", None) or getattr(claim.fact, "start", None)
    said = Said(
        claim=claim_id, document=document, date=date, accepted=claim_id in accepted,
        report=None if report is None else msgspec.json.decode(report, type=DateSpan),
    )  # fmt: skip
    return Told(claim=claim, said=said, named={field: tuple(several) for field, several in named.items()})


def _is_in(event: Event, tenure: DerivedTenure) -> bool:
    """Whether the date is one of this tenure: a claim may tell of two."""
    first, last, date = tenure.attested_first, tenure.attested_last, event.date
    if event.announced or date is None or date.first is None or date.after is None or first is None or last is None:
        return False
    return first.first is not None and last.after is not None and date.after > first.first and date.first < last.after


def _said(events: Iterable[Event]) -> tuple[Said, ...]:
    found = {
        (event.claim, event.date): Said(
            claim=event.claim, document=event.document, date=event.date, report=event.report, accepted=event.accepted,
            announced=event.announced, stated=event.stated, handed=event.handed,
        )
        for event in events
    }  # fmt: skip
    return tuple(found.values())
