"""Roles as they are compared: "Chairwoman" and "chairman" are one role, "Deputy Secretary-General" is its own."""

from __future__ import annotations

from functools import lru_cache

from chancery.register.names import folded_words, word_lists

_KEPT_S = ("ss", "us", "is")  # "boss", "attaché emeritus", "Chancellor of the Basis": no plurals
_LEFT_OUT = frozenset({"a", "an", "acting", "interim", "former", "ex"})  # said by the claim's own fields


@lru_cache(maxsize=65536)
def folded_role(role: str) -> str:
    """The role as it is compared: words in lower case and the singular, joined by spaces.

    "Secretaries-General" and "the secretary general" both give "secretary general".
    """
    words = [_folded_word(word) for word in folded_words(role)]
    kept = [word for word in words if word not in _LEFT_OUT]
    return " ".join(kept or words)


def is_single_seat(role: str) -> bool:
    """Whether a folded role is held by one person at a time, as far as its words tell: a head, no deputy and no member.

    "secretary" alone may be many; "secretary general" and "general secretary" are one.
    """
    words = role.split()
    if "general" in words and "secretary" in words and not {"assistant", "deputy", "under", "vice"} & set(words):
        return True
    if "prime" in words and "minister" in words and not {"assistant", "deputy", "vice"} & set(words):
        return True
    return not set(words) & set(word_lists()["many_seated"])


def _folded_word(word: str) -> str:
    same: dict[str, str] = word_lists()["same_role_words"]
    if word in same:
        return same[word]
    single = word
    if word.endswith("ies") and len(word) > 4:
        single = word[:-3] + "y"
    elif word.endswith("s") and len(word) > 3 and not word.endswith(_KEPT_S):
        single = word[:-1]
    return same.get(single, single)
