"""One name, two people: members of an atom whose documents have nothing in common and whose posts are far apart.

The safe rule takes everyone of one full name for one. That errs with common names. The members of an atom are put into
groups that share a body of office, or who else is named; groups that share nothing are suspected to be namesakes.
"""

from __future__ import annotations

import msgspec

from chancery.register.matching import Comparison, Finding
from chancery.register.resolving.atoms import Atom, Mentioned
from chancery.register.resolving.weighing import Context


class Namesakes(msgspec.Struct, frozen=True, kw_only=True):
    """Two groups of one atom's members, and how likely they are one person all the same."""

    first: Atom
    second: Atom
    comparison: Comparison


_ONE_NAME = Comparison(score=0.85, findings=(Finding("same name", "one full name", 1.7),))
"""Where the sum begins for two that bear one full name: without anything else they are taken for one."""


def namesakes_in(atom: Atom, context: Context) -> list[Namesakes]:
    """Pairs of groups that may be two people: the largest group with each other one, those without a post left out."""
    if atom.kind != "person" or len(atom.documents) < 2:
        return []
    groups = _groups([member for member in atom.members if member.seats], atom, context)
    if len(groups) < 2:
        return []
    parts = [_part(atom, group) for group in sorted(groups, key=lambda g: (-len(g), g[0].document, g[0].id))]
    return [
        Namesakes(first=parts[0], second=other, comparison=context.compare(parts[0], other, _ONE_NAME))
        for other in parts[1:]
    ]


def _groups(members: list[Mentioned], atom: Atom, context: Context) -> list[list[Mentioned]]:
    groups: list[list[Mentioned]] = []
    for member in members:
        part = _part(atom, [member])
        near = [g for g in groups if _share(_part(atom, g), part, context)]
        groups = [g for g in groups if g not in near] + [[m for g in near for m in g] + [member]]
    return groups


def _share(a: Atom, b: Atom, context: Context) -> bool:
    return bool(
        a.identifiers & b.identifiers
        or a.documents & b.documents
        or context.bodies(a) & context.bodies(b)
        or {seat.role for seat in a.seats if seat.body is None} & {seat.role for seat in b.seats}
        or context.company(a, b)
    )


def _part(atom: Atom, members: list[Mentioned]) -> Atom:
    return msgspec.structs.replace(atom, members=tuple(members), claims=sum(len(m.seats) for m in members))
