"""The question for conflicts: all rules, over everything or around one entity, with citations."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from chancery.register.careers import StoredTenure, stored_tenures
from chancery.register.choosing import Said
from chancery.register.citations import Shown
from chancery.register.conflicts.denials import claim_and_denial
from chancery.register.conflicts.found import EntityId, Found, FoundSide, Seat, Told
from chancery.register.conflicts.gathered import Seats, everybody, people_beside, told_around, told_claims
from chancery.register.conflicts.of_acts import two_dates_of_a_gathering, two_dates_of_an_agreement
from chancery.register.conflicts.of_posts import (
    after_death,
    after_the_end,
    deaths_said,
    outside_the_body,
    two_dates,
    two_holders,
)
from chancery.register.conflicts.of_units import two_dates_of_a_change, two_parents
from chancery.register.fates import Fates
from chancery.register.ledger import Ledger
from chancery.register.lookup import find_entity
from chancery.register.rulings import accepted_claims, ruling_view
from chancery.register.store import Store
from chancery.register.unit_sayings import ENDS
from chancery.register.views import Conflict, ConflictKind, ConflictSide
from chancery.terms.claims import UnitFact

_ORDER: tuple[ConflictKind, ...] = (
    "two holders", "after death", "after the end", "two starts", "two ends", "outside the body", "two parents",
    "two dates", "claim and denial",
)  # fmt: skip


def conflicts(store: Store, ledger: Ledger, name_or_id: str | None = None) -> list[Conflict]:
    """Every conflict of the record, or those that an entity has part in, by kind and words.

    Raises QuestionError Q001 or Q003 for a name.
    """
    entity = None if name_or_id is None else find_entity(store, name_or_id).id
    fates, accepted, shown = Fates(store), accepted_claims(store), Shown(store)
    found = list(_found(store, fates, accepted, shown, entity))
    if entity is not None:
        names = fates.one_body(entity)
        found = [each for each in found if names & set(each.entities)]
    views = [_shown(each, store, ledger, accepted, shown) for each in found]
    return sorted(views, key=lambda c: (_ORDER.index(c.kind), c.words, c.id))


def _found(
    store: Store, fates: Fates, accepted: dict[str, str], shown: Shown, entity: EntityId | None
) -> Iterable[Found]:
    def name(each: EntityId) -> str:
        return shown.entity(each).name

    told = told_claims(store, accepted, None) if entity is None else told_around(store, fates, accepted, entity)
    units = [each for each in told if isinstance(each.claim.fact, UnitFact)]
    seats: list[Seat] = []
    gathered = Seats(store, fates, accepted)
    bodies = frozenset() if entity is None else fates.one_body(entity)

    def asked_about(several: Sequence[Seat]) -> list[Seat]:
        """Those of the entity itself; of others only their holding of the same posts matters."""
        return [each for each in several if entity is None or each.person == entity or each.body in bodies]

    held = () if entity is None else stored_tenures(store, "person = ?", (entity,))
    fates.prepare_names(each.body for each in held if each.body is not None)
    posts = {(each.role, name) for each in held if each.body is not None for name in fates.one_body(each.body)}

    def is_wanted(seat: StoredTenure) -> bool:
        """Whether a conflict that the entity has part in can be over the seat."""
        return entity is None or seat.person == entity or seat.body in bodies or (seat.role, seat.body) in posts

    people = everybody(store) if entity is None else people_beside(store, fates, entity)
    for own, career in gathered.of(people, is_wanted):
        seats += own
        deaths = deaths_said(career.deaths, gathered.documents, accepted)
        yield from after_death(asked_about(own), deaths, name)
        yield from after_the_end(asked_about(own), name)
    yield from two_holders(seats, name)
    yield from two_dates(asked_about(seats), name)
    yield from _outside(store, asked_about(seats), units, fates, accepted, entity, shown)
    yield from two_parents(units, fates.one_body, name)
    yield from two_dates_of_a_change(units, name)
    yield from two_dates_of_an_agreement(told, name)
    yield from two_dates_of_a_gathering(told, name)
    yield from claim_and_denial(told, name)


def _outside(
    store: Store,
    seats: Sequence[Seat],
    units: Sequence[Told],
    fates: Fates,
    accepted: dict[str, str],
    entity: EntityId | None,
    shown: Shown,
) -> Iterable[Found]:
    """Seats beside the beginnings and ends of their bodies; a body of several names or foundings is left alone."""
    by_body: dict[EntityId, list[Seat]] = defaultdict(list)
    for seat in seats:
        if seat.body is not None:
            by_body[seat.body].append(seat)
    if entity is not None:
        known = {each.said.claim for each in units}
        units = [*units, *(t for t in told_claims(store, accepted, by_body) if t.said.claim not in known)]
    changes: dict[EntityId, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for unit in units:
        fact = unit.claim.fact
        if isinstance(fact, UnitFact) and unit.claim.stance == "asserted":
            for child in unit.named.get("child", ()):
                ends = fact.change in ENDS and child not in unit.named.get("into", ())
                changes[child]["ended" if ends else fact.change].append(unit.said)
    for body, there in sorted(by_body.items()):
        if len(fates.one_body(body)) == 1 and not changes[body]["resumed"]:
            begun, ended = changes[body]["created"], changes[body]["ended"]
            anew = begun and ended and any(_is_later(b, e) for b in begun for e in ended)
            if not anew:
                yield from outside_the_body(there, begun, ended, lambda each: shown.entity(each).name)


def _is_later(a: Said, b: Said) -> bool:
    return bool(a.date and b.date and a.date.first and b.date.first and a.date.first >= b.date.first)


def _shown(found: Found, store: Store, ledger: Ledger, accepted: dict[str, str], shown: Shown) -> Conflict:
    choice = found.choice
    content = [found.kind, sorted(claim for side in found.sides for claim in _claims(side))]
    ruling = None if choice.accepted is None else ruling_view(store, ledger, accepted[choice.accepted])
    return Conflict(
        id=hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:24],
        kind=found.kind,
        words=str(found.words),
        wording=found.words,
        entities=tuple(shown.entity(each) for each in found.entities),
        sides=tuple(_side(side, shown) for side in found.sides),
        rule=choice.rule,
        by_rule=choice.by_rule,
        chosen=choice.chosen,
        overruled_by=ruling,
    )


def _side(side: FoundSide, shown: Shown) -> ConflictSide:
    claims = _claims(side)
    return ConflictSide(
        says=str(side.says),
        wording=side.says,
        date=side.side.date,
        entity=None if side.entity is None else shown.entity(side.entity),
        claims=claims,
        documents=len({said.document for said in side.side.said}),
        citations=shown.citations(shown.claims(claims)),
    )


def _claims(side: FoundSide) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said.claim for said in side.side.said))
