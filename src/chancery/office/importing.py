"""Importing: from the files of a data set to the register, in one transaction, so that a stop leaves all of it or none.

    take_in (bytes, text layer) → an importer (readings, rows not taken) → Register.record, file by file

The files are captured before any reading is recorded: the claims of one file may rest on rows of another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

import msgspec

from chancery.archive.intake import Capture, take_in
from chancery.archive.store import ByteStore
from chancery.office.daily import utc_now
from chancery.office.finishing import finish_forgetting
from chancery.office.settings import Settings
from chancery.office.sweeping import among_writers
from chancery.office.workspace import open_for_writing
from chancery.reader.importing import ftm, ifg, popolo
from chancery.reader.importing.conversion import Conversion, DataFile
from chancery.terms.dates import Instant
from chancery.terms.errors import DataError


class Converter(Protocol):
    """An importer. Raises DataError D001 where the files are of another kind."""

    def __call__(self, given: Sequence[DataFile], *, dataset: str) -> Conversion: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of data set: who reads it, and the files that it is made of; of a single file the path is the only one.

    `name` and `publisher` are those of the data set, where the kind is one of a kind.
    """

    reader: str
    convert: Converter
    media_type: str
    files: tuple[str, ...] = ()
    name: str | None = None
    publisher: str | None = None


KINDS: dict[str, Kind] = {
    "ifg": Kind(ifg.READER, ifg.convert_ifg, "text/csv", ifg.FILES, ifg.KIND, "Institute for Government"),
    "popolo": Kind(popolo.READER, popolo.convert_popolo, "application/json"),
    "ftm": Kind(ftm.READER, ftm.convert_ftm, "application/x-ndjson"),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a data set. `files` are its sources; `new` are those whose reading was not known yet.

    `counts` are the rows that were not taken, by code; of very many the first errors only are in `untaken`.
    """

    kind: str
    files: tuple[str, ...]
    new: int
    replaced: int  # readings of earlier files of the same name that were taken back
    claims: int  # new ones
    refused: int
    rows: int
    untaken: tuple[DataError, ...]
    counts: dict[str, int]


def import_data(
    kind: str, path: Path, settings: Settings, *, dataset: str | None = None, now: Callable[[], Instant] = utc_now
) -> Imported:
    """Take a data set into the workspace. Importing the same files again adds nothing.

    What has one id in files of one `dataset` is one person or body; if it is not given, it is that of the kind, or the
    file's name without its ending.

    A row that cannot be taken is told in `untaken`, and the rest goes on. Raises DataError D001 where the whole is of
    another kind, IntakeError where a file cannot be read, WorkspaceError where the workspace cannot be used.
    """
    chosen = KINDS[kind]
    sources = _sources(chosen, path)
    dataset = (dataset or chosen.name or path.stem).replace(":", "-")  # which parts it from the id
    with open_for_writing(settings) as register, among_writers(settings):
        store = ByteStore(settings.bytes_folder)
        given = []
        for source in sources:
            capture = take_in(
                source,
                store=store,
                now=now(),
                media_type=chosen.media_type,
                withheld=register.is_withheld_document,
            )
            given.append(_data_file(chosen, source, capture))
        conversion = chosen.convert(given, dataset=dataset)
        layers = {file.document.id: file.layer for file in given}
        files = {file.document.id: file for file in given}
        with register.in_bulk():
            at = now()
            for file in given:
                if register.record_capture(file.document, at=at):
                    register.withhold_text(file.layer, at=at)
            recorded = [
                register.record(
                    files[reading.document].document, files[reading.document].layer, reading, beside=layers, at=at
                )
                for reading in conversion.readings
            ]
            replaced = sum(
                register.retire(source, chosen.reader, by=chosen.reader, why="the source gave another file", at=at)
                for source in sources
            )
        finish_forgetting(settings, register)  # also of the bytes that name someone
        register.resolve(at=now())
    return Imported(
        kind=kind,
        files=tuple(sources),
        new=sum(each.new for each in recorded),
        replaced=replaced,
        claims=sum(each.claims for each in recorded),
        refused=sum(each.refused for each in recorded),
        rows=conversion.rows,
        untaken=conversion.untaken,
        counts=conversion.counts,
    )


def _data_file(kind: Kind, source: str, capture: Capture) -> DataFile:
    name = PurePath(source).name
    document = msgspec.structs.replace(capture.document, title=name, publisher=kind.publisher)
    return DataFile(name=name, document=document, layer=capture.layer)


def _sources(kind: Kind, path: Path) -> list[str]:
    """The files of the set that are there. Of a folder without any of them the first is named, whose lack is told."""
    if not kind.files:
        return [str(path)]
    return [str(path / name) for name in kind.files if (path / name).is_file()] or [str(path / kind.files[0])]
