"""Bodies that head a list of their people: "1. Prize Sub-committee" above "Convener: A"."""

from __future__ import annotations

from itertools import pairwise

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

HEADING = "heading of a list"
_MOST_WORDS = 8
_SMALL = frozenset({"of", "the", "for", "and", "on", "&", ",", "in"})
_NO_HEADING = frozenset({"to", "by", "with", "from", "at", "is", "are", "was", "delegation"})
_SIGNS = frozenset("*#•-–—·●▪:_|")
_NEAR = 4  # words in which the line below must name a role or a person


def add_heading_bodies(lines: list[Line], lists: Gazetteer) -> None:
    """The words of a short line that end in a body's head, where the line below begins with a role or a person."""
    for line, below in pairwise(lines):
        if not _begins_with_people(below) or any(s.type == "person" for s in line.stretches):
            continue
        first, after = _content(line)
        words = line.words[first:after]
        if (
            2 <= len(words) <= _MOST_WORDS
            and all(word[0].isupper() or word in _SMALL for word in words)
            and words[0][0].isupper()
            and not any(line.titled[first:after])
            and not any(word.casefold() in _NO_HEADING for word in words)
            and (_is_head(words[-1], lists) or (len(words) > 2 and words[1] == "of" and _is_head(words[0], lists)))
            and not any(s.first <= first and after <= s.after for s in line.stretches)
        ):
            line.add(Stretch(first, after, "organisation", HEADING))


def _content(line: Line) -> tuple[int, int]:
    """The words without bullets, marks and a number before them, and without marks behind."""
    first, after = 0, len(line.words)
    while first < after and (line.words[first] in _SIGNS or line.words[first].rstrip(".").isdecimal()
                             or line.words[first] in (".", ")")):  # fmt: skip
        first += 1
    while after > first and line.words[after - 1] in _SIGNS:
        after -= 1
    return first, after


def _begins_with_people(line: Line) -> bool:
    """Whether a role and a colon, or a person, stands among the first words."""
    if any(s.type == "person" and s.first < _NEAR for s in line.stretches):
        return True
    labelled = any(line.words[at] == ":" and line.titled[at - 1] == "role" for at in range(1, min(7, len(line.words))))
    return labelled or (
        bool(line.titled) and any(kind == "role" for kind in line.titled[:2]) and len(line.words) < _MOST_WORDS
    )


def _is_head(word: str, lists: Gazetteer) -> bool:
    """A head of bodies, also in capitals and with what makes it smaller: "COMMISSION", "Sub-committee"."""
    plain = word.capitalize() if word.isupper() else word
    last = plain.rsplit("-", 1)[-1].capitalize()
    return any(form in WORDS.units or form in WORDS.sure_heads or form in lists.short_forms for form in (plain, last))
