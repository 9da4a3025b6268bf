"""Places in a document that speak of a gathering: "the 4th meeting of the Board", "met with", "was signed today"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.reader.draft import DateMention
from chancery.reader.grammar.gathering_words import GatheringWords
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Line, Scene
from chancery.terms.claims import GatheringKind

_LEFT, _RIGHT = 14, 18
_BARE_THE = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my", "'s", "’s"})
_STOPS = frozenset({".", ",", ";", ":", "(", ")", "“", "”", '"', "-", "–", "—", "!", "?", "*", "#", "|"})
_LINKS = frozenset({"of", "on", "for", "between", "with"})
_ENDS = frozenset({"at", "in", "to", "from", "by", "during", "where", "when", "as", "while", "after", "before", "since"})
_TELLING = frozenset({"held", "place", "convened", "hosted", "opened", "closed", "called", "organised", "organized"})
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?|[ivxlc]+")
_ORDINALS = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "previous", "last", "next", "inaugural", "annual", "additional"]
)


@dataclass(slots=True, frozen=True)
class GatheringMention:
    """`first` to `last` (inclusive) are the items of the noun phrase, or the verb alone; `content` its telling words."""

    line: Line
    head: int
    first: int
    last: int
    word: str
    kind: GatheringKind
    article: str  # the, a, poss, none
    content: frozenset[str]
    plural: bool = False
    named: bool = False
    verbal: bool = False
    core: int = 0  # the last item of the head word itself
    inside_name: bool = False
    told: bool = False  # a verb says that it was held

    @property
    def bare(self) -> bool:
        """Whether it says no more than "the meeting"."""
        return not self.content

    @property
    def start(self) -> int:
        return self.line.items[self.first].start

    @property
    def end(self) -> int:
        return self.line.items[self.last].end


def gathering_mentions(scene: Scene, words: GatheringWords) -> Iterator[GatheringMention]:
    """All of them, in the order of the text."""
    for line in scene.lines:
        at = 0
        while at < len(line.items):
            mention = _noun(scene, words, line, at) or _verb(scene, words, line, at)
            if mention is None:
                mention = _held(scene, words, line, at)
            if mention is not None:
                yield mention
                at = mention.head if mention.verbal else max(at, mention.core)
            at += 1


def nearest_date(mention: GatheringMention) -> DateMention | None:
    """The date beside the mention: inside it, else the nearest in its line, one behind it counting as closer."""
    best: tuple[float, DateMention] | None = None
    begin = _behind_dateline(mention.line)
    for at, item in enumerate(mention.line.items):
        if item.date is None or at < begin:
            continue
        if mention.first <= at <= mention.last:
            if item.date.span.precision == "year" and best is None:
                best = (25, item.date)  # "the 1997 conference": a day beside it says more
                continue
            return item.date
        away = at - mention.last if at > mention.last else 1.5 * (mention.first - at)
        if best is None or away < best[0]:
            best = (away, item.date)
    return best[1] if best and best[0] <= 40 else None


def _behind_dateline(line: Line) -> int:
    """Where the report begins after "City, July 20 (Agency) --": that day is the report's."""
    if line.index > 4:
        return 0
    for at, item in enumerate(line.items[:18]):
        if item.text in ("–", "—") or (item.text == "-" and at and line.items[at - 1].text in ("-", ")")):
            return at + 1
    return 0


def _noun(scene: Scene, words: GatheringWords, line: Line, at: int) -> GatheringMention | None:
    item = line.items[at]
    if item.kind == "O":
        return _in_name(words, line, at)
    if item.kind not in "WX":
        return None
    word, kind = item.word, words.heads.get(item.word)
    if at + 1 < len(line.items):
        pair = f"{word} {line.items[at + 1].word}"
        if pair in words.heads:
            return _phrase(scene, words, line, at, at + 1, pair, words.heads[pair])
    if kind is None:
        return None
    if at + 1 < len(line.items) and line.items[at + 1].word in words.heads and line.items[at + 1].kind == "W":
        return None  # "plenary session": the last word is the head
    before = line.items[at - 1] if at else None
    if word in words.verb_like or word.removesuffix("s") in words.verb_like:
        nominal = before is not None and (
            before.kind in "OLPD" or before.word in scene.words.determiners or before.word in _POSSESSIVE
            or before.word in _ORDINALS or before.word in scene.words.adjectives or before.text[:1].isupper()
            or before.word.endswith(("al", "ary", "ic", "ive", "ous", "ng", "ed", "nt"))
        )  # fmt: skip
        if not nominal:
            return None
    if word == "congress" and (before is None or before.word in ("of", "in", "by", "to", "with", "the", ",", "and", "from")) and item.text[:1].isupper():
        after = line.items[at + 1].word if at + 1 < len(line.items) else ""
        if after != "of":
            return None  # the parliament of that name
    if word == "meeting" and before is not None and before.word in ("after", "before", "by", "was", "is", "were", "are"):
        after = line.items[at + 1] if at + 1 < len(line.items) else None
        if after is not None and (after.kind in "PTOH" or after.word in ("with", "the")):
            return None
    return _phrase(scene, words, line, at, at, word, kind)


