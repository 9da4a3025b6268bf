"""Repairs of single stretches: titles and articles cut off their edges, brackets balanced, types that their words contradict."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch

_EDGE_SIGNS = frozenset(".,;:!?\"“”'’‘`*_#()[]{}|/\\-–—•@")
_ARTICLES = frozenset({"the", "a", "an", "The", "A", "An"})
_AFTER_NAMES = frozenset({"MP", "MPs", "Jr.", "PhD", "Ph.", "Esq", "CBE", "OBE", "KC", "QC"})
_COMPANY_STOP = frozenset({"Inc.", "Ltd.", "Co.", "Corp.", "Jr.", "Sr."})


def repair(line: Line, lists: Gazetteer) -> None:
    """Every stretch of a line with clean edges; those of which nothing is left go."""
    kept: list[Stretch] = []
    for stretch in line.stretches:
        _trim(line, stretch)
        if stretch.size > 0 and any(word[0].isalnum() for word in line.text(stretch)):
            _retype(line, stretch, lists)
            kept.append(stretch)
    line.stretches = kept


def _trim(line: Line, stretch: Stretch) -> None:
    words = line.words
    changed = True
    while changed and stretch.size:
        changed = False
        first, last = words[stretch.first], words[stretch.after - 1]
        opened = sum(word == "(" for word in line.text(stretch)) - sum(word == ")" for word in line.text(stretch))
        if (
            first in _EDGE_SIGNS
            or first in _ARTICLES
            or first in ("'s", "’s")
            or (stretch.type == "person" and stretch.size > 1 and line.titled[stretch.first])
        ):
            stretch.first += 1
            changed = True
        elif (
            (last in _EDGE_SIGNS and not (last == ")" and opened == 0))
            or last in ("'s", "’s")
            or last.casefold() in ("of", "the", "and", "for", "in")
            or (stretch.type == "person" and stretch.size > 1 and last in _AFTER_NAMES)
        ):
            stretch.after -= 1
            changed = True


def _retype(line: Line, stretch: Stretch, lists: Gazetteer) -> None:
    words = line.text(stretch)
    if stretch.type == "person" and stretch.size > 1 and words[-1] in lists.organisation_heads and words[-1] not in lists.given_names:
        stretch.type = "organisation"
    elif stretch.type != "place" and " ".join(words) in lists.state_of:
        stretch.type = "place"
