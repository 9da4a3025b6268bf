"""Score the names of the reader against a gold folder, by the judge of `../shared`; entities only.

    python train/score_names.py training|development|seeds [--misses TYPE] [--folds DIR]

With --folds every document of training is read by the model that was trained without it (see names.py folds).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pycrfsuite
from gold_documents import FOLDS, fold_of
from gold_labels import draft_of, only
from labelled import SHARED
from oracle import judge

from chancery.reader.draft import Draft
from chancery.reader.naming import tagging
from chancery.reader.steps import names, nesting, referents, titles, tokens


def read(path: Path) -> Draft:
    draft = draft_of(path.read_bytes(), path.stem)
    for step in (tokens, titles, names, nesting, referents):
        step.run(draft)
    return draft


def record(draft: Draft) -> dict[str, object]:
    entities = [
        {"id": r.id, "type": r.type, "name": r.name, "aliases": list(r.aliases)} for r in draft.referents.values()
    ]
    return {"entities": entities, "facts": []}


def main() -> None:
    folder = SHARED / "gold" / sys.argv[1]
    texts = SHARED / "seeds" if sys.argv[1] == "seeds" else folder / "text"
    records = folder if sys.argv[1] == "seeds" else folder / "records"
    want = sys.argv[sys.argv.index("--misses") + 1] if "--misses" in sys.argv else None
    scorer = judge()
    tally, misses = scorer.Tally(), []
    models = []
    if "--folds" in sys.argv:
        for fold in range(FOLDS):
            models.append(pycrfsuite.Tagger())
            models[-1].open(str(Path(sys.argv[sys.argv.index("--folds") + 1]) / f"names-fold{fold}.crfsuite"))
    for path in sorted(records.glob("*.json")):
        if models:
            tagging.tagger = only(models[fold_of(path.stem)])  # type: ignore[assignment]
        gold = json.loads(path.read_text("utf-8"))
        text = texts / f"{path.stem}.txt"
        scorer.score_document({**gold, "facts": []}, record(read(text)), text.read_text("utf-8"), tally, misses, want)
    for kind in scorer.ENTITIES:
        g, s, m = tally[kind]
        p, r = m / max(1, s), m / max(1, g)
        print(
            f"{kind:14} gold {g:4} system {s:4} match {m:4}  P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}"
        )
    for miss in misses:
        print(*miss, sep="\t")


if __name__ == "__main__":
    main()
