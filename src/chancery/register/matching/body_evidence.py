"""What speaks for and against two names of bodies, or of places, being of one."""

from __future__ import annotations

from collections.abc import Iterable

from chancery.register.matching.agreement import NOTHING, Evidence, note_words, two
from chancery.register.matching.analysed import Name
from chancery.register.matching.words import Word


def body_evidence(a: Name, b: Name) -> Evidence:
    """The findings on two names of bodies or of places, in amounts."""
    found: Evidence = []
    if a.acronym != b.acronym and (a.acronym in b.initials or b.acronym in a.initials):
        found.append(("acronym", 1.0, f"acronym: {two(a.acronym or a.key, b.acronym or b.key)}"))
    elif not _note_words(a, b, found):
        return NOTHING
    if a.forms and b.forms and a.forms.isdisjoint(b.forms) and "company" not in a.forms | b.forms:
        said = two(" ".join(sorted(a.forms)), " ".join(sorted(b.forms)))
        found.append(("legal form differs", 1.0, f"legal form differs: {said}"))
    return found


def _note_words(a: Name, b: Name, found: Evidence) -> bool:
    """Which words agree and which do not; False if none does."""
    agreed = note_words(a, b, found)
    if agreed is None:
        return False
    pairs, left_a, left_b = agreed
    if left_a or left_b:
        one, other = [a.words[i] for i in left_a], [b.words[j] for j in left_b]
        if all(a.words[i].general or a.words[i].country for i, _, _ in pairs):
            found.append(("general words only", 1.0, "only general words in common"))
        if one and other:
            _note_clash(one, other, found)
        else:
            _note_omission(one or other, found)
    return True


def _texts(words: Iterable[Word]) -> str:
    return " ".join([word.said for word in words])


def _note_clash(one: list[Word], other: list[Word], found: Evidence) -> None:
    """Each name has words that the other lacks: numbers, countries, proper words, or general ones."""
    for code, which in (("number differs", "number"), ("country differs", "country")):
        first, second = ([word for word in words if getattr(word, which)] for words in (one, other))
        if first and second:
            found.append((code, 1.0, f"{code}: {two(_texts(first), _texts(second))}"))
            one, other = [word for word in one if word not in first], [word for word in other if word not in second]
    if not one or not other:
        if one or other:
            _note_omission(one or other, found)
        return
    proper_one, proper_other = ([word for word in words if not word.general] for words in (one, other))
    if proper_one and proper_other:
        code, first, second = "different words", proper_one, proper_other
    else:
        code, first, second = "different general words", one, other
    amount = min(sum([word.mass for word in first]), sum([word.mass for word in second]), 2.0)
    found.append((code, amount, f"{code}: {two(_texts(first), _texts(second))}"))


def _note_omission(out: list[Word], found: Evidence) -> None:
    """One name has words more than the other: each kind of word tells otherwise."""
    for code, words in (
        ("words left out", [w for w in out if not w.general and not w.country and not w.number]),
        ("general words left out", [w for w in out if w.general]),
        ("country left out", [w for w in out if w.country]),
        ("number left out", [w for w in out if w.number]),
    ):
        if not words:
            continue
        amount = min(1.0, sum([word.mass for word in words]))
        if code == "number left out":  # the first of a series often bears no number yet
            amount = 0.25 if words[0].text == "1" else 1.0
        found.append((code, amount, f"in one name only: {_texts(words)}"))
