"""Lines of a list or table, which stand under a line that leads in to them: "The members of the Committee are:"."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.reader.grammar.items import Item

_ROW = 16  # items
_BULLETS = frozenset({"*", "-", "•", "·", "–", "—", "+", "o", "▪", "●"})

# Signs that may stand before the words of a row.
_BEFORE_A_ROW = _BULLETS - {"+"} | frozenset('|#()."“”') | {"**"}


def row_start(items: Sequence[Item]) -> int | None:
    """The first item of a row behind its bullet or number; None for a row without words."""
    return next((i for i, item in enumerate(items) if item.text not in _BEFORE_A_ROW and not item.text.isdigit()), None)


def is_list_item(items: Sequence[Item]) -> bool:
    """Whether the sentence begins with a bullet or a number, or with a person."""
    start = next((item for item in items if item.kind not in ("H", "R")), None)
    return start is not None and (start.word in _BULLETS or start.kind == "P" or start.word.rstrip(".").isdecimal())


def is_row_of_list(items: Sequence[Item]) -> bool:
    """Whether the sentence is short and has no full stop, as a row of a list whose name was not made out."""
    return 0 < len(items) <= _ROW and items[-1].word not in (".", ":", "!", "?")
