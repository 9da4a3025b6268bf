"""A document as lines of items, with what its pronouns and bare titles mean: what the steps for acts stand on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from chancery.reader.draft import Draft
from chancery.reader.grammar.items import Item, sentence_items
from chancery.reader.grammar.vocabulary import Vocabulary, vocabulary
from chancery.terms.claims import Ref
from chancery.terms.document import UNREAD_FURNITURE

_VIEW = "scene"
_HEADING_WORDS = 40
_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")


@dataclass(slots=True)
class Line:
    """One sentence: its items, whether each stands in a quotation, and whom "he" or "she" means at its beginning."""

    index: int
    block: int
    items: list[Item]
    quoted: list[bool]
    heading: bool = False
    he: Ref | None = None
    _dated: list[int] | None = None

    @property
    def dated(self) -> list[int]:
        """The places of its items that are dates; looked for once."""
        if self._dated is None:
            self._dated = [at for at, item in enumerate(self.items) if item.date is not None]
        return self._dated

    @property
    def start(self) -> int:
        return self.items[0].start

    @property
    def end(self) -> int:
        return self.items[-1].end


@dataclass(slots=True)
class Scene:
    """The lines of a document and who holds which title in it."""

    lines: list[Line]
    words: Vocabulary
    holders: dict[str, Counter[Ref]] = field(default_factory=dict)

    def holder(self, title: str) -> Ref | None:
        """The one person whom the document gives this title, as in "the President"; None where it may be two."""
        found = self.holders.get(_title_key(title))
        if not found:
            return None
        (first, many), *others = found.most_common(2)
        return first if not others or many >= 2 * others[0][1] else None


def scene_of(draft: Draft) -> Scene:
    """The document's scene, made once and kept with the draft. Names and referents must be there already."""
    found = draft.views.get(_VIEW)
    if isinstance(found, Scene):
        return found
    scene = Scene(_lines(draft), vocabulary(draft.layer.language))
    scene.holders = _holders(scene.lines)
    _set_focus(scene)
    draft.views[_VIEW] = scene
    return scene


def _lines(draft: Draft) -> list[Line]:
    starts = [sentence.start for sentence in draft.layer.sentences]
    unread = [f for f in draft.layer.furniture if f.kind in UNREAD_FURNITURE]
    titles = [f for f in draft.layer.furniture if f.kind == "title"]
    lines: list[Line] = []
    block_before, inside = -1, False
    for items in sentence_items(draft):
        if not items:
            continue
        start = items[0].start
        if any(f.start <= start < f.end for f in unread):
            continue
        at = bisect_right(starts, start) - 1
        block = draft.layer.sentences[at].block if at >= 0 else 0
        if block != block_before:
            inside = False  # a quotation left open does not run on into the next paragraph
        quoted, inside = _quoted(items, inside)
        heading = any(f.start <= start < f.end for f in titles) or (
            len(items) < _HEADING_WORDS and (items[0].text == "#" or items[-1].text not in (".", "!", "?", "”", '"'))
            and block != block_before and len(lines) < 3
        )  # fmt: skip
        lines.append(Line(len(lines), block, items, quoted, heading))
        block_before = block
    return lines


def _quoted(items: list[Item], inside: bool) -> tuple[list[bool], bool]:
    flags: list[bool] = []
    for item in items:
        if item.text in _OPENING:
            inside = True
        elif item.text in _CLOSING:
            inside = False
        elif item.text == '"':
            inside = not inside
        flags.append(inside)
    return flags, inside


def _title_key(title: str) -> str:
    return title.casefold().replace("-", " ").rstrip("s")


def _holders(lines: list[Line]) -> dict[str, Counter[Ref]]:
    """Titles beside the persons that wear them: "Chairman A", "A, chairman"; the last word of a title counts too."""
    found: dict[str, Counter[Ref]] = defaultdict(Counter)
    for line in lines:
        items = line.items
        for at, item in enumerate(items):
            if item.kind != "T":
                continue
            after = at + 1
            while after < len(items) and items[after].kind in "RH":
                after += 1
            ref = None
            if after < len(items) and items[after].kind == "P":
                ref = items[after].ref
            elif at >= 2 and items[at - 1].text == "," and items[at - 2].kind == "P":
                ref = items[at - 2].ref
            if ref:
                key = _title_key(item.text)
                found[key][ref] += 1
                last = key.rsplit(" ", 1)[-1]
                if last != key:
                    found[last][ref] += 1
    return dict(found)


def _set_focus(scene: Scene) -> None:
    """Give each line the person whom its first "he" or "she" means: the last subject, or who was named last."""
    focus: Ref | None = None
    for line in scene.lines:
        line.he = focus
        subject = last = None
        for at, item in enumerate(line.items):
            if item.kind == "P" and item.ref:
                last = item.ref
                if subject is None and not governed(scene, line, at):
                    subject = item.ref
            elif item.kind == "T" and subject is None and at and line.items[at - 1].word == "the":
                after = line.items[at + 1] if at + 1 < len(line.items) else None
                if after is None or (after.kind not in "PRH" and after.word != "of"):
                    subject = scene.holder(item.text)
            elif item.word in scene.words.he and subject is None:
                subject = focus
        focus = subject or last or focus


def governed(scene: Scene, line: Line, at: int) -> bool:
    """Whether a preposition governs the name at `at`: "of A", "by Chairman A", "with A and B" (both)."""
    return governor(scene, line, at) is not None


def governor(scene: Scene, line: Line, at: int) -> str | None:
    """The preposition that governs the name at `at`, looking back over titles, adjectives and "A and"."""
    items, words = line.items, scene.words
    back = at - 1
    steps = 0
    while back >= 0 and steps < 12:
        item = items[back]
        steps += 1
        if item.kind in "TRHOL" or item.word in words.determiners or item.text in (".", "*", "("):
            back -= 1
        elif item.word in ("and", "&", ","):
            if back >= 1 and items[back - 1].kind == "P" and item.word != ",":
                back -= 2
            else:
                return None
        elif item.kind == "W" and item.word in words.prepositions:
            return item.word
        elif item.kind == "W" and (item.word in words.adjectives or (item.text[:1].isupper() and back > 0)):
            back -= 1
        else:
            return None
    return None
