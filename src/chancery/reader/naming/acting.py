"""Whether a state acts in a document, and so is a body, or only locates something, and so is a place.

What its mentions stand beside gives features; `weights/states.yaml` weighs them (learned by `train/states.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

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
