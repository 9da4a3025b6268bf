"""Labelled text of the public sets in `../shared/training`: words and B-/I- labels for PER, ORG and LOC."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chancery.reader.gazetteer import gazetteer
from chancery.reader.words import spans_of_words

SHARED = Path(os.environ.get("CHANCERY_SHARED", Path(__file__).resolve().parents[2] / "shared"))

_KIND = {
    **dict.fromkeys(("PER", "person", "politician", "writer", "musicalartist", "scientist", "researcher"), "PER"),
    **dict.fromkeys(("ORG", "organisation", "politicalparty", "university", "band", "academicjournal"), "ORG"),
    **dict.fromkeys(("LOC", "location", "country"), "LOC"),
}
_NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", ")", "?", "!", "'s", "’s", "'", "’", "]", "%", "n't"])
_NO_SPACE_AFTER = frozenset(["(", "[", "$"])


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document, or a stretch of one: its sentences as words, and a label for each word."""

    name: str
    source: str
    sentences: list[list[str]]
    labels: list[list[str]]


def public_texts() -> Iterator[Labelled]:
    """Every public set, in a fixed order."""
    folder = SHARED / "training"
    for path in sorted((folder / "crossner").glob("*-*.txt")):
        domain = path.stem.split("-")[0]
        for number, rows in enumerate(_blocks(path)):
            yield _labelled(f"{path.stem}:{number}", f"crossner-{domain}", [[(r[0], r[1]) for r in rows]])
    yield from _wikigold(folder / "wikigold" / "wikigold.conll.txt")
    for path in sorted((folder / "uner").glob("*.iob2")):
        yield from _uner(path)
    for name in ("dev_revised", "test_revised"):
        for number, document in enumerate(json.loads((folder / "re-docred" / f"{name}.json").read_text("utf-8"))):
            yield _redocred(document, f"{name.removesuffix('_revised')}-{number:03}.txt")


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            rows.append(line.split("\t") if "\t" in line else line.split())
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _wikigold(path: Path) -> Iterator[Labelled]:
    document: list[list[tuple[str, str]]] = []
    number = 0
    for rows in _blocks(path):
        if rows[0][0] == "-DOCSTART-":
            if document:
                yield _labelled(f"wikigold:{number}", "wikigold", document)
                number += 1
            document = []
            continue
        document.append([(row[0], row[1]) for row in rows])
    if document:
        yield _labelled(f"wikigold:{number}", "wikigold", document)


def _uner(path: Path) -> Iterator[Labelled]:
    source = "uner-pud" if "pud" in path.name else "uner-ewt"
    document: list[list[tuple[str, str]]] = []
    rows: list[tuple[str, str]] = []
    number = 0
    for line in [*path.read_text("utf-8").splitlines(), "", "# newdoc"]:
        if line.startswith("# newdoc") and document:
            yield _labelled(f"{path.stem}:{number}", source, document)
            document = []
            number += 1
        elif not line.strip() and rows:
            document.append(rows)
            rows = []
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            rows.append((cells[1], cells[2]))


def _redocred(document: dict[str, object], name: str) -> Labelled:
    sents: list[list[str]] = document["sents"]  # type: ignore[assignment]
    labels = [["O"] * len(sentence) for sentence in sents]
    for cluster in document["vertexSet"]:  # type: ignore[attr-defined]
        for mention in cluster:
            kind = _KIND.get(mention["type"])
            first, after = mention["pos"]
            if kind and after > first:
                line = labels[mention["sent_id"]]
                line[first:after] = [f"B-{kind}"] + [f"I-{kind}"] * (after - first - 1)
    pairs = [list(zip(words, line, strict=True)) for words, line in zip(sents, labels, strict=True)]
    return _labelled(name, "re-docred", pairs)


def _labelled(name: str, source: str, sentences: Iterable[list[tuple[str, str]]]) -> Labelled:
    """Put the words together to a text, and part it as the reader does."""
    all_words: list[list[str]] = []
    all_labels: list[list[str]] = []
    for pairs in sentences:
        text = ""
        owner: list[int] = []  # for each character, the number of its word, or -1
        for index, (word, _) in enumerate(pairs):
            if text and word not in _NO_SPACE_BEFORE and text[-1] not in _NO_SPACE_AFTER:
                text += " "
                owner.append(-1)
            text += word
            owner.extend([index] * len(word))
        spans = spans_of_words(text, 0, len(text))
        words = [text[start:end] for start, end in spans]
        labels: list[str] = []
        before: tuple[int, str] = (-1, "O")
        entity = -1  # number of the entity that a word belongs to
        numbers: list[int] = []
        for _, label in pairs:
            kind = _KIND.get(label.partition("-")[2], "O")
            if kind == "O":
                numbers.append(-1)
                before = (-1, "O")
                continue
            if label.startswith("B") or before[1] != kind:
                entity += 1
            numbers.append(entity)
            before = (entity, kind)
        last = -1
        for start, _ in spans:
            index = owner[start]
            number = numbers[index]
            kind = _KIND.get(pairs[index][1].partition("-")[2], "O")
            labels.append("O" if number < 0 else f"{'I' if number == last else 'B'}-{kind}")
            last = number
        if words:
            all_words.append(words)
            all_labels.append(_without_adjectives(words, labels))
    return Labelled(name, source, all_words, all_labels)


def _without_adjectives(words: list[str], labels: list[str]) -> list[str]:
    """Peoples and adjectives ("Chinese", "Soviets") name no entity in the gold's sense; some sets mark them."""
    adjectives = gazetteer("en").state_of_adjective
    out = list(labels)
    for index, word in enumerate(words):
        alone = labels[index].startswith("B-") and not (index + 1 < len(labels) and labels[index + 1].startswith("I-"))
        if alone and word in adjectives:
            out[index] = "O"
    return out
