"""Gatherings that no noun tells: "A met B", "was signed in the presence of", "The Harbour Night was held"."""

from __future__ import annotations

from chancery.reader.grammar.gathering_mention import GatheringMention
from chancery.reader.grammar.gathering_words import GatheringWords
from chancery.reader.grammar.phrases import left_edge
from chancery.reader.grammar.scene import Line, Scene

_FOLLOWING = frozenset({"with", "again", "counterparts", "on", "today", "at", "in"})


def held_name(scene: Scene, words: GatheringWords, line: Line, at: int) -> GatheringMention | None:
    """What "was held" though no word of it says that it is a gathering: a name with capitals before the verb."""
    items = line.items
    here = tuple(item.word for item in items[at : at + 3])
    if at == 0 or not (here[:2] in words.holding or here in words.holding):
        return None
    for item in reversed(items[max(0, at - 20) : at]):
        if item.kind == "O" and item.end >= items[at - 2].start:
            continue  # a name that the verb tells to be that of a gathering
        if item.word in words.heads or any(part in words.heads for part in item.word.split()):
            return None
        if item.kind == "W" and item.word in scene.words.finite:
            break
    first = left_edge(scene, line, at)
    parts = [item for item in items[first:at] if item.kind != "X"]
    if not parts or all(item.word in scene.words.determiners for item in parts):
        return None
    if (
        not any(item.text[:1].isupper() for item in parts[1:] or parts)
        or parts[-1].kind in "PT"
        or "election" in parts[-1].word
    ):
        return None
    content = frozenset(item.word for item in parts if item.word not in scene.words.determiners)
    article = "a" if parts[0].word in ("a", "an") else "the" if parts[0].word == "the" else "none"
    return GatheringMention(line, at, first, at - 1, "held", "other", article, content, named=True, core=at,
                            told=True)  # fmt: skip


def verb_alone(scene: Scene, words: GatheringWords, line: Line, at: int) -> GatheringMention | None:
    """A gathering told by a verb: "met", "visited", "signed ... in the presence of", "shook hands"."""
    item = line.items[at]
    kind = words.verbs.get(item.word)
    if kind is None or item.kind != "W" or (at and line.items[at - 1].word in scene.words.determiners):
        return None
    if at and line.items[at - 1].word in words.heads:
        return None  # "the meeting convened": the noun tells it
    after = line.items[at + 1 : at + 6]
    if item.word in ("shakes", "shook"):
        if not after or after[0].word != "hands":
            return None
    elif item.word == "spoke":
        if not any(i.word == "with" for i in after[:4]):
            return None
    elif item.word == "called":
        if not after or after[0].kind not in "PTH":
            return None
    elif item.word in ("signed", "signing"):
        if not any(i.word == "presence" for i in line.items):
            return None
    elif item.word.startswith(("convene", "reconvene")) and any(
        i.word in words.heads for i in line.items[max(0, at - 12) : at]
    ):
        return None  # "a meeting of mayors, convened by A"
    elif kind == "visit":
        if not any(i.kind in "LOP" for i in after[:4]):
            return None
    elif not any(i.kind in "PTOHD" or i.word in _FOLLOWING for i in after[:4]):
        return None
    return GatheringMention(line, at, at, at, item.word, kind, "a", frozenset({item.word}), verbal=True, told=True)
