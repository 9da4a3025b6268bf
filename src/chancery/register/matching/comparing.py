"""How likely two names are of one and the same, with the findings that say why."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

import regex

from chancery.register.matching.agreement import Evidence
from chancery.register.matching.analysed import Name
from chancery.register.matching.bodies import body_name, place_name
from chancery.register.matching.body_evidence import body_evidence
from chancery.register.matching.findings import Comparison, Finding
from chancery.register.matching.people import person_name
from chancery.register.matching.person_evidence import person_evidence
from chancery.register.matching.tables import table
from chancery.terms.claims import EntityType

_NOTHING = Comparison(0.0, ())
_MOST_NAMES = 16  # of each side that are compared
_LONGEST = 2000  # characters of a name that are looked at; what follows is no name
_ALSO = regex.compile(
    r"\b(?:[af]\.?k\.?a\b\.?|[adf]/[bk]/a|also known as|formerly known as|formerly|trading as|alias)(?=[\s:])",
    regex.IGNORECASE,
)
_ANALYSE: dict[EntityType, Callable[[str], Name]] = {
    "person": person_name,
    "organisation": body_name,
    "place": place_name,
}


def compare_names(a: Sequence[str], b: Sequence[str], kind: EntityType) -> Comparison:
    """The best comparison of a name of `a` with a name of `b`. Symmetric; without names, 0 and no findings."""
    analyse = _ANALYSE[kind]
    best = _NOTHING
    ours, theirs = ([form for name in names[:_MOST_NAMES] for form in alternatives(name, kind)] for names in (a, b))
    for one in ours[:_MOST_NAMES]:
        for other in theirs[:_MOST_NAMES]:
            found = compare_analysed(analyse(one), analyse(other), kind)
            if found.score > best.score:
                best = found
    return best


@lru_cache(maxsize=262144)
def alternatives(name: str, kind: EntityType) -> tuple[str, ...]:
    """The name, and the names that it holds: "A a.k.a. B", "A (formerly B)"; of a body, "A/B" too."""
    short = name[:_LONGEST]
    parts = _ALSO.split(short)
    if kind != "person" and len(parts) == 1:
        parts = short.split("/")
    parts = [part.strip(" ()[],;") for part in parts]
    if len(parts) == 1 or not all(len(part) > 3 for part in parts):
        return (short,)
    return (short, *parts)


def analyse(name: str, kind: EntityType) -> Name:
    """The name taken apart; remembered."""
    return _ANALYSE[kind](name)


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
