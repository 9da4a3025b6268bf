"""What goes into an importer and what comes out: files with their text, readings, and the rows that were not taken."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

from chancery import __version__
from chancery.terms.claims import Evidence, Reading
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import DataError


class DataFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a data set: its name within the set, and its text."""

    name: str
    document: Document
    layer: TextLayer

    def evidence(self, start: int, end: int) -> Evidence:
        """What stands between two offsets."""
        return Evidence(document=self.document.id, start=start, end=end, quote=self.layer.text[start:end])


class Conversion(msgspec.Struct, frozen=True, kw_only=True):
    """What an importer took: one reading for each file, how many rows it looked at, and those that it did not take.

    `counts` are these by code; of very many the first errors only are in `untaken`.
    """

    readings: tuple[Reading, ...]
    rows: int
    untaken: tuple[DataError, ...] = ()
    counts: dict[str, int] = {}


def set_version(dataset: str, given: Iterable[DataFile]) -> str:
    """The version that the readings of a data set bear: it changes with the importers and with any file of the set.

    The facts of one file rest on names in others, so a change of one is a change of all.
    """
    content = [_code_digest(), dataset, sorted((file.name, file.document.id) for file in given)]
    return f"{__version__}+{hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:10]}"


@cache
def _code_digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(files(__package__).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
