"""How like two words of names are: the same, transliterated, forms of one given name, an initial, a slip of the pen."""

from __future__ import annotations

from functools import cache
from typing import Final

from rapidfuzz.distance import OSA

from chancery.register.matching.spelling import frame
from chancery.register.matching.tables import table
from chancery.register.matching.words import MEMORY, Likeness, Word

UNLIKE: Final[Likeness] = (0.0, "", "")
SAME: Final[Likeness] = (1.0, "same", "")
ALIKE: Final = 0.7  # words less alike are taken for different ones; 0.6 to 0.75 do as well in cross-validation
_OF_THE_OTHER_SEX: Final = (
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
    ("sky", "skaya"),
    ("ski", "ska"),
    ("skiy", "skaya"),
)


def likeness(a: Word, b: Word) -> Likeness:
    """How like two words are: remembered, and the same both ways."""
    found = a.like.get(b)
    if found is None:
        found = _likeness(a, b)
        a.like[b] = b.like[a] = found
        MEMORY.remembered()
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
    if len(a.skeleton) > 2 and a.skeleton == b.skeleton and frame(a.text) == frame(b.text):
        value = max(value, 0.55 + 0.42 * value)  # the vowels alone differ: Hussein, Husayn; not Persia, Prussia
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
