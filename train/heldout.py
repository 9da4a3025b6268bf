"""Drafts whose names were read by a model that has not seen the document, with their gold."""

from __future__ import annotations

from pathlib import Path

import pycrfsuite
from acts import Work
from gold_documents import FOLDS, GoldDocument, act_documents, fold_of, gold_documents
from gold_labels import draft_of
from oracle import judge

from chancery.reader.draft import Draft
from chancery.reader.naming import tagging
from chancery.reader.steps import dates, names, nesting, referents, titles, tokens

MODELS = Path(__file__).resolve().parent / "build"
_STEPS = (tokens, titles, dates, names, nesting, referents)


def read_draft(document: GoldDocument) -> Draft:
    """A draft with names, dates and titles, as the reader's steps give them."""
    draft = draft_of(document.data, document.stem)
    for step in _STEPS:
        step.run(draft)
    return draft


def heldout_works(*, acts: bool = False) -> list[Work]:
    """Each document (with `acts` those of which only acts are labelled too) with the model of the fold that it was left out of: `build/names-fold<i>.crfsuite`."""
    taggers = []
    for fold in range(FOLDS):
        opened = pycrfsuite.Tagger()
        opened.open(str(MODELS / f"names-fold{fold}.crfsuite"))
        taggers.append(opened)
    score = judge()
    works = []
    packaged = tagging.tagger
    try:
        for document in [*gold_documents(), *(act_documents() if acts else [])]:
            chosen = taggers[fold_of(document.stem)]
            tagging.tagger = lambda language, chosen=chosen: chosen  # type: ignore[assignment]
            works.append(Work(document.stem, read_draft(document), document.record, score, document.kind))
    finally:
        tagging.tagger = packaged
    return works
