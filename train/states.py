"""Learn when a state acts (`languages/en/weights/states.json`) from everything of `gold_documents.py`, and measure it by folds.

python train/states.py folds
python train/states.py write
"""

from __future__ import annotations

import sys

from fitting import fit_logistic, write_weights
from gold_documents import gold_documents
from gold_labels import draft_of

from chancery.reader.gazetteer import gazetteer
from chancery.reader.grammar.scoring import Weights
from chancery.reader.naming.states import states_named
from chancery.reader.steps import names, nesting, titles, tokens

STRENGTH, THRESHOLD = 2.0, 0.55  # by folds, as many are right as at 0.5, and the lists of states of the seeds too
Example = tuple[int, str, frozenset[str], bool]


def examples() -> list[Example]:
    """For each state of each gold document: number of the document, its name, its features, whether it is a body."""
    lists = gazetteer("en")
    out: list[Example] = []
    for number, document in enumerate(gold_documents()):
        record = document.record
        types = {}
        for entity in record["entities"]:
            for form in [entity["name"], *entity["aliases"]]:
                if form in lists.state_of:
                    types[lists.state_of[form]] = entity["type"]
        draft = draft_of(document.data, document.stem)
        for step in (tokens, titles, names, nesting):
            step.run(draft)
        for state, found in states_named(draft, lists).items():
            if state in types:
                out.append((number, state, frozenset(found.features()), types[state] == "organisation"))
    return out


def fit(rows: list[Example], *, strength: float) -> Weights:
    bias, features = fit_logistic(
        [sorted(row[2]) for row in rows], [float(row[3]) for row in rows], strength=strength, least=3
    )
    return Weights(bias=bias, threshold=THRESHOLD, features=features)


def main() -> None:
    rows = examples()
    if sys.argv[1:] == ["write"]:
        learned = fit(rows, strength=STRENGTH)
        note = f"learned by train/states.py from {len(rows)} states of documents with gold"
        write_weights(
            "states", {"note": note, "bias": learned.bias, "threshold": THRESHOLD, "features": learned.features}
        )
        return
    for strength in (1.5, 2.0, 3.0):
        right = 0
        for fold in range(10):
            learned = fit([row for row in rows if row[0] % 10 != fold], strength=strength)
            right += sum((learned.probability(row[2]) >= THRESHOLD) == row[3] for row in rows if row[0] % 10 == fold)
        print(strength, right, len(rows))


if __name__ == "__main__":
    main()
