"""Readers side by side: each reads the documents that have gold records, and nothing of it enters the record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from chancery.archive.intake import Capture
from chancery.archive.layers import text_layer
from chancery.gazette.record_format import Record
from chancery.gazette.records import typed_record_of
from chancery.gazette.scoring import Scores, score_records
from chancery.office.daily import utc_now
from chancery.office.readers import Reader
from chancery.office.settings import Settings
from chancery.office.workspace import layer_of, open_readonly
from chancery.terms.document import Document
from chancery.terms.errors import OutputError, ReadingError


@dataclass(frozen=True, slots=True)
class Compared:
    """How one reader did: its scores, what it gave that the texts do not bear out, and the documents it failed on."""

    reader: str
    version: str
    scores: Scores
    refused: int
    failures: tuple[ReadingError, ...]


def documents_in(folder: Path, stems: Iterable[str]) -> dict[str, Capture]:
    """The documents of a folder of texts: "001" is 001.txt. Raises OutputError X005 or IntakeError."""
    return {stem: _text_file(folder / f"{stem}.txt") for stem in stems}


def documents_of(settings: Settings, stems: Iterable[str]) -> dict[str, Capture]:
    """The documents of the workspace by the stems of their sources. Raises OutputError X005 or WorkspaceError."""
    with open_readonly(settings) as register:
        known = {PurePath(source).stem: view.document for view in register.readings() for source in view.sources}
        found = {}
        for stem in stems:
            if stem not in known:
                raise OutputError("X005", name=f"{stem}.json", place=settings.workspace)
            found[stem] = Capture(document=known[stem], layer=layer_of(settings, register, known[stem].id))
    return found


def compare(
    gold: Mapping[str, Record],
    documents: Mapping[str, Capture],
    reader: Reader,
    *,
    told: Callable[[], None] = lambda: None,
) -> Compared:
    """Read every document and score what the reader took; `told` is called after each.

    A document on which the reader failed counts as one of which nothing was found, and is among `failures`.
    """
    records: dict[str, Record] = {}
    refused = 0
    failures: list[ReadingError] = []
    for stem, capture in documents.items():
        try:
            reading = reader.reading_of(capture.document, capture.layer)
        except ReadingError as error:
            failures.append(error)
        else:
            records[stem] = typed_record_of(reading, PurePath(capture.document.source).name)
            refused += len(reading.refused)
        told()
    scores = score_records(gold, records, lambda stem: documents[stem].layer.text)
    return Compared(reader.name, reader.version, scores, refused, tuple(failures))


def _text_file(path: Path) -> Capture:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OutputError("X005", name=f"{path.stem}.json", place=path.parent) from error
    sha = hashlib.sha256(data).hexdigest()
    layer, facts = text_layer(data, document=sha, media_type="text/plain", source=str(path))
    document = Document(
        id=sha, source=str(path), media_type="text/plain", size=len(data), captured=utc_now(), title=facts.title,
        dateline=facts.dateline, publisher=facts.publisher, published=facts.published, language=layer.language,
    )  # fmt: skip
    return Capture(document=document, layer=layer)
