"""Every reading of a workspace as record files: one for each source path, named after it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from chancery.gazette.record_files import record_names
from chancery.gazette.records import record_of
from chancery.terms.claims import Reading
from chancery.terms.document import Document


@dataclass(frozen=True)
class RecordExport:
    """Records by the names of their files, and how many documents of each language were not read.

    A document that was not read has a record with nothing in it, so that whoever counts files misses none.
    """

    records: Mapping[str, Mapping[str, Any]]
    not_read: Mapping[str, int]


def export_records(captures: Iterable[tuple[Document, Reading]], *, tree: bool = False) -> RecordExport:
    """The record of each source path; of a path that was captured more than once, that of the newest capture.

    Raises OutputError X001 where two paths would get one file.
    """
    newest: dict[str, tuple[Document, Reading]] = {}
    for document, reading in captures:
        path = os.path.abspath(document.source)  # noqa: PTH100 - one path may have been given in two spellings
        held = newest.get(path)
        if held is None or held[0].captured <= document.captured:
            newest[path] = (document, reading)
    kept = {document.source: reading for document, reading in newest.values()}
    names = record_names(sorted(kept), tree=tree)
    records = {names[source]: record_of(kept[source], PurePath(source).name) for source in sorted(kept)}
    not_read = Counter(reading.language for _, reading in newest.values() if not reading.read)
    return RecordExport(records, not_read)
