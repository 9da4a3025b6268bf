"""What speaks for and against two persons' names being of one person."""

from __future__ import annotations

from itertools import pairwise

from chancery.register.matching.agreement import NOTHING, Evidence, mass_of, note_words, two, words_at
from chancery.register.matching.alignment import Pair
from chancery.register.matching.analysed import Name

_SINGLE = 1.3  # mass below which a name is one word, with an initial at most


def person_evidence(a: Name, b: Name) -> Evidence:
    """The findings on two persons' names, in amounts."""
    found: Evidence = []
    if a.readings and a.key != b.key and not a.readings.isdisjoint(b.readings):
        found += [
            ("same words", 1.0, "same syllables"),
            ("more words", 1.0, "several words agree"),
            ("romanisation", 1.0, f"two romanisations: {two(a.key, b.key)}"),
        ]
    elif not _note_words(a, b, found):
        return NOTHING
    if a.suffix != b.suffix:
        _note_suffix(a.suffix, b.suffix, found)
    return found


def _note_words(a: Name, b: Name, found: Evidence) -> bool:
    """Which words agree and which do not, and in what order; False if none does."""
    agreed = note_words(a, b, found)
    if agreed is None:
        return False
    pairs, left_a, left_b = agreed
    if left_a and left_b:
        _note_clash(a, left_a, b, left_b, found)
    if left_a or left_b:
        _note_omission(a, left_a, b, left_b, found)
    if len(pairs) > 1:
        _note_order(a, b, pairs, found)
    return True


def _note_clash(a: Name, left_a: list[int], b: Name, left_b: list[int], found: Evidence) -> None:
    """Each name has words that the other lacks."""
    one, other = [a.words[i] for i in left_a], [b.words[j] for j in left_b]
    said = f"{words_at(a, left_a)}/{words_at(b, left_b)}"
    amount = min(mass_of(a, left_a), mass_of(b, left_b), 2.0)
    if all(w.patronymic for w in one) and all(w.patronymic for w in other):
        found.append(("different patronymic", 1.0, f"different patronymic: {said}"))
    elif len(one) == len(other) == 1 and (len(one[0].text) == 1 or len(other[0].text) == 1):
        found.append(("different initial", 1.0, f"different initial: {said}"))
    elif all(w.families for w in one) and all(w.families for w in other):
        found.append(("different given name", amount, f"different given name: {said}"))
    else:
        found.append(("different words", amount, f"different words: {said}"))


def _note_omission(a: Name, left_a: list[int], b: Name, left_b: list[int], found: Evidence) -> None:
    """One name has words more than the other."""
    out_a, out_b = mass_of(a, left_a), mass_of(b, left_b)
    extra = abs(out_a - out_b)
    shorter, longer = (a.mass, b.mass) if a.mass < b.mass else (b.mass, a.mass)
    if extra > 0.05:
        said = words_at(a, left_a) if out_a > out_b else words_at(b, left_b)
        found.append(("words left out", extra / longer, f"in one name only: {said}"))
    if shorter < _SINGLE and longer > shorter + 0.3:
        found.append(("one word only", 1.0, "one name is a single word"))


def _note_suffix(one: str, other: str, found: Evidence) -> None:
    if one and other:
        found.append(("suffix differs", 1.0, f"suffix differs: {two(one, other)}"))
    else:
        found.append(("suffix left out", 1.0, f"suffix in one name only: {one or other}"))


def _note_order(a: Name, b: Name, pairs: list[Pair], found: Evidence) -> None:
    """The words that agree stand in another order; that the surname stands first is the usual case."""
    places = [j for _, j, _ in sorted(pairs, key=lambda pair: pair[0])]
    turns = sum([1 for here, after in pairwise(places) if after < here])
    if not turns:
        return
    if a.genealogical and b.genealogical and not a.comma and not b.comma:
        found.append(("order of descent differs", 1.0, "father and son change places"))
    elif turns == 1 and places[-1] < places[0]:
        if not a.comma and not b.comma:
            found.append(("surname first", 1.0, "surname first in one name"))
    else:
        found.append(("order differs", 1.0, "words in another order"))
