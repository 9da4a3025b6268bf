"""Learn which groups of names to keep (`languages/en/weights/names.yaml`) from ../shared/gold/training.

    python train/plausible.py FOLDER [write]

FOLDER holds the models of `names.py folds`: each document is read by the model that was trained without it. Prints
scores by ten-fold cross-validation; with `write` the weights of all documents go into the package.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pycrfsuite
import yaml
from gold_labels import draft_of
from labelled import SHARED
from score_names import judge
from states import fit, probability

from chancery.reader.draft import Draft, Name
from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming import tagging
from chancery.reader.naming.plausible import group_features
from chancery.reader.steps import names, nesting, referents, titles, tokens

WEIGHTS = Path(__file__).resolve().parents[1] / "src/chancery/reader/languages/en/weights/names.yaml"
KINDS = ("person", "organisation", "place")


def rows_of(folder: Path) -> tuple[list[tuple[int, str, frozenset[str], bool]], Counter[str]]:
    lists = gazetteer("en")
    models = []
    for fold in range(5):
        models.append(pycrfsuite.Tagger())
        models[-1].open(str(folder / f"names-fold{fold}.crfsuite"))
    rows: list[tuple[int, str, frozenset[str], bool]] = []
    gold_of: Counter[str] = Counter()
    gold = SHARED / "gold" / "training"
    scorer = judge()
    for number, path in enumerate(sorted((gold / "records").glob("*.json"))):
        tagging.tagger = lambda language, model=models[number % 5]: model  # type: ignore[assignment]
        record = json.loads(path.read_text("utf-8"))
        gold_of.update(entity["type"] for entity in record["entities"])
        draft = draft_of(gold / "text" / f"{path.stem}.txt")
        for step in (tokens, titles, names, nesting):
            step.run(draft)
        starts = [token.start for token in draft.tokens]
        found = {
            f"{kind}{n}": group for kind, groups in referents.groups_of(draft).items() for n, group in enumerate(groups)
        }
        system = [{"id": ref, **entity_of(draft, group)} for ref, group in found.items()]
        matched = scorer.match_entities(record["entities"], system)
        types = {entity["id"]: entity["type"] for entity in record["entities"]}
        for ref, group in found.items():
            right = types.get(matched.get(ref)) == group[0].type
            rows.append((number, group[0].type, frozenset(group_features(draft, group, starts, lists)), right))
    return rows, gold_of


def entity_of(draft: Draft, group: list[Name]) -> dict[str, object]:
    forms = sorted({" ".join(draft.text[name.start : name.end].split()) for name in group}, key=len)
    return {"type": group[0].type, "name": forms[-1], "aliases": forms[:-1]}


def main() -> None:
    rows, gold_of = rows_of(Path(sys.argv[1]))
    scored: list[tuple[str, float, bool]] = []
    for fold in range(10):
        bias, weights = fit([row for row in rows if row[0] % 10 != fold], penalty=0.01, rounds=300)
        scored += [(row[1], probability(bias, weights, row[2]), row[3]) for row in rows if row[0] % 10 == fold]
    for kind in KINDS:
        for threshold in (0.0, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6):
            kept = [right for k, p, right in scored if k == kind and p >= threshold]
            p, r = sum(kept) / len(kept), sum(kept) / gold_of[kind]
            print(f"{kind} {threshold} kept {len(kept)} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.4f}")
    if sys.argv[2:] == ["write"]:
        bias, weights = fit(rows, penalty=0.01, rounds=300)
        content = {
            "note": f"Learned by train/plausible.py from {len(rows)} groups of names of the gold, each read by a "
            "model trained without its document; L2-penalised logistic regression, threshold by cross-validation.",
            "bias": round(bias, 3),
            "threshold": 0.45,
            "features": {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.02},
        }
        WEIGHTS.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120), "utf-8")


if __name__ == "__main__":
    main()
