"""Who said what to whom: places where a person or a body speaks or writes, as candidates for messages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from chancery.reader.draft import Draft
from chancery.reader.grammar.cues import Cues, cues_of
from chancery.reader.grammar.doings import Doing, doings_of
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Line, Scene, governor, scene_of
from chancery.reader.wordlists import word_list
from chancery.terms.claims import MessageKind, Ref

_SAYING = frozenset({"say", "tell", "announce", "urge", "express", "thank", "speak", "send"})
_FEELINGS = frozenset(
    "thanks gratitude appreciation condolences congratulations hope hopes confidence conviction concern wish wishes support "
    "willingness readiness satisfaction regret sympathy sympathies solidarity commitment belief interest view views sadness".split()
)
_AFTER = 9  # items behind a verb in which its object stands
_EVIDENCE = 14
_LONGEST_QUOTE = 6  # lines


@dataclass(slots=True)
class Utterance:
    """One place where somebody says something: the senders, the kind, the items (inclusive) that state it."""

    senders: tuple[Ref, ...]
    kind: MessageKind
    line: Line
    first: int
    last: int
    features: set[str]
    recipients: tuple[Ref, ...] = ()
    begin: int | None = None  # where the quotation begins that stands before "said A"

    @property
    def written(self) -> bool:
        """Whether it came on paper: one person may both write and speak."""
        return self.kind in ("letter", "telegram", "congratulation")


@cache
def _nouns(language: str) -> dict[str, MessageKind]:
    return {word: kind for kind, words in word_list(language, "messages")["nouns"].items() for word in words}


def utterances_of(draft: Draft) -> list[Utterance]:
    """All of them, in the order of the text."""
    scene = scene_of(draft)
    nouns = _nouns(draft.layer.language)
    lists = word_list(draft.layer.language, "messages")
    carriers, congratulating = frozenset(lists["carriers"]), frozenset(lists["congratulating"])
    cues = cues_of(draft.layer.language, "messages")
    types = {ref: referent.type for ref, referent in draft.referents.items()}
    found: list[Utterance] = []
    for line, doings in zip(scene.lines, doings_of(draft), strict=True):
        before = len(found)
        for doing in doings:
            if doing.classes & _SAYING and doing.subject is not None and not doing.passive:
                if doing.verb in carriers and not doing.classes & {"say", "announce"} and not _carries(line, doing.at, nouns):
                    continue  # "gave a chair": no words were given
                said = _said(scene, doing, nouns, congratulating, types)
                if doing.inverted:
                    said.begin = _quotation_start(scene, line, doing.at)
                single = (ref for ref in said.senders) if doing.subject.how in ("agent", "list") else ()
                parts = [replace(said, senders=(ref,), features=set(said.features)) for ref in single]
                found.extend(parts or [said])
        found.extend(_by_noun(scene, line, nouns, carriers, congratulating, types))
        found.extend(_according(line, types))
        found.extend(_jointly(line, types))
        if len(found) > before:
            common = _line_features(draft.text, line, cues)
            for utterance in found[before:]:
                utterance.features |= common
    _count_senders(found)
    return found


def _carries(line: Line, at: int, nouns: dict[str, MessageKind]) -> bool:
    return any(item.word in nouns or item.word in _FEELINGS for item in line.items[at + 1 : at + 1 + _AFTER])


def _said(
    scene: Scene, doing: Doing, nouns: dict[str, MessageKind], congratulating: frozenset[str], types: dict[Ref, str]
) -> Utterance:
    line, at = doing.line, doing.at
    items = line.items
    assert doing.subject is not None
    subject = doing.subject
    after = items[at + 1 : at + 1 + _AFTER]
    noun = next((item.word for item in after if item.word in nouns and item.kind == "W"), None)
    here = {item.word for item in items[max(0, at - 12) : at + _AFTER]}
    kind: MessageKind = "statement"
    if here & congratulating:
        kind = "congratulation"
    elif noun is not None and doing.classes & {"send", "speak", "announce", "express"}:
        kind = nouns[noun]
    elif "speak" in doing.classes:
        kind = "speech"
    elif doing.inverted or any(line.quoted):
        kind = "quote"
    elif doing.verb in ("reported", "briefed"):
        kind = "report"
    features = {f"verb={doing.verb}", f"how={subject.how}", f"sender={types.get(subject.refs[0], '?')}"}
    features |= {f"class={name}" for name in doing.classes & _SAYING}
    if noun:
        features |= {f"object={noun}", f"{sorted(doing.classes & _SAYING)[0]} + {nouns[noun]}"}
    if doing.inverted:
        features.add("inverted")
    if line.quoted[at]:
        features.add("verb in quotation")
    if len(subject.refs) > 1:
        features.add("several senders")
    following = after[0].word if after else "$"
    if following in ("that", ",", ":", "to", "his", "her", "its", "the", "on", "in", "a", "an", "at", "for", "with", "by"):
        features.add(f"then {following}")
    if after and after[0].kind in "PO":
        features.add("then a name")
    if any(item.word in scene.words.doubts or item.word in scene.words.negations for item in items[max(0, at - 4) : at]):
        features.add("doubt")
    first, last = min(subject.at, at), min(len(items) - 1, max(subject.at, at) + _EVIDENCE)
    return Utterance(subject.refs, kind, line, first, last, features, _recipients(doing, types))


def _recipients(doing: Doing, types: dict[Ref, str]) -> tuple[Ref, ...]:
    items = doing.line.items
    direct = doing.classes & {"tell", "thank", "urge"} or doing.verb in ("congratulated", "congratulates", "condoled")
    for at in range(doing.at + 1, min(len(items), doing.at + 12)):
        item = items[at]
        if item.kind in "PO" and item.ref and types.get(item.ref) != "place":
            to = any(i.word in ("to", "with") for i in items[max(doing.at, at - 4) : at])
            return (item.ref,) if to or (direct and at <= doing.at + 5) else ()
        if item.word in (".", "that", ";"):
            break
    return ()


def _by_noun(
    scene: Scene, line: Line, nouns: dict[str, MessageKind], carriers: frozenset[str], congratulating: frozenset[str],
    types: dict[Ref, str],
) -> list[Utterance]:  # fmt: skip
    """"a letter from A to B", "A's letter", "messages from A, B and C"."""
    found: list[Utterance] = []
    items = line.items
    for at, item in enumerate(items):
        if item.kind != "W" or item.word not in nouns or (at and items[at - 1].word in ("to", "will", "would")):
            continue
        congratulated = any(i.word in congratulating for i in items[max(0, at - 3) : at + 4])
        kind: MessageKind = "congratulation" if congratulated else nouns[item.word]
        features = {f"noun={item.word}", "noun"}
        if line.heading:
            features.add("noun in heading")
        if any(i.word in carriers for i in items[max(0, at - 6) : at]):
            features.add("carried")
        owner = _owner(items, at)
        if owner is not None and items[owner].ref:
            marks = features | {"owner", f"sender={types.get(items[owner].ref or '', '?')}"}
            found.append(Utterance((items[owner].ref or "",), kind, line, owner, min(len(items) - 1, at + 8), marks))
        for place, sender in enumerate(_senders(scene, items, at)):
            ref = items[sender].ref
            if ref:
                marks = features | {f"by {governor(scene, line, sender) or 'list'}", f"sender={types.get(ref, '?')}",
                                    f"sender {min(place, 2)}"}  # fmt: skip
                first = at if place == 0 else max(at, sender - 3)
                found.append(Utterance((ref,), kind, line, first, min(len(items) - 1, sender + 3), marks))
    return found


def _owner(items: list[Item], at: int) -> int | None:
    for back in range(at - 1, max(-1, at - 6), -1):
        if items[back].text in ("'s", "’s") and back and items[back - 1].kind in "PO":
            return back - 1
        if items[back].kind in "X":
            return None
    return None


def _senders(scene: Scene, items: list[Item], at: int) -> list[int]:
    """The names that "from", "by" or "of" leads to, with those listed after them."""
    found: list[int] = []
    led = False
    for index in range(at + 1, min(len(items), at + 120)):
        item = items[index]
        if not led:
            if item.word in ("from", "by", "of") and index <= at + 4:
                led = True
            elif index > at + 4 or item.text in (".", ",", ";", ":") or item.word in ("to", "for"):
                break
            continue
        if item.kind == "W" and (item.word in scene.words.finite or item.word in ("to", "on", "at", "that", "said")):
            break
        if item.kind in "PO" and item.ref:
            by = items[index - 1].word
            if by in ("of", "in") and found:
                continue
            found.append(index)
        if item.text in (".", ";", ":"):
            break
    return found


def _according(line: Line, types: dict[Ref, str]) -> list[Utterance]:
    items = line.items
    found = []
    for at in range(len(items) - 2):
        if items[at].word == "according" and items[at + 1].word == "to":
            for index in range(at + 2, min(len(items), at + 9)):
                ref = items[index].ref
                if ref and items[index].kind in "PO":
                    marks = {"according", f"sender={types.get(ref, '?')}"}
                    found.append(Utterance((ref,), "statement", line, at, min(len(items) - 1, index + 8), marks))
                    break
    return found


def _jointly(line: Line, types: dict[Ref, str]) -> list[Utterance]:
    """"Joint statement of A and B": both send it."""
    items = line.items
    for at in range(len(items) - 1):
        if items[at].word == "joint" and items[at + 1].word in ("statement", "declaration", "communique", "communiqué"):
            refs = dict.fromkeys(i.ref for i in items[at + 2 : at + 30] if i.kind in "OL" and i.ref)
            if len(refs) >= 2 and (line.heading or line.index <= 3):
                last = min(len(items) - 1, at + 16)
                marks = {"jointly", f"sender={types.get(next(iter(refs)) or '', '?')}"}
                return [Utterance(tuple(ref for ref in list(refs)[:2] if ref), "statement", line, at, last, marks)]
    return []


def _quotation_start(scene: Scene, line: Line, verb: int) -> int | None:
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


def _line_features(text: str, line: Line, cues: Cues) -> set[str]:
    found = {f"cue={hit.cue}" for hit in cues.hits(text, line.start, line.end)}
    if line.heading:
        found.add("heading")
    if line.index <= 3:
        found.add("early")
    if any(line.quoted):
        found.add("quotation in line")
    return found


def _count_senders(found: list[Utterance]) -> None:
    total = Counter(utterance.senders for utterance in found if not utterance.line.heading)
    seen: Counter[tuple[Ref, ...]] = Counter()
    for utterance in found:
        if utterance.line.heading:
            utterance.features.add("headline")
            continue
        seen[utterance.senders] += 1
        utterance.features.add(f"place {min(seen[utterance.senders], 3)}")
        utterance.features.add(f"times {min(total[utterance.senders], 4)}")
        utterance.features.add(f"senders {min(len(total), 5)}")
