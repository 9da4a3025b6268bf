"""All documents with gold to learn from, in a fixed order: `../shared/gold/training`, our labels on real reports, reports we wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from labels import SHARED, labelled_records

WRITTEN = Path(__file__).with_name("written")


class GoldDocument(NamedTuple):
    """`kind` is "training", "labels" or "written"."""

    stem: str
    text: Path
    record: dict[str, Any]
    kind: str


def gold_documents() -> list[GoldDocument]:
    """Each document once; those whose text is not there are left out."""
    folder = SHARED / "gold" / "training"
    training = [
        GoldDocument(path.stem, folder / "text" / f"{path.stem}.txt", json.loads(path.read_text("utf-8")), "training")
        for path in sorted((folder / "records").glob("*.json"))
    ]
    labels = [GoldDocument(stem, path, record, "labels") for stem, path, record in labelled_records()]
    written = [
        GoldDocument(path.stem, path.with_suffix(".txt"), json.loads(path.read_text("utf-8")), "written")
        for path in sorted(WRITTEN.glob("*.json"))
    ]
    return [*training, *labels, *written]
