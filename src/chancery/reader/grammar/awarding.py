"""Who was honoured with what: each person or body of a line that tells of an award, a gift or thanks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from chancery.reader.draft import Draft
from chancery.reader.grammar.cues import Hit, cues_of
from chancery.reader.grammar.doings import Doing, doings_of
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Line, Scene, governor, scene_of
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref

_LONGEST = 14  # items of an object's name
_REACH = 40  # items between an award and who gets it
_STOPS = frozenset({".", ",", ";", ":", "(", ")", "“", "”", '"'})


@dataclass(slots=True)
class Awarding:
    """One (recipient, object) pair of a line; `first` and `last` are the items (inclusive) that state it."""

    line: Line
    recipient: Ref
    giver: Ref | None
    object: str
    first: int
    last: int
    features: set[str]


@cache
def _lists(language: str) -> tuple[frozenset[str], frozenset[str]]:
    lists = word_list(language, "awards")
    return frozenset(lists["objects"]), frozenset(lists["thanking"])


def awardings_of(draft: Draft) -> list[Awarding]:
    """All pairs, in the order of the text."""
    scene = scene_of(draft)
    objects, thanking = _lists(draft.layer.language)
    cues = cues_of(draft.layer.language, "awards")
    found: list[Awarding] = []
    for line, doings in zip(scene.lines, doings_of(draft), strict=True):
        heads = [
            at for at, item in enumerate(line.items)
            if item.kind in "WO" and (item.word in objects or item.word in thanking or item.word.rsplit(" ", 1)[-1] in objects)
        ]  # fmt: skip
        hits = list(cues.hits(draft.text, line.start, line.end)) if heads or _gives(doings) else []
        if not heads or not hits:
            continue
        found.extend(_pairs(draft, scene, line, doings, heads, hits, thanking))
    return found


def _gives(doings: list[Doing]) -> bool:
    return any(doing.classes & {"give", "thank"} for doing in doings)


def _pairs(
    draft: Draft, scene: Scene, line: Line, doings: list[Doing], heads: list[int], hits: list[Hit],
    thanking: frozenset[str],
) -> list[Awarding]:  # fmt: skip
    items = line.items
    subjects = {ref for d in doings if d.subject and not d.passive and d.classes & {"give", "thank", "express", "send"}
                for ref in d.subject.refs}  # fmt: skip
    found: list[Awarding] = []
    for at, item in enumerate(items):
        ref = item.ref
        if item.kind not in "PO" or ref is None or at in heads:
            continue
        head = min(heads, key=lambda h: (abs(h - at), h))
        if abs(head - at) > _REACH:
            continue
        giver = next((s for s in sorted(subjects) if s != ref), None)
        features = _features(scene, line, at, head, hits, thanking, subjects)
        first, last = min(at, head), max(at, head)
        found.append(Awarding(line, ref, giver, _object(draft, scene, items, head, thanking), first, last, features))
    for doing in doings:  # "He was awarded the medal": the recipient by reference
        if doing.passive and doing.classes & {"give"} and doing.subject and doing.subject.how in ("pronoun", "title"):
            head = min(heads, key=lambda h: (abs(h - doing.at), h))
            features = _features(scene, line, doing.at, head, hits, thanking, subjects) | {"by reference"}
            found.append(
                Awarding(line, doing.subject.refs[0], None, _object(draft, scene, items, head, thanking),
                         min(doing.subject.at, head), max(doing.at, head), features)
            )  # fmt: skip
    return found


def _features(
    scene: Scene, line: Line, at: int, head: int, hits: list[Hit], thanking: frozenset[str], subjects: set[Ref]
) -> set[str]:
    items = line.items
    item = items[at]
    word = items[head].word.rsplit(" ", 1)[-1]
    thanks = word in thanking
    found = {f"type={item.kind}", f"object={word}", "thanks" if thanks else "award", f"people={min(3, sum(i.kind == 'P' for i in items))}"}
    by = governor(scene, line, at)
    found.add(f"after {by}" if by else "free")
    found.add(f"{'thanks' if thanks else 'award'} {'before' if head < at else 'behind'}")
    found.add(f"away {'near' if abs(head - at) <= 4 else 'mid' if abs(head - at) <= 12 else 'far'}")
    if item.ref in subjects:
        found.add("gives")
    if line.heading:
        found.add("heading")
    if line.quoted[at]:
        found.add("quoted")
    if items[head].text[:1].isupper():
        found.add("award capital")
    if at + 1 < len(items):
        found.add(f"then {items[at + 1].word}" if items[at + 1].word in (",", "for", "with", "'s", "’s", "was", "and", "on") else "then other")
    for hit in hits:
        side = "after" if item.start >= hit.end else "before"
        near = "close " if abs(item.start - hit.end) < 40 or abs(hit.start - item.end) < 40 else ""
        found.add(f"{near}{side} {hit.cue}")
    if any(i.word in scene.words.doubts or i.word in scene.words.negations for i in items):
        found.add("doubt")
    if item.kind == "O" and any(i.kind == "T" for i in items[max(0, at - 3) : at]):
        found.add("body of a title")
    return found


def _object(draft: Draft, scene: Scene, items: list[Item], head: int, thanking: frozenset[str]) -> str:
    """The award's name: from its first word to what "of" or "for" adds."""
    words = scene.words
    first = head
    while first > 0 and head - first < _LONGEST:
        item = items[first - 1]
        if item.text in _STOPS or item.kind == "P" or item.word in words.determiners or (
            item.kind == "W" and (item.word in words.prepositions - {"'s", "’s"} or item.word in words.finite
                                  or item.word in words.auxiliaries or item.word in ("and", "with"))
        ):  # fmt: skip
            break
        first -= 1
    last = head
    follow = ("of", "for") if items[head].word not in thanking else ("for",)
    if head + 1 < len(items) and items[head + 1].word in follow:
        while last + 1 < len(items) and last - head < _LONGEST and items[last + 1].text not in _STOPS:
            if items[last + 1].word in ("to", "by", "at", "during", "from", "on") or items[last + 1].kind in "PD":
                break
            last += 1
    thing = " ".join(draft.text[items[first].start : items[last].end].split())
    return f"thanks {thing}" if items[head].word in ("thanked", "thank") else thing
