"""The blocks of a text: paragraphs, headings, list items, rows of tables, and pieces of furniture that are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from chancery.archive.lines import Line, is_heading, is_row, lines_of
from chancery.terms.document import UNREAD_FURNITURE, Furniture

_NARROWEST, _WIDEST = 45, 120
"""Characters in a line of a text that was wrapped by hand or by a mailer: 72 mostly, rarely below 60 or above 100."""
_LEAST_AGREEING = 4
"""Lines that must agree on a width before it is believed."""

_BULLET = re.compile(r"[•●▪◦‣∙○■□➢➤✓]|[*+-][ \t]{2,}\S")
_MARK = re.compile(r"(?:[*+·–—-]|\(?\d{1,3}\\?[.)]|\(?[a-zA-Z]\)|\(?[ivxlIVXL]{2,5}[.)]|[a-z]\.)[ \t]+\S")
_CLOSED = tuple(".:;!?…。！？|")
_OPEN = tuple(",-–—(&/")
_WORD = re.compile(r"[^ \t\r\n]{1,80}")  # no line is broken at a no-break space


class Block(NamedTuple):
    """Half-open offsets; `whole` ones, rows of tables, are one sentence each."""

    start: int
    end: int
    whole: bool = False


class _Piece(NamedTuple):
    """A line, or what furniture leaves of one. `part` is the furniture that it belongs to, -1 for running text."""

    start: int
    end: int
    after_blank: bool
    part: int
    indent: int

    @property
    def width(self) -> int:
        """Characters from the margin to the end of the line."""
        return self.indent + self.end - self.start


def blocks_of(text: str, furniture: Sequence[Furniture]) -> Iterator[Block]:
    """The blocks outside furniture that is not read, in order. A line end inside a paragraph ends no block."""
    runs = list(_runs(_pieces(text, furniture)))
    usual = _usual_width(text, runs)
    for run in runs:
        width = _width(run, usual)
        start, end = run[0].start, run[0].end
        in_list = _MARK.match(text, start, end) is not None
        for before, piece in pairwise(run):
            item = _is_item(text, before, piece, in_list=in_list)
            if item or not _continues(text, before, piece, width):
                yield Block(start, end, is_row(text[start:end]))
                start = piece.start
                in_list = item
            end = piece.end
        yield Block(start, end, is_row(text[start:end]))


def _pieces(text: str, furniture: Sequence[Furniture]) -> Iterator[_Piece]:
    """The lines, cut where furniture begins and ends, without the furniture that is not read."""
    first = 0
    cut = True
    for line in lines_of(text):
        cut = cut or line.after_blank
        at = line.start
        while first < len(furniture) and furniture[first].end <= at:
            first += 1
        index = first
        while at < line.end:
            if index == len(furniture) or furniture[index].start >= line.end:
                until, part = line.end, -1
            elif furniture[index].start > at:
                until, part = furniture[index].start, -1
            else:
                until, part = min(furniture[index].end, line.end), index
                index += 1
            kept = _trimmed(text, at, until)
            if part >= 0 and furniture[part].kind in UNREAD_FURNITURE:
                cut = True
            elif kept.start < kept.end:
                yield _Piece(kept.start, kept.end, cut, part, line.indent + kept.start - line.start)
                cut = False
            at = until


def _runs(pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces with neither a blank line nor a border of furniture between them."""
    run: list[_Piece] = []
    for piece in pieces:
        if run and (piece.after_blank or piece.part != run[-1].part):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _usual_width(text: str, runs: Sequence[Sequence[_Piece]]) -> int:
    """At how many characters the text is wrapped, 0 where it is not."""
    lengths = [piece.width for run in runs for piece in run if piece.part < 0]
    if sum(length > _WIDEST for length in lengths) * 4 > len(lengths):
        return 0
    seen = _width_seen(text, runs)
    if seen:
        return seen
    widths = [max(piece.width for piece in run[:-1]) for run in runs if len(run) > 2]
    width = int(median(widths)) if widths else 0
    return width if _NARROWEST <= width <= _WIDEST else 0


def _width_seen(text: str, runs: Sequence[Sequence[_Piece]]) -> int:
    """The width that agrees with the most lines that surely go on below (in small letters), 0 where too few tell.

    Such a line is not longer than the width, and the first word of the next one would have made it so. Lines that
    an address made too long, which would widen the median, agree with none.
    """
    agreeing = [0] * (_WIDEST + 2)
    for run in runs:
        for before, piece in pairwise(run):
            if before.part >= 0 or piece.part >= 0 or not text[piece.start].islower():
                continue
            word = _WORD.match(text, piece.start, piece.end)
            assert word is not None
            for width in range(max(before.width, _NARROWEST), min(before.width + len(word.group()), _WIDEST) + 1):
                agreeing[width] += 1
    most = max(agreeing)
    return agreeing.index(most) if most >= _LEAST_AGREEING else 0


def _width(run: Sequence[_Piece], usual: int) -> int:
    own = max((piece.width for piece in run[:-1]), default=0)
    if usual:
        return own if len(run) > 2 and usual * 3 // 4 <= own < usual else usual
    return own if _NARROWEST <= own <= _WIDEST and len(run) < 3 else 0


def _continues(text: str, before: _Piece, piece: _Piece, width: int) -> bool:
    """Whether the line end between the two is only where the line was full."""
    if piece.part >= 0:
        return True
    if is_heading(text[before.start : before.end]) or is_heading(text[piece.start : piece.end]):
        return False
    if is_row(text[before.start : before.end]) or is_row(text[piece.start : piece.end]):
        return False
    if text[piece.start].islower() or text.endswith(_OPEN, before.start, before.end):
        return True
    word = _WORD.match(text, piece.start, piece.end)
    assert word is not None
    return width > 0 and before.width + 1 + len(word.group()) > width


def _is_item(text: str, before: _Piece, piece: _Piece, *, in_list: bool) -> bool:
    """Whether an item of a list begins here, and not a wrapped line that happens to start with a dash or "3."."""
    if _BULLET.match(text, piece.start, piece.end):
        return True
    if not _MARK.match(text, piece.start, piece.end):
        return False
    return in_list or text.endswith(_CLOSED, before.start, before.end)


def _trimmed(text: str, start: int, end: int) -> Line:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Line(start, end, False)
