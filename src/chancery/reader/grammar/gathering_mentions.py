"""Places in a document that speak of a gathering: "the 4th meeting of the Board", "met with", "was signed today"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chancery.reader.grammar.gathering_mention import GatheringMention
from chancery.reader.grammar.gathering_verbs import held_name, verb_alone
from chancery.reader.grammar.gathering_words import GatheringWords
from chancery.reader.grammar.phrases import left_edge, right_edge
from chancery.reader.grammar.scene import Line, Scene
from chancery.terms.claims import GatheringKind

_BARE_THE = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my", "'s", "’s"})
_TELLING = frozenset({"held", "place", "convened", "hosted", "opened", "closed", "called", "organised", "organized"})
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?|[ivxlc]+")
_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "previous",
        "last",
        "next",
        "inaugural",
        "annual",
        "additional",
    ]
)


def gathering_mentions(scene: Scene, words: GatheringWords) -> Iterator[GatheringMention]:
    """All of them, in the order of the text."""
    for line in scene.lines:
        at = 0
        while at < len(line.items):
            mention = _noun(scene, words, line, at) or verb_alone(scene, words, line, at)
            if mention is None:
                mention = held_name(scene, words, line, at)
            if mention is not None:
                yield mention
                at = mention.head if mention.verbal else max(at, mention.core)
            at += 1


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
    if word == "congress" and item.text[:1].isupper() and _is_parliament(line, at):
        return None
    if (
        word == "meeting"
        and before is not None
        and before.word in ("after", "before", "by", "was", "is", "were", "are")
    ):
        after = line.items[at + 1] if at + 1 < len(line.items) else None
        if after is not None and (after.kind in "PTOH" or after.word in ("with", "the")):
            return None
    return _phrase(scene, words, line, at, at, word, kind)


def _is_parliament(line: Line, at: int) -> bool:
    """ "Members of Congress", "in Congress": a body; "the Congress of Teachers" is a gathering."""
    before = line.items[at - 1].word if at else ""
    after = line.items[at + 1].word if at + 1 < len(line.items) else ""
    return after != "of" and before in ("", "of", "in", "by", "to", "with", "the", ",", "and", "from")


def _phrase(
    scene: Scene, words: GatheringWords, line: Line, head: int, last: int, word: str, kind: GatheringKind
) -> GatheringMention:
    items = line.items
    first = left_edge(scene, line, head)
    article = "none"
    if items[first].word in _BARE_THE:
        article = "the"
    elif items[first].word in ("a", "an", "another"):
        article = "a"
    elif any(item.word in _POSSESSIVE for item in items[first:head]):
        article = "poss"
    right = right_edge(scene, line, last)
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


def _in_name(words: GatheringWords, line: Line, at: int) -> GatheringMention | None:
    """A gathering that stands inside what was taken for a body's name: "10th Pacific Forum"."""
    parts = line.items[at].word.split()
    if len(parts) < 2:
        return None
    numbered = any(part[-4:].isdecimal() for part in parts) or any(
        _NUMBER.fullmatch(part) or part in _ORDINALS for part in parts
    )
    for part in parts:
        kind = words.heads.get(part)
        if (
            kind is not None
            and (numbered or part == parts[-1])
            and part not in ("service", "services", "assembly", "council")
        ):
            content = frozenset(p for p in parts if p != part)
            return GatheringMention(
                line, at, at, at, part, kind, "the", content, named=True, inside_name=not numbered, core=at
            )
    return None
