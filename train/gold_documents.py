"""All documents with gold to learn from, in a fixed order: `../shared/gold/training`, our labels on real reports, reports we wrote."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from labels import ACT_LABELS, ARTICLES, SHARED, labelled_records

FOLDS = 5
WRITTEN = Path(__file__).with_name("written")
WRITTEN_ACTS = Path(__file__).with_name("written_acts")


class GoldDocument(NamedTuple):
    """`kind` is "training", "labels", "articles", "written", "act labels" or "written acts"; `data` are the bytes of the text.

    Of the last two only the facts of the kinds that the record names are labelled.
    """

    stem: str
    data: bytes
    record: dict[str, Any]
    kind: str


def fold_of(stem: str) -> int:
    """The fold that a document is left out of; it stays the same when other documents are added."""
    return zlib.crc32(stem.encode()) % FOLDS


def gold_documents() -> list[GoldDocument]:
    """Each document once; those whose text is not there are left out."""
    folder = SHARED / "gold" / "training"
    training = [
        GoldDocument(
            path.stem,
            (folder / "text" / f"{path.stem}.txt").read_bytes(),
            json.loads(path.read_text("utf-8")),
            "training",
        )
        for path in sorted((folder / "records").glob("*.json"))
    ]
    labels = [
        GoldDocument(stem, data, record, "articles" if stem.startswith(ARTICLES) else "labels")
        for stem, data, record in labelled_records()
    ]
    return [*training, *labels, *_written(WRITTEN, "written")]


def act_documents() -> list[GoldDocument]:
    """Documents in which only some kinds of fact are labelled, and only the names in them: for the steps of acts alone."""
    labels = [GoldDocument(stem, data, record, "act labels") for stem, data, record in labelled_records(ACT_LABELS)]
    return [*labels, *_written(WRITTEN_ACTS, "written acts")]


def _written(folder: Path, kind: str) -> list[GoldDocument]:
    return [
        GoldDocument(path.stem, path.with_suffix(".txt").read_bytes(), json.loads(path.read_text("utf-8")), kind)
        for path in sorted(folder.glob("*.json"))
    ]
