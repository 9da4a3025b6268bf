"""A body that was renamed is one body: which entities are names of one, by the renamings that the record holds.

A line is all the entities that renamings join, where they are asserted. Mergers and splits join nothing. Names can
come back, so a line may be a circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from chancery.register.bare_facts import unit_in
from chancery.register.store import Listed, Store

EntityId = str

# From the entities outwards, by those of their members that a renaming names.
_RENAMINGS = """
    SELECT here.entity, claim.content, other.entity
    FROM referent AS here
    CROSS JOIN claim_ref AS ours ON ours.member = here.member AND ours.field IN ('child', 'into')
    CROSS JOIN claim ON claim.id = ours.claim
    CROSS JOIN claim_ref AS theirs ON theirs.claim = claim.id AND theirs.field IN ('child', 'into')
    CROSS JOIN referent AS other ON other.member = theirs.member
    WHERE here.entity IN (SELECT value FROM json_each(?)) AND here.renamed = 1
        AND claim.kind = 'unit' AND claim.stance = 'asserted'
"""


class Lines:
    """The lines of one register at one moment; each is followed when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of: dict[EntityId, tuple[EntityId, ...]] = {}

    def of(self, entity: EntityId) -> tuple[EntityId, ...]:
        """Every entity that is the same body under another name, itself included, in the order of their ids."""
        if entity not in self._of:
            self.prepare([entity])
        return self._of[entity]

    def root(self, entity: EntityId) -> EntityId:
        """One id for the whole line: the first in the order of ids."""
        known = self._of.get(entity)
        return self.of(entity)[0] if known is None else known[0]

    def prepare(self, entities: Iterable[EntityId]) -> None:
        """Follow the lines of all of these together: each step takes one question to the database."""
        near: dict[EntityId, set[EntityId]] = {}
        left = {entity for entity in entities if entity not in self._of}
        while left:
            near |= {entity: set() for entity in left}
            for entity, other in self._renamed(left):
                near[entity].add(other)
            left = {other for entity in left for other in near[entity]} - near.keys()
        for entity in near:
            if entity not in self._of:
                line = tuple(sorted(_followed(entity, near)))
                self._of.update(dict.fromkeys(line, line))

    def _renamed(self, entities: Iterable[EntityId]) -> Iterator[tuple[EntityId, EntityId]]:
        """Each of the entities with those that bear the other names of renamings that name it."""
        for entity, content, other in self._store.rows(_RENAMINGS, (Listed(entities),)):
            if other is not None and unit_in(content).change == "renamed":
                yield entity, other


def _followed(entity: EntityId, near: Mapping[EntityId, Iterable[EntityId]]) -> set[EntityId]:
    found, left = {entity}, [entity]
    while left:
        for other in near[left.pop()]:
            if other not in found:
                found.add(other)
                left.append(other)
    return found
