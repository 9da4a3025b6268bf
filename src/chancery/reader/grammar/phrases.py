"""How far a noun phrase reaches: from its article to what "of", "on" or "with" adds to it."""

from __future__ import annotations

from chancery.reader.grammar.scene import Line, Scene

_LEFT, _RIGHT = 14, 18
_STOPS = frozenset({".", ",", ";", ":", "(", ")", "“", "”", '"', "-", "–", "—", "!", "?", "*", "#", "|"})
_INNER_SIGNS = frozenset({"&", "'s", "’s", "'", "’", "/", "“", '"', "-"})
_LINKS = frozenset({"of", "on", "for", "between", "with"})
_ENDS = frozenset(
    {"at", "in", "to", "from", "by", "during", "where", "when", "as", "while", "after", "before", "since"}
)
_BEFORE_A_PHRASE = frozenset(
    {
        "and",
        "or",
        "that",
        "hold",
        "holding",
        "attend",
        "attending",
        "organize",
        "host",
        "hosting",
        "convene",
        "addressing",
        "chairing",
    }
)


def left_edge(scene: Scene, line: Line, head: int) -> int:
    """The item with which the phrase begins whose head is at `head`: its article, where it has one."""
    items, words = line.items, scene.words
    first = head
    while first > 0 and head - first < _LEFT:
        item = items[first - 1]
        if item.word in words.determiners or item.word == "another":
            return first - 1
        if item.kind == "X" and item.text not in _INNER_SIGNS:
            break
        if item.kind == "W" and (
            (item.word in words.prepositions and item.word not in ("'s", "’s"))
            or item.word in words.auxiliaries or item.word in words.finite or item.word in _BEFORE_A_PHRASE
        ):  # fmt: skip
            break
        if item.kind == "D" and first == head and item.date is not None and item.date.span.precision == "day":
            break
        first -= 1
    return first


def right_edge(scene: Scene, line: Line, last: int) -> int:
    """The last item of the phrase whose head ends at `last`: its complements belong to it."""
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
