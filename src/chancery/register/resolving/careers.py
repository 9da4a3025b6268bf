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


class _Group:
    """Members that share something, and what a further member could share with them."""

    def __init__(self, members: list[Mentioned], signs: set[object]) -> None:
        self.members = members
        self.signs = signs


def _groups(members: list[Mentioned], atom: Atom, context: Context) -> list[list[Mentioned]]:
    groups: list[_Group] = []
    for member in members:
        signs = _signs(member, atom, context)
        near = [group for group in groups if not signs.isdisjoint(group.signs)]
        if len(near) == 1:
            near[0].members.append(member)
            near[0].signs |= signs
            continue
        joined = _Group([m for group in near for m in group.members] + [member], signs)
        for group in near:
            joined.signs |= group.signs
        groups = [group for group in groups if group not in near] + [joined]
    return [group.members for group in groups]


def _signs(member: Mentioned, atom: Atom, context: Context) -> set[object]:
    """The document, the bodies of office, posts said without a body, and who else is named."""
    part = _part(atom, [member])
    roles = {("role", seat.role) for seat in member.seats if seat.body is None}
    return {member.document, *context.bodies(part), *roles, *context.named_beside(part)}


def _part(atom: Atom, members: list[Mentioned]) -> Atom:
    return msgspec.structs.replace(atom, members=tuple(members), claims=sum(len(m.seats) for m in members))
