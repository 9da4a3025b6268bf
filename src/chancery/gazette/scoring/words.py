"""When two names, titles or roles are the same words: the yardstick that the scores stand on.

The rules are those of the gold's judge; `tests/gazette/test_scoring_against_judge.py` holds both to one table.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

# Words before a name that are no part of it: "the Council" is "Council", "Comrade X" is "X".
FORMS_OF_ADDRESS = frozenset((
    "the", "comrade", "comrades", "mr", "mrs", "ms", "dr", "sir", "prof", "professor", "president", "chairman",
    "respected",
))  # fmt: skip
# A Deputy Minister is no Minister: these words must stand in both roles or in neither.
QUALIFIERS = frozenset((
    "vice", "deputy", "acting", "interim", "assistant", "associate", "co", "former", "first", "second", "third",
    "candidate", "honorary", "under", "sub", "designate", "elect", "emeritus",
))  # fmt: skip
ROLE_NOISE = frozenset(("of", "the", "for", "and", "in", "on", "to", "a", "an", "board"))
ONE_ROLE = {"chairwoman": "chair", "chairman": "chair", "chairperson": "chair", "adviser": "advisor"}
CHIEF_EXECUTIVE = ["chief", "executive", "officer"]

SAME_NAME = 0.92  # two names as alike as this are spellings of one, if one is longer than `SHORT_NAME` characters
SHORT_NAME = 8
_SHARED_WORDS_WEIGHT = 0.9  # a name that holds all words of a shorter one is like it, but not as like as the same words


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in one case and one form, without signs; a capital Cyrillic es is taken for a C."""
    plain = unicodedata.normalize("NFKC", text).replace("\u0421", "C").casefold()
    return tuple("".join(c if c.isalnum() or c == "_" else " " for c in plain).split())


@lru_cache(maxsize=65536)
def bare_name(text: str) -> str:
    """A name's words without forms of address before it; a name of nothing else keeps its last one."""
    words = words_of(text)
    first = 0
    while first < len(words) - 1 and words[first] in FORMS_OF_ADDRESS:
        first += 1
    return " ".join(words[first:])


def likeness(one: str | None, other: str | None) -> float:
    """From 0 to 1: the share of words that two names have in common, or that of letters, whichever is more."""
    a, b = bare_name(one or ""), bare_name(other or "")
    if not a or not b:
        return 0.0
    words_a, words_b = set(a.split()), set(b.split())
    if words_a == words_b:
        return 1.0
    return max(_shared_words(words_a, words_b), SequenceMatcher(None, a, b).ratio())


def is_spelling_of(one: str, other: str) -> float:
    """The likeness of two bare names if it reaches `SAME_NAME`, else 0. Cheap for names that are nothing alike."""
    if set(one.split()) == set(other.split()):
        return 1.0
    matcher = SequenceMatcher(None, one, other)
    if matcher.real_quick_ratio() < SAME_NAME or matcher.quick_ratio() < SAME_NAME:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= SAME_NAME else 0.0


def _shared_words(one: set[str], other: set[str]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer * _SHARED_WORDS_WEIGHT if fewer > 1 else 0.0


@lru_cache(maxsize=65536)
def role_words(role: str) -> frozenset[str]:
    """What a role is about: without small words and plural endings, a chairwoman being a chair."""
    words: list[str] = []
    for word in words_of(role):
        words.append(ONE_ROLE.get(word, word))
        if words[-3:] == CHIEF_EXECUTIVE:
            words[-3:] = ["ceo"]
    return frozenset(w[:-1] if len(w) > 4 and w.endswith("s") else w for w in words) - ROLE_NOISE


def role_likeness(gold: str | None, system: str | None) -> float:
    """0 for another role; 1 for the same words; between 0.5 and 1 where one is the shorter form of the other."""
    wanted, given = role_words(gold or ""), role_words(system or "")
    shared = wanted & given
    if not shared or wanted & QUALIFIERS != given & QUALIFIERS:
        return 0.0
    if wanted == given:
        return 1.0
    overlap = len(shared) / max(len(wanted), len(given))
    if shared in (wanted, given):
        return 0.6 + 0.4 * overlap
    return overlap if overlap >= 0.5 else 0.0
