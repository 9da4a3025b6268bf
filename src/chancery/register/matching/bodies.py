"""The name of a body or a place taken apart: its legal form off; numbers, countries and general words known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from rapidfuzz import process
from rapidfuzz.distance import OSA

from chancery.register.matching.analysed import Name
from chancery.register.matching.body_words import (
    WordLists,
    body_lists,
    forms_anywhere,
    legal_forms,
    long_forms,
    number_words,
    place_lists,
)
from chancery.register.matching.spelling import Spelt, clean, spelt, undotted
from chancery.register.matching.tables import table
from chancery.register.matching.words import MEMORY, Word

MOST_WORDS = 32  # of a name; the rest of a longer one is not looked at
_LONGEST_PHRASE = 7  # words of a legal form
_LONGEST_COUNTRY = 7  # words of a country's formal name
_FUSED = regex.compile(r"^(\p{L}{3,}\p{Ll})(AG|GmbH|SA|SE|NV|BV|AB|AS|LLC|Inc|Ltd|OOO|OAO|PLC)$")
_ASIDE = regex.compile(r"\(\s*(\p{Lu}{2,10})\s*\)")
_POSSESSIVE = regex.compile(r"(?<=\p{L}{3})['’]s\b")

Part = tuple[str, Spelt]  # "name", "general", "country", "number"; the word


@lru_cache(maxsize=262144)
def body_name(name: str) -> Name:
    """The name of a body, taken apart."""
    return _taken_apart(name, body_lists())


@lru_cache(maxsize=262144)
def place_name(name: str) -> Name:
    """The name of a place, taken apart."""
    return _taken_apart(name, place_lists())


def _taken_apart(name: str, lists: WordLists) -> Name:
    text = clean(str(_POSSESSIVE.sub("", name[:2000])))
    aside = _ASIDE.search(text)
    if aside and len(spelt(text)) > 2:
        text = text.replace(aside.group(), " ")
    words = list(_unfused(spelt(undotted(text))))[:MOST_WORDS]
    forms: set[str] = set()
    if lists.forms:
        words, forms = _without_forms(words)
    counted = _numbered(words)
    parts = _parts(counted, lists)
    found = Name(tuple(_word(*part) for part in parts))
    found.numbers = frozenset(word.text for word in found.words if word.number)
    found.forms = frozenset(forms)
    found.countries = frozenset(word.text for word in found.words if word.country)
    found.initials = _possible_acronyms(words, parts)
    if len(found.words) == 1 and words and words[0][1].isupper() and 2 <= len(words[0][1]) <= 10:
        found.acronym = words[0][0]
    if aside:
        found.initials |= {str(aside.group(1)).casefold()}
    return found


def _unfused(words: Sequence[Spelt]) -> Iterator[Spelt]:
    for word in words:
        fused = _FUSED.match(word[1])
        if fused:
            first, last = fused.groups()
            yield (first.casefold(), first, word[2]) if first.isascii() else word
            yield (last.casefold(), last, "latin")
        else:
            yield word


def _without_forms(words: list[Spelt]) -> tuple[list[Spelt], set[str]]:
    """The words without the legal forms at either end, and long unambiguous ones anywhere, as long as words remain."""
    known = legal_forms()
    kinds: set[str] = set()
    left = words
    changed = True
    while changed:
        changed = False
        for size in range(min(_LONGEST_PHRASE, len(left) - 1), 0, -1):
            for rest, phrase in ((left[:-size], left[-size:]), (left[size:], left[:size])):
                kind = known.get(tuple(word[0] for word in phrase))
                if kind:
                    kinds.add(kind)
                    left, changed = rest, True
                    break
            if changed:
                break
    if not kinds and len(left) > 1:
        misspelt = process.extractOne(left[-1][0], long_forms(), scorer=OSA.normalized_similarity, score_cutoff=0.85)
        if misspelt:
            return _without_forms([*left[:-1], (misspelt[0], left[-1][1], "latin")])
    inside = [word for word in left if word[0] not in forms_anywhere()]
    if kinds != {"company"}:
        kinds.discard("company")
    return inside or left, kinds


def _numbered(words: list[Spelt]) -> list[Part]:
    """The words with numbers known: figures, number words, Roman numerals, single letters; "No." dropped."""
    known, tens = number_words(), table("numbers")["tens"].split()
    before, marks = table("numbers")["before"].split(), table("numbers")["marks"].split()
    counted: list[Part] = []
    for place, word in enumerate(words):
        text = word[0]
        follows = words[place + 1][0] if place + 1 < len(words) else ""
        number = text if text.isdecimal() else known.get(text)
        if len(text) == 1 and not text.isdecimal():
            counts = place and word[1].isupper() and (not follows or words[place - 1][0] in before)
            number = (number or text) if counts else None  # "Committee B" is numbered as "Committee 2" is
        if text in marks and (follows.isdecimal() or follows in known):
            continue
        if number is None:
            counted.append(("name", word))
            continue
        last = counted[-1] if counted else None
        if last and last[0] == "number" and words[place - 1][0] in tens and len(number) == 1 and number.isdecimal():
            counted[-1] = ("number", (str(int(last[1][0]) + int(number)), last[1][1] + word[1], "latin"))
        else:
            counted.append(("number", (number.lstrip("0") or "0", word[1], "latin")))
    return counted


def _parts(words: list[Part], lists: WordLists) -> list[Part]:
    """The words as they are compared: phrases as one, general words in one language, connectives dropped."""
    found: list[Part] = []
    place = 0
    while place < len(words):
        for size in range(min(_LONGEST_COUNTRY, len(words) - place), 0, -1):
            one = lists.phrases.get(tuple(word[1][0] for word in words[place : place + size]))
            text, raw, _ = words[place][1]
            if one and (size > 1 or len(text) > 2 or raw.isupper()):  # "US", but not "us"
                found.append(("country", (one, lists.written[one], "latin")))
                place += size
                break
        else:
            part, word = words[place]
            place += 1
            if part == "number":
                found.append((part, word))
            elif word[0] in lists.general or (len(word[0]) > 6 and lists.misspelt(word[0])):
                general = lists.general.get(word[0]) or lists.misspelt(word[0])
                found.append(("general", (general, word[1], "latin")))
            elif word[0] not in lists.connectives:
                found.append((part, word))
    return found or words


def _word(part: str, spelling: Spelt) -> Word:
    text, raw, script = spelling
    masses = {"general": 0.45, "country": 0.8, "number": 0.5}
    initial = len(text) == 1 and script != "han"
    word = MEMORY.word(part, text, script, raw, 0.4 if initial and part == "name" else masses.get(part, 1.0))
    word.general = part == "general"
    word.country = part == "country"
    word.number = part == "number"
    word.digits = word.digits or word.number  # a letter that is a number is no initial
    if word.country:
        word.said = raw
    return word


def _possible_acronyms(words: Sequence[Spelt], parts: Sequence[Part]) -> frozenset[str]:
    """The initials of the name, with and without its connectives: "WHO", "UNESCO"."""
    every = "".join(word[0][0] for word in words)
    main = "".join(word[0][0] for _, word in parts)
    longer = "".join(word[0][0] for word in words if len(word[0]) > 3)
    return frozenset(letters for letters in (every, main, longer) if len(letters) > 1)
