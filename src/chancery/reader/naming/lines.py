"""Lines: what the model reads at once. A sentence, or a cell of it where wide gaps show the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chancery.reader.draft import Draft, Token

_GAP = re.compile(r"[^\S\n]{2,}|\t|\s*\n[^\S\n]{4,}")
_TEXT_OF_ITEM = re.compile(r"[^\S\n]*(?:(?:[-*•+·–]|\d{1,3}[.)])[^\S\n]+)?")  # up to where the text of a line begins
_NO_CELL_END = frozenset('.,;:!?"”’)-–—*•')


def line_ranges(draft: Draft) -> Iterator[tuple[int, int]]:
    """Half-open ranges of tokens, in order, none empty."""
    for first, after in draft.sentence_tokens:
        if first == after:
            continue
        begin = first
        for index in range(first + 1, after):
            if _is_gap(draft.text, draft.tokens[index - 1], draft.tokens[index]):
                yield begin, index
                begin = index
        yield begin, after


def _is_gap(text: str, before: Token, behind: Token) -> bool:
    return (
        behind.start - before.end > 1
        and before.text not in _NO_CELL_END
        and _GAP.fullmatch(text, before.end, behind.start) is not None
        and not _goes_on(text, before.end, behind.start)
    )


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a line break only wraps a list item: the next line is indented as the text behind the bullet is."""
    newline = text.rfind("\n", end, start)
    if newline < 0:
        return False
    line = _TEXT_OF_ITEM.match(text, text.rfind("\n", 0, end) + 1)
    return line is not None and line.end() - line.start() == start - newline - 1
