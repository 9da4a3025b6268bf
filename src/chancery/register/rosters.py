"""Who was what in a body on a day: every post with its holders, and with the units' posts where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.register.body_views import Roster, RosterPart, RosterPost, TreeUnit
from chancery.register.careers import StoredTenure, stored_tenures
from chancery.register.holders import judge_tenures, shown_holder
from chancery.register.holding import SURENESS
from chancery.register.lineage import Lineage
from chancery.register.roles import is_single_seat
from chancery.register.store import Listed, Store
from chancery.register.trees import Places, tree_on
from chancery.register.unit_sayings import EntityId
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName, Holding


def roster_on(store: Store, body: EntityName, on: DateSpan, *, units: bool = False, everyone: bool = False) -> Roster:
    """The posts of a body with those who held them on a day, or on any day of a month or a year.

    `units` adds those of the units that it had then, as `tree_on` tells them; `everyone` adds those who did not hold
    the post then, and those of whom nothing can be said. A post of which nobody is told is left out.
    """
    lineage = Lineage(store)
    then = lineage.shown.entity(lineage.name_then(body.id, on))
    standing = Places(lineage, on).existing(body.id)
    parts = [RosterPart(body=then, depth=0, standing=standing, posts=_posts(store, lineage, body.id, on, everyone))]
    if units:
        for unit, depth in _below(tree_on(store, body, on).root, 1):
            posts = _posts(store, lineage, unit.body.id, on, everyone)
            if posts:
                parts.append(RosterPart(body=unit.body, depth=depth, standing=unit.standing, posts=posts))
    return Roster(body=body, then=then, on=on, parts=tuple(parts))


def _below(unit: TreeUnit, depth: int) -> Iterator[tuple[TreeUnit, int]]:
    for each in unit.units:
        if not each.shown_above:
            yield each, depth
            yield from _below(each, depth + 1)


def _posts(store: Store, lineage: Lineage, body: EntityId, on: DateSpan, everyone: bool) -> tuple[RosterPost, ...]:
    names = Listed(lineage.lines.of(body))
    by_role: dict[str, list[StoredTenure]] = {}
    for each in stored_tenures(store, "body IN (SELECT value FROM json_each(?))", (names,)):
        by_role.setdefault(each.role, []).append(each)
    judged = {role: judge_tenures(lineage, stored, on, everyone=everyone) for role, stored in by_role.items()}
    told = {role: [each for each in of if everyone or each.holding != "unknown"] for role, of in judged.items()}
    lineage.shown.prepare_tenures(each.stored for of in told.values() for each in of)
    posts = []
    for role, of in told.items():
        if of:
            holders = tuple(shown_holder(lineage, each) for each in of)
            posts.append(RosterPost(role=holders[0].tenure.post.role, single=is_single_seat(role), holders=holders))
    return tuple(sorted(posts, key=_rank))


def _rank(post: RosterPost) -> tuple[bool, int, int, str]:
    """Posts of one seat before those of many, the surest first, and what more documents tell before what few do."""
    surest: Holding = post.holders[0].holding
    documents = {citation.document for holder in post.holders for citation in holder.tenure.citations}
    return not post.single, SURENESS.index(surest), -len(documents), post.role.casefold()
