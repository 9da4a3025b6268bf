"""Korean and Chinese names as their syllables, which all romanisations have in common.

"Gim Jeongeun", "Kim Jong-un" and "김정은" are read as one row of syllables; so are "Hsieh Chin-ping" and "Xie Jinping".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice, product

import regex

from chancery.register.matching.tables import table

Reading = tuple[str, ...]
_LONGEST_WORD = 14  # letters of a word that is cut into syllables; "Kwanghyeok" has ten
_MOST = 12  # readings of a name that are kept


def readings(words: Sequence[str], *, hyphenated: bool) -> frozenset[Reading]:
    """The ways to read a name of lower-case Latin words as Korean or Chinese, surname first; none for other names.

    `hyphenated`: whether the name is written as "Tse-tung" is, by which Wade-Giles is known.
    """
    if not 2 <= len(words) <= 4 or not all(2 <= len(word) <= _LONGEST_WORD or word in "iou" for word in words):
        return frozenset()
    found: set[Reading] = set()
    orders = [(words[0], words[1:]), (words[-1], words[:-1])]
    for surname, given in orders:
        found |= set(islice(_korean(surname, given), _MOST))
        found |= set(islice(_chinese(surname, given, hyphenated=hyphenated), _MOST))
    return frozenset(found)


def _korean(surname: str, given: Sequence[str]) -> list[Reading]:
    number = _korean_surnames().get(surname)
    if number is None:
        return []
    cut = [_korean_cuts(word) for word in given]
    rows = [sum(parts, ()) for parts in islice(product(*cut), _MOST)]
    return [("ko", number, *row) for row in rows if len(row) <= 2]


@cache
def _korean_surnames() -> dict[str, str]:
    return {name: str(number) for number, names in enumerate(table("korean")["surnames"]) for name in names.split()}


@cache
def _korean_syllable() -> tuple[regex.Pattern[str], tuple[dict[str, str], ...]]:
    classes = [
        {spelt: name for name, forms in table("korean")[part].items() for spelt in forms.split()}
        for part in ("initial_classes", "vowel_classes", "final_classes")
    ]
    first, vowel, last = ("|".join(sorted(forms, key=len, reverse=True)) for forms in classes)
    return regex.compile(f"({first})?({vowel})({last})?"), tuple(classes)


@lru_cache(maxsize=65536)
def _korean_cuts(word: str) -> tuple[Reading, ...]:
    """The ways to cut a word into at most two Korean syllables, each by its classes of sounds."""
    if len(word) > _LONGEST_WORD:
        return ()
    found = []
    for cut in range(len(word)):
        parts = (word[cut:],) if cut == 0 else (word[:cut], word[cut:])
        row = tuple(_korean_class(part) for part in parts)
        if all(row):
            found.append(row)
    return tuple(found)


def _korean_class(syllable: str) -> str:
    pattern, classes = _korean_syllable()
    match = pattern.fullmatch(syllable)
    if match is None:
        return ""
    return "-".join(forms[part] if part else "" for forms, part in zip(classes, match.groups(), strict=True))


@cache
def _pinyin() -> frozenset[str]:
    return frozenset(first + rest for first, rests in table("chinese")["syllables"].items() for rest in rests.split())


@cache
def _wade_giles() -> dict[str, frozenset[str]]:
    """The pinyin syllables that a Wade-Giles one without its marks may be."""
    rules = table("chinese")["wade_giles"]
    found: dict[str, set[str]] = {}
    for first, rests in table("chinese")["syllables"].items():
        for rest in rests.split():
            pinyin = first + rest
            spelt = rules["whole"].get(pinyin) or rules["initials"].get(first, first) + rules["finals"].get(rest, rest)
            found.setdefault(spelt, set()).add(pinyin)
            if spelt == "ssu":
                found.setdefault("szu", set()).add(pinyin)
    return {spelt: frozenset(pinyin) for spelt, pinyin in found.items()}


@cache
def _chinese_surnames() -> frozenset[str]:
    return frozenset(table("chinese")["surnames"].split())


def _chinese(surname: str, given: Sequence[str], *, hyphenated: bool) -> list[Reading]:
    found: list[Reading] = []
    if surname in _chinese_surnames():
        cuts = [_cuts(word, _pinyin()) for word in given]
        found += [("zh", surname, *sum(parts, ())) for parts in islice(product(*cuts), _MOST)]
    wade = _wade_giles()
    surnames = sorted(wade.get(surname, frozenset()) & _chinese_surnames())
    if surnames and (hyphenated or any(word not in _pinyin() for word in (surname, *given))):
        cuts = [_cuts(word, frozenset(wade)) for word in given]
        for parts in islice(product(*cuts), _MOST):
            row = sum(parts, ())
            found += [
                ("zh", name, *pinyin)
                for name in surnames
                for pinyin in islice(product(*(sorted(wade[syllable]) for syllable in row)), _MOST)
            ]
    return [reading for reading in found if len(reading) <= 4]


def _cuts(word: str, syllables: frozenset[str]) -> tuple[Reading, ...]:
    """The ways to cut a word into at most two of the syllables."""
    found = [
        (word[:cut], word[cut:]) for cut in range(1, len(word)) if word[:cut] in syllables and word[cut:] in syllables
    ]
    return ((word,), *found) if word in syllables else tuple(found)
