"""The daily path: from files to the register. Read this first; everything else serves it.

    find_sources → take_in (bytes, text layer) → read_document (claims) → Register.record (ledger and fold)
    → Register.resolve (who is one across documents)

Each document is recorded in one transaction, so a stop at any instant leaves whole documents only, and the next run
goes on with those that are missing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from chancery.archive.intake import find_sources, take_in
from chancery.archive.store import ByteStore
from chancery.office.finishing import finish_forgetting
from chancery.office.readers import Reader
from chancery.office.settings import Settings
from chancery.office.sweeping import among_writers
from chancery.office.workspace import open_for_writing
from chancery.reader import READER, read_document, reader_version
from chancery.terms.dates import Instant
from chancery.terms.errors import ChanceryError, ReadingError

# "already read": the same bytes, source and reader version. "nothing found" and "not read" are no failures.
# "withdrawn": a person took back what was read in these bytes, and only a person brings it back.
Outcome = Literal["read", "nothing found", "not read", "already read", "withdrawn", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one source."""

    source: str
    outcome: Outcome
    claims: int = 0
    refused: int = 0  # what the reader gave and the text does not bear out
    words: int = 0
    language: str = "und"
    error: ChanceryError | None = None


def utc_now() -> Instant:
    return Instant(dt.datetime.now(dt.UTC))


def read_paths(
    paths: Sequence[str],
    settings: Settings,
    *,
    reader: Reader | None = None,
    now: Callable[[], Instant] = utc_now,
    begin: Callable[[int], None] = lambda total: None,
    again: bool = False,
) -> Iterator[Read]:
    """Read every document under `paths` into the workspace, and tell of each what became of it.

    `reader` is the one in steps if none is given. `begin` is told how many sources there are. `again` reads what was
    withdrawn, too. Raises WorkspaceError
    where the workspace itself cannot be used; what is wrong with one source is told of that source, and the rest goes
    on.
    """
    chosen = reader or Reader(READER, reader_version(), read_document)
    found = find_sources(paths)
    begin(len(found.files) + len(found.problems))
    with open_for_writing(settings) as register, among_writers(settings):
        finish_forgetting(settings, register)  # where one was stopped
        store = ByteStore(settings.bytes_folder)
        for problem in found.problems:
            source = problem.fields.get("path", "")
            register.record_refusal(source, problem, at=now())
            yield Read(source, "refused", error=problem)
        for source in found.files:
            try:
                capture = take_in(source, store=store, now=now(), withheld=register.is_withheld_document)
            except ChanceryError as error:
                register.record_refusal(source, error, at=now())
                yield Read(source, "refused", error=error)
                continue
            document, layer = capture.document, capture.layer
            if not register.keeps_bytes(document.id):
                store.remove(document.id)
            if register.was_withdrawn(document.id) and not again:
                yield Read(source, "withdrawn", language=layer.language)
                continue
            if register.has_reading(document.id, chosen.name, chosen.version):
                if register.has_capture(document.id, source):
                    yield Read(source, "already read", language=layer.language)
                    continue
                register.record_capture(document, at=now())
                yield Read(source, "already read", language=layer.language)
                continue
            try:
                reading = chosen.reading_of(document, layer)
            except ReadingError as failure:
                # What another reader read of it before still stands, and the record does not call it failed.
                if failure.code == "R001" or not register.has_capture(document.id, source):
                    register.record_refusal(source, failure, at=now())
                yield Read(source, "failed", error=failure)
                continue
            recorded = register.record(document, layer, reading, at=now())
            if not register.keeps_bytes(document.id):  # it names someone who was forgotten
                store.remove(document.id)
            outcome: Outcome = "not read" if not reading.read else "read" if reading.referents else "nothing found"
            words = len(layer.text.split())
            yield Read(source, outcome, recorded.claims, recorded.refused, words, layer.language)
        register.resolve(at=now())
