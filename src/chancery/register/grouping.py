"""From nodes of names and from rulings to clusters: who is one entity, as pure functions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from chancery.register.identity import Key, MemberId
from chancery.terms.claims import EntityType


def linked_nodes(
    nodes: Iterable[Key], links: Mapping[Key, frozenset[Key]], *, same: Iterable[tuple[Key, Key]] = ()
) -> list[frozenset[Key]]:
    """Nodes of one type that are one entity.

    `links` gives, for each further name, the nodes that claim it; `same` are nodes that rulings make one.
    """
    groups = _Groups(nodes)
    for name, claimants in links.items():
        if name in groups and len(claimants) == 1:
            groups.join(name, *claimants)
    for first, second in same:
        if first in groups and second in groups:
            groups.join(first, second)
    return groups.sets()


def ruled_clusters(
    clusters: Sequence[Sequence[MemberId]],
    same: Sequence[tuple[MemberId, MemberId]],
    apart: Sequence[tuple[MemberId, MemberId]],
) -> list[frozenset[MemberId]]:
    """The clusters after rulings, given in the order of the ledger; members come earliest first.

    Of two that are not the same, the later one leaves, alone. "Same" never brings together two that are ruled apart.
    """
    forbidden = {frozenset(pair) for pair in apart}
    parts: list[list[MemberId]] = []
    for cluster in clusters:
        named = [m for m in cluster if any(m in pair for pair in forbidden)]
        split: list[list[MemberId]] = [[m for m in cluster if m not in named]]
        for member in named:
            for part in split:
                if not any(frozenset((member, other)) in forbidden for other in part):
                    part.append(member)
                    break
            else:
                split.append([member])
        parts.extend(part for part in split if part)
    groups = _Groups(member for part in parts for member in part)
    for part in parts:
        groups.join(*part)
    for pair in same:
        if all(member in groups for member in pair) and not groups.would_join(pair, forbidden):
            groups.join(*pair)
    return groups.sets()


class _Groups:
    """Disjoint sets of strings, joined step by step."""

    def __init__(self, items: Iterable[str]) -> None:
        self._of: dict[str, set[str]] = {item: {item} for item in items}

    def __contains__(self, item: str) -> bool:
        return item in self._of

    def join(self, first: str, *others: str) -> None:
        for other in others:
            if other in self._of and self._of[other] is not self._of[first]:
                self._of[first] |= self._of[other]
                for item in self._of[other]:
                    self._of[item] = self._of[first]

    def would_join(self, pair: tuple[str, str], forbidden: set[frozenset[str]]) -> bool:
        first, second = self._of[pair[0]], self._of[pair[1]]
        return first is not second and any(len(f & first) == 1 and len(f & second) == 1 for f in forbidden)

    def sets(self) -> list[frozenset[str]]:
        return [frozenset(group) for group in {id(group): group for group in self._of.values()}.values()]


def entity_id(kind: EntityType, earliest: MemberId) -> str:
    """The same for as long as the entity's earliest member is: a letter for the type, and 16 hexadecimal digits."""
    return kind[0] + hashlib.sha256(msgspec.json.encode([kind, earliest])).hexdigest()[:16]
