"""One word of a name with all that it is compared by, and how like two words are."""

from __future__ import annotations

from functools import cache
from typing import ClassVar, Final

from rapidfuzz.distance import OSA

from chancery.register.matching.spelling import consonants, sounds
from chancery.register.matching.tables import table

Likeness = tuple[float, str, str]  # from 0 to 1; the code of the finding; what it says of these words

UNLIKE: Final[Likeness] = (0.0, "", "")
_SAME: Final[Likeness] = (1.0, "same", "")
ALIKE = 0.7  # words less alike are taken for different ones
_REMEMBERED = 2_000_000  # pairs of words whose likeness is kept; some 200 bytes each


class Word:
    """A word in lower-case Latin letters. One object per text, script and kind, so that pairs can be remembered."""

    __slots__ = ("abjad", "country", "families", "generic", "han", "like", "mass", "number", "patronymic", "short",
                 "skeleton", "sounds", "text")  # fmt: skip

    def __init__(self, text: str, script: str, raw: str, mass: float) -> None:
        self.text = text
        self.sounds = sounds(text)
        self.skeleton = consonants(text)
        self.abjad = script == "abjad"
        self.han = raw if script == "han" else ""
        self.number = text.isdecimal()
        self.mass = mass
        self.families: frozenset[int] = frozenset()
        self.short = False
        self.patronymic = False
        self.generic = False
        self.country = False
        self.like: dict[Word, Likeness] = {}

    def __repr__(self) -> str:
        return f"Word({self.text!r})"


class _Memory:
    """How many likenesses are remembered, over all words; past the bound, all are forgotten."""

    count: ClassVar[int] = 0
    words: ClassVar[dict[tuple[str, ...], Word]] = {}


def forget() -> None:
    """Forget all words and likenesses. Names analysed before keep theirs."""
    for word in _Memory.words.values():
        word.like.clear()
    _Memory.words.clear()
    _Memory.count = 0


def person_word(text: str, script: str, raw: str, *, patronymic: bool = False) -> Word:
    """The word of a person's name; initials weigh less than words, patronymics are often left out."""
    key = ("person", text, script, raw if script == "han" else "", "p" if patronymic else "")
    word = _Memory.words.get(key)
    if word is None:
        word = Word(text, script, raw, 0.4 if len(text) == 1 else 0.5 if patronymic else 1.0)
        word.patronymic = patronymic
        families = _families()
        for sound in (text, *(() if len(text) == 1 else word.sounds)):
            word.families |= families[0].get(sound, frozenset())
        word.short = text in families[1]
        _Memory.words[key] = word
    return word


@cache
def _families() -> tuple[dict[str, frozenset[int]], frozenset[str]]:
    """The families that a given name belongs to, and which names are short forms."""
    found: dict[str, set[int]] = {}
    short = set()
    for number, family in enumerate(table("given_names")):
        for name in (family["forms"] + " " + family.get("short", "")).split():
            found.setdefault(name, set()).add(number)
        short |= set(family.get("short", "").split())
    return {name: frozenset(numbers) for name, numbers in found.items()}, frozenset(short)


def likeness(a: Word, b: Word) -> Likeness:
    """How like two words are, remembered."""
    found = a.like.get(b)
    if found is None:
        found = _likeness(a, b)
        a.like[b] = b.like[a] = found
        _Memory.count += 1
        if _Memory.count > _REMEMBERED:
            forget()
    return found


def _likeness(a: Word, b: Word) -> Likeness:
    if a.han and b.han and a.han != b.han:
        return UNLIKE
    if a.text == b.text:
        return _SAME
    if a.number or b.number:
        return UNLIKE
    if len(a.text) == 1 or len(b.text) == 1:
        return _initials(a, b)
    said = f"{min(a.text, b.text)}/{max(a.text, b.text)}"
    if a.sounds & b.sounds:
        return (0.97, "transliteration", f"transliteration: {said}")
    if a.families and b.families:
        if a.families & b.families:
            if a.short or b.short:
                return (0.9, "diminutive", f"diminutive: {said}")
            return (0.93, "equivalent", f"one given name in two languages: {said}")
        return UNLIKE
    if a.abjad or b.abjad:
        value = 0.95 * OSA.normalized_similarity(a.skeleton, b.skeleton)
        return (value, "transliteration", f"transliteration: {said}") if value > ALIKE else UNLIKE
    if min(len(a.text), len(b.text)) < 3:
        return UNLIKE
    value = OSA.normalized_similarity(a.text, b.text)
    for one in a.sounds:
        for other in b.sounds:
            value = max(value, 0.98 * OSA.normalized_similarity(one, other))
    if len(a.skeleton) > 2 and a.skeleton == b.skeleton:
        value = max(value, 0.6 + 0.35 * value)
    return (value, "spelling", f"spelt otherwise: {said}") if value > ALIKE else UNLIKE


def _initials(a: Word, b: Word) -> Likeness:
    first, other = ({word.text[0], *(sound[0].lower() for sound in word.sounds)} for word in (a, b))
    if not first & other or len(a.text) == len(b.text):
        return UNLIKE
    return (0.8, "initials agree", f"initials agree: {min(a.text, b.text, key=len)}./{max(a.text, b.text, key=len)}")
