"""A text in pieces of bounded size, cut between sentences, without the furniture that is not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from chancery.terms.document import UNREAD_FURNITURE, TextLayer

LONGEST = 4000
"""Characters of a piece: some thousand words' pieces of a model, so that prompt, text and a dense answer together stay
within the 8,192 that small local models read."""


class Piece(NamedTuple):
    """A stretch of the text layer, half-open, and the words that are sent of it."""

    start: int
    end: int
    words: str


def pieces_of(layer: TextLayer, *, longest: int = LONGEST) -> tuple[Piece, ...]:
    """The pieces in order. They hold every sentence; only one that is longer than a piece is cut within."""
    unread = [(f.start, f.end) for f in layer.furniture if f.kind in UNREAD_FURNITURE]
    pieces: list[Piece] = []
    words, first, last = "", 0, 0
    for start, end in _spans(layer, longest):
        gap = "" if not words else "\n" if any(last <= a < start for a, _ in unread) else layer.text[last:start]
        if words and len(words) + len(gap) + end - start > longest:
            pieces.append(Piece(first, last, words))
            words, gap = "", ""
        if not words:
            first = start
        words += gap + layer.text[start:end]
        last = end
    if words:
        pieces.append(Piece(first, last, words))
    return tuple(pieces)


def _spans(layer: TextLayer, longest: int) -> Iterator[tuple[int, int]]:
    for sentence in layer.sentences:
        for start in range(sentence.start, sentence.end, longest):
            yield start, min(start + longest, sentence.end)
