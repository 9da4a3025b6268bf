"""Weights of the findings on names, fitted to two thirds of the labelled pairs: `python -m bench.fit_names`.

A logistic regression with signs held (what tells apart never adds), drawn towards weights set by hand (`PRIOR`); those
of `PINNED` are not fitted. Then one constant is added to the weight of agreement, so that F1 on the fitted pairs is
best at 0.7. Prints the sections of `tables/weights.yaml`; the held-out third is not read.
"""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np
from bench.name_cases import THRESHOLD, Case, load_cases
from scipy.optimize import minimize

from chancery.register.matching.bodies import body_name
from chancery.register.matching.comparing import evidence_of
from chancery.register.matching.people import person_name

PULL = 1.0  # towards the prior, per squared unit; chosen by cross-validation over 0.03 … 3 (`--cross`)
PRIOR: dict[str, dict[str, float]] = {
    "person": {
        "same words": 3.0,
        "more words": 1.0,
        "romanisation": -0.2,
        "transliteration": -0.3,
        "equivalent": -4.6,
        "diminutive": -2.0,
        "form of the other sex": -4.5,
        "spelling": -8.0,
        "initials agree": -3.0,
        "words joined": -0.3,
        "nothing in common": -6.0,
        "different words": -5.0,
        "different given name": -5.0,
        "different patronymic": -4.0,
        "different initial": -4.0,
        "words left out": -1.0,
        "one word only": -3.5,
        "suffix differs": -6.0,
        "suffix left out": -1.0,
        "surname first": -0.3,
        "order differs": -0.5,
        "order of descent differs": -5.0,
    },
    "organisation": {
        "acronym": 1.5,
        "same words": 5.0,
        "more words": 0.5,
        "transliteration": -0.3,
        "equivalent": -0.3,
        "diminutive": -0.8,
        "form of the other sex": -4.5,
        "spelling": -8.0,
        "initials agree": -1.5,
        "words joined": -0.3,
        "nothing in common": -6.0,
        "general words only": -0.5,
        "different words": -7.0,
        "different general words": -11.0,
        "number differs": -9.0,
        "country differs": -9.0,
        "words left out": -5.0,
        "general words left out": -10.0,
        "country left out": -6.0,
        "number left out": -6.0,
        "legal form differs": -5.0,
    },
}
# Left as set by hand, because few cases or none bear on them, or because the labels hold numbered funds and trusts
# ("Fund III", "Fund IV") for one: to the register two numbers are two bodies, however many words agree. An equivalent
# in another language ("Peter", "Pekka") and a name of a single word go to review.
PINNED = {
    "suffix differs", "suffix left out", "order of descent differs", "number differs", "number left out",
    "country differs", "romanisation", "acronym", "one word only", "different patronymic", "nothing in common",
    "equivalent", "diminutive", "initials agree", "legal form differs", "surname first", "general words only",
    "more words", "form of the other sex",
}  # fmt: skip
SUPPORTS = {"same words", "more words", "acronym"}
SHIFTED = ("same words",)


def design(cases: list[Case], kind: str) -> tuple[Any, Any]:
    """The amounts of the findings, a row per case and a column per weight; and the labels."""
    codes = list(PRIOR[kind])
    rows = np.zeros((len(cases), len(codes)))
    analyse = person_name if kind == "person" else body_name
    for row, case in enumerate(cases):
        for code, amount, _ in evidence_of(analyse(case.one), analyse(case.other), case.kind):
            rows[row, codes.index(code)] += amount
    return rows, np.array([case.same for case in cases], dtype=float)


def fit(rows: Any, labels: Any, kind: str, *, pull: float) -> Any:
    """The weights that explain the labels best, near the prior."""
    codes = list(PRIOR[kind])
    prior = np.array([PRIOR[kind][code] for code in codes])
    bounds = [
        (prior[i], prior[i]) if code in PINNED else (0.1, None) if code in SUPPORTS else (None, 0.0)
        for i, code in enumerate(codes)
    ]

    def loss(weights: Any) -> tuple[float, Any]:
        odds = rows @ weights
        chance = 1 / (1 + np.exp(-odds))
        value = np.sum(np.logaddexp(0, odds) - labels * odds) + pull * np.sum((weights - prior) ** 2)
        return float(value), rows.T @ (chance - labels) + 2 * pull * (weights - prior)

    return minimize(loss, prior, jac=True, bounds=bounds, method="L-BFGS-B").x


def shifted(rows: Any, labels: Any, weights: Any, kind: str) -> Any:
    """The weights with agreement's so changed that F1 is best at the threshold: the middle of what is within 0.01."""
    column = list(PRIOR[kind]).index(SHIFTED[0])
    cut = np.log(THRESHOLD / (1 - THRESHOLD))
    scores = {}
    for step in np.arange(-3, 3.01, 0.05):
        changed = weights.copy()
        changed[column] += step
        taken = rows @ changed >= cut
        scores[float(step)] = 2 * np.sum(taken * labels) / max(1.0, np.sum(taken) + np.sum(labels))
    best = [step for step, value in scores.items() if value >= max(scores.values()) - 0.01]
    weights = weights.copy()
    weights[column] += best[len(best) // 2]
    return weights


def f1(rows: Any, labels: Any, weights: Any) -> float:
    taken = rows @ weights >= np.log(THRESHOLD / (1 - THRESHOLD))
    return float(2 * np.sum(taken * labels) / max(1.0, np.sum(taken) + np.sum(labels)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true", help="F1 by five-fold cross-validation for several pulls")
    options = parser.parse_args()
    tuned = [case for case in load_cases() if not case.held_out]
    for kind in PRIOR:
        cases = [case for case in tuned if (case.kind == "person") == (kind == "person")]
        rows, labels = design(cases, kind)
        if options.cross:
            for pull in (0.03, 0.1, 0.3, 1.0, 3.0):
                fold = np.arange(len(cases)) % 5
                parts = []
                for part in range(5):
                    learnt = rows[fold != part], labels[fold != part]
                    weights = shifted(*learnt, fit(*learnt, kind, pull=pull), kind)
                    parts.append(f1(rows[fold == part], labels[fold == part], weights))
                print(f"{kind}: pull {pull}: F1 {np.mean(parts):.3f} over five parts")
            continue
        weights = shifted(rows, labels, fit(rows, labels, kind, pull=PULL), kind)
        print(f"{kind}:  # {len(cases)} pairs, F1 {f1(rows, labels, weights):.3f} on them")
        for code, weight in zip(PRIOR[kind], weights, strict=True):
            print(f"  {code}: {weight:.2f}{'  # by hand' if code in PINNED else ''}")


if __name__ == "__main__":
    main()
