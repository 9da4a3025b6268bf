"""What claims say of bodies, with entities in place of the names of one document, and as events of their lives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from chancery.register.bare_facts import post_in, unit_in
from chancery.register.sayings import is_ahead
from chancery.register.store import Listed, Store
from chancery.register.stretches import Turn
from chancery.terms.claims import UnitChange, UnitFact
from chancery.terms.dates import DateSpan

EntityId = str
RootOf = Callable[[EntityId], EntityId]  # from an entity to its line; see `lines`

# CROSS JOIN fixes the order in which the tables are gone through: from the entities outwards.
_CLAIMS = """
    SELECT claim.id, claim.content, reading.report
    FROM referent CROSS JOIN claim_ref ON claim_ref.member = referent.member
    CROSS JOIN claim ON claim.id = claim_ref.claim
    JOIN reading ON reading.seq = claim.reading
    WHERE referent.entity IN (SELECT value FROM json_each(?)) AND claim_ref.field IN ({fields})
        AND claim.kind = 'unit' AND claim.stance = 'asserted'
"""
_CLAIMS_OF = _CLAIMS.format(fields="'child', 'parent', 'into', 'left'")
_CLAIMS_ON = _CLAIMS.format(fields="'child'")
_REFS_OF = """
    SELECT claim_ref.claim, claim_ref.field, referent.entity
    FROM claim_ref CROSS JOIN referent ON referent.member = claim_ref.member
    WHERE claim_ref.claim IN (SELECT value FROM json_each(?)) ORDER BY claim_ref.claim, claim_ref.field, claim_ref.place
"""
_POSTS_IN = """
    SELECT referent.entity, claim.id, claim.content, reading.report
    FROM referent CROSS JOIN claim_ref ON claim_ref.member = referent.member
    CROSS JOIN claim ON claim.id = claim_ref.claim
    JOIN reading ON reading.seq = claim.reading
    WHERE referent.entity IN (SELECT value FROM json_each(?)) AND claim_ref.field = 'organisation'
        AND claim.kind = 'post' AND claim.stance = 'asserted'
"""
ENDS = ("abolished", "merged", "split")
_STARTS = ("renamed", "split")  # of what a body became by it
_HOLDING = frozenset({"holds", "elected", "appointed", "reappointed"})


class UnitSaying(msgspec.Struct, frozen=True, kw_only=True):
    """What one claim says of a body. `report` is the day that its document is of, if known."""

    claim: str
    change: UnitChange
    child: EntityId
    parent: EntityId | None = None
    into: tuple[EntityId, ...] = ()
    left: EntityId | None = None
    date: DateSpan | None = None
    report: DateSpan | None = None

    @property
    def bodies(self) -> tuple[EntityId, ...]:
        """All that it names."""
        return tuple(body for body in (self.child, self.parent, self.left, *self.into) if body is not None)


def unit_sayings(store: Store, entities: Iterable[EntityId], *, as_child: bool = False) -> list[UnitSaying]:
    """What asserted claims say of any of the bodies in any part: as the unit, its parent, what it left or became.

    Each claim once, in the order of their ids. With `as_child` as the unit alone: of a large body far more claims speak
    as the parent.
    """
    rows = store.rows(_CLAIMS_ON if as_child else _CLAIMS_OF, (Listed(entities),))
    told = {claim: (fact, report) for claim, content, report in rows if (fact := unit_in(content)).change != "proposed"}
    named: dict[str, dict[str, list[EntityId]]] = {claim: {} for claim in sorted(told)}
    for claim, field, other in store.rows(_REFS_OF, (Listed(named),)) if told else ():
        named[claim].setdefault(field, []).append(other)
    return [_saying(claim, *told[claim], parts) for claim, parts in named.items()]


def _saying(
    claim: str, fact: UnitFact, report_json: bytes | None, named: Mapping[str, Sequence[EntityId]]
) -> UnitSaying:
    return UnitSaying(
        claim=claim,
        change=fact.change,
        child=named["child"][0],
        parent=next(iter(named.get("parent", ())), None),
        into=tuple(named.get("into", ())),
        left=next(iter(named.get("left", ())), None),
        date=fact.date if fact.date is not None and fact.date.first is not None else None,
        report=None if report_json is None else msgspec.json.decode(report_json, type=DateSpan),
    )


def posts_named(store: Store, entities: Iterable[EntityId]) -> dict[EntityId, list[Turn]]:
    """Days on which documents name each of the bodies so, as one in which someone holds or gets a post."""
    turns: dict[EntityId, list[Turn]] = {entity: [] for entity in entities}
    for entity, claim, content, report_json in store.rows(_POSTS_IN, (Listed(turns),)):
        fact = post_in(content)
        if fact.change in _HOLDING:
            report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
            date = report if is_ahead(fact.date, report) else fact.date or report
            if date is not None and date.first is not None:
                turns[entity].append(Turn(what="attest", claim=claim, date=date))
    return turns


def ends_child(saying: UnitSaying, root: RootOf) -> bool:
    """Whether the body itself is over by it. Renamed, it goes on; so it does where it is among what it became."""
    return saying.change in ENDS and all(root(other) != root(saying.child) for other in saying.into)


def life_turns(sayings: Iterable[UnitSaying], body: EntityId, root: RootOf) -> list[Turn]:
    """The events of the existence of a body, under whatever name it bears."""
    turns = []
    for saying in sayings:
        if root(saying.child) == root(body):
            if ends_child(saying, root):
                turns.append(_end(saying))
            elif saying.change == "created":
                turns.append(_start(saying))
            else:
                turns.append(_attest(saying))
        elif any(root(other) == root(body) for other in saying.into) and saying.change == "split":
            turns.append(_start(saying))
        else:
            turns.append(_attest(saying))
    return turns


def name_turns(sayings: Iterable[UnitSaying], entity: EntityId, root: RootOf) -> list[Turn]:
    """The events of the bearing of one of its names, the entity's, by a body."""
    turns = []
    for saying in sayings:
        became_another = saying.change == "renamed" and saying.into and saying.into != (saying.child,)
        if saying.child == entity and (ends_child(saying, root) or became_another):
            turns.append(_end(saying))
        elif (
            saying.change == "created" if saying.child == entity else saying.change in _STARTS and entity in saying.into
        ):
            turns.append(_start(saying))
        elif entity in (saying.child, saying.parent, saying.left, *saying.into):
            turns.append(_attest(saying))
    return turns


