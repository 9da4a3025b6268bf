"""A person's name taken apart: forms of address, particles and suffixes off, patronymics and initials known."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from chancery.register.matching.analysed import Name
from chancery.register.matching.spelling import Spelt, clean, spelt, undotted
from chancery.register.matching.syllables import readings
from chancery.register.matching.tables import table
from chancery.register.matching.words import person_word

MOST_WORDS = 24  # of a name; the rest of a longer one is not looked at
_ASIDE = regex.compile(r"[(\[\"“«„][^)\]\"”»“]{1,60}[)\]\"”»“]")  # a nickname or a maiden name
_PATRONYMIC = regex.compile(r"(?:[oe]v?i(?:ch|c|tch|tsch)|[oey]vna|i(?:ch|sh)na|ovych|[oe]wi(?:tsch)|owna|ewna)$")
_HYPHENATED = regex.compile(r"\p{L}-\p{L}")
_SERVANT = regex.compile(r"^abd[aeou]+(?:l|r(?=r)|s(?=s)|n(?=n)|t(?=t)|z(?=z)|d(?=d))(?=..)")  # "servant of the …"
_FAITH = frozenset({"din", "deen", "dine", "eddin", "eddine", "uddin", "aldin", "addin"})


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(table("person_words")[name].split())


def particles() -> frozenset[str]:
    """Words inside names that are none themselves, folded: "von", "al"."""
    return _list("particles")


@cache
def _suffixes() -> dict[str, str]:
    return {word: suffix for suffix, words in table("person_words")["suffixes"].items() for word in words.split()}


@lru_cache(maxsize=262144)
def person_name(name: str) -> Name:
    """The name of a person, taken apart; given name before surname, where a comma tells."""
    text = clean(name)
    bare = str(_ASIDE.sub(" ", text))
    if len(spelt(bare)) < 2:
        bare = text
    before, _, after = bare.partition(",")
    surname, given = list(spelt(undotted(before))), list(spelt(undotted(after)))
    suffix, given = _suffix(given, least=0)
    ordered = [*given, *surname][:MOST_WORDS]
    if not suffix:
        suffix, ordered = _suffix(ordered, least=2)
    words = _plain(ordered)
    many = len(words) > 2
    found = Name(
        tuple(
            person_word(*word, patronymic=many and place > 0 and bool(_PATRONYMIC.search(word[0])))
            for place, word in enumerate(words)
        )
    )
    found.suffix = suffix
    found.comma = bool(given and surname)
    found.genealogical = any(word[0] in _list("genealogical") for word in ordered[1:-1])
    found.readings = readings([word.text for word in found.words], hyphenated=bool(_HYPHENATED.search(text)))
    return found


def _suffix(words: list[Spelt], *, least: int) -> tuple[str, list[Spelt]]:
    if len(words) > least and words[-1][0] in _suffixes() and not (words[-1][0] == "v" and words[-1][1] == "v"):
        return _suffixes()[words[-1][0]], words[:-1]
    return "", words


def _plain(words: list[Spelt]) -> list[Spelt]:
    """The words without forms of address and particles, Arabic compounds as one word."""
    named = _compounds(_without_address(words))
    kept = []
    for place, word in enumerate(named):
        inside = 0 < place < len(named) - 1
        if not (inside and word[0] in _list("particles")) and not (place and word[0] in _list("genealogical")):
            kept.append(word)
    capitals = [word[1] for word in named if word[1].isupper() and len(word[1]) > 1]
    return _initials(kept) if len(capitals) == 1 and len(capitals[0]) < 4 else kept  # not of "AL ALI, Omar"


def _without_address(words: list[Spelt]) -> list[Spelt]:
    named = [word for word in words if word[0] not in _list("anywhere")] or words
    while len(named) > 1 and _is_address(named[0]):
        named = named[1:]
    while len(named) > 1 and named[-1][0] in _list("after"):
        named = named[:-1]
    return named


def _is_address(word: Spelt) -> bool:
    return word[0] in _list("before") or (word[0] in _list("abbreviated") and word[1].endswith("."))


def _compounds(words: list[Spelt]) -> list[Spelt]:
    """ "Abd al-Aziz", "Abdul Aziz" and "Abdelaziz" are "abdulaziz"; "Saif al-Din" and "Saif-ud-Din" are "saifuddin"."""
    joined: list[Spelt] = []
    servant = False
    for word in words:
        text = word[0]
        if servant:
            if text in ("al", "el", "ul", "ar", "er", "ur", "as", "es", "us", "an", "en"):
                continue
            last = joined.pop()
            joined.append(("abdul" + text.removeprefix("l"), last[1] + word[1], word[2]))
            servant = False
        elif text in ("abd", "abdul", "abdel", "abdal", "abdoul", "abdur", "abdus", "abdu"):
            joined.append(("abdul", word[1], word[2]))
            servant = word is not words[-1]
        elif text in _FAITH and len(joined) > 1 and joined[-1][0] in ("al", "el", "ul", "ud", "ad", "ed"):
            joined.pop()
            last = joined.pop()
            joined.append((last[0] + "uddin", last[1] + word[1], word[2]))
        elif text in _FAITH and joined:
            last = joined.pop()
            joined.append((last[0] + "uddin", last[1] + word[1], word[2]))
        else:
            joined.append((str(_SERVANT.sub("abdul", text)), word[1], word[2]))
    return joined


def _initials(words: list[Spelt]) -> list[Spelt]:
    """ "JC" in capitals beside words that are not in capitals alone is two initials."""
    if len(words) < 2:
        return words
    split: list[Spelt] = []
    for word in words:
        if len(word[1]) in (2, 3) and word[1].isupper() and word[2] == "latin":
            split += [(letter, letter, "latin") for letter in word[0]]
        else:
            split.append(word)
    return split
