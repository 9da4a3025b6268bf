"""Learn which groups of names to keep (`languages/en/weights/names.json`) from everything of `gold_documents.py`.

    python train/plausible.py FOLDER [write]

FOLDER holds the models of `names.py folds`: each document is read by the model that was trained without it. Prints
scores by ten-fold cross-validation; with `write` the weights of all documents go into the package.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pycrfsuite
from fitting import fit_logistic, write_weights
from gold_documents import FOLDS, fold_of, gold_documents
from gold_labels import draft_of, only
from oracle import judge

from chancery.reader.draft import Draft, Name
from chancery.reader.gazetteer import gazetteer
from chancery.reader.grammar.scoring import Weights
from chancery.reader.naming import tagging
from chancery.reader.naming.plausible import group_features
from chancery.reader.steps import names, nesting, referents, titles, tokens

STRENGTH, THRESHOLD = 1.0, 0.4  # by folds, where the three kinds together are best
KINDS = ("person", "organisation", "place")


def rows_of(folder: Path) -> tuple[list[tuple[int, str, list[str], bool]], Counter[str]]:
    """For each group of names: number of the document, type, features, whether the gold has it; and the gold's number by type."""
    lists = gazetteer("en")
    models = []
    for fold in range(FOLDS):
        models.append(pycrfsuite.Tagger())
        models[-1].open(str(folder / f"names-fold{fold}.crfsuite"))
    rows: list[tuple[int, str, list[str], bool]] = []
    gold_of: Counter[str] = Counter()
    scorer = judge()
    packaged = tagging.tagger
    for number, document in enumerate(gold_documents()):
        tagging.tagger = only(models[fold_of(document.stem)])  # type: ignore[assignment]
        gold_of.update(entity["type"] for entity in document.record["entities"])
        draft = draft_of(document.data, document.stem)
        for step in (tokens, titles, names, nesting):
            step.run(draft)
        starts = [token.start for token in draft.tokens]
        found = {
            f"{kind}{n}": group for kind, groups in referents.groups_of(draft).items() for n, group in enumerate(groups)
        }
        system = [{"id": ref, **entity_of(draft, group)} for ref, group in found.items()]
        matched = scorer.match_entities(document.record["entities"], system)
        types = {entity["id"]: entity["type"] for entity in document.record["entities"]}
        for ref, group in found.items():
            right = types.get(matched.get(ref)) == group[0].type
            rows.append((number, group[0].type, sorted(group_features(draft, group, starts, lists)), right))
    tagging.tagger = packaged
    return rows, gold_of


def fit(rows: list[tuple[int, str, list[str], bool]]) -> Weights:
    bias, features = fit_logistic([row[2] for row in rows], [float(row[3]) for row in rows], strength=STRENGTH, least=5)
    return Weights(bias=bias, threshold=THRESHOLD, features=features)


def entity_of(draft: Draft, group: list[Name]) -> dict[str, object]:
    forms = sorted({" ".join(draft.text[name.start : name.end].split()) for name in group}, key=len)
    return {"type": group[0].type, "name": forms[-1], "aliases": forms[:-1]}


def main() -> None:
    rows, gold_of = rows_of(Path(sys.argv[1]))
    scored: list[tuple[str, float, bool]] = []
    for fold in range(10):
        learned = fit([row for row in rows if row[0] % 10 != fold])
        scored += [(row[1], learned.probability(row[2]), row[3]) for row in rows if row[0] % 10 == fold]
    for kind in KINDS:
        for threshold in (0.0, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6):
            kept = [right for k, p, right in scored if k == kind and p >= threshold]
            p, r = sum(kept) / len(kept), sum(kept) / gold_of[kind]
            print(f"{kind} {threshold} kept {len(kept)} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.4f}")
    if sys.argv[2:] == ["write"]:
        learned = fit(rows)
        note = f"learned by train/plausible.py from {len(rows)} groups of names, each read by a model trained without its document"
        write_weights(
            "names", {"note": note, "bias": learned.bias, "threshold": THRESHOLD, "features": learned.features}
        )


if __name__ == "__main__":
    main()
