"""Learn when a state acts (`languages/en/weights/states.yaml`) from ../shared/gold/training, and measure it by folds.

python train/states.py folds
python train/states.py write
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import yaml
from gold_labels import draft_of
from labelled import SHARED

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.states import states_named
from chancery.reader.steps import names, nesting, titles, tokens

WEIGHTS = Path(__file__).resolve().parents[1] / "src/chancery/reader/languages/en/weights/states.yaml"
Example = tuple[int, str, frozenset[str], bool]


def examples() -> list[Example]:
    """For each state of each gold document: number of the document, its name, its features, whether it is a body."""
    lists = gazetteer("en")
    out: list[Example] = []
    folder = SHARED / "gold" / "training"
    for number, path in enumerate(sorted((folder / "records").glob("*.json"))):
        record = json.loads(path.read_text("utf-8"))
        types = {}
        for entity in record["entities"]:
            for form in [entity["name"], *entity["aliases"]]:
                if form in lists.state_of:
                    types[lists.state_of[form]] = entity["type"]
        draft = draft_of(folder / "text" / f"{path.stem}.txt")
        for step in (tokens, titles, names, nesting):
            step.run(draft)
        for state, found in states_named(draft, lists).items():
            if state in types:
                out.append((number, state, frozenset(found.features()), types[state] == "organisation"))
    return out


def fit(
    rows: list[Example], *, penalty: float = 0.05, rounds: int = 400, rate: float = 0.3
) -> tuple[float, dict[str, float]]:
    bias, weights = 0.0, {feature: 0.0 for row in rows for feature in sorted(row[2])}
    for _ in range(rounds):
        step = dict.fromkeys(weights, 0.0)
        lean = 0.0
        for _, _, features, acts in rows:
            miss = acts - probability(bias, weights, features)
            lean += miss
            for feature in features:
                step[feature] += miss
        bias += rate * lean / len(rows)
        for feature, value in step.items():
            weights[feature] += rate * (value / len(rows) * 4 - penalty * weights[feature] / 4)
    return bias, weights


def probability(bias: float, weights: dict[str, float], features: frozenset[str]) -> float:
    return 1 / (1 + math.exp(-bias - sum(weights.get(feature, 0.0) for feature in features)))


def main() -> None:
    rows = examples()
    if sys.argv[1:] == ["write"]:
        bias, weights = fit(rows)
        content = {
            "note": f"Learned by train/states.py from {len(rows)} states of the training gold; L2-penalised.",
            "bias": round(bias, 3),
            "threshold": 0.5,
            "features": {name: round(weight, 3) for name, weight in sorted(weights.items())},
        }
        WEIGHTS.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), "utf-8")
        print(yaml.safe_dump(content))
        return
    for penalty in (0.02, 0.05, 0.1):
        right = 0
        for fold in range(10):
            bias, weights = fit([row for row in rows if row[0] % 10 != fold], penalty=penalty)
            for number, state, features, acts in rows:
                if number % 10 == fold:
                    p = probability(bias, weights, features)
                    right += (p >= 0.5) == acts
                    if penalty == 0.05 and (p >= 0.5) != acts:
                        print("wrong", number, state, acts, round(p, 2), sorted(features))
        print(penalty, right, len(rows))


if __name__ == "__main__":
    main()
