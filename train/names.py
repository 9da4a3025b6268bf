"""Train the statistical model of names (`languages/en/names.crfsuite`) and measure it.

python train/names.py folds DIR [FOLD...]   five-fold cross-validation by document over the training gold; models stay in DIR
python train/names.py write        train on everything and write the model into the package
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite
from gold_documents import FOLDS, fold_of, gold_documents
from gold_labels import gold_texts
from labelled import Labelled, public_texts
from renamed import renamed
from synthetic import synthetic_texts

from chancery.reader.features import document_words, sentence_features

MODEL = Path(__file__).resolve().parents[1] / "src/chancery/reader/languages/en/names.crfsuite"
SYNTHETIC_TIMES = 8
RENAMED = 1
GOLD_TIMES = 2  # how often a sentence of gold is repeated, against the public sets
LEFT_OUT = frozenset({"crossner-music", "crossner-science", "crossner-ai", "crossner-literature"})
PARAMETERS = {"c1": 0.4, "c2": 0.05, "max_iterations": 70, "feature.minfreq": 2, "feature.possible_transitions": True}


def features_of(text: Labelled) -> list[list[list[str]]]:
    document = document_words(text.sentences, "en")
    return [sentence_features(words, document, "en") for words in text.sentences]


def train(
    texts: Iterable[Labelled], gold: Sequence[Labelled], path: Path, *, parameters: dict[str, object] | None = None
) -> None:
    """Fit a linear-chain CRF and write it. Deterministic: L-BFGS over a fixed order."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**PARAMETERS, **(parameters or {})})
    others = [renamed(text, turn) for text in gold for turn in range(RENAMED)]
    for times, group in ((1, texts), (GOLD_TIMES, gold), (1, others)):
        for text in group:
            for items, labels in zip(features_of(text), text.labels, strict=True):
                for _ in range(times):
                    trainer.append(items, labels)
    trainer.train(str(path))


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    found: set[tuple[int, int, str]] = set()
    start, kind = -1, ""
    for index, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{kind}":
            found.add((start, index, kind))
            start = -1
        if label.startswith("B-") or (label.startswith("I-") and start < 0):
            start, kind = index, label[2:]
    return found


def measure(path: Path, texts: Iterable[Labelled]) -> Counter[tuple[str, str]]:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    tally: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for items, labels in zip(features_of(text), text.labels, strict=True):
            gold, system = spans(labels), spans(tagger.tag(items))
            for found, name in ((gold, "gold"), (system, "system"), (gold & system, "match")):
                for _, _, kind in found:
                    tally[kind, name] += 1
    return tally


def table(tally: Counter[tuple[str, str]]) -> str:
    lines = []
    for kind in ("PER", "ORG", "LOC"):
        gold, system, match = (tally[kind, name] for name in ("gold", "system", "match"))
        p, r = match / max(1, system), match / max(1, gold)
        lines.append(f"{kind} gold {gold} system {system} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}")
    return "\n".join(lines)


def main() -> None:
    begun = time.perf_counter()
    labelled = {document.record["document"] for document in gold_documents() if document.kind == "articles"}
    public = [text for text in public_texts() if text.source not in LEFT_OUT and text.name not in labelled]
    public += synthetic_texts(SYNTHETIC_TIMES)
    gold = gold_texts()
    if sys.argv[1:] == ["write"]:
        train(public, gold, MODEL)
        print(f"{MODEL.stat().st_size} bytes, {time.perf_counter() - begun:.0f} s")
        return
    total: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS) if len(sys.argv) < 4 else map(int, sys.argv[3:]):
        path = Path(sys.argv[2]) / f"names-fold{fold}.crfsuite"
        train(public, [t for t in gold if fold_of(t.name) != fold], path)
        tally = measure(path, [t for t in gold if fold_of(t.name) == fold])
        total += tally
        print(f"fold {fold}: {path.stat().st_size} bytes, {time.perf_counter() - begun:.0f} s", flush=True)
        print(table(tally), flush=True)
    print(table(total))


if __name__ == "__main__":
    main()
