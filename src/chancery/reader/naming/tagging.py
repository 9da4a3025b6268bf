"""The statistical model of names: labels for the words of a sentence, and the stretches that the labels mark."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import pycrfsuite

from chancery.reader.features import DocumentWords, sentence_features
from chancery.terms.claims import EntityType

_TYPES: dict[str, EntityType] = {"PER": "person", "ORG": "organisation", "LOC": "place"}

Marked = tuple[int, int, EntityType, float]


@cache
def tagger(language: str) -> pycrfsuite.Tagger:
    """The model of a language, `languages/<language>/names.crfsuite`, opened once."""
    opened = pycrfsuite.Tagger()
    with as_file(files("chancery.reader").joinpath("languages", language, "names.crfsuite")) as path:
        opened.open(str(path))
    return opened


def marked_stretches(words: Sequence[str], document: DocumentWords, language: str) -> list[Marked]:
    """Half-open ranges of words that the model takes for names, with their types and how sure it is, in order."""
    model = tagger(language)
    labels = model.tag(sentence_features(words, document, language))
    return [
        (first, after, kind, min(model.marginal(labels[at], at) for at in range(first, after)))
        for first, after, kind in stretches(labels)
    ]


def stretches(labels: Sequence[str]) -> list[tuple[int, int, EntityType]]:
    """The ranges that B- and I- labels mark; an I- without a beginning begins a name itself."""
    found: list[tuple[int, int, EntityType]] = []
    start, kind = -1, ""
    for index, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{kind}":
            found.append((start, index, _TYPES[kind]))
            start = -1
        if label[0] == "B" or (label[0] == "I" and start < 0):
            start, kind = index, label[2:]
    return found
