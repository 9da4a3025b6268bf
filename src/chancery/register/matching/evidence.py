"""What speaks for and against two names being of one and the same: findings in amounts, before they are weighed."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from chancery.register.matching.alignment import Pair, align, join
from chancery.register.matching.analysed import Name

Evidence = list[tuple[str, float, str]]  # code, amount, words
_WHOLE_ALIKE = 0.88  # of all letters of two names that are cut into words otherwise


def person_evidence(a: Name, b: Name) -> Evidence:
    """The findings on two persons' names."""
    if a.readings and not a.readings.isdisjoint(b.readings) and a.key != b.key:
        return [
            ("same words", 1.0, "same syllables"),
            ("more words", 1.0, ""),
            ("romanisation", 1.0, _two(a.key, b.key)),
        ]
    pairs, left_a, left_b = align(a.words, b.words)
    found: Evidence = []
    matched = _matched(a, pairs, found)
    if (left_a or left_b) and _whole(a, b, pairs, left_a, left_b, found):
        return found
    if left_a and left_b:
        again = join(a.words, left_a, b.words, left_b)
        if again:
            matched += min(_mass(a, left_a) - _mass(a, again[2]), _mass(b, left_b) - _mass(b, again[3]))
            left_a, left_b = again[2], again[3]
            found.append(("words joined", 1.0, f"cut into words otherwise: {again[0]}"))
            if again[1] < 1:
                found.append(("spelling", 1 - again[1], f"spelt otherwise: {again[0]}"))
    if not matched:
        return [("nothing in common", 1.0, "no word in common")]
    _agreement(a, b, matched, pairs, found)
    if left_a and left_b:
        _clash(a, left_a, b, left_b, found)
    _omission(a, left_a, b, left_b, found)
    if a.suffix != b.suffix:
        if a.suffix and b.suffix:
            found.append(("suffix differs", 1.0, f"suffix differs: {_two(a.suffix, b.suffix)}"))
        else:
            found.append(("suffix left out", 1.0, f"suffix in one name only: {a.suffix or b.suffix}"))
    _order(a, b, pairs, found)
    return found


def body_evidence(a: Name, b: Name) -> Evidence:
    """The findings on two names of bodies or of places."""
    if a.acronym != b.acronym and (a.acronym in b.initials or b.acronym in a.initials):
        return [("acronym", 1.0, f"acronym: {a.acronym or b.acronym}")]
    pairs, left_a, left_b = align(a.words, b.words)
    found: Evidence = []
    matched = _matched(a, pairs, found)
    if (left_a or left_b) and _whole(a, b, pairs, left_a, left_b, found):
        return found
    if not matched:
        return [("nothing in common", 1.0, "no word in common")]
    _agreement(a, b, matched, pairs, found)
    if pairs and all(a.words[i].general or a.words[i].country for i, _, _ in pairs) and (left_a or left_b):
        found.append(("general words only", 1.0, "only general words in common"))
    if left_a and left_b:
        _body_clash(a, left_a, b, left_b, found)
    _body_omission(a, left_a, b, left_b, found)
    if a.forms and b.forms and a.forms.isdisjoint(b.forms) and "company" not in a.forms | b.forms:
        said = f"legal form differs: {_two(' '.join(sorted(a.forms)), ' '.join(sorted(b.forms)))}"
        found.append(("legal form differs", 1.0, said))
    return found


def _mass(name: Name, places: list[int]) -> float:
    return sum([name.words[place].mass for place in places])


def _two(one: str, other: str) -> str:
    return f"{one}/{other}" if one <= other else f"{other}/{one}"


def _matched(a: Name, pairs: list[Pair], found: Evidence) -> float:
    """The mass of the paired words; what differs between them goes to the findings."""
    matched = 0.0
    initials: list[str] = []
    for i, _, (value, code, said) in pairs:
        matched += a.words[i].mass
        if code == "spelling":
            found.append((code, 1 - value, said))
        elif code == "initials agree":
            initials.append(said)
        elif code != "same":
            found.append((code, 1.0, said))
    if initials:  # one leaves more doubt than several
        found.append(("initials agree", 1 / len(initials), initials[0] if len(initials) == 1 else "; ".join(initials)))
    return matched


def _agreement(a: Name, b: Name, matched: float, pairs: list[Pair], found: Evidence) -> None:
    shorter = a.mass if a.mass < b.mass else b.mass
    said = " ".join([a.words[i].text for i, _, like in pairs if like[1] == "same"])
    found.append(("same words", min(1.0, matched / shorter), f"same words: {said}" if said else "words agree"))
    proper = sum([a.words[i].mass for i, _, _ in pairs if not a.words[i].general])
    if proper > 1:
        found.append(("more words", min(proper, 2.0) - 1, f"{len(pairs)} words agree"))


