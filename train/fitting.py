"""Fit log-linear scorers: logistic regression and ranking with an L2 penalty, by L-BFGS over sparse features."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Features = Sequence[str]
WEIGHTS = Path(__file__).resolve().parents[1] / "src/chancery/reader/languages/en/weights"
TINY = 0.015  # weights below it say nothing and are left out


def vocabulary(rows: Sequence[Features], least: int) -> dict[str, int]:
    """The features that occur in at least `least` rows, numbered in alphabetical order."""
    count = Counter(feature for row in rows for feature in set(row))
    return {feature: at for at, feature in enumerate(sorted(f for f, n in count.items() if n >= least))}


def matrix(rows: Sequence[Features], index: dict[str, int]) -> csr_matrix:
    """One row for each example, a one in each column of a feature it has; the last column is the bias."""
    columns: list[int] = []
    starts = [0]
    for row in rows:
        columns.extend(sorted({index[f] for f in row if f in index}))
        columns.append(len(index))
        starts.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(index) + 1))


def fit_logistic(
    rows: Sequence[Features], labels: Sequence[float], *, strength: float, least: int, counts: Sequence[float] = ()
) -> tuple[float, dict[str, float]]:
    """Bias and weights that make the labels (0 to 1) likeliest; `strength` is the penalty on squared weights.

    `counts` says for how much each row counts; without it each counts once.
    """
    index = vocabulary(rows, least)
    x, y = matrix(rows, index), np.asarray(labels)
    count = np.asarray(counts) if len(counts) else np.ones(len(rows))
    penalty = np.full(len(index) + 1, strength)
    penalty[-1] = 0.0

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = np.sum(count * (np.logaddexp(0, z) - y * z)) + 0.5 * np.sum(penalty * w * w)
        return float(value), x.T @ (count * (p - y)) + penalty * w

    w = minimize(loss, np.zeros(len(index) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return round(float(w[-1]), 3), _named(index, w)


def fit_ranking(groups: Sequence[tuple[Sequence[Features], int]], *, strength: float, least: int) -> dict[str, float]:
    """Weights that make the right one of each group likeliest (softmax over the group)."""
    rows = [row for candidates, _ in groups for row in candidates]
    index = vocabulary(rows, least)
    x = matrix(rows, index)[:, :-1]
    starts = np.cumsum([0, *(len(candidates) for candidates, _ in groups)])
    right = np.array([starts[at] + answer for at, (_, answer) in enumerate(groups)])
    owner = np.repeat(np.arange(len(groups)), np.diff(starts))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        top = np.maximum.reduceat(z, starts[:-1])
        e = np.exp(z - top[owner])
        total = np.add.reduceat(e, starts[:-1])
        p = e / total[owner]
        value = np.sum(np.log(total) + top - z[right]) + 0.5 * strength * np.sum(w * w)
        p[right] -= 1
        return float(value), x.T @ p + strength * w

    w = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return _named(index, w)


def _named(index: dict[str, int], w: np.ndarray) -> dict[str, float]:
    return {f: round(float(w[at]), 3) for f, at in index.items() if abs(w[at]) >= TINY}


def write_weights(name: str, content: dict[str, object]) -> None:
    """Into the package, one line for each weight, so that people can read it and changes can be seen."""
    (WEIGHTS / f"{name}.json").write_text(json.dumps(content, indent=0, ensure_ascii=False) + "\n", "utf-8")
