"""One word of a name with all that it is compared by."""

from __future__ import annotations

from functools import cache
from typing import Final

from chancery.register.matching.spelling import consonants, sounds
from chancery.register.matching.tables import table

Likeness = tuple[float, str, str]  # from 0 to 1; the code of the finding; what it says of these words

# Measured with tracemalloc over 20,000 made-up surnames and 200,000 pairs of them, of which most are unlike.
_REMEMBERED: Final = 2_000_000  # pairs of words whose likeness is kept, some 80 bytes each
_MOST_WORDS: Final = 1_000_000  # words that are kept, some 1,100 bytes each with their sounds

# Letters that schemes write for one initial: Yuri, Iuri, Juri; Yevgeny, Evgeny; Karl, Carl; Wladimir, Vladimir.
_INITIALS: Final = {
    letter: frozenset("".join(group for group in ("ijy", "ey", "ckq", "vw", "hk", "sz") if letter in group))
    for letter in "ijyeckqvwhsz"
}


class Word:
    """A word in lower-case Latin letters. One object per text, script and part, so that pairs can be remembered.

    `mass` is how much the word tells: 1 for a proper word, less for initials, patronymics, general words.
    """

    __slots__ = (
        "abjad", "country", "cut", "digits", "families", "general", "han", "letters", "like", "mass", "number",
        "patronymic", "said", "short", "skeleton", "sounds", "text",
    )  # fmt: skip

    def __init__(self, text: str, script: str, raw: str, mass: float) -> None:
        self.text = text
        self.said = text  # to a reader
        self.cut = raw.endswith(".") and 1 < len(text) < 6  # "Alex.", "Wm."
        self.mass = mass
        self.sounds = sounds(text)
        self.skeleton = consonants(text)
        self.letters = _INITIALS.get(text[0], frozenset(text[0]))
        self.abjad = script == "abjad"
        self.han = raw if script == "han" else ""
        self.number = text.isdecimal()
        self.digits = self.number or any(letter.isdecimal() for letter in text)
        self.families: frozenset[int] = frozenset()
        self.short = False
        self.patronymic = False
        self.general = False
        self.country = False
        self.like: dict[Word, Likeness] = {}

    def __repr__(self) -> str:
        return f"Word({self.text!r})"


class Memory:
    """Words that were made, and how many likenesses are kept with them; past its bounds it forgets everything."""

    def __init__(self) -> None:
        self.words: dict[tuple[str, str, str, str], Word] = {}
        self.likenesses = 0

    def word(self, part: str, text: str, script: str, raw: str, mass: float) -> Word:
        """The word of this part ("given name", "general word" …), made if it is new."""
        key = (
            part + "." if raw.endswith(".") and len(text) < 6 else part,
            text,
            script if script in ("abjad", "han") else "",
            raw if script == "han" else "",
        )
        word = self.words.get(key)
        if word is None:
            if len(self.words) >= _MOST_WORDS:
                self.forget()
            word = self.words[key] = Word(text, script, raw, mass)
        return word

    def remembered(self) -> None:
        """Count a likeness that is kept with its words; too many, and all are forgotten."""
        self.likenesses += 1
        if self.likenesses > _REMEMBERED:
            self.forget()

    def forget(self) -> None:
        """Forget all words and likenesses. Names taken apart before keep their words, and stay comparable."""
        for word in self.words.values():
            word.like.clear()
        self.words.clear()
        self.likenesses = 0


MEMORY: Final = Memory()


def person_word(text: str, raw: str, script: str, *, patronymic: bool = False) -> Word:
    """The word of a person's name; an initial and a patronymic tell less than a name."""
    initial = len(text) == 1 and script != "han"
    word = MEMORY.word(
        "patronymic" if patronymic else "person", text, script, raw, 0.4 if initial else 0.6 if patronymic else 1.0
    )
    if not word.families and not initial:
        word.patronymic = patronymic
        spelt = {text, *word.sounds} if len(text) > 3 else {text}
        known, short = _families()
        word.families = frozenset().union(*(known.get(form, frozenset()) for form in spelt))
        word.short = text in short
    return word


@cache
def _families() -> tuple[dict[str, frozenset[int]], frozenset[str]]:
    """The families that a given name belongs to, by its spelling and its sounds, and the names that are short forms."""
    found: dict[str, set[int]] = {}
    short: set[str] = set()
    for number, family in enumerate(table("given_names")):
        pet = family.get("short", "").split()
        for name in (*family["forms"].split(), *pet):
            for form in (name, *(sounds(name) if len(name) > 3 else ())):
                found.setdefault(form, set()).add(number)
        short.update(pet)
    return {name: frozenset(numbers) for name, numbers in found.items()}, frozenset(short)
