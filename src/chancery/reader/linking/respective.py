"""Respective pairs: "A and B were elected Chair and Secretary, respectively": the first person holds the first role."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.roles import Role

_JOINING = frozenset({",", "and", "&", ";", "/", "the", "as", "of", "its", "their"})
_SAYING = (["respectively"], ["in", "that", "order"], ["in", "this", "order"])


def respective_of(items: Sequence[Item], groups: Sequence[Sequence[Role]]) -> dict[tuple[int, int], bool]:
    """Whether a person (by its item) and a role (by its first item) are a pair, where the line says "respectively".

    Only those of the two enumerations that have as many members and stand nearest before the word are told; empty for
    a line that does not say so.
    """
    end = next((at for at in range(len(items) - 1, 0, -1) if _says_so(items, at)), 0)
    if not end:
        return {}
    people = _enumerations([(at, at) for at in range(end) if items[at].kind == "P"], items)
    said = (role for group in groups for role in group if not role.rank and role.last < end)
    roles = _enumerations([(role.first, role.last) for role in said], items)
    for named in reversed(people):
        for titled in reversed(roles):
            if len(named) == len(titled) > 1:
                return {(p, r): k == m for k, (p, _) in enumerate(named) for m, (r, _) in enumerate(titled)}
    return {}


def _says_so(items: Sequence[Item], at: int) -> bool:
    return any([item.word for item in items[at : at + len(words)]] == words for words in _SAYING)


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
