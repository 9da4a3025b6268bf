"""A person's name taken apart: forms of address, particles and suffixes off; surname, patronymic and initials known."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from chancery.register.matching.analysed import Name
from chancery.register.matching.spelling import Spelt, clean, spelt, undotted
from chancery.register.matching.tables import table
from chancery.register.matching.words import person_word

_ASIDE = regex.compile(r"[(\[\"“«„][^)\]\"”»“]{1,60}[)\]\"”»“]")  # a nickname or a maiden name
_PATRONYMIC = regex.compile(r"(?:[oe]vi(?:ch|c|tch|tsch)|[oey]vna|ichna|ovych|iyovych|[oe]wi(?:tsch|cz)|owna|ewna)$")
_MOST_WORDS = 24


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(table("person_words")[name].split())


@cache
def _suffixes() -> dict[str, str]:
    return {word: suffix for suffix, words in table("person_words")["suffixes"].items() for word in words.split()}


@lru_cache(maxsize=262144)
def person_name(name: str) -> Name:
    """The name of a person, taken apart."""
    text = clean(name)
    bare = _ASIDE.sub(" ", text)
    parts = [spelt(undotted(part)) for part in (bare if len(spelt(bare)) > 1 else text).split(",", 1)]
    words = [word for part in parts for word in part][:_MOST_WORDS]
    suffix = ""
    while len(words) > 2 and words[-1][0] in _suffixes():
        suffix = _suffixes()[words.pop()[0]]
    genealogical = any(word[0] in _list("genealogical") for word in words)
    words = _without(words, _list("honorifics"))
    words = _without(_joined_arabic(words), _list("particles"))
    slavic = len(words) > 2
    found = Name(
        tuple(
            person_word(*word, patronymic=slavic and place > 0 and bool(_PATRONYMIC.search(word[0])))
            for place, word in enumerate(_split_initials(words))
        )
    )
    found.suffix = suffix
    found.comma = len(parts) == 2 and bool(parts[0]) and bool(parts[1])
    found.genealogical = genealogical
    return found


def _without(words: list[Spelt], out: frozenset[str]) -> list[Spelt]:
    kept = [word for word in words if word[0] not in out]
    return kept or words


def _joined_arabic(words: list[Spelt]) -> list[Spelt]:
    """ "Abd al-Aziz" and "Abdul Aziz" are one word, "Abdulaziz"; "Saif al-Din" is "Saifuddin"."""
    joined: list[Spelt] = []
    for place, word in enumerate(words):
        last = joined[-1] if joined else None
        if last and last[0] in ("abdul", "abdal") and word[0] not in ("allah",):
            if word[0] in ("al", "el", "ul", "ar", "as", "ur", "us", "ul"):
                continue
            joined[-1] = ("abdul" + word[0], last[1] + word[1], word[2])
        elif word[0] in ("abd", "abdul", "abdel", "abdal", "abdoul", "abdur", "abdus") and place + 1 < len(words):
            joined.append(("abdul", word[1], word[2]))
        else:
            joined.append(word)
    return joined


def _split_initials(words: list[Spelt]) -> list[Spelt]:
    """ "JC" of two capitals beside longer words are two initials."""
    split: list[Spelt] = []
    for word in words:
        upper = len(word[1]) in (2, 3) and word[1].isupper() and word[2] == "latin"
        if upper and not any(other[1].isupper() and len(other[1]) > 3 for other in words) and len(words) > 1:
            split += [(letter, letter, "latin") for letter in word[0]]
        else:
            split.append(word)
    return split
