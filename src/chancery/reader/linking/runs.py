"""Runs: people and roles that take turns in a row of a sentence, whose first and last tell which way the row goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.roles import Role

_PASSED = frozenset({"and", "the", "of", "&", "as", "well"})  # words that do not end a run
_LEAST = 3  # people and roles together: "A, Director" alone tells nothing of its direction


@dataclass(slots=True, frozen=True)
class Run:
    """One row: "Minister, A, Secretary, B" opens with a role, closes with a person, and has as many of each."""

    shape: str


def runs_of(items: Sequence[Item], groups: Sequence[Sequence[Role]]) -> Mapping[int, Run]:
    """The run that each person (by its item) and each role (by its first item) of a line stands in.

    Ranks, honorifics, bodies and capitalised words between are passed over; any other word ends the run.
    """
    roles = {group[0].first: group[-1].last for group in groups if not group[0].rank}
    found: dict[int, Run] = {}
    places: list[int] = []
    kinds = ""
    at = 0
    while at <= len(items):
        item = items[at] if at < len(items) else None
        if at in roles:
            places.append(at)
            kinds += "T"
            at = roles[at] + 1
            continue
        if item is not None and item.kind == "P":
            places.append(at)
            kinds += "P"
        elif item is None or (item.kind == "W" and item.word not in _PASSED and not item.text[:1].isupper()):
            if len(kinds) >= _LEAST:
                run = Run(_shape(kinds))
                found.update(dict.fromkeys(places, run))
            places, kinds = [], ""
        at += 1
    return found


def _shape(kinds: str) -> str:
    people, roles = kinds.count("P"), kinds.count("T")
    turns = "in turn" if "PP" not in kinds and "TT" not in kinds else "mixed"
    more = "as many" if people == roles else "more people" if people > roles else "more roles"
    return f"{kinds[0]}..{kinds[-1]}, {more}, {turns}"
