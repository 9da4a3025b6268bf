"""Units: which body belongs to which, and what became of a body."""

from __future__ import annotations

from functools import cache

from chancery.reader.draft import Draft
from chancery.reader.grammar.scoring import weights
from chancery.reader.linking.structure import UnitScorers, drawn_units


def run(draft: Draft) -> None:
    """State the unit facts of the document that are likelier than the threshold."""
    read(draft, scorers(draft.layer.language))


def read(draft: Draft, learned: UnitScorers) -> None:
    """State the unit facts whose probability by `learned` reaches its thresholds."""
    for unit in drawn_units(draft, learned):
        confidence = round(unit.probability, 3)
        draft.state(unit.fact, unit.start, unit.end, rule=unit.rule, confidence=confidence, because=unit.because)


@cache
def scorers(language: str) -> UnitScorers:
    """What was learned for the units of a language, as the package has it."""
    return UnitScorers(weights(language, "unit_pairs"), weights(language, "unit_fates"))
