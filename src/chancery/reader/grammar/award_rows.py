"""Rows under a heading that tells of awards: "Prizes", then "Best Rower - A"; "The medal went to:", then "A, cook"."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.reader.draft import Draft
from chancery.reader.grammar.award_holders import Awarding
from chancery.reader.grammar.award_words import AwardWords, object_head, object_name
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.rows import row_start
from chancery.reader.grammar.scene import Line, Scene

_FAR = 30  # lines behind its heading at which a list has ended
_NONE = -_FAR - 1  # no heading is near any line
_HEADING = 14  # items
_LEADING = 50  # items of a sentence that leads to a list by a colon
_ROW = 40
_TITLE = 16
_SIGNS = frozenset({"–", "—", "-", ":", "|"})


def award_sections(draft: Draft, scene: Scene, words: AwardWords) -> dict[int, str]:
    """For each line (by index) that stands in a list of awards: what the heading of the list says is given."""
    found: dict[int, str] = {}
    open_at, thing = _NONE, ""
    for line in scene.lines:
        items = line.items
        head = object_head(words, items, 0, min(len(items), _LEADING))
        if head is None:
            head = next((i for i, item in enumerate(items[:_HEADING]) if item.word in words.section), None)
        if head is not None and items[head].word not in words.weak and _leads(line):
            open_at, thing = line.index, object_name(draft, scene, items, head)
        elif (len(items) > _ROW and items[-1].text == ".") or items[0].text == "#":
            open_at = _NONE
        elif line.index - open_at <= _FAR:
            found[line.index] = thing
    return found


def _leads(line: Line) -> bool:
    items = line.items
    if items[-1].text == ":":
        return len(items) <= _LEADING
    short = len(items) <= _HEADING and items[-1].text not in (".", "!", "?", '"', "”")
    return short and not any(item.kind == "P" for item in items) and not any(i.text in _SIGNS for i in items[1:])


def row_of(draft: Draft, line: Line, thing: str) -> Iterator[Awarding]:
    """The award of one row: of what stands before its sign, else of what the heading told."""
    items = line.items
    if len(items) > _ROW:
        return
    begin = row_start(items)
    if begin is None:
        return
    sign = next((i for i in range(begin + 1, min(len(items), begin + _TITLE)) if items[i].text in _SIGNS), None)
    if sign is not None and not any(item.kind == "P" for item in items[begin:sign]):
        named = _first_name(items, sign + 1, len(items))
        if named is not None:
            title = " ".join(draft.text[items[begin].start : items[sign - 1].end].split())
            yield _row(line, "row", named, title, begin)
        return
    named = _first_name(items, begin, min(len(items), begin + 6))
    if named is not None:
        marks = {"begins with to"} if items[begin].word == "to" else set()
        yield _row(line, "row of names", named, thing, begin, marks)


def _row(line: Line, frame: str, named: int, thing: str, begin: int, marks: set[str] | None = None) -> Awarding:
    ref = line.items[named].ref
    assert ref is not None
    return Awarding(line, frame, (ref,), (), thing, begin, named, marks or set())


def _first_name(items: list[Item], first: int, after: int) -> int | None:
    found = [i for i in range(first, after) if items[i].kind in "PO" and items[i].ref]
    return next((i for i in found if items[i].kind == "P" and i <= found[0] + 6), found[0] if found else None)


def elided(draft: Draft, scene: Scene, words: AwardWords, line: Line) -> Iterator[tuple[int, int, str]]:
    """ "... and the Silver Medal to B": the object's head, the place behind "to", and the name of the object."""
    items = line.items
    giving = words.giving | words.getting | words.honouring
    for head, item in enumerate(items):
        if item.kind not in "WO" or item.word.rsplit(" ", 1)[-1] not in words.objects:
            continue
        if item.word in words.weak and not item.text[:1].isupper():
            continue
        if any(i.word in giving and i.kind == "W" for i in items[max(0, head - 5) : head]):
            continue
        for at in range(head + 1, min(len(items) - 1, head + 14)):
            if items[at].text in (".", ";") or items[at].word in giving or items[at].word in scene.words.finite:
                break
            if items[at].word == "to":
                yield head, at + 1, object_name(draft, scene, items, head)
                break
