"""What was agreed between whom: treaties, memoranda and the like that a document speaks of, each once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import msgspec

from chancery.reader.clusters import groups_of
from chancery.reader.draft import Draft
from chancery.reader.grammar.cues import Hit, cues_of
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Line, Scene, scene_of
from chancery.reader.grammar.vocabulary import Vocabulary
from chancery.reader.linking.gap import gap_features, nearest, surroundings
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref

_LEFT, _RIGHT = 8, 22
_NOT_OF_A_TITLE = frozenset({"and", "signing", "sign", "signed", "reached"})
# Only parties do this.
_BY_PARTIES = frozenset(
    {"signed", "signs", "signing", "inked", "concluded", "initialled", "entered", "reached", "renewed"}
)
# Cues that tell how far an agreement has come, and of which any makes it likely.
_ALIKE = {
    "signed": "signed, or to be",
    "signing": "signed, or to be",
    "proposed": "not yet",
    "in preparation": "not yet",
}
_MANY = 60  # agreements that a new mention is compared with: the latest ones
_LINKS = frozenset({"on", "of", "for", "in", "to", "with", "between"})
_STOPS = frozenset({".", ";", ":", "“", "”", '"', "–", "—", "*"})


@dataclass(slots=True)
class Accord:
    """One agreement: its title, the parties, and the items (inclusive) of the place that tells most."""

    line: Line
    first: int
    last: int
    title: str
    head: str
    content: frozenset[str]
    parties: tuple[Ref, ...] = ()
    features: set[str] = field(default_factory=set)
    times: int = 1


class _Words(msgspec.Struct, frozen=True):
    """See `languages/<language>/agreements.yaml`."""

    heads: frozenset[str]
    soft: frozenset[str]
    signing: frozenset[str]


@cache
def _words(language: str) -> _Words:
    lists = word_list(language, "agreements")
    return msgspec.convert({name: lists[name] for name in _Words.__struct_fields__}, _Words)


def accords_of(draft: Draft) -> list[Accord]:
    """All of them, in the order in which the text first tells of each."""
    scene = scene_of(draft)
    lists = _words(draft.layer.language)
    cues = cues_of(draft.layer.language, "agreements")
    found: list[Accord] = []
    for line in scene.lines:
        mentions = _mentions(line, lists)
        hits = list(cues.hits(draft.text, line.start, line.end)) if mentions else []
        for at, word in mentions:
            accord = _accord(draft, scene, line, at, word, hits, lists)
            same = next((a for a in reversed(found[-_MANY:]) if _same(a, accord)), None)
            if same is None:
                found.append(accord)
                continue
            same.times += 1
            same.features |= accord.features
            if len(accord.parties) > len(same.parties):
                same.parties = accord.parties
            if same.line.heading or len(accord.content) > len(same.content) + 2:
                same.line, same.first, same.last = accord.line, accord.first, accord.last
                same.title, same.content = accord.title, accord.content
    for accord in found:
        accord.features.add(f"times={min(accord.times, 3)}")
    return found


def _mentions(line: Line, lists: _Words) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    items = line.items
    signing: bool | None = None
    for at, item in enumerate(items):
        if item.kind == "W":
            pair = f"{item.word} {items[at + 1].word}" if at + 1 < len(items) else ""
            if item.word in lists.heads or pair in lists.heads:
                found.append((at, pair if pair in lists.heads else item.word))
            elif item.word in lists.soft and (item.text[:1].isupper() or _has_more(items, at)):
                if signing is None:
                    signing = any(i.word in lists.signing for i in items)
                if signing:
                    found.append((at, item.word))
        elif item.kind == "O":
            word = next((part for part in item.word.split() if part in lists.heads), None)
            if word:
                found.append((at, word))
    return found


def _has_more(items: list[Item], at: int) -> bool:
    """Whether the word is followed by what it is about or with whom: most plans and letters are no agreements."""
    return at + 1 < len(items) and items[at + 1].word in ("of", "on", "with", "between", "for")


def _accord(draft: Draft, scene: Scene, line: Line, at: int, word: str, hits: list[Hit], lists: _Words) -> Accord:
    items, words = line.items, scene.words
    first = at
    while first > 0 and at - first < _LEFT:
        item = items[first - 1]
        if item.text in _STOPS or item.text in (",", "(", ")") or item.word in words.determiners or (
            item.kind == "W" and (item.word in words.prepositions or item.word in words.finite
                                  or item.word in words.auxiliaries or item.word in _NOT_OF_A_TITLE)
        ):  # fmt: skip
            break
        first -= 1
    last = at + len(word.split()) - 1 if items[at].kind == "W" else at
    last = min(last, len(items) - 1)
    head_end = last
    if last + 1 < len(items) and (items[last + 1].word in _LINKS or items[last + 1].text == "("):
        while last + 1 < len(items) and last - at < _RIGHT:
            item = items[last + 1]
            if item.text in _STOPS or item.kind == "D" or item.word in ("during", "at", "which", "that", "by") or (
                item.kind == "W" and (item.word in words.finite or item.word in words.auxiliaries
                                      or item.word in lists.signing or _is_aside(items, last + 1)
                                      or (item.word in words.determiners and items[last].kind in "OL"))
            ):  # fmt: skip
                break
            last += 1
        while last > head_end and _is_loose(items[last], words):
            last -= 1
    title = " ".join(draft.text[items[first].start : items[last].end].split())
    content = frozenset(
        part for item in items[first : last + 1] for part in item.word.split()
        if item.kind != "X" and part not in words.prepositions and part not in words.determiners and part != "and"
    )  # fmt: skip
    features = _features(scene, line, at, word, first, last, head_end, hits)
    features |= _signed(line, at, last, lists)
    if word in lists.soft:
        features |= {"soft", f"soft {line.items[at - 1].kind if at else '^'}"}
    features |= {f"head {group}" for group in groups_of(word.split()[-1], draft.layer.language) or ()}
    parties = _parties(scene, line, at, last)
    features.add(f"parties={min(len(parties), 3)}")
    return Accord(line, first, last, title, word, content, parties, features)


def _is_aside(items: list[Item], at: int) -> bool:
    """Whether "in order to", "in the near future" or "in force" begins here: no title has them."""
    if items[at].word != "in" or at + 2 >= len(items):
        return False
    first, second = items[at + 1].word, items[at + 2].word
    return first in ("order", "force", "talks") or (first == "the" and second in ("near", "coming"))


def _is_loose(item: Item, words: Vocabulary) -> bool:
    """Whether the title goes on after the item, or ends before it: "and", "of", a comma."""
    return item.text == "," or (
        item.kind == "W" and (item.word in words.prepositions or item.word in words.determiners or item.word == "and")
    )


def _signed(line: Line, at: int, last: int, lists: _Words) -> set[str]:
    """How the nearest word of signing stands to the agreement."""
    items = line.items
    places = [i for i, item in enumerate(items) if item.kind == "W" and item.word in lists.signing]
    if not places:
        return {"no signing"}
    place = nearest(places, at)
    side = "before" if place < at else "after"
    gap = (place + 1, at) if place < at else (last + 1, place)
    return {f"{items[place].word} {side}", *gap_features(items, *gap, f"signing {side}")}


def _features(
    scene: Scene, line: Line, at: int, word: str, first: int, last: int, head_end: int, hits: list[Hit]
) -> set[str]:
    items = line.items
    found = {f"word={word}"} | surroundings(items, first, last)
    start, end = items[at].start, items[head_end].end
    for hit in hits:
        if hit.start < end + 80 and hit.end > start - 60:
            found |= {f"cue={hit.cue}", _ALIKE.get(hit.cue, f"cue={hit.cue}")}
    before = items[first - 1].word if first else "^"
    found.add(
        f"after {before}"
        if before in scene.words.determiners | scene.words.prepositions or before == "^"
        else "after other"
    )
    if items[at].text[:1].isupper() and not line.heading:
        found.add("capital")
    if items[at].kind == "O":
        found.add("inside a name")
    if line.heading:
        found.add("heading")
    if line.quoted[at]:
        found.add("quoted")
    if any(item.date is not None for item in items):
        found.add("date")
    if any(item.date is not None for item in items[first : last + 1]):
        found.add("date inside")
    found.add(f"length={min(4, (last - first) // 2)}")
    if first == at == last:
        found.add("bare")
    if head_end + 1 < len(items):
        after = items[head_end + 1].word
        found.add(
            f"then {after}"
            if after in _LINKS or after in (",", ".", "was", "is", "(", "will", "which")
            else "then other"
        )
    if sum(1 for item in items if item.kind in "OL") >= 2:
        found.add("two bodies")
    return found


def _parties(scene: Scene, line: Line, at: int, last: int) -> tuple[Ref, ...]:
    """Whom "between" leads to; else who signs it with whom."""
    items = line.items
    between = next((i for i in range(at, min(len(items), at + 30)) if items[i].word == "between"), None)
    found: list[Ref] = []
    if between is not None:
        for item in items[between + 1 : between + 30]:
            if item.kind in "OL" and item.ref and not _nested(items, item):
                found.append(item.ref)
            if item.kind == "W" and (item.word in scene.words.finite or item.word in ("on", "at", "for", "during")):
                break
    else:
        sign = next((i for i in range(at - 1, max(-1, at - 12), -1) if items[i].word in _BY_PARTIES), None)
        if sign is not None:
            found += [i.ref for i in items[:sign] if i.kind == "O" and i.ref and not _nested(items, i)][-2:]
            after = next((i for i in range(at, min(len(items), last + 6)) if items[i].word == "with"), None)
            if after is not None:
                found += [i.ref for i in items[after + 1 : after + 8] if i.kind == "O" and i.ref][:1]
    return tuple(dict.fromkeys(found)) if len(set(found)) >= 2 else ()


def _nested(items: list[Item], item: Item) -> bool:
    """Whether the body only tells whose another one is: "the Academy of B"."""
    at = items.index(item)
    return at >= 2 and items[at - 1].word == "of" and items[at - 2].kind == "O"


def _same(one: Accord, other: Accord) -> bool:
    if len(other.content) <= 1:
        return one.head.rstrip("s") == other.head.rstrip("s") or other.head in one.content
    shared = len(one.content & other.content)
    return shared * 3 >= 2 * min(len(one.content), len(other.content)) and shared >= 2
