"""The names of `../shared/gold` laid upon their texts as labels: the outermost, longest name at each place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import msgspec
from gold_documents import gold_documents
from labelled import Labelled

from chancery.archive.layers import text_layer
from chancery.reader.draft import Draft
from chancery.reader.features import title_words
from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.lines import line_ranges
from chancery.reader.steps import tokens
from chancery.reader.words import word_texts
from chancery.terms.dates import Instant
from chancery.terms.document import Document

_LABEL = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def draft_of(content: bytes, name: str) -> Draft:
    """A draft of a text, with furniture and sentences as the archive finds them; read as English."""
    digest = hashlib.sha256(content).hexdigest()
    layer, _ = text_layer(content, document=digest, media_type="text/plain", source=name)
    at = Instant.parse("2024-01-01T00:00:00+00:00")
    document = Document(id=digest, source=name, media_type="text/plain", size=len(content), captured=at)
    return Draft(document=document, layer=msgspec.structs.replace(layer, language="en"))


def gold_texts() -> list[Labelled]:
    """The labelled texts of all documents with gold, in their order."""
    out = []
    for document in gold_documents():
        draft = draft_of(document.data, document.stem)
        tokens.run(draft)
        out.append(_projected(document.stem, draft, document.record["entities"]))
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
    for first, after in line_ranges(draft):
        words = [token.text for token in draft.tokens[first:after]]
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
    """The name inside "Corporal Hale" or "Ravi Perin MP": another form of the person, or what follows titles."""
    for other in sorted(others, key=len):
        if len(other) < len(words) and (
            words[-len(other) :] == other or (len(other) > 1 and words[: len(other)] == other)
        ):
            if len(other) == 1 and words[-2].casefold().rstrip(".") not in title_words("en"):
                continue  # "Ada Byl", who is "Byl" elsewhere: the given name belongs to it
            return other
    at = 0
    while at < len(words) - 1 and words[at].casefold().rstrip(".") in title_words("en"):
        at += 1
    return words[at:]


def only(model: Any) -> Callable[[str], Any]:
    """What stands in for `tagging.tagger`: the one model, whatever the language."""
    return lambda language: model
