"""How a change of post is said: the words between a person and a role, or the verb before a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from chancery.reader.grammar.items import Item
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange

# Plain copulas say nothing of a change when a stronger word stands beside them.
_PASSIVE = frozenset({"was", "were", "been", "is", "are", "be", "being"})
_MODALS = frozenset({"may", "might", "could", "should", "would", "not", "never", "neither", "if", "whether"})
_REFUSALS = frozenset(
    {"refused", "declined", "denied", "rejected", "failed", "unsuccessfully", "cannot", "didn’t", "didn't"}
)


def doubts() -> frozenset[str]:
    """Words between a person and a role that deny the post, or only suppose it."""
    return _MODALS | _REFUSALS


def change_between(items: Sequence[Item]) -> PostChange | None:
    """The change that the items between a person and a role tell of; None where they do not tie the two.

    The first entry of `posts.yaml` with a word among them decides; a word that no entry knows breaks the tie, and so
    does a denial or a supposition.
    """
    between = _passive()[1]
    words = [item.word for item in items if item.kind not in ("D", "H", "R")]
    if not words or any(word in _MODALS for word in words):
        return None
    if any(item.kind in ("P", "T") for item in items):
        return None
    if any(word not in between for item, word in zip(items, words, strict=False) if item.kind == "W"):
        return None
    if any(word in ("replaced", "succeeded") for word in words) and any(word in _PASSIVE for word in words):
        return "former"  # "was replaced as chairman by Y"
    return first_change(words)


def change_in(items: Sequence[Item]) -> PostChange | None:
    """The change that a whole clause tells of, whatever else stands in it ("The following were elected:")."""
    change = first_change([item.word for item in items])
    return None if change in ("holds", "former") else change


def first_change(words: Sequence[str]) -> PostChange | None:
    """The change of the first entry of `posts.yaml` that has a word, or a phrase, among the words."""
    said = f" {' '.join(words)} "
    for change, triggers in _padded():
        for trigger in triggers:
            if trigger in said:
                return change
    return None


def change_before(word: str) -> PostChange | None:
    """The change that a verb before a person tells of ("elected" in "they elected X chairman")."""
    return _active().get(word)


@cache
def _passive() -> tuple[tuple[tuple[PostChange, frozenset[str]], ...], frozenset[str]]:
    lists: dict[str, Any] = word_list("en", "posts")
    passive = tuple((entry["change"], frozenset(entry["words"])) for entry in lists["passive"])
    triggers = frozenset(word for _, words in passive for word in words)
    return passive, triggers | frozenset(lists["between"])


@cache
def _padded() -> tuple[tuple[PostChange, tuple[str, ...]], ...]:
    """The triggers of each change with a blank on either side, to be found among words joined by blanks."""
    return tuple((change, tuple(f" {trigger} " for trigger in sorted(triggers))) for change, triggers in _passive()[0])


@cache
def _active() -> dict[str, PostChange]:
    return {word: entry["change"] for entry in word_list("en", "posts")["active"] for word in entry["words"]}