def _whole(a: Name, b: Name, pairs: list[Pair], left_a: list[int], left_b: list[int], found: Evidence) -> bool:
    """Whether the names are the same letters as wholes, cut otherwise."""
    if (
        len(a.words) == len(b.words)
        or a.numbers != b.numbers
        or abs(len(a.joined) - len(b.joined)) > 3
        or len(a.joined) < 5
    ):
        return False
    value = OSA.normalized_similarity(a.joined, b.joined, score_cutoff=_WHOLE_ALIKE)
    if not value:
        return False
    found[:] = [
        ("same words", 1.0, "same letters"),
        ("more words", 1.0, ""),
        ("words joined", 1.0, "cut into words otherwise"),
    ]
    if value < 1:
        found.append(("spelling", 1 - value, f"spelt otherwise: {_two(a.joined, b.joined)}"))
    return True


def _clash(a: Name, left_a: list[int], b: Name, left_b: list[int], found: Evidence) -> None:
    """Words of each name that the other lacks."""
    one, other = [a.words[i] for i in left_a], [b.words[j] for j in left_b]
    said = f"{' '.join([w.text for w in one])}/{' '.join([w.text for w in other])}"
    out = min(sum([w.mass for w in one]), sum([w.mass for w in other]))
    if all([w.patronymic for w in one]) and all([w.patronymic for w in other]):
        found.append(("different patronymic", 1.0, f"different patronymic: {said}"))
    elif len(one) == len(other) == 1 and (len(one[0].text) == 1 or len(other[0].text) == 1):
        found.append(("different initial", 1.0, f"different initial: {said}"))
    elif all([w.families for w in one]) and all([w.families for w in other]):
        found.append(("different given name", min(out, 2.0), f"different given name: {said}"))
    else:
        found.append(("different words", min(out, 2.0), f"different words: {said}"))


def _omission(a: Name, left_a: list[int], b: Name, left_b: list[int], found: Evidence) -> None:
    out_a, out_b = sum([a.words[i].mass for i in left_a]), sum([b.words[j].mass for j in left_b])
    extra = abs(out_a - out_b)
    if extra > 0.05:
        said = " ".join([a.words[i].text for i in left_a] if out_a > out_b else [b.words[j].text for j in left_b])
        found.append(("words left out", extra / max(a.mass, b.mass), f"in one name only: {said}"))
    if min(a.mass, b.mass) < 1.3 and max(a.mass, b.mass) > min(a.mass, b.mass) + 0.3:
        found.append(("one word only", 1.0, "one name is a single word"))


def _order(a: Name, b: Name, pairs: list[Pair], found: Evidence) -> None:
    """Whether the words that agree stand in another order; a surname that stands first is the usual case."""
    if len(pairs) < 2:
        return
    places = [j for _, j, _ in sorted([pair[:2] + (0,) for pair in pairs])]
    turns = sum([1 for here, after in zip(places, places[1:], strict=False) if after < here])
    if not turns:
        return
    if a.genealogical and b.genealogical and not a.comma and not b.comma:
        found.append(("order of descent differs", 1.0, "father and son change places"))
    elif turns == 1 and places[-1] < places[0]:
        if not a.comma and not b.comma:
            found.append(("surname first", 1.0, "surname first in one name"))
    else:
        found.append(("order differs", 1.0, "words in another order"))


def _body_clash(a: Name, left_a: list[int], b: Name, left_b: list[int], found: Evidence) -> None:
    one, other = [a.words[i] for i in left_a], [b.words[j] for j in left_b]
    numbers = [{w.text for w in words if w.number} for words in (one, other)]
    if numbers[0] and numbers[1]:
        said = _two(" ".join(sorted(numbers[0])), " ".join(sorted(numbers[1])))
        found.append(("number differs", 1.0, f"number differs: {said}"))
    countries = [{w.text for w in words if w.country} for words in (one, other)]
    if countries[0] and countries[1]:
        said = _two(" ".join(sorted(countries[0])), " ".join(sorted(countries[1])))
        found.append(("country differs", 1.0, f"country differs: {said}"))
    for code, general in (("different words", False), ("different general words", True)):
        rest = [
            [w for w in words if not w.number and (not w.country or not (countries[0] and countries[1]))]
            for words in (one, other)
        ]
        proper = [[w for w in words if w.general == general or general] for words in rest]
        if general:
            if any(not w.general for w in rest[0]) and any(not w.general for w in rest[1]):
                continue
        if proper[0] and proper[1]:
            out = min(sum(w.mass for w in proper[0]), sum(w.mass for w in proper[1]))
            said = _two(" ".join(w.text for w in proper[0]), " ".join(w.text for w in proper[1]))
            found.append((code, min(out, 2.0), f"{code}: {said}"))


def _body_omission(a: Name, left_a: list[int], b: Name, left_b: list[int], found: Evidence) -> None:
    out_a, out_b = [a.words[i] for i in left_a], [b.words[j] for j in left_b]
    if out_a and out_b:
        return
    out = out_a or out_b
    if not out:
        return
    for code, words in (
        ("words left out", [w for w in out if not w.general and not w.country and not w.number]),
        ("general words left out", [w for w in out if w.general]),
        ("country left out", [w for w in out if w.country]),
        ("number left out", [w for w in out if w.number]),
    ):
        if not words:
            continue
        amount = min(1.0, sum([w.mass for w in words]))
        if code == "number left out":  # the first of a series often bears no number yet
            amount = 0.25 if words[0].text == "1" else 1.0
        found.append((code, amount, f"in one name only: {' '.join([w.text for w in words])}"))
