"""How likely two names are of one and the same, with the findings that say why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from chancery.register.matching.alignment import align
from chancery.register.matching.analysed import Name
from chancery.register.matching.bodies import body_name
from chancery.register.matching.findings import Comparison, Finding
from chancery.register.matching.people import person_name
from chancery.register.matching.tables import table
from chancery.terms.claims import EntityType

_NOTHING = Comparison(0.0, ())
_MOST_NAMES = 16  # of each side


def compare_names(a: Sequence[str], b: Sequence[str], kind: EntityType) -> Comparison:
    """The best comparison of a name of `a` with a name of `b`. Symmetric; without names, 0 and no findings."""
    analyse = person_name if kind == "person" else body_name
    best = _NOTHING
    for one in a[:_MOST_NAMES]:
        for other in b[:_MOST_NAMES]:
            found = compare_analysed(analyse(one), analyse(other), kind)
            if found.score > best.score:
                best = found
    return best


@cache
def _weights(kind: EntityType) -> dict[str, float]:
    weights: dict[str, float] = table("weights")["person" if kind == "person" else "organisation"]
    return weights


def compare_analysed(a: Name, b: Name, kind: EntityType) -> Comparison:
    """The comparison of two names taken apart before."""
    if not a.words or not b.words:
        return _NOTHING
    if b.key < a.key:
        a, b = b, a
    weights = _weights(kind)
    pairs, left_a, left_b = align(a.words, b.words)
    findings: list[Finding] = []
    matched = 0.0
    for i, j, (value, code, said) in pairs:
        matched += min(a.words[i].mass, b.words[j].mass)
        if code == "same":
            continue
        amount = 1 - value if code == "spelling" else 1.0
        findings.append(Finding(code, said, amount * weights[code]))
    out_a = sum(a.words[i].mass for i in left_a)
    out_b = sum(b.words[j].mass for j in left_b)
    if left_a and left_b and len(left_a) != len(left_b):
        one, other = "".join(a.words[i].text for i in left_a), "".join(b.words[j].text for j in left_b)
        if one == other:
            findings.append(Finding("words joined", f"joined: {one}", weights["words joined"]))
            matched += min(out_a, out_b)
            left_a, left_b, out_a, out_b = [], [], 0.0, 0.0
    shorter = min(a.mass, b.mass)
    findings.append(Finding("same words", _same(a, pairs), weights["same words"] * min(1.0, matched / shorter)))
    clash = min(out_a, out_b)
    if clash:
        said = f"different words: {_words(a, left_a)}/{_words(b, left_b)}"
        findings.append(Finding("different words", said, weights["different words"] * clash))
    elif out_a or out_b:
        said = f"left out: {_words(a, left_a) or _words(b, left_b)}"
        amount = max(out_a, out_b) / max(a.mass, b.mass)
        findings.append(Finding("words left out", said, weights["words left out"] * amount))
    if a.suffix != b.suffix and a.suffix and b.suffix:
        findings.append(Finding("suffix differs", f"{a.suffix}/{b.suffix}", weights["suffix differs"]))
    if a.numbers and b.numbers and a.numbers != b.numbers:
        said = f"number differs: {' '.join(sorted(a.numbers))}/{' '.join(sorted(b.numbers))}"
        findings.append(Finding("number differs", said, weights["number differs"]))
    if min(len(a.words), len(b.words)) == 1 and len(a.words) != len(b.words):
        findings.append(Finding("one word only", "one name has one word only", weights["one word only"]))
    odds = sum(finding.weight for finding in findings)
    return Comparison(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), tuple(findings))


def _same(a: Name, pairs: list[tuple[int, int, tuple[float, str, str]]]) -> str:
    return "same words: " + " ".join(a.words[i].text for i, _, like in sorted(pairs) if like[1] == "same")


def _words(name: Name, places: list[int]) -> str:
    return " ".join(name.words[i].text for i in places)
