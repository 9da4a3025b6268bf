"""Learn the weights of the scorers of posts and units, and measure them across documents left out.

    python train/posts.py measure     six-fold cross-validation by document
    python train/posts.py write       learn on everything and write languages/en/weights/posts.yaml and units.yaml

Documents: `../shared/gold/training` and our labels on `../shared/corpora`. Names are read by models that have not seen the document
(`train/names.py folds` writes them), so that the scorer learns from names as wrong as they will be.
"""

from __future__ import annotations

import sys
from typing import Any

import yaml
from acts import FOLDS, OUT, Example, Work, fit
from heldout import heldout_works

from chancery.reader.draft import Finding
from chancery.reader.grammar.post_features import features_of
from chancery.reader.grammar.scoring import Weights
from chancery.reader.grammar.unit_features import unit_features
from chancery.reader.steps.posts import candidates as candidate_posts
from chancery.reader.steps.units import candidates as candidate_units

STRENGTH = 4.0
# What is stated is right this often at least, across documents left out.
LEAST_PRECISION = {"post": 0.71, "unit": 0.62}


def examples_of(kind: str, work: Work) -> tuple[list[list[str]], list[float | None]]:
    """The features of a document's candidates, and whether the gold has them."""
    if kind == "post":
        posts = candidate_posts(work.draft)
        findings = [Finding(post.fact, post.start, post.end, post.rule) for post in posts]
        return [features_of(work.draft, post) for post in posts], work.labels(kind, findings)
    units = candidate_units(work.draft)
    findings = [Finding(unit.fact, unit.start, unit.end, unit.rule) for unit in units]
    return [unit_features(work.draft, unit) for unit in units], work.labels(kind, findings)


def table(scored: list[tuple[float, float | None]], gold: int) -> list[tuple[float, float, float, float]]:
    """Threshold, precision, recall, F1."""
    rows = []
    for at in [x / 40 for x in range(38)]:
        kept = [label for p, label in scored if p >= at]
        hits = sum(1 for label in kept if label == 1.0)
        precision, recall = hits / max(1, len(kept)), hits / max(1, gold)
        rows.append((at, precision, recall, 2 * precision * recall / max(1e-9, precision + recall)))
    return rows


def learn(kind: str, works: list[Work], *, write: bool) -> None:
    """Cross-validate one kind, print its table and calibration, and write its weights if asked."""
    data = [examples_of(kind, work) for work in works]
    gold = sum(1 for work in works for fact in work.gold["facts"] if fact["type"] == kind)
    examples: list[list[Example]] = [
        [(f, label) for f, label in zip(features, labels, strict=True) if label is not None]
        for features, labels in data
    ]
    scored: list[tuple[float, float | None]] = []
    for fold in range(FOLDS):
        bias, weight = fit([x for i, e in enumerate(examples) if i % FOLDS != fold for x in e], strength=STRENGTH)
        model = Weights(bias=bias, threshold=0.0, features=weight)
        for i, (features, labels) in enumerate(data):
            if i % FOLDS == fold:
                scored += [(model.probability(f), label) for f, label in zip(features, labels, strict=True)]
    rows = table(scored, gold)
    for at, precision, recall, f1 in rows[::2]:
        print(f"{at:.3f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    good = [row for row in rows if row[1] >= LEAST_PRECISION[kind]] or rows[-1:]
    threshold = max(good, key=lambda row: row[3])[0]
    print(f"{kind}: {len(scored)} candidates of {len(works)} documents, threshold {threshold}")
    for low in range(0, 10, 2):
        part = [label == 1.0 for p, label in scored if low / 10 <= p < low / 10 + 0.2]
        print(f"  said {low / 10:.1f}-{low / 10 + 0.2:.1f}: right {sum(part) / max(1, len(part)):.2f} of {len(part)}")
    if write:
        bias, weight = fit([x for e in examples for x in e], strength=STRENGTH)
        content: dict[str, Any] = {
            "note": f"learned by train/posts.py from {len(works)} documents", "bias": round(bias, 3), "threshold": threshold,
            "features": dict(sorted(weight.items())),
        }  # fmt: skip
        (OUT / f"{kind}s.yaml").write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), "utf-8")


def main() -> None:
    works = heldout_works()
    for kind in LEAST_PRECISION:
        learn(kind, works, write=sys.argv[1:] == ["write"])


if __name__ == "__main__":
    main()
