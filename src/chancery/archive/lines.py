"""The lines of a text, and what kind of line each is by its form alone."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+\S")
_ROW = re.compile(r"\|.*\||[-=+|_ ]{3,}+")
# A wide gap that does not follow a full stop, where typists leave two spaces.
_CELL_BORDER = re.compile(r"(?<=\S)(?<![.!?:;])(?<![.!?][”\"'’)»])([ \t]{2,}|\t)(?=\S)")

_LONGEST_ROW = 200
"""Characters. A longer line with gaps in it is prose in which spaces were typed twice."""


class Line(NamedTuple):
    """Half-open offsets of a line that is not blank, trimmed of white space; whether a blank one stands before it, and
    how far it is indented."""

    start: int
    end: int
    after_blank: bool
    indent: int = 0


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, in order."""
    lines: list[Line] = []
    last_end = 0
    for found in _LINE.finditer(text):
        piece = found.group()
        kept = piece.strip()
        if not kept:
            continue
        start = found.start() + len(piece) - len(piece.lstrip())
        gap = text.count("\n", last_end, start) or text.count("\r", last_end, start)
        broken = not lines or gap > 1 or _breaks_page(text, last_end, start)
        lines.append(Line(start, start + len(kept), broken, start - found.start()))
        last_end = start + len(kept)
    return lines


def is_heading(line: str) -> bool:
    """Markdown: "### 4. Elections", but not "#4 seed"."""
    return _HEADING.match(line) is not None


def is_row(line: str) -> bool:
    """A row of a table: "| Bureau Member | Sweden |", "+-----+-----+", "---- ----", or columns with wide gaps."""
    line = line.strip()
    if _ROW.fullmatch(line):
        return True
    if len(line) > _LONGEST_ROW:
        return False
    gaps = [len(gap) if "\t" not in gap else 4 for gap in _CELL_BORDER.findall(line)]
    return bool(gaps) and (len(gaps) > 1 or gaps[0] > 3)


def _breaks_page(text: str, start: int, end: int) -> bool:
    return any(text.find(sign, start, end) >= 0 for sign in "\x0c\u2029")
