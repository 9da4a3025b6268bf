"""The page of a body: as of a date, and over time: its life, its posts with their successions, gatherings and acts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chancery.gazette.pages.as_of import AsOf, as_of, as_of_address
from chancery.gazette.pages.asked import asked_span, field_of
from chancery.gazette.pages.entity_parts import (
    Section,
    Spelling,
    documents_naming,
    entity_of,
    named_in,
    sections_of,
    spellings_of,
)
from chancery.gazette.pages.identity import IdentityRow, identity_rows
from chancery.gazette.pages.life_strip import LifeStrip, life_strip
from chancery.gazette.pages.parts import Page, TenureRow, page_of, timeline_of
from chancery.gazette.pages.timeline import Axis, axis_of
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.body_views import BodyLife
from chancery.register.views import EntityView, UnitView
from chancery.terms.entities import EntityName


class Succession(msgspec.Struct, frozen=True):
    """A post of the body and those who held it, from the earliest."""

    role: str
    rows: tuple[TenureRow, ...]


class BodyPage(Page, frozen=True, kw_only=True):
    """`as_of` is the body on the date of the address, or on the last day that is known of it; None without any day.

    The strip and all posts stand on one axis; it is None where nothing has a date with a year.
    """

    entity: EntityName
    summary: str
    parents: tuple[EntityName, ...]
    as_of: AsOf | None
    axis: Axis | None
    strip: LifeStrip
    posts: tuple[Succession, ...]
    sections: tuple[Section, ...]
    conflicts: int
    names: tuple[Spelling, ...]
    namesakes: tuple[EntityName, ...]
    rulings: tuple[IdentityRow, ...]


def body_page(register: RegisterReading, entity_id: str, *, on: str = "", units: bool = False) -> BodyPage:
    """`on` is a day, month or year as people write it. Raises QuestionError Q001, Q002 or Q003, and OutputError X007
    where the id is no body's."""
    view = entity_of(register, entity_id, "organisation", "bodies")
    entity = EntityName(id=view.id, type=view.type, name=view.name)
    life = register.life(view.id)
    asked = field_of(on)
    then = as_of(register, entity, life, asked_span(asked) if asked else None, units=units)
    timeline = timeline_of(view.holders)
    strip = life_strip(life, _changes(register, view, life))
    return BodyPage(
        title=view.name,
        address=as_of_address(entity, then.on, units=units) if then is not None else page_of(entity),
        entity=entity,
        summary=named_in(documents_naming(view)),
        parents=tuple(dict.fromkeys(each.parent for each in life.parents)),
        as_of=then,
        axis=axis_of([*(row.bar for row in timeline.rows), *strip.bars()]),
        strip=strip,
        posts=_successions(timeline.rows),
        sections=sections_of(
            (_("Units over time"), view.children),
            (_("Gatherings"), view.attended),
            (_("Agreements"), view.agreements),
            (_("Decisions"), view.decisions),
            (_("Awards"), view.awards),
            (_("Messages"), view.messages),
        ),
        conflicts=len(register.conflicts(view.id)),
        names=spellings_of(view),
        namesakes=view.namesakes,
        rulings=identity_rows(register, view.id),
    )


def _changes(register: RegisterReading, view: EntityView, life: BodyLife) -> Sequence[UnitView]:
    """What became of the body under all its names."""
    others = dict.fromkeys(each.name.id for each in life.names if each.name.id != view.id)
    return list(dict.fromkeys([*view.changes, *register.became(list(others))]))


def _successions(rows: Sequence[TenureRow]) -> tuple[Succession, ...]:
    """The posts with most holders first."""
    by_role: dict[str, list[TenureRow]] = {}
    for row in rows:
        by_role.setdefault(row.role.casefold(), []).append(row)
    posts = (Succession(held[0].role, tuple(held)) for held in by_role.values())
    return tuple(sorted(posts, key=lambda post: (-len(post.rows), post.role)))
