"""Blocking keys: two names that share one are worth comparing.

A key is made of consonants in coarse classes (`spelling.consonants`): spelling, script and vowels do not matter.
Words that many bodies bear are no key by themselves.

- `f`: all words of the name. `j`: its letters as a whole, for words cut otherwise.
- `p`: one word, and the first letter of another: for words left out, initials and a slip in the other word.
- `d`: the longest word with one consonant missing, and a letter of another word: for a slip in that word.
- `r`: a reading as Korean or Chinese syllables.
- `a`: an acronym, of the name or that it is.
- `n`: general words, countries and numbers alone, of a name that has nothing else.
- `1`: the word of a name of one word.
- `e`: the name as it is compared for being equal, so that equal names always meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from chancery.register.matching.analysed import Name
from chancery.register.matching.comparing import alternatives, analyse
from chancery.register.matching.spelling import consonants
from chancery.register.matching.tables import table
from chancery.register.matching.words import Word
from chancery.register.names import folded_name
from chancery.terms.claims import EntityType

_MOST_WORDS: Final = 5  # whose pairs are keys; of a longer name, the longest words
_LEAST: Final = 4  # consonants of a word from which one may be missing


def name_keys(name: str, kind: EntityType) -> frozenset[str]:
    """The keys under which a name is looked for, ten or so; none for a name without letters."""
    keys: set[str] = set()
    for form in alternatives(name, kind):
        found = analyse(form, kind)
        if found.words:
            keys |= _person_keys(found) if kind == "person" else _body_keys(found)
    if keys:
        keys.add("e:" + " ".join(folded_name(name, kind)))
    return frozenset(keys)


def _person_keys(name: Name) -> set[str]:
    words = [word for word in name.words if len(word.text) > 1] or list(name.words)
    keys = {"f:" + " ".join(sorted(_skeleton(word) for word in name.words)), "j:" + consonants(name.joined)}
    keys.update("r:" + "-".join(reading) for reading in name.readings)
    if len(name.words) == 1:
        keys.add("1:" + _skeleton(words[0]))
        return keys
    longest = max(words, key=lambda word: (len(word.skeleton), word.text))
    for word in _weightiest(words):
        for other in name.words:
            if other is not word:
                for letter in _letters(other):
                    keys.add(f"p:{_skeleton(word)} {letter}")
                    if word is longest:
                        keys.update(f"d:{short} {letter}" for short in _with_one_missing(word.skeleton))
    return keys


def _body_keys(name: Name) -> set[str]:
    proper = [word for word in name.words if not word.general and not word.country and not word.number]
    rest = [word for word in name.words if word not in proper]
    keys = {"f:" + " ".join(sorted(_skeleton(word) for word in name.words)), "j:" + consonants(name.joined)}
    if not proper:
        keys.add("n:" + " ".join(sorted(word.text for word in rest)))
    elif len(proper) == 1:
        keys.add("1:" + _skeleton(proper[0]))
        keys.update("d:" + short for short in _with_one_missing(proper[0].skeleton))
    longest = max(proper, key=lambda word: (len(word.skeleton), word.text)) if proper else None
    for word in _weightiest(proper):
        for other in name.words:
            if other is not word:
                keys.add(f"p:{_skeleton(word)} {_skeleton(other)[:2]}")
                if word is longest:
                    keys.update(f"d:{short} {other.text[0]}" for short in _with_one_missing(word.skeleton))
    if name.acronym:
        keys.add("a:" + name.acronym)
    if len(name.words) > 1:
        keys.update("a:" + letters for letters in name.initials if 2 < len(letters) < 11)
    return keys


def _weightiest(words: Sequence[Word]) -> list[Word]:
    return sorted(words, key=lambda word: (-len(word.text), word.text))[:_MOST_WORDS]


def _skeleton(word: Word) -> str:
    """The word's consonants; of a word that has hardly any, its letters too: "io" and "aya" are not one."""
    return word.skeleton if len(word.skeleton) > 1 else f"{word.skeleton}={word.text[:3]}"


def _letters(word: Word) -> set[str]:
    """The first letters that the word or another form of this given name may begin with, in coarse classes."""
    first = _families_first()
    return {_class(word.text), *(first[family] for family in word.families)}


@cache
def _families_first() -> tuple[str, ...]:
    return tuple(_class(family["forms"]) for family in table("given_names"))


def _class(text: str) -> str:
    return "a" if text[0] in "aeiouyj" else consonants(text[:1]) or text[0]


def _with_one_missing(skeleton: str) -> set[str]:
    if not _LEAST <= len(skeleton) <= 12:
        return {skeleton} if len(skeleton) == _LEAST - 1 else set()
    return {skeleton, *(skeleton[:place] + skeleton[place + 1 :] for place in range(len(skeleton)))}
