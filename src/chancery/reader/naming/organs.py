"""Organs of states named in small letters: "the Italian government", "the US embassy", "Peru's parliament"."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_POSSESSIVE = frozenset({"'s", "’s"})
_ORGANS = frozenset({"government", "forces"})  # before "of" and a state; of forces, the armed ones


def add_state_organs(line: Line, lists: Gazetteer) -> None:
    """A state or its adjective and the organ's noun, as one body."""
    words = line.words
    for at in range(1, len(words)):
        if words[at].casefold() not in WORDS.small_organs or (
            at + 1 < len(words) and words[at + 1] in ("-", "official", "officials", "agencies", "agency")
        ):
            continue
        end = at
        if words[end - 1] in _POSSESSIVE:
            end -= 1
        first = _state_before(line, end, lists)
        if first is not None and not (words[at][0].isupper() and at + 1 < len(words) and words[at + 1][0].isupper()):
            if words[at - 1] in _POSSESSIVE and words[at].casefold() not in ("parliament", "senate"):
                continue
            line.add(Stretch(first, at + 1, "organisation", "organ of a state"))
    _add_organs_of(line, lists)


def _add_organs_of(line: Line, lists: Gazetteer) -> None:
    """ "government of Norway", "armed forces of the DPRK": the organ's noun, "of" and a state."""
    words = line.words
    for at in range(1, len(words) - 1):
        if words[at] != "of" or words[at - 1] not in _ORGANS:
            continue
        begin = at + 1 + (words[at + 1] == "the")
        match = lists.places.longest(words, begin, len(words)) if begin < len(words) else None
        if match is None or match[1] != "state" or any(s.first < at and at <= s.after for s in line.stretches):
            continue
        if words[at - 1] == "government":
            line.add(Stretch(at - 1, match[0], "organisation", "organ of a state"))
        elif at > 1 and words[at - 2] == "armed":
            line.add(Stretch(at - 2, match[0], "organisation", "organ of a state"))


def _state_before(line: Line, end: int, lists: Gazetteer) -> int | None:
    """Where the state or adjective begins that ends right before `end`, or None."""
    for size in (1, 2, 3):
        first = end - size
        if first < 0:
            return None
        text = " ".join(line.words[first:end])
        if text in lists.state_of_adjective or text in lists.state_of:
            if size == 1 and first and f"{line.words[first - 1]} {text}" in (lists.state_of_adjective | lists.state_of):
                continue
            return first
    return None


def governed_state(words: tuple[str, ...], lists: Gazetteer) -> str | None:
    """The first name of the state whose government is named ("Royal Government of Norway"), or None."""
    if not any(word in ("Government", "government") for word in words):
        return None
    rest = [word for word in words if word not in ("Government", "government", "Royal", "of", "the", "'s", "’s")]
    text = " ".join(rest)
    return lists.state_of.get(text) or lists.state_of_adjective.get(text)
