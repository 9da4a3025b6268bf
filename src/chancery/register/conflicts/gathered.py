"""What the rules of conflict look at, gathered from the tables: seats, and claims that are no tenure's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from chancery.register.careers import Career, StoredTenure, careers_of, stored_tenures
from chancery.register.choosing import Said
from chancery.register.conflicts.found import EntityId, Seat, Told
from chancery.register.fates import Fates
from chancery.register.roles import is_single_seat
from chancery.register.sayings import Event, PostSaying, events_of
from chancery.register.store import Listed, Row, Store
from chancery.register.tenures import DerivedTenure
from chancery.terms.claims import Claim
from chancery.terms.dates import DateSpan

_TOGETHER = 200  # people whose claims are looked up at once
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
    " JOIN reading ON reading.seq = claim.reading WHERE entity IN (SELECT value FROM json_each(?))"
    f" AND (field = 'child' OR ? = 0) AND {_COUNTED}"
)
_NAMED = (
    "SELECT claim, field, entity FROM claim_ref CROSS JOIN referent ON referent.member = claim_ref.member"
    " WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, field, claim_ref.place"
)


class Seats:
    """The seats of people, each with the claims behind it."""

    def __init__(self, store: Store, fates: Fates, accepted: Mapping[str, str]) -> None:
        self._store = store
        self._fates = fates
        self._accepted = accepted
        self.documents: dict[str, str] = {}

    def of(
        self, people: Sequence[EntityId], is_wanted: Callable[[StoredTenure], bool]
    ) -> Iterator[tuple[list[Seat], Career]]:
        """The wanted seats of each person, and what is said of these posts; many people are looked up at once."""
        for begin in range(0, len(people), _TOGETHER):
            several = people[begin : begin + _TOGETHER]
            held: dict[EntityId, list[StoredTenure]] = {person: [] for person in several}
            stored = stored_tenures(self._store, "person IN (SELECT value FROM json_each(?))", (Listed(several),))
            for each in filter(is_wanted, stored):
                held[each.person].append(each)
            posts = {person: [(each.role, each.body) for each in held[person]] for person in several}
            for person, career in careers_of(self._store, self._fates, posts).items():
                self.documents |= career.documents
                yield [self._seat(each, self._said_of(career, each)) for each in held[person]], career

    def _said_of(self, career: Career, stored: StoredTenure) -> list[PostSaying]:
        return career.posts.get((stored.role, self.body(stored.body), stored.acting), [])

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
    rows = store.rows(_TOLD) if entities is None else store.rows(_TOLD_OF, (Listed(entities), int(as_child)))
    told = {row[0]: row for row in rows}
    named: dict[str, dict[str, list[EntityId]]] = {claim: defaultdict(list) for claim in sorted(told)}
    for claim, field, entity in store.rows(_NAMED, (Listed(named),)) if told else ():
        named[claim][field].append(entity)
    return [_told(told[claim], parts, accepted) for claim, parts in named.items()]


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


def _told(row: Row, named: Mapping[str, Sequence[EntityId]], accepted: Mapping[str, str]) -> Told:
    claim_id, document, content, report = row
    claim = msgspec.json.decode(content, type=Claim)
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
