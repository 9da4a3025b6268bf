"""A body that was renamed is one body: which entities are names of one, by the renamings that the record holds.

A line is all the entities that renamings join, where they are asserted. Mergers and splits join nothing. Names can
come back, so a line may be a circle.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from chancery.register.store import Store
from chancery.terms.claims import Claim, UnitFact

EntityId = str

# From the few that became something outwards.
_INTO = """
    SELECT claim.content, was.entity, became.entity
    FROM claim_ref AS into_ref
    CROSS JOIN claim ON claim.id = into_ref.claim
    CROSS JOIN referent AS became ON became.member = into_ref.member
    CROSS JOIN claim_ref AS child_ref ON child_ref.claim = into_ref.claim AND child_ref.field = 'child'
    CROSS JOIN referent AS was ON was.member = child_ref.member
    WHERE into_ref.field = 'into' AND claim.kind = 'unit' AND claim.stance = 'asserted'
    ORDER BY claim.id, into_ref.place
"""


class Lines:
    """The lines of one register at one moment."""

    def __init__(self, pairs: Iterable[tuple[EntityId, EntityId]]) -> None:
        self._of: dict[EntityId, set[EntityId]] = {}
        for one, other in pairs:
            joined = self._of.get(one, {one}) | self._of.get(other, {other})
            for entity in joined:
                self._of[entity] = joined

    def of(self, entity: EntityId) -> tuple[EntityId, ...]:
        """Every entity that is the same body under another name, itself included, in the order of their ids."""
        return tuple(sorted(self._of.get(entity, {entity})))

    def root(self, entity: EntityId) -> EntityId:
        """One id for the whole line: the first in the order of ids."""
        return min(self._of.get(entity, {entity}))


def lines(store: Store) -> Lines:
    """The lines, from every renaming that counts."""
    pairs = []
    for content, was, became in store.rows(_INTO):
        fact = msgspec.json.decode(content, type=Claim).fact
        if isinstance(fact, UnitFact) and fact.change == "renamed":
            pairs.append((was, became))
    return Lines(pairs)
