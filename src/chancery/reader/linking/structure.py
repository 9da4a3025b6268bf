"""From pairs and fates to unit facts: the likely parents of each body, and what became of it, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from chancery.reader.account import Account
from chancery.reader.draft import Draft
from chancery.reader.grammar.scoring import Weights
from chancery.reader.linking.fates import Fate, fates_of
from chancery.reader.linking.parents import Pair, pairs_of
from chancery.reader.linking.tracing import with_unit_accounts
from chancery.terms.claims import Ref, UnitChange, UnitFact

# A body whose parent the document names nowhere for certain takes the likeliest one in the line that tells its fate,
# from this probability on; chosen across documents left out (train/units.py).
_PARENT_OF_FATE = 0.4


class UnitScorers(NamedTuple):
    """The learned weights for "is part of" and for "this became of it"."""

    pairs: Weights
    fates: Weights


@dataclass(slots=True, frozen=True)
class DrawnUnit:
    """A unit fact with the words that state it, and how likely it is."""

    fact: UnitFact
    start: int
    end: int
    rule: str
    probability: float
    because: tuple[Account, ...] = ()  # how each scorer judged, if the draft is traced


def drawn_units(draft: Draft, scorers: UnitScorers) -> list[DrawnUnit]:
    """The unit facts that reach the thresholds of their scorers, in the order of the text."""
    pairs = [(pair, scorers.pairs.probability(pair.features)) for pair in pairs_of(draft)]
    fates = [(fate, scorers.fates.probability(fate.features)) for fate in fates_of(draft)]
    drawn = assembled(pairs, fates, scorers.pairs.threshold, scorers.fates.threshold)
    return with_unit_accounts(drawn, scorers, pairs, fates) if draft.tracing else drawn


def assembled(
    pairs: Sequence[tuple[Pair, float]], fates: Sequence[tuple[Fate, float]], least_pair: float, least_fate: float
) -> list[DrawnUnit]:
    """One fact for each body and parent, with its fate where one is told; with a fate and no parent it stands alone."""
    likely = _one_way([(pair, p) for pair, p in pairs if p >= min(least_pair, _PARENT_OF_FATE)])
    told: dict[tuple[Ref, UnitChange], tuple[Fate, float]] = {}
    for fate, p in fates:
        if p >= least_fate and p > told.get((fate.child, fate.change), (fate, 0.0))[1]:
            told[fate.child, fate.change] = fate, p
    drawn: list[DrawnUnit] = []
    changed: set[tuple[Ref, Ref]] = set()
    for (child, change), (fate, p) in told.items():
        parents = [
            (pair, q) for pair, q in likely if pair.child == child and (q >= least_pair or fate.line in pair.lines)
        ]
        parent = max(parents, key=lambda found: (fate.line in found[0].lines, found[1]), default=None)
        fact = UnitFact(child=child, parent=parent[0].parent if parent else None, change=change, date=fate.date)
        if parent is not None:
            changed.add((child, parent[0].parent))
        drawn.append(
            DrawnUnit(fact, fate.start, fate.end, f"unit: {change}", p * (max(parent[1], 0.5) if parent else 1.0))
        )
    for pair, p in likely:
        if p >= least_pair and (pair.child, pair.parent) not in changed:
            drawn.append(
                DrawnUnit(UnitFact(child=pair.child, parent=pair.parent), pair.start, pair.end, f"unit: {pair.how}", p)
            )
    return sorted(drawn, key=lambda unit: (unit.start, unit.end))


def _one_way(pairs: list[tuple[Pair, float]]) -> list[tuple[Pair, float]]:
    """Of two bodies that may each be part of the other, the likelier way."""
    best = {(pair.child, pair.parent): p for pair, p in pairs}
    return [(pair, p) for pair, p in pairs if p >= best.get((pair.parent, pair.child), 0.0)]
