"""A body that was renamed is one body: which entities are names of one, by the renamings that the record holds.

A line is all the entities that renamings join, where they are asserted. Mergers and splits join nothing. Names can
come back, so a line may be a circle.
"""

from __future__ import annotations

import msgspec

from chancery.register.store import Store
from chancery.terms.claims import Claim, UnitFact

EntityId = str

# From one entity outwards, by those of its members that a renaming names.
_RENAMINGS = """
    SELECT claim.content, other.entity
    FROM referent AS here
    CROSS JOIN claim_ref AS ours ON ours.member = here.member AND ours.field IN ('child', 'into')
    CROSS JOIN claim ON claim.id = ours.claim
    CROSS JOIN claim_ref AS theirs ON theirs.claim = claim.id AND theirs.field IN ('child', 'into')
    CROSS JOIN referent AS other ON other.member = theirs.member
    WHERE here.entity = ? AND here.renamed = 1 AND claim.kind = 'unit' AND claim.stance = 'asserted'
"""


class Lines:
    """The lines of one register at one moment; each is followed when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of: dict[EntityId, tuple[EntityId, ...]] = {}

    def of(self, entity: EntityId) -> tuple[EntityId, ...]:
        """Every entity that is the same body under another name, itself included, in the order of their ids."""
        if entity not in self._of:
            line = tuple(sorted(self._followed(entity)))
            self._of.update(dict.fromkeys(line, line))
        return self._of[entity]

    def root(self, entity: EntityId) -> EntityId:
        """One id for the whole line: the first in the order of ids."""
        return self.of(entity)[0]

    def _followed(self, entity: EntityId) -> set[EntityId]:
        found, left = {entity}, [entity]
        while left:
            near = self._renamed(left.pop()) - found
            found |= near
            left += near
        return found

    def _renamed(self, entity: EntityId) -> set[EntityId]:
        """The entities that bear the other names of renamings that name this one."""
        found = set()
        for content, other in self._store.rows(_RENAMINGS, (entity,)):
            fact = msgspec.json.decode(content, type=Claim).fact
            if isinstance(fact, UnitFact) and fact.change == "renamed" and other is not None:
                found.add(other)
        return found
