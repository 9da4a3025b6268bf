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
from chancery.register.views import ReadingView
from chancery.terms.claims import Reading


@dataclass(frozen=True)
class RecordExport:
    """Records by the names of their files, and how many documents of each language were not read.

    A document that was not read has a record with nothing in it, so that whoever counts files misses none.
    """

    records: Mapping[str, Mapping[str, Any]]
    not_read: Mapping[str, int]


def export_records(readings: Iterable[ReadingView], *, tree: bool = False) -> RecordExport:
    """The record of each source path that was read; of a path that gave several documents, that of the newest.

    Raises OutputError X001 where two paths would get one file.
    """
    kept = readings_by_source(readings)
    names = record_names(sorted(kept), tree=tree)
    records = {names[source]: record_of(kept[source], PurePath(source).name) for source in sorted(kept)}
    not_read = Counter(reading.language for reading in kept.values() if not reading.read)
    return RecordExport(records, not_read)


def readings_by_source(readings: Iterable[ReadingView]) -> dict[str, Reading]:
    """Each source with its reading. A path that was given in two spellings is one source."""
    newest: dict[str, tuple[str, ReadingView]] = {}
    for view in readings:
        for source in view.sources:
            path = os.path.abspath(source)  # noqa: PTH100 - no link is to be followed
            held = newest.get(path)
            if held is None or held[1].document.captured <= view.document.captured:
                newest[path] = (source, view)
    return {source: view.reading for source, view in newest.values()}
