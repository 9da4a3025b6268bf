"""One word of a name with all that it is compared by, and how like two words are."""

from __future__ import annotations

from functools import cache
from typing import Final

from rapidfuzz.distance import OSA

from chancery.register.matching.spelling import consonants, sounds
from chancery.register.matching.tables import table

Likeness = tuple[float, str, str]  # from 0 to 1; the code of the finding; what it says of these words

UNLIKE: Final[Likeness] = (0.0, "", "")
SAME: Final[Likeness] = (1.0, "same", "")
ALIKE: Final = 0.7
_REMEMBERED: Final = 2_000_000  # pairs of words whose likeness is kept, some 200 bytes each
_MOST_WORDS: Final = 1_000_000  # words that are kept, some 1,000 bytes each


# Letters that schemes write for one initial: Yuri, Iuri, Juri; Yevgeny, Evgeny; Karl, Carl; Wladimir, Vladimir.
_INITIALS: Final = {
    letter: frozenset("".join(group for group in ("ijy", "ey", "ckq", "vw", "hk", "sz") if letter in group))
    for letter in "ijyeckqvwhsz"
}
_OF_THE_OTHER_SEX: Final = (
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
    ("sky", "skaya"),
    ("ski", "ska"),
    ("skiy", "skaya"),
)


class Word:
    """A word in lower-case Latin letters. One object per text, script and part, so that pairs can be remembered.

    `mass` is how much the word tells: 1 for a proper word, less for initials, patronymics, general words.
    """

    __slots__ = (
        "abjad", "country", "cut", "digits", "families", "general", "han", "letters", "like", "mass", "number",
        "patronymic", "short", "skeleton", "sounds", "text",
    )  # fmt: skip

    def __init__(self, text: str, script: str, raw: str, mass: float) -> None:
        self.text = text
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


def likeness(a: Word, b: Word) -> Likeness:
    """How like two words are: remembered, and the same both ways."""
    found = a.like.get(b)
    if found is None:
        found = _likeness(a, b)
        a.like[b] = b.like[a] = found
        MEMORY.likenesses += 1
        if MEMORY.likenesses > _REMEMBERED:
            MEMORY.forget()
    return found


def _likeness(a: Word, b: Word) -> Likeness:
    if a.han and b.han and a.han != b.han:
        return UNLIKE if a.text != b.text else _characters(a, b)
    if a.text == b.text:
        return SAME
    if a.digits or b.digits:
        return UNLIKE
    if len(a.text) == 1 or len(b.text) == 1:
        return _initials(a, b)
    if (a.cut and b.text.startswith(a.text)) or (b.cut and a.text.startswith(b.text)):
        return (0.85, "initials agree", f"abbreviated: {min(a.text, b.text)}./{max(a.text, b.text)}")
    said = f"{min(a.text, b.text)}/{max(a.text, b.text)}"
    if a.sounds & b.sounds:
        return (0.98, "transliteration", f"transliteration: {said}")
    if a.families and b.families:
        return _given_names(a, b, said)
    if a.country or b.country or a.general != b.general:
        return UNLIKE
    if a.abjad and b.abjad:
        value = OSA.normalized_similarity(a.text, b.text)
        return (value, "spelling", f"spelt otherwise: {said}") if value > 0.75 else UNLIKE
    if a.abjad or b.abjad:
        value = 0.97 * OSA.normalized_similarity(a.skeleton, b.skeleton)
        return (value, "transliteration", f"transliteration: {said}") if value > ALIKE else UNLIKE
    if _is_other_sex(a.text, b.text):
        return (0.9, "form of the other sex", f"a man's and a woman's form: {said}")
    if _without_article(a.text) == _without_article(b.text):
        return (0.98, "transliteration", f"article written as part: {said}")
    return _spelling(a, b, said)


def _spelling(a: Word, b: Word, said: str) -> Likeness:
    """Words that may be one by a slip of the pen or of the ear."""
    if min(len(a.text), len(b.text)) < 4:
        return UNLIKE
    value = written = OSA.normalized_similarity(a.text, b.text)
    for one in a.sounds:
        for other in b.sounds:
            if OSA.distance(one, other, score_cutoff=1) == 1:
                value = max(value, min(written + 0.1, OSA.normalized_similarity(one, other)))
    if len(a.skeleton) > 2 and a.skeleton == b.skeleton:
        value = max(value, 0.55 + 0.42 * value)  # the vowels alone differ: Hussein, Husayn
    ending = _common_ending(a.text, b.text)
    if ending:  # "Jonsdottir" and "Tomasdottir" are no likelier one than "Jons" and "Tomas"
        value = min(value, OSA.normalized_similarity(a.text[:-ending], b.text[:-ending]) + 0.1)
    return (value, "spelling", f"spelt otherwise: {said}") if value > ALIKE else UNLIKE


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(table("person_words")["endings"].split(), key=len, reverse=True))


def _common_ending(one: str, other: str) -> int:
    """How many letters of an ending that many surnames have both words share; their stems have two letters at least."""
    for ending in _endings():
        if one.endswith(ending) and other.endswith(ending):
            return len(ending) if min(len(one), len(other)) > len(ending) + 1 else 0
    return 0


def _given_names(a: Word, b: Word, said: str) -> Likeness:
    if not a.families & b.families:
        return UNLIKE  # two names that are known to be two, however like: Daniel, Daniela
    if a.short or b.short:
        return (0.9, "diminutive", f"diminutive: {said}")
    if a.skeleton == b.skeleton or OSA.normalized_similarity(a.text, b.text) >= 0.6:
        return (0.97, "transliteration", f"spellings of one given name: {said}")
    return (0.92, "equivalent", f"one given name in two languages: {said}")


def _initials(a: Word, b: Word) -> Likeness:
    if len(a.text) == len(b.text) or not a.letters & b.letters:
        return UNLIKE
    short, long = sorted((a.text, b.text), key=len)
    return (0.8, "initials agree", f"initials agree: {short}./{long}")


@cache
def _simplified() -> dict[str, str]:
    plain: dict[str, str] = {}
    for full, short in table("han")["pairs"].split():
        plain.setdefault(full, short)
        plain[short] = plain[full]
    return plain


def _characters(a: Word, b: Word) -> Likeness:
    """Two characters of one reading: the same if one is the simplified form of the other."""
    plain = _simplified()
    return SAME if plain.get(a.han, a.han) == plain.get(b.han, b.han) else UNLIKE


def _is_other_sex(one: str, other: str) -> bool:
    """Whether two Slavic surnames differ as a man's and a woman's do."""
    for his, hers in _OF_THE_OTHER_SEX:
        for man, woman in ((one, other), (other, one)):
            stem = len(man) - len(his)
            if stem > 1 and man.endswith(his) and woman == man[:stem] + hers:
                return True
    return False


def _without_article(text: str) -> str:
    return text[2:] if len(text) > 5 and text[:2] in ("al", "el") else text
