"""Which entity of a record is which of the gold record: one to one, best shared names first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from chancery.gazette.record_format import OneOrMany, RecordEntity, ids_of
from chancery.gazette.scoring.words import SHORT_NAME, bare_name, is_spelling_of

# Of two candidate pairs the greater is taken first: same type, then more shared names, then closer spelling, then
# fewer names of their own; the two ids only make the order certain.
_Pair: TypeAlias = tuple[bool, int, float, int, str, str]


@dataclass(frozen=True)
class Identities:
    """The gold id of each id of a record, where it has one."""

    gold_of: dict[str, str]

    def in_gold(self, ref: str | None) -> str | None:
        """The gold id; for an entity that the gold record lacks, an id that stands in no gold record."""
        return self.gold_of.get(ref, f"?{ref}") if ref else None

    def all_in_gold(self, refs: OneOrMany) -> frozenset[str]:
        return frozenset(self.gold_of.get(ref, f"?{ref}") for ref in ids_of(refs))


def identities(gold: Sequence[RecordEntity], system: Sequence[RecordEntity]) -> Identities:
    """Pair the entities of a record with those of the gold record.

    Two may be one when they share a name, whatever their types (a state may be a place to one reader and a body to
    the other; such a pair counts for no row of entities, but facts about it can match), or are close spellings.
    """
    pairs = sorted((pair for g in gold for s in system if (pair := _pair(g, s))), reverse=True)
    gold_of: dict[str, str] = {}
    taken: set[str] = set()
    for *_, system_id, gold_id in pairs:
        if system_id not in gold_of and gold_id not in taken:
            gold_of[system_id] = gold_id
            taken.add(gold_id)
    return Identities(gold_of)


def _pair(gold: RecordEntity, system: RecordEntity) -> _Pair | None:
    wanted, given = _names(gold), _names(system)
    shared = wanted & given
    if shared:
        closeness = 1.0
    else:
        closeness = max((is_spelling_of(s, g) for s in given for g in wanted), default=0.0)
        if not closeness or max(map(len, given)) <= SHORT_NAME:
            return None
    return (gold.type == system.type, len(shared), closeness, -len(wanted ^ given), system.id, gold.id)


def _names(entity: RecordEntity) -> set[str]:
    return {bare for name in (entity.name, *entity.aliases) if (bare := bare_name(name))}
