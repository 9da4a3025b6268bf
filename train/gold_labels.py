"""The names of `../shared/gold` laid upon their texts as labels: the outermost, longest name at each place."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from labelled import SHARED, Labelled

from chancery.reader.draft import Draft
from chancery.reader.features import title_words
from chancery.reader.gazetteer import gazetteer
from chancery.reader.steps import tokens
from chancery.reader.words import word_texts
from chancery.terms.dates import Instant
from chancery.terms.document import Document, TextLayer

_LABEL = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def draft_of(path: Path) -> Draft:
    """A draft of a text file, with its sentences, as the archive would hand it over."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    text = content.decode("utf-8")
    layer = text_layer(digest, text)
    at = Instant.parse("2024-01-01T00:00:00+00:00")
    document = Document(id=digest, source=path.name, media_type="text/plain", size=len(content), captured=at)
    return Draft(document=document, layer=layer)


def text_layer(digest: str, text: str) -> TextLayer:
    try:
        from chancery.archive.textlayer import layer_of_text  # type: ignore
    except ImportError:
        sys.path.insert(0, "/tmp")
        from quicksplit import sentences
        return TextLayer(document=digest, version="text/1", text=text, language="en", sentences=sentences(text))
    return layer_of_text(digest, text)


def gold_texts(name: str = "training") -> list[Labelled]:
    """The labelled texts of one gold folder, by file name."""
    out = []
    folder = SHARED / "gold" / name
    for path in sorted((folder / "records").glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        draft = draft_of(folder / "text" / f"{path.stem}.txt")
        tokens.run(draft)
        out.append(_projected(path.stem, draft, record["entities"]))
    return out


def _projected(name: str, draft: Draft, entities: list[dict]) -> Labelled:  # type: ignore[type-arg]
    phrases: dict[tuple[str, ...], str] = {}
    for entity in entities:
        forms = [entity["name"], *entity["aliases"]]
        for form in forms:
            words = word_texts(form)
            if entity["type"] == "person":
                words = _without_titles(words, [word_texts(other) for other in forms])
            if not any(word[0].isupper() for word in words):
                continue
            label = _LABEL[entity["type"]]
            if form in gazetteer("en").state_of:
                label = "LOC"
            phrases.setdefault(words, label)
    longest = max((len(words) for words in phrases), default=0)
    sentences: list[list[str]] = []
    labels: list[list[str]] = []
    for first, after in draft.sentence_tokens:
        words = [token.text for token in draft.tokens[first:after]]
        if not words:
            continue
        line = ["O"] * len(words)
        index = 0
        while index < len(words):
            for size in range(min(longest, len(words) - index), 0, -1):
                label = phrases.get(tuple(words[index : index + size]))
                if label:
                    line[index : index + size] = [f"B-{label}"] + [f"I-{label}"] * (size - 1)
                    index += size
                    break
            else:
                index += 1
        sentences.append(words)
        labels.append(line)
    return Labelled(name, "gold", sentences, labels)


def _without_titles(words: tuple[str, ...], others: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The name inside "Corporal Story" or "Mano Ganesan MP": another form of the same person, or what follows the titles."""
    for other in sorted(others, key=len):
        if len(other) < len(words) and (words[-len(other) :] == other or (len(other) > 1 and words[: len(other)] == other)):
            if len(other) == 1 and words[-2] not in {w for o in others for w in o} and words[-2].casefold() not in title_words("en"):
                continue
            return other
    at = 0
    while at < len(words) - 1 and words[at].casefold().rstrip(".") in title_words("en"):
        at += 1
    return words[at:]
