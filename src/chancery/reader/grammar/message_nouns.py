"""Messages that a noun tells: "a letter from A", "A's speech", "according to A", "joint statement of A and B"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Line, Scene, governor
from chancery.reader.linking.gap import surroundings
from chancery.reader.wordlists import word_list
from chancery.terms.claims import MessageKind, Ref

Types = Mapping[Ref, str]


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
        return self.kind in ("letter", "telegram")


@cache
def message_nouns(language: str) -> dict[str, MessageKind]:
    """Each noun for a message with the kind that it names."""
    return {word: kind for kind, words in word_list(language, "messages")["nouns"].items() for word in words}


def by_noun(
    scene: Scene, line: Line, nouns: dict[str, MessageKind], carriers: frozenset[str], congratulating: frozenset[str],
    types: Types,
) -> list[Utterance]:  # fmt: skip
    """ "a letter from A to B", "A's letter", "messages from A, B and C"."""
    found: list[Utterance] = []
    items = line.items
    for at, item in enumerate(items):
        if item.kind != "W" or item.word not in nouns or (at and items[at - 1].word in ("to", "will", "would")):
            continue
        if item.word in ("post", "note", "brief") and _is_other(items, at):
            continue
        congratulated = any(i.word in congratulating for i in items[max(0, at - 3) : at + 4])
        kind: MessageKind = "congratulation" if congratulated else nouns[item.word]
        features = {f"noun={item.word}", "noun"}
        features |= surroundings(items, at, at, "noun ")
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


def _is_other(items: list[Item], at: int) -> bool:
    """ "the post of director", "took note of it", "a brief life of A": no message."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or after.word in ("to", "from", "by"):
        return False
    return after.word in ("of", "as") or (items[at].word == "brief" and after.kind == "W")


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


def according(line: Line, types: Types) -> list[Utterance]:
    """ "According to A": A said so."""
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


def jointly(line: Line, types: Types) -> list[Utterance]:
    """ "Joint statement of A and B": both send it."""
    items = line.items
    for at in range(len(items) - 1):
        if items[at].word == "joint" and items[at + 1].word in ("statement", "declaration", "communique", "communiqué"):
            refs = dict.fromkeys(i.ref for i in items[at + 2 : at + 30] if i.kind in "OL" and i.ref)
            if len(refs) >= 2 and (line.heading or line.index <= 3):
                last = min(len(items) - 1, at + 16)
                marks = {"jointly", f"sender={types.get(next(iter(refs)) or '', '?')}"}
                return [Utterance(tuple(ref for ref in list(refs)[:2] if ref), "statement", line, at, last, marks)]
    return []
