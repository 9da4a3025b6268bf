"""Tracing: how each scorer judged the parts of a post or unit that was drawn, for drafts that are traced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chancery.reader.account import Account, account, account_of_choice
from chancery.reader.draft import Draft
from chancery.reader.grammar.tenancy import Drawn
from chancery.reader.linking.fates import Fate
from chancery.reader.linking.holders import Holder
from chancery.reader.linking.parents import Pair
from chancery.reader.linking.seats import Seat
from chancery.reader.linking.tellings import CHANGES, tellings

if TYPE_CHECKING:
    from chancery.reader.linking.drawing import Scorers
    from chancery.reader.linking.structure import DrawnUnit, UnitScorers


def with_accounts(
    posts: Sequence[Drawn], draft: Draft, scorers: Scorers, holder: Holder, seats: Sequence[Seat], chosen: int
) -> list[Drawn]:
    """The posts of one holder with the accounts "holder", "body", "change" and, of all together, "post"."""
    told = tellings(holder)
    change = CHANGES.index(posts[0].fact.change)
    bodies = ["none is said" if seat.body is None else draft.referents[seat.body].name for seat in seats]
    because = (
        account("holder", scorers.links, holder.features),
        account_of_choice("body", scorers.seats, [seat.features for seat in seats], bodies, chosen),
        account_of_choice("change", scorers.tellings, told, CHANGES, change),
    )
    return [replace(post, because=(*because, account("post", scorers.posts, post.features))) for post in posts]


def with_unit_accounts(
    units: Sequence[DrawnUnit],
    scorers: UnitScorers,
    pairs: Sequence[tuple[Pair, float]],
    fates: Sequence[tuple[Fate, float]],
) -> list[DrawnUnit]:
    """The units with the accounts "fate", where one is told of the body, and "parent", where it has one."""
    parents = {(pair.child, pair.parent): pair for pair, _ in pairs}
    told: dict[tuple[str, str, int, int], Fate] = {}
    for each, _ in sorted(fates, key=lambda entry: -entry[1]):
        told.setdefault((each.child, each.change, each.start, each.end), each)
    found = []
    for unit in units:
        because: list[Account] = []
        fact = unit.fact
        fate = told.get((fact.child, fact.change, unit.start, unit.end))
        if fate is not None:
            because.append(account("fate", scorers.fates, fate.features))
        if fact.parent is not None:
            because.append(account("parent", scorers.pairs, parents[fact.child, fact.parent].features))
        found.append(replace(unit, because=tuple(because)))
    return found
