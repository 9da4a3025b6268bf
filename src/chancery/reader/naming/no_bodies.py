"""Short forms of what is no body: "Declaration of Peace (DP)", "polymerase chain reaction (PCR)"."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.short_forms import is_spelt_by
from chancery.reader.naming.stretch import Line, Stretch

_MOST_WORDS = 10
_SMALL = frozenset({"and", "of", "for", "the", "in", "on", "to"})


def drop_declared_otherwise(lines: list[Line], lists: Gazetteer) -> None:
    """Short forms that a bracket declares for words that no body's name has go, wherever they stand."""
    others = {line.words[s.first] for line in lines for s in line.stretches if _means_no_body(line, s, lists)}
    if others:
        for line in lines:
            line.stretches = [s for s in line.stretches if s.size > 1 or line.words[s.first] not in others]


def _means_no_body(line: Line, short: Stretch, lists: Gazetteer) -> bool:
    words = line.words
    at = short.first - 1
    if (
        short.type != "organisation"
        or short.size > 1
        or at < 2
        or words[at] != "("
        or words[short.after : short.after + 1] != [")"]
    ):
        return False
    for first in range(at - 2, max(-1, at - _MOST_WORDS), -1):
        name = tuple(words[first:at])
        if is_spelt_by(words[short.first], name) or is_spelt_by(words[short.first], _long_words(name)):
            break
    else:
        return False
    if any(s.first < at and first < s.after and s.type == "organisation" for s in line.stretches):
        return False
    bodies = lists.organisation_heads | lists.organisation_words["company"]
    # "Seed Fund Facility" is no fund
    return not any(
        word in bodies and (at + 1 == len(name) or not name[at + 1][0].isupper()) for at, word in enumerate(name)
    )


def _long_words(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a short form counts, where it leaves out small ones: "seed and plant integration (SPI)"."""
    return tuple(word for word in name if word not in _SMALL)