def _phrase(
    scene: Scene, words: GatheringWords, line: Line, head: int, last: int, word: str, kind: GatheringKind
) -> GatheringMention:
    items = line.items
    first = _left_edge(scene, line, head)
    article = "none"
    if items[first].word in _BARE_THE:
        article = "the"
    elif items[first].word in ("a", "an", "another"):
        article = "a"
    elif any(item.word in _POSSESSIVE for item in items[first:head]):
        article = "poss"
    right = _right_edge(scene, line, last)
    content = frozenset(
        part
        for index in (*range(first, head), *range(last + 1, right + 1))
        if items[index].kind != "X" and items[index].word not in scene.words.determiners | scene.words.prepositions
        for part in items[index].word.split()
        if part not in ("and", "of", "the")
    )
    named = items[head].text[:1].isupper() and not line.heading and head > 0
    return GatheringMention(
        line, head, first, right, word.removesuffix("s") if word in words.plurals else word, kind, article, content,
        plural=word in words.plurals, named=named, core=last,
        told=any(item.word in _TELLING for item in items[right + 1 : right + 7])
        or any(item.word in _TELLING for item in items[max(0, first - 4) : first]),
    )  # fmt: skip


def _left_edge(scene: Scene, line: Line, head: int) -> int:
    items, words = line.items, scene.words
    first = head
    while first > 0 and head - first < _LEFT:
        item = items[first - 1]
        if item.word in words.determiners or item.word == "another":
            return first - 1
        if item.kind == "X" and item.text not in ("&", "'s", "’s", "'", "’", "/", "“", '"', "-"):
            break
        if item.kind == "W" and (
            (item.word in words.prepositions and item.word not in ("'s", "’s"))
            or item.word in words.auxiliaries or item.word in words.finite or item.word in ("and", "or", "that", "hold",
            "holding", "attend", "attending", "organize", "host", "hosting", "convene", "addressing", "chairing")
        ):  # fmt: skip
            break
        if item.kind == "D" and first == head and item.date is not None and item.date.span.precision == "day":
            break
        first -= 1
    return first


def _right_edge(scene: Scene, line: Line, last: int) -> int:
    items, words = line.items, scene.words
    at = last
    if at + 1 < len(items) and items[at + 1].word not in _LINKS:
        return last
    while at + 1 < len(items) and at - last < _RIGHT:
        item = items[at + 1]
        if item.text in _STOPS or item.kind == "D" or item.word in _ENDS:
            break
        if item.kind == "W" and (item.word in words.auxiliaries or item.word in words.finite
                                 or item.word in words.relatives):  # fmt: skip
            break
        at += 1
    while at > last and (items[at].word in _LINKS or items[at].word in words.determiners or items[at].word == "and"):
        at -= 1
    return at


def _in_name(words: GatheringWords, line: Line, at: int) -> GatheringMention | None:
    """A gathering that stands inside what was taken for a body's name: "10th Pacific Forum"."""
    parts = line.items[at].word.split()
    numbered = any(_NUMBER.fullmatch(part) or part in _ORDINALS for part in parts)
    for part in parts:
        kind = words.heads.get(part)
        if kind is not None and (numbered or part == parts[-1]) and part not in ("service", "services", "assembly", "council"):
            content = frozenset(p for p in parts if p != part)
            return GatheringMention(
                line, at, at, at, part, kind, "the", content, named=True, inside_name=not numbered, core=at
            )
    return None


def _held(scene: Scene, words: GatheringWords, line: Line, at: int) -> GatheringMention | None:
    """What "was held" though no word of it says that it is a gathering: a name with capitals before the verb."""
    items = line.items
    here = tuple(item.word for item in items[at : at + 3])
    if at == 0 or not (here[:2] in words.holding or here in words.holding):
        return None
    for item in reversed(items[max(0, at - 20) : at]):
        if item.word in words.heads or any(part in words.heads for part in item.word.split()):
            return None
        if item.kind == "W" and item.word in scene.words.finite:
            break
    first = _left_edge(scene, line, at)
    parts = [item for item in items[first:at] if item.kind != "X"]
    if not parts or all(item.word in scene.words.determiners for item in parts):
        return None
    if not any(item.text[:1].isupper() for item in parts[1:] or parts) or parts[-1].kind in "PT" or "election" in parts[-1].word:
        return None
    content = frozenset(item.word for item in parts if item.word not in scene.words.determiners)
    article = "a" if parts[0].word in ("a", "an") else "the" if parts[0].word == "the" else "none"
    return GatheringMention(line, at, first, at - 1, "held", "other", article, content, named=True, core=at,
                            told=True)  # fmt: skip


def _verb(scene: Scene, words: GatheringWords, line: Line, at: int) -> GatheringMention | None:
    item: Item = line.items[at]
    kind = words.verbs.get(item.word)
    if kind is None or item.kind != "W" or (at and line.items[at - 1].word in scene.words.determiners):
        return None
    if at and line.items[at - 1].word in words.heads:
        return None  # "the meeting convened": the noun tells it
    after = line.items[at + 1 : at + 6]
    if item.word in ("shakes", "shook"):
        if not after or after[0].word != "hands":
            return None
    elif item.word in ("signed", "signing"):
        if not any(i.word == "presence" for i in line.items):
            return None
    elif kind == "visit":
        if not any(i.kind in "LOP" for i in after[:4]):
            return None
    elif not any(i.kind in "PTOHD" or i.word in ("with", "again", "counterparts", "on", "today", "at", "in") for i in after[:4]):
        return None
    return GatheringMention(line, at, at, at, item.word, kind, "a", frozenset({item.word}), verbal=True, told=True)
