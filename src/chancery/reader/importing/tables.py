"""Rows of a CSV file (RFC 4180) with the place of every cell. Cells are text: what looks like a formula is one too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from chancery.reader.importing.conversion import DataFile
from chancery.reader.importing.limits import SHORT, too_long
from chancery.reader.importing.plain import plain_text
from chancery.terms.claims import Evidence
from chancery.terms.errors import DataError

_BARE = re.compile(r'[^,"\r\n][^,\r\n]*|')
_LINE_END = re.compile(r"[\r\n]")
_MOST_CELLS = 1000
"""In one row. A table of people and posts has ten columns; a row of a million commas is no row."""


class Cell(msgspec.Struct, frozen=True):
    """What a cell says, and the half-open offsets of it, without its quotation marks."""

    text: str
    start: int
    end: int


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table by the names of its columns. `line` is that of the file, from 1; offsets leave its end out."""

    file: DataFile
    line: int
    start: int
    end: int
    cells: dict[str, Cell]

    def __getitem__(self, column: str) -> str:
        """The plain text of a cell; empty where the table has no such column."""
        cell = self.cells.get(column)
        return "" if cell is None else plain_text(cell.text)

    @property
    def where(self) -> str:
        """For messages."""
        return f"line {self.line} of {self.file.name}"

    @property
    def evidence(self) -> Evidence:
        return self.file.evidence(self.start, self.end)

    def naming(self, column: str) -> Evidence:
        """What proves a name that other rows lead to: the row, or, where that is long, the cell of the name."""
        cell = self.cells[column]
        return self.evidence if self.end - self.start <= SHORT else self.file.evidence(cell.start, cell.end)


def rows_of(file: DataFile, *, kind: str, columns: Sequence[str]) -> Iterator[Row | DataError]:
    """The rows under the heading, in order; a row that is broken comes as its D002.

    Raises DataError D001 where the heading lacks one of the columns.
    """
    lines = _lines(file.layer.text)
    head = next(lines, None)
    heading = [cell.text.strip().lstrip("\ufeff") for cell in head.cells] if head is not None else []
    missing = [column for column in columns if column not in heading]
    if head is None or head.broken or missing or len(set(heading)) < len(heading):
        reason = head.broken if head is not None and head.broken else "a column stands there twice"
        if missing:
            reason = f"it has no column {missing[0]}"
        raise DataError("D001", path=file.document.source, kind=kind, reason=reason)
    for line in lines:
        broken = line.broken
        if not broken and len(line.cells) != len(heading):
            broken = f"it has {len(line.cells)} cells, and the heading {len(heading)}"
        where = f"line {line.number} of {file.name}"
        if broken:
            yield DataError("D002", where=where, reason=broken)
            continue
        if long := too_long(line.end - line.start, where=where):
            yield long
            continue
        cells = dict(zip(heading, line.cells, strict=True))
        yield Row(file=file, line=line.number, start=line.start, end=line.end, cells=cells)


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    start: int
    end: int
    cells: list[Cell]
    broken: str = ""


def _lines(text: str) -> Iterator[_Line]:
    """Every line of the table that is not empty; one quoted cell may hold line ends. Work grows with the length."""
    at, number = 0, 1
    while at < len(text):
        start, first = at, number
        cells: list[Cell] = []
        broken = ""
        while True:
            cell, at = _cell_at(text, at)
            if cell is None:
                broken = broken or "a quotation mark has no other, or text follows it"
                at = _end_of_line(text, at)
            elif len(cells) < _MOST_CELLS:
                cells.append(cell)
            else:
                broken = broken or f"it has more than {_MOST_CELLS} cells"
            if at >= len(text) or text[at] != ",":
                break
            at += 1
        end = at
        number += text.count("\n", start, end)
        if text.startswith("\r\n", at):
            at += 2
        elif at < len(text):
            at += 1
        number += 1
        if end > start:
            yield _Line(number=first, start=start, end=end, cells=cells, broken=broken)


def _cell_at(text: str, at: int) -> tuple[Cell | None, int]:
    """The cell that begins at an offset, and where it ends; None, and where it went wrong, if it is broken."""
    if not text.startswith('"', at):
        found = _BARE.match(text, at)
        end = at if found is None else found.end()
        return Cell(text[at:end], at, end), end
    begin = at + 1
    close = text.find('"', begin)
    while close >= 0 and text.startswith('"', close + 1):
        close = text.find('"', close + 2)
    if close < 0:
        return None, len(text)
    after = close + 1
    if after < len(text) and text[after] not in ",\r\n":
        return None, after
    return Cell(text[begin:close].replace('""', '"'), begin, close), after


def _end_of_line(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return len(text) if found is None else found.start()
