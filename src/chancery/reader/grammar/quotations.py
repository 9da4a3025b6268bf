"""Quotations: where the words begin that "said A" closes."""

from __future__ import annotations

from chancery.reader.grammar.scene import Line, Scene

_LONGEST_QUOTE = 6  # lines


def quotation_start(scene: Scene, line: Line, verb: int) -> int | None:
    """Where the quotation begins that ends before the verb: in this line, or in one of the lines before it."""
    at, index, place = line, line.index, verb
    for _ in range(_LONGEST_QUOTE):
        opening = next((i for i in range(place - 1, -1, -1) if at.quoted[i] and (i == 0 or not at.quoted[i - 1])), None)
        if opening is None:
            return None
        if opening > 0 or at.items[0].text in ("“", '"'):
            return at.items[opening].start
        index -= 1
        if index < 0 or scene.lines[index].block != line.block:
            return None
        at = scene.lines[index]
        place = len(at.items)
    return None
