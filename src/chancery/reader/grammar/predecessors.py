"""Who had the post before: "X was elected President in place of Y"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from chancery.reader.grammar.items import Item
from chancery.reader.wordlists import word_list

# Changes by which a post gets a new holder.
FILLING = frozenset({"elected", "appointed", "nominated"})
_LONGEST = 4  # words of a phrase
_PASSIVE = frozenset({"was", "were", "been", "be", "is", "are", "by"})


def predecessor(items: Sequence[Item], people: Sequence[Item]) -> Item | None:
    """The person after the first phrase of replacing in the sentence; None if there is none or it is in the passive."""
    phrases, opening = _replacing()
    words = [item.word for item in items]
    for at, word in enumerate(words):
        if word.split(" ", 1)[0] not in opening:
            continue
        for size in range(_LONGEST, 0, -1):
            if " ".join(words[at : at + size]) in phrases:
                if at and words[at - 1] in _PASSIVE:
                    return None
                person = _person_at(items, at + size)
                return person if person is not None and all(person.ref != one.ref for one in people) else None
    return None


@cache
def _replacing() -> tuple[frozenset[str], frozenset[str]]:
    """The phrases, and the words that they begin with."""
    phrases = frozenset(word_list("en", "posts")["replacing"])
    return phrases, frozenset(phrase.split(" ", 1)[0] for phrase in phrases)


def _person_at(items: Sequence[Item], at: int) -> Item | None:
    while at < len(items) and items[at].kind in ("H", "R", "T"):
        at += 1
    return items[at] if at < len(items) and items[at].kind == "P" and items[at].ref is not None else None
