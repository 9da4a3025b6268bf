"""What names of all kinds are compared by: the words that agree, and letters that are only cut into words otherwise."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from chancery.register.matching.alignment import Pair, align, join
from chancery.register.matching.analysed import Name

Evidence = list[tuple[str, float, str]]  # code of the finding, its amount, what it says
WHOLE_ALIKE = 0.88  # of all letters of two names that are cut into words otherwise; one slip in eight letters passes
NOTHING: Evidence = [("nothing in common", 1.0, "no word in common")]


def two(one: str, other: str) -> str:
    """Two words beside each other, in an order that does not depend on which name is which."""
    return f"{one}/{other}" if one <= other else f"{other}/{one}"


def mass_of(name: Name, places: list[int]) -> float:
    """The mass of the words at these places."""
    words = name.words
    return sum([words[place].mass for place in places])


def words_at(name: Name, places: list[int]) -> str:
    """The words at these places, as a text."""
    words = name.words
    return " ".join([words[place].said for place in places])


def _note_pairs(a: Name, pairs: list[Pair], found: Evidence) -> float:
    """The mass of the paired words; what differs between the words of a pair goes to `found`."""
    matched = 0.0
    words = a.words
    initials: list[str] = []
    for i, _, (value, code, said) in pairs:
        matched += words[i].mass
        if code == "same":
            continue
        if code == "spelling":
            found.append((code, 1 - value, said))
        elif code == "initials agree":
            initials.append(said)
        else:
            found.append((code, 1.0, said))
    if initials:  # one leaves more doubt than several
        found.append(("initials agree", 1 / len(initials), initials[0] if len(initials) == 1 else "; ".join(initials)))
    return matched


def _note_agreement(a: Name, b: Name, matched: float, pairs: list[Pair], found: Evidence) -> None:
    """How much of the shorter name agrees, and how many proper words more than one do."""
    words = a.words
    shorter = a.mass if a.mass < b.mass else b.mass
    same = [words[i].said for i, _, like in pairs if like[1] == "same"]
    found.append(
        ("same words", min(1.0, matched / shorter), "same words: " + " ".join(same) if same else "words agree")
    )
    proper = sum([words[i].mass for i, _, _ in pairs if not words[i].general])
    if proper > 1:
        found.append(("more words", min(proper, 2.0) - 1, f"{len(pairs)} words agree"))


def note_words(a: Name, b: Name, found: Evidence) -> tuple[list[Pair], list[int], list[int]] | None:
    """What agrees goes to `found`: gives the pairs of words, and the places left over in each; None if nothing agrees.

    Of names that are the same letters as wholes nothing is left over.
    """
    pairs, left_a, left_b = align(a.words, b.words)
    if left_a and left_b:
        whole = _whole_agreement(a, b)
        if whole:
            found += whole
            return [], [], []
    matched = _note_pairs(a, pairs, found)
    if left_a and left_b:
        more, left_a, left_b = _note_joined(a, left_a, b, left_b, found)
        matched += more
    if not matched:
        return None
    _note_agreement(a, b, matched, pairs, found)
    return pairs, left_a, left_b


def _whole_agreement(a: Name, b: Name) -> Evidence | None:
    """The findings if the names are the same letters as wholes, cut into words otherwise; else nothing."""
    if len(a.words) == len(b.words) or abs(len(a.joined) - len(b.joined)) > 3 or len(a.joined) < 5:
        return None
    if a.numbers != b.numbers or a.countries != b.countries:
        return None
    value = OSA.normalized_similarity(a.joined, b.joined, score_cutoff=WHOLE_ALIKE)
    if not value:
        return None
    found: Evidence = [
        ("same words", 1.0, "same letters"),
        ("more words", 1.0, "several words agree"),
        ("words joined", 1.0, f"cut into words otherwise: {two(a.key, b.key)}"),
    ]
    if value < 1:
        found.append(("spelling", 1 - value, f"spelt otherwise: {two(a.joined, b.joined)}"))
    return found


def _note_joined(
    a: Name, left_a: list[int], b: Name, left_b: list[int], found: Evidence
) -> tuple[float, list[int], list[int]]:
    """Words left over that are the same letters cut otherwise: their mass, and what is left over then."""
    again = join(a.words, left_a, b.words, left_b)
    if not again:
        return 0.0, left_a, left_b
    letters, value, rest_a, rest_b = again
    found.append(("words joined", 1.0, f"cut into words otherwise: {letters}"))
    if value < 1:
        found.append(("spelling", 1 - value, f"spelt otherwise: {letters}"))
    matched = min(mass_of(a, left_a) - mass_of(a, rest_a), mass_of(b, left_b) - mass_of(b, rest_b))
    return matched, rest_a, rest_b
