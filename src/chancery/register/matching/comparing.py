"""How likely two names are of one and the same, with the findings that say why."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

from chancery.register.matching.analysed import Name
from chancery.register.matching.bodies import body_name, place_name
from chancery.register.matching.evidence import Evidence, body_evidence, person_evidence
from chancery.register.matching.findings import Comparison, Finding
from chancery.register.matching.people import person_name
from chancery.register.matching.tables import table
from chancery.terms.claims import EntityType

_NOTHING = Comparison(0.0, ())
_MOST_NAMES = 16  # of each side that are compared
_ANALYSE: dict[EntityType, Callable[[str], Name]] = {
    "person": person_name,
    "organisation": body_name,
    "place": place_name,
}


def compare_names(a: Sequence[str], b: Sequence[str], kind: EntityType) -> Comparison:
    """The best comparison of a name of `a` with a name of `b`. Symmetric; without names, 0 and no findings."""
    analyse = _ANALYSE[kind]
    best = _NOTHING
    for one in a[:_MOST_NAMES]:
        for other in b[:_MOST_NAMES]:
            found = compare_analysed(analyse(one), analyse(other), kind)
            if found.score > best.score:
                best = found
    return best


@cache
def _weights(kind: EntityType) -> dict[str, float]:
    weights: dict[str, float] = table("weights")[kind]
    return weights


def evidence_of(a: Name, b: Name, kind: EntityType) -> Evidence:
    """The findings on two names in amounts, in one order whichever name is given first."""
    if b.key < a.key:
        a, b = b, a
    return person_evidence(a, b) if kind == "person" else body_evidence(a, b)


def compare_analysed(a: Name, b: Name, kind: EntityType) -> Comparison:
    """The comparison of two names taken apart before."""
    if not a.words or not b.words:
        return _NOTHING
    weights = _weights(kind)
    odds = 0.0
    findings = []
    for code, amount, said in evidence_of(a, b, kind):
        weight = weights[code] * amount
        odds += weight
        findings.append(Finding(code, said, weight))
    return Comparison(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), tuple(findings))
