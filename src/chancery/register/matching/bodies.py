"""The name of a body or a place taken apart: its legal form off; numbers, countries, general words known."""

from __future__ import annotations

from functools import lru_cache

from chancery.register.matching.analysed import Name
from chancery.register.matching.spelling import clean, spelt, undotted
from chancery.register.matching.words import Word, _Memory

_MOST_WORDS = 32


@lru_cache(maxsize=262144)
def body_name(name: str) -> Name:
    """The name of a body, taken apart."""
    words = spelt(undotted(clean(name)))[:_MOST_WORDS]
    found = Name(tuple(body_word(*word) for word in words))
    found.numbers = frozenset(word.text for word in found.words if word.number)
    return found


def body_word(text: str, script: str, raw: str) -> Word:
    key = ("body", text, script, raw if script == "han" else "")
    word = _Memory.words.get(key)
    if word is None:
        word = _Memory.words[key] = Word(text, script, raw, 1.0)
    return word