def place_turns(sayings: Iterable[UnitSaying], unit: EntityId, parent: EntityId, root: RootOf) -> list[Turn]:
    """The events of a unit's being part of a parent, the end of either included.

    `sayings` are those that name the unit, and those that tell of the parent itself.
    """
    turns = []
    for saying in {each.claim: each for each in sayings}.values():
        within = saying.parent is not None and root(saying.parent) == root(parent)
        if root(saying.child) == root(unit):
            if ends_child(saying, root) or (saying.left is not None and root(saying.left) == root(parent)):
                turns.append(_end(saying))
            elif within and saying.change in ("created", "transferred"):
                turns.append(_start(saying))
            elif within:
                turns.append(_attest(saying))
        elif root(saying.child) == root(parent) and ends_child(saying, root):
            turns.append(_end(saying))
        elif saying.change == "split" and within and any(root(other) == root(unit) for other in saying.into):
            turns.append(_start(saying))
    return turns if any(turn.what in ("start", "attest") or turn.by == "transferred" for turn in turns) else []


def suspension_turns(sayings: Iterable[UnitSaying], body: EntityId, root: RootOf) -> list[Turn]:
    """The events of a body's not working."""
    turns = []
    for saying in sayings:
        if root(saying.child) != root(body):
            continue
        if saying.change == "suspended":
            turns.append(_start(saying))
        elif saying.change == "resumed" or ends_child(saying, root):
            turns.append(_end(saying))
    return turns if any(turn.by == "suspended" for turn in turns) else []


def _attest(saying: UnitSaying) -> Turn:
    """It is there on the day that is stated, or else on the day of the report."""
    date = saying.report if is_ahead(saying.date, saying.report) else saying.date or saying.report
    return Turn(what="attest", claim=saying.claim, date=date, by=saying.change)


def _start(saying: UnitSaying) -> Turn:
    if saying.date is None:
        return _attest(saying)
    ahead = is_ahead(saying.date, saying.report)
    return Turn(what="start", claim=saying.claim, date=saying.date, by=saying.change, announced=ahead)


def _end(saying: UnitSaying) -> Turn:
    if saying.date is None:
        return Turn(what="ended", claim=saying.claim, date=saying.report, by=saying.change)
    ahead = is_ahead(saying.date, saying.report)
    return Turn(what="end", claim=saying.claim, date=saying.date, by=saying.change, announced=ahead)
