"""Learn the scorers of units, and measure them across documents left out.

    python train/units.py measure [--gold]   six-fold cross-validation by document
    python train/units.py write              learn on everything and write languages/en/weights/unit_*.json

Documents and names as in `train/posts.py`.
"""

from __future__ import annotations

import sys
from typing import Any

from acts import FOLDS, Work
from fitting import fit_logistic, write_weights
from posts import Tally, works_of

from chancery.reader.draft import Finding
from chancery.reader.grammar.scoring import Weights
from chancery.reader.linking.fates import Fate, fates_of
from chancery.reader.linking.parents import Pair, pairs_of
from chancery.reader.linking.structure import assembled

STRENGTH = 4.0
LEAST = 3
LEAST_PRECISION = 0.6  # what is stated is right this often at least, across documents left out

Examples = list[tuple[Any, float]]


def examples_of(work: Work) -> tuple[Examples, Examples]:
    """The pairs and the fates of a document, with 1 for those that the gold has."""
    facts = [fact for fact in work.gold_facts if fact["type"] == "unit"]
    parts = {(fact["child"], fact["parent"]) for fact in facts if fact["parent"]}
    fates = {(fact["child"], fact["change"]) for fact in facts if fact["change"] != "exists"}
    to_gold = work.to_gold
    pairs = [
        (pair, float((to_gold.get(pair.child), to_gold.get(pair.parent)) in parts)) for pair in pairs_of(work.draft)
    ]
    told = [(fate, float((to_gold.get(fate.child), fate.change) in fates)) for fate in fates_of(work.draft)]
    return pairs, told


def fitted(examples: list[Examples], fold: int | None) -> Weights:
    rows = [(found.features, label) for i, part in enumerate(examples) if i % FOLDS != fold for found, label in part]
    bias, features = fit_logistic([sorted(f) for f, _ in rows], [y for _, y in rows], strength=STRENGTH, least=LEAST)
    return Weights(bias=bias, features=features)


def main() -> None:
    works, kinds = works_of()
    pairs, fates = zip(*map(examples_of, works), strict=True)
    gold = sum(fact["type"] == "unit" for work in works for fact in work.gold["facts"])
    best = sum(label for part in pairs for _, label in part)
    print(
        f"pairs {sum(map(len, pairs))}, right {best:.0f}; fates {sum(map(len, fates))}, right {sum(y for p in fates for _, y in p):.0f}; gold {gold}"
    )
    models = [(fitted(list(pairs), fold), fitted(list(fates), fold)) for fold in range(FOLDS)]
    scored: list[tuple[list[tuple[Pair, float]], list[tuple[Fate, float]]]] = []
    for i, (part, told) in enumerate(zip(pairs, fates, strict=True)):
        of_pairs, of_fates = models[i % FOLDS]
        scored.append((
            [(pair, of_pairs.probability(pair.features)) for pair, _ in part],
            [(fate, of_fates.probability(fate.features)) for fate, _ in told],
        ))  # fmt: skip
    rows = []
    for least_pair in [x / 20 for x in range(5, 17)]:
        for least_fate in (0.3, 0.4, 0.5, 0.6):
            tally = Tally()
            for work, kind, (part, told) in zip(works, kinds, scored, strict=True):
                drawn = assembled(part, told, least_pair, least_fate)
                findings = [Finding(unit.fact, unit.start, unit.end, unit.rule) for unit in drawn]
                number = sum(fact["type"] == "unit" for fact in work.gold["facts"])
                tally.add(kind, number, len(findings), work.labels("unit", findings).count(1.0))
            gold, system, hits = tally["real"]
            p, r = hits / max(1, system), hits / max(1, gold)
            rows.append((least_pair, least_fate, p, r, 2 * p * r / max(1e-9, p + r), tally))
    for row in rows[::3]:
        print("pair {:.2f} fate {:.2f}: P {:.3f} R {:.3f} F1 {:.3f}".format(*row[:5]))
    good = [row for row in rows if row[2] >= LEAST_PRECISION] or [max(rows, key=lambda row: row[2])]
    least_pair, least_fate, *_, tally = max(good, key=lambda row: row[4])
    print(f"thresholds {least_pair} {least_fate}")
    print("\n".join(tally.lines()))
    for low in range(0, 10, 2):
        part = [
            y
            for i, p in enumerate(pairs)
            for pair, y in p
            if low / 10 <= models[i % FOLDS][0].probability(pair.features) < low / 10 + 0.2
        ]
        print(
            f"  pairs said {low / 10:.1f}-{low / 10 + 0.2:.1f}: right {sum(part) / max(1, len(part)):.2f} of {len(part)}"
        )
    if "write" in sys.argv:
        note = f"learned by train/units.py from {len(works)} documents"
        for name, examples, threshold in (("unit_pairs", pairs, least_pair), ("unit_fates", fates, least_fate)):
            learned = fitted(list(examples), None)
            write_weights(
                name, {"note": note, "bias": learned.bias, "threshold": threshold, "features": learned.features}
            )


if __name__ == "__main__":
    main()
