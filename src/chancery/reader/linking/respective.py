"""Respective pairs: "A and B were elected Chair and Secretary, respectively": the first person holds the first role."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.roles import Role

_JOINING = frozenset({",", "and", "&", ";", "/", "the", "as", "of", "its", "their"})
_SAYING = ("respectively", "in that order", "in this order")


def respective_of(items: Sequence[Item], groups: Sequence[Sequence[Role]]) -> dict[tuple[int, int], bool]:
    """Whether a person (by its item) and a role (by its first item) are a pair, where the line says "respectively".

    Only those of the two enumerations that have as many members and stand nearest before the word are told; empty for
    a line that does not say so.
    """
    words = [item.word for item in items]
    saying = f" {' '.join(words)} "
    if not any(f" {phrase} " in saying for phrase in _SAYING):
        return {}
    people = _enumerations([(at, at) for at, item in enumerate(items) if item.kind == "P"], items)
    roles = _enumerations([(role.first, role.last) for group in groups for role in group if not role.rank], items)
    for named in reversed(people):
        for titled in reversed(roles):
            if len(named) == len(titled) > 1:
                return {(p, r): k == m for k, (p, _) in enumerate(named) for m, (r, _) in enumerate(titled)}
    return {}


def _enumerations(spans: Sequence[tuple[int, int]], items: Sequence[Item]) -> list[list[tuple[int, int]]]:
    """The spans in runs between which only commas, "and", articles, courtesies and bodies stand."""
    runs: list[list[tuple[int, int]]] = [[spans[0]]] if spans else []
    for before, span in pairwise(spans):
        between = items[before[1] + 1 : span[0]]
        if all(item.word in _JOINING or item.kind in "HROL" for item in between):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs
