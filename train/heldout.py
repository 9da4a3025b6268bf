"""Drafts whose names were read by a model that has not seen the document, with their gold."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pycrfsuite
from acts import Work
from gold_documents import gold_documents
from oracle import judge

from chancery.archive.layers import text_layer
from chancery.reader.draft import Draft
from chancery.reader.naming import tagging
from chancery.reader.steps import dates, names, nesting, referents, titles, tokens
from chancery.terms.dates import Instant
from chancery.terms.document import Document

FOLDS = Path(__file__).resolve().parent / "build"
_STEPS = (tokens, titles, dates, names, nesting, referents)


def read_draft(path: Path) -> Draft:
    """A draft with names, dates and titles, as the reader's steps give them."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    layer, _ = text_layer(data, document=digest, media_type="text/plain", source=path.name)
    at = Instant.parse("2024-01-01T00:00:00+00:00")
    document = Document(
        id=digest, source=path.name, media_type="text/plain", size=len(data), captured=at, language="en"
    )
    draft = Draft(document=document, layer=msgspec.structs.replace(layer, language="en"))
    for step in _STEPS:
        step.run(draft)
    return draft


def heldout_works(folds: int = 5) -> list[Work]:
    """Each document with the model of the fold that it was left out of: `build/names-fold<i>.crfsuite`."""
    taggers = []
    for fold in range(folds):
        opened = pycrfsuite.Tagger()
        opened.open(str(FOLDS / f"names-fold{fold}.crfsuite"))
        taggers.append(opened)
    score = judge()
    works = []
    packaged = tagging.tagger
    try:
        for index, document in enumerate(gold_documents()):
            chosen = taggers[index % folds]
            tagging.tagger = lambda language, chosen=chosen: chosen  # type: ignore[assignment]
            works.append(Work(document.stem, read_draft(document.text), document.record, score))
    finally:
        tagging.tagger = packaged
    return works
