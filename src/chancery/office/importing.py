"""Importing: from the files of a data set to the register, in one transaction, so that a stop leaves all of it or none.

    take_in (bytes, text layer) → an importer (readings, rows not taken) → Register.record, file by file

The files are captured before any reading is recorded: the claims of one file may rest on rows of another.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from chancery.archive.intake import take_in
from chancery.archive.store import ByteStore
from chancery.office.daily import utc_now
from chancery.office.settings import Settings
from chancery.office.sweeping import among_writers
from chancery.office.workspace import open_for_writing
from chancery.reader.importing import ifg
from chancery.reader.importing.conversion import Conversion, DataFile
from chancery.terms.dates import Instant
from chancery.terms.errors import DataError


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of data set: the files that it is made of, and who reads them. No files: the path is the only one."""

    reader: str
    convert: Callable[[Sequence[DataFile]], Conversion]
    files: tuple[str, ...]
    media_type: str
    publisher: str | None = None


KINDS: dict[str, Kind] = {
    "ifg": Kind(ifg.READER, ifg.convert_ifg, ifg.FILES, "text/csv", "Institute for Government"),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a data set. `files` are its sources; `new` are those whose reading was not known yet."""

    kind: str
    files: tuple[str, ...]
    new: int
    replaced: int  # readings of earlier files of the same name that were taken back
    claims: int  # new ones
    refused: int
    rows: int
    untaken: tuple[DataError, ...]


def import_data(kind: str, path: Path, settings: Settings, *, now: Callable[[], Instant] = utc_now) -> Imported:
    """Take a data set into the workspace. Importing the same files again adds nothing.

    A row that cannot be taken is told in `untaken`, and the rest goes on. Raises DataError D001 where the whole is of
    another kind, IntakeError where a file cannot be read, WorkspaceError where the workspace cannot be used.
    """
    chosen = KINDS[kind]
    sources = _sources(chosen, path)
    with open_for_writing(settings) as register, among_writers(settings):
        store = ByteStore(settings.bytes_folder)
        captures = [take_in(source, store=store, now=now(), media_type=chosen.media_type) for source in sources]
        given = [
            DataFile(name=os.path.basename(c.document.source), document=c.document, layer=c.layer)  # noqa: PTH119
            for c in captures
        ]
        conversion = chosen.convert(given)
        layers = {file.document.id: file.layer for file in given}
        files = {file.document.id: file for file in given}
        with register.store.writing():
            at = now()
            for file in given:
                register.record_capture(file.document, at=at)
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
    return Imported(
        kind=kind,
        files=tuple(sources),
        new=sum(each.new for each in recorded),
        replaced=replaced,
        claims=sum(each.claims for each in recorded),
        refused=sum(each.refused for each in recorded),
        rows=conversion.rows,
        untaken=conversion.untaken,
    )


def _sources(kind: Kind, path: Path) -> list[str]:
    """The files of the set that are there. Of a folder without any of them the first is named, whose lack is told."""
    if not kind.files:
        return [str(path)]
    return [str(path / name) for name in kind.files if (path / name).is_file()] or [str(path / kind.files[0])]
