"""The reading view of a text: cut into stretches so that evidence, names and furniture may overlap in any way."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Generic, Literal, TypeVar

import msgspec

from chancery.terms.document import Furniture, TextLayer
from chancery.terms.entities import EntityName

Form = Literal["title", "heading", "paragraph", "item", "furniture"]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# "- one", "• one", "3. one", "(a) one" are items; "1934 was" is none.
_HEADING = re.compile(r"\s*#{1,6}\s")
# Marks of Markdown: "## ", and "**" or "*" beside a word; the star of an item is none.
_SYNTAX = re.compile(r"^[ \t]*#{1,6}[ \t]+|\*{1,2}(?=\w)|(?<=[\w.,;:!?)])\*{1,2}", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[-–—•*·▪]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)")


class EvidenceMark(msgspec.Struct, frozen=True):
    """Where the words of a claim stand: half-open character offsets, and the claim's kind."""

    start: int
    end: int
    claim: str
    kind: str


class NameMark(msgspec.Struct, frozen=True):
    """Where a name of an entity stands."""

    start: int
    end: int
    entity: EntityName


class Segment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of text within which nothing begins or ends.

    `claims` are those whose evidence covers it, the innermost first; `kinds` their kinds, each once; `opens` those
    whose evidence begins with it, for the first time in the text. `entity` is the innermost name that covers it, and
    `introduces` tells that this is the first place where the text names it.
    """

    start: int
    text: str
    claims: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    entity: EntityName | None = None
    introduces: bool = False
    syntax: bool = False  # a mark of Markdown, not of the language


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, a heading, a list item, or a piece of furniture (`label` says which).

    `close`: it stands on the line after the block before it, without a blank line between.
    """

    form: Form
    label: str | None = None
    close: bool = False
    segments: tuple[Segment, ...]


def marked_blocks(
    layer: TextLayer, evidence: Sequence[EvidenceMark], names: Sequence[NameMark], *, markdown: bool = False
) -> tuple[Block, ...]:
    """The text layer but for the blanks between blocks, cut wherever a block, a mark or furniture begins or ends.

    Marks that reach beyond the text are cut at its end; empty ones are left out.
    """
    text = layer.text
    cuts = {0, len(text)}
    spans: list[EvidenceMark | NameMark | Furniture] = [*evidence, *names, *layer.furniture]
    cuts |= {min(border, len(text)) for span in spans for border in (span.start, span.end)}
    borders = _block_borders(layer)
    syntax = {match.span() for match in _SYNTAX.finditer(text)} if markdown else set()
    ordered = sorted(cuts | set(borders) | {border for span in syntax for border in span})
    in_syntax = {
        cut for start, end in syntax for cut in ordered[bisect_left(ordered, start) : bisect_left(ordered, end)]
    }
    marks_at = _Covering(evidence, ordered)
    names_at = _Covering(names, ordered)
    first_place: dict[str, int] = {}
    for mark in sorted(evidence, key=lambda mark: mark.start):
        first_place.setdefault(mark.claim, mark.start)
    first_name: dict[str, int] = {}
    for name in sorted(names, key=lambda name: name.start):
        first_name.setdefault(name.entity.id, name.start)
    furniture = sorted(layer.furniture, key=lambda piece: piece.start)
    blocks: list[Block] = []
    shown_until = 0
    for start, end in pairwise(borders):
        if not text[start:end].strip():
            continue
        inner = ordered[bisect_right(ordered, start) - 1 : bisect_right(ordered, end)]
        segments = tuple(
            _segment(
                text[first:after],
                first,
                marks_at.over(first),
                names_at.over(first),
                first_place,
                first_name,
                first in in_syntax,
            )
            for first, after in pairwise(inner)
        )
        form, label = _form_of(text[start:end], _furniture_over(furniture, start, end), markdown)
        close = bool(blocks) and not _BLANK_LINE.search(text, shown_until, _first_ink(text, start))
        blocks.append(Block(form=form, label=label, close=close, segments=segments))
        shown_until = start + len(text[start:end].rstrip())
    return tuple(blocks)


def _first_ink(text: str, start: int) -> int:
    return len(text) - len(text[start:].lstrip())


def _segment(
    text: str,
    start: int,
    marks: Sequence[EvidenceMark],
    names: Sequence[NameMark],
    first_place: Mapping[str, int],
    first_name: Mapping[str, int],
    syntax: bool,
) -> Segment:
    covering = sorted(marks, key=lambda mark: (mark.end - mark.start, mark.start, mark.claim))
    innermost = min(names, key=lambda mark: (mark.end - mark.start, mark.start), default=None)
    return Segment(
        start=start,
        text=text,
        claims=tuple(dict.fromkeys(mark.claim for mark in covering)),
        opens=tuple(dict.fromkeys(mark.claim for mark in covering if first_place[mark.claim] == start)),
        kinds=tuple(dict.fromkeys(mark.kind for mark in covering)),
        entity=innermost.entity if innermost else None,
        introduces=innermost is not None and first_name[innermost.entity.id] == start,
        syntax=syntax,
    )


_Mark = TypeVar("_Mark", EvidenceMark, NameMark)


class _Covering(Generic[_Mark]):
    """Which marks cover the stretch that begins at a cut."""

    def __init__(self, marks: Sequence[_Mark], cuts: Sequence[int]) -> None:
        self._over: dict[int, list[_Mark]] = {}
        for mark in marks:
            for cut in cuts[bisect_right(cuts, mark.start) - 1 :]:
                if cut >= mark.end:
                    break
                self._over.setdefault(cut, []).append(mark)

    def over(self, cut: int) -> Sequence[_Mark]:
        return self._over.get(cut, ())


def _block_borders(layer: TextLayer) -> list[int]:
    """Where blocks begin: at each sentence block, each piece of furniture, and after each blank line; and the end."""
    borders = {0, len(layer.text)}
    borders |= {match.end() for match in _BLANK_LINE.finditer(layer.text)}
    for piece in layer.furniture:
        borders |= {piece.start, piece.end}
    seen = -1
    for sentence in layer.sentences:
        if sentence.block != seen:
            borders.add(sentence.start)
            seen = sentence.block
    return sorted(border for border in borders if border <= len(layer.text))


def _furniture_over(furniture: Sequence[Furniture], start: int, end: int) -> Furniture | None:
    return next((piece for piece in furniture if piece.start <= start and end <= piece.end), None)


def _form_of(text: str, furniture: Furniture | None, markdown: bool) -> tuple[Form, str | None]:
    if furniture is not None:
        return ("title" if furniture.kind == "title" else "furniture"), furniture.kind
    if markdown and _HEADING.match(text):
        return "heading", None
    return ("item" if _ITEM.match(text) else "paragraph"), None
