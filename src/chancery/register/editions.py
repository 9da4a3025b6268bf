"""The number of an edition in a gathering's name: "5th", "Fifth", "twenty-first" and "XXI" are numbers of one kind."""

from __future__ import annotations

import re
from functools import cache

from chancery.register.names import folded_words, word_lists

Word = str | int  # a folded word of a name, or the number of an edition

_DIGITS = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def numbered_words(name: str) -> tuple[Word, ...]:
    """The words of a name as they are compared, its ordinals as numbers.

    "The Twenty-first General Assembly" and "21st General Assembly" both give (21, "general", "assembly"). Roman numbers
    count from two capitals on: "I" and "V" are words too.
    """
    found: list[Word] = []
    for raw in name.split():
        bare = raw.strip(".,;:()[]\"'“”‘’")
        if len(bare) > 1 and _ROMAN.fullmatch(bare):
            found.append(_roman(bare))
            continue
        found += folded_words(raw)
    return tuple(_joined(found))


def _joined(words: list[Word]) -> list[Word]:
    """Ordinals in words as numbers, those of two words joined."""
    out: list[Word] = []
    tens: int | None = None
    for word in words:
        number = _ordinal(word)
        if tens is not None and number is not None and number < 10:
            out[-1] = tens + number
        else:
            out.append(word if number is None else number)
        tens = _cardinal_tens().get(word) if isinstance(word, str) else None
    return out


def _ordinal(word: Word) -> int | None:
    if isinstance(word, int):
        return word
    match = _DIGITS.fullmatch(word)
    return int(match[1]) if match else _ordinals().get(word)


@cache
def _ordinals() -> dict[str, int]:
    lists = word_lists()
    units = {word: place + 1 for place, word in enumerate(lists["ordinal_units"])}
    return {word: (place + 1) * 10 for place, word in enumerate(lists["ordinal_tens"])} | units


@cache
def _cardinal_tens() -> dict[str, int]:
    return {word: (place + 1) * 10 for place, word in enumerate(word_lists()["cardinal_tens"])}


def _roman(numeral: str) -> int:
    values = [_VALUES[sign] for sign in numeral]
    return sum(-v if v < max(values[place:], default=0) else v for place, v in enumerate(values))


@cache
def _general() -> frozenset[str]:
    lists = word_lists()
    return frozenset((*lists["general_gathering_words"], *lists["general_body_words"]))


def is_general_word(word: Word) -> bool:
    """Whether the word says nothing of which gathering is meant, nor does its plural: "meeting", "talks"."""
    return isinstance(word, str) and (word in _general() or word.removesuffix("s") in _general() or word.isdecimal())


def is_telling(words: tuple[Word, ...]) -> bool:
    """Whether a name of these words can be of one gathering only: two words or numbers in it are not general.

    "Geneva Disarmament Conference" is, "Seventh Zenda Fair" and "5th plenary meeting of the 8th Central Committee" are;
    "fifth session", "official visit" and "Zenda meeting" are not.
    """
    return len([word for word in words if not is_general_word(word)]) > 1


def telling_words(name: str, people: frozenset[str] = frozenset()) -> frozenset[Word]:
    """The words by which a telling name is compared; none of one that is not. With one own word all of them count.

    `people` are words of people's names: "courtesy call on President Lopes" tells whom, and not which one.
    """
    words = tuple(word for word in numbered_words(name) if word not in people)
    if not is_telling(words):
        return frozenset()
    own = frozenset(word for word in words if not is_general_word(word))
    return own if sum(isinstance(word, str) for word in own) > 1 else frozenset(words) - {"of", "in", "at", "on"}


def edition_of(name: str) -> tuple[tuple[Word, ...], int] | None:
    """The series that a name belongs to and its number in it: its words without the first ordinal, and that.

    None where the name has no number.
    """
    words = numbered_words(name)
    place = next((place for place, word in enumerate(words) if isinstance(word, int)), None)
    if place is None:
        return None
    number = words[place]
    assert isinstance(number, int)
    rest = (*words[:place], *words[place + 1 :])
    return (rest, number) if rest else None
