"""Whether a state acts in a document, and so is a body, or only locates something, and so is a place.

What its mentions stand beside gives features; `weights/states.yaml` weighs them (learned by `train/states.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from chancery.reader.features import title_words
from chancery.reader.naming.vocabulary import WORDS

Place = tuple[Sequence[str], int, int]
"""A sentence's words, and the half-open range of them that names the state."""


def acting_features(mentions: Iterable[Place], *, adjective_governs: bool) -> set[str]:
    """Features of one state in one document; `adjective_governs` where "its government" is named by its adjective."""
    kinds = Counter(surroundings(*mention) for mention in mentions)
    total = sum(kinds.values())
    found = {f"any {kind}" for kind in kinds}
    found |= {f"most {kind}" for kind, count in kinds.items() if 2 * count > total}
    found.add("once" if total == 1 else "twice or thrice" if total < 4 else "often")
    if adjective_governs:
        found.add("adjective governs")
    return found


def neighbours(words: Sequence[str], first: int, after: int) -> set[str]:
    """The two words on each side of a mention, in small letters, alone and together."""
    at = first - 1
    if at >= 0 and words[at].casefold() == "the":
        at -= 1
    before = words[at].casefold() if at >= 0 else "^"
    before2 = words[at - 1].casefold() if at > 0 else "^"
    behind, behind2 = islice((*(word.casefold() for word in words[after : after + 2]), "$", "$"), 2)
    found = {f"left {before}", f"left two {before2} {before}", f"right {behind}", f"right two {behind} {behind2}"}
    if behind in ("'s", "’s"):
        found.add(f"owns {behind2}")
    return found


def beside_adjective(words: Sequence[str], at: int) -> set[str]:
    """What the adjective of a state stands before: "Egyptian ambassador", "Egyptian Foreign Minister"."""
    behind = words[at + 1].casefold() if at + 1 < len(words) else "$"
    found = {f"adjective {behind}"}
    if behind in WORDS.governing:
        found.add("adjective of what governs")
    if any(word.casefold() in title_words("en") for word in words[at + 1 : at + 3]):
        found.add("adjective of an office")
    return found


def document_features(mentions: int, all_mentions: int, states: int, words: int) -> set[str]:
    """How much of a document a state takes up: its mentions among those of all its states, and the document's size."""
    return {
        f"mentions {min(mentions, 8)}", f"share {4 * mentions // max(1, all_mentions)}", f"states {min(states, 6)}",
        f"length {sum(words > size for size in (100, 200, 400, 800))}",
    }  # fmt: skip


def surroundings(words: Sequence[str], first: int, after: int) -> str:
    """What kind of place in a sentence the mention has."""
    at = first - 1
    if at >= 0 and words[at].casefold() == "the":
        at -= 1
    before = words[at].casefold() if at >= 0 else ""
    before2 = words[at - 1] if at > 0 else ""
    behind = words[after] if after < len(words) else ""
    low = behind.casefold()
    if before in WORDS.locative:
        return "within"
    if "between" in words[max(0, first - 8) : first]:
        return "between"
    if before == "(" and behind == ")":
        return "bracket"
    if behind in ("-", "–") or before in ("-", "–"):
        return "pair"
    if behind in ("'s", "’s", "'", "’"):
        return (
            "owner of rule" if any(w.casefold() in WORDS.governing for w in words[after + 1 : after + 4]) else "owner"
        )
    if low in WORDS.governing or low.rstrip("s") in title_words("en"):
        return "before ruler"
    if before == "of":
        ruled = before2.casefold() in WORDS.governing or before2.casefold() in title_words("en")
        return "of ruler" if ruled else "of"
    if before in ("to", "for"):
        return "to, of envoy" if any(w.casefold() in title_words("en") for w in words[max(0, at - 5) : at]) else before
    if before in WORDS.partners:
        return "partner"
    if before == "," and before2[:1].isupper() and (behind in (",", ".", ")", "on", "") or low == "and"):
        return "after city or in list"
    if (
        behind.islower()
        and low not in WORDS.no_verb
        and before in ("", ",", "that", "and", "but", ":", "#", "*", "“", '"')
    ):
        return "subject"
    if first == 0:
        return "begin"
    return "other"


_OF_CAPITALS = frozenset({"between", "pair", "subject"})


def is_headed(words: Sequence[str], first: int, after: int) -> bool:
    """Whether the place is named as what someone heads: "Mayor of Los Angeles", "Ohio Governor"."""
    at = first - 1
    if at > 1 and words[at].casefold() == "the":
        at -= 1
    behind = words[after] if after < len(words) else ""
    if at > 0 and words[at] == "of":
        return words[at - 1].casefold() in WORDS.mayors and words[at - 1][0].isupper()
    return behind in ("Governor", "Mayor", "Governors") and not (after + 1 < len(words) and words[after + 1] == "of")


def stands_for_state(mentions: Iterable[Place]) -> bool:
    """Whether a capital is named only as its government would be: "talks between Paris and Bonn"."""
    return all(surroundings(*mention) in _OF_CAPITALS for mention in mentions)
