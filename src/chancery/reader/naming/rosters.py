"""Bodies in a roster of people: "* Ann Hart, Seedline" below "* Jan Berg, University of Oslo"."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_BULLETS = frozenset("*•-–·●")
_LEAST_BODIES = 2
_MOST_WORDS = 5


def add_roster_bodies(lines: list[Line], lists: Gazetteer) -> None:
    """The words behind the person and a comma, where such words are a body in two items of the document at least."""
    open_items: list[tuple[Line, int, int]] = []
    sure = 0
    for line in lines:
        first = _behind_person(line)
        if first is None:
            continue
        if any(s.first == first and s.type == "organisation" for s in line.stretches):
            sure += 1
        else:
            after = _end_of_field(line, first, lists)
            if after > first:
                open_items.append((line, first, after))
    if sure >= _LEAST_BODIES:
        for line, first, after in open_items:
            line.add(Stretch(first, after, "organisation", "roster"))


def _behind_person(line: Line) -> int | None:
    """The word behind the comma behind the person with whom the item begins, if it is one."""
    if not line.stretches or line.words[0] not in _BULLETS:
        return None
    person = line.stretches[0]
    if person.type != "person" or person.first != 1 or person.after + 1 >= len(line.words):
        return None
    return person.after + 1 if line.words[person.after] == "," else None


def _end_of_field(line: Line, first: int, lists: Gazetteer) -> int:
    """Where the field ends that begins here; the same place if it is an office, a place, a degree or running text."""
    end = next((at for at in range(first, len(line.words)) if line.words[at] in (",", ";")), len(line.words))
    words = line.words[first:end]
    if (
        not 0 < len(words) <= _MOST_WORDS
        or any(line.titled[first:end])
        or any(s.first < end and first < s.after and s.type == "place" for s in line.stretches)
        or words[0] in WORDS.after_names
        or words[0] in WORDS.suffixes
        or words[0] in lists.place_words
        or not (words[0][0].isupper() or words[-1][0].isupper())
        or not all(word[0].isupper() or word in ("&", "+", "and", "of") or at == 0 for at, word in enumerate(words))
    ):
        return first
    if end + 1 < len(line.words) and line.words[end + 1] in WORDS.company_suffixes:
        return end + 2  # "Seedline, Inc."
    return end
