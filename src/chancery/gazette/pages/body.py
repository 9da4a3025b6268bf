"""The page of a body: each post with its succession, its units, gatherings and acts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chancery.gazette.pages.entity_lists import counted
from chancery.gazette.pages.entity_parts import (
    Section,
    Spelling,
    documents_naming,
    entity_of,
    sections_of,
    spellings_of,
)
from chancery.gazette.pages.parts import Page, TenureRow, page_of, timeline_of
from chancery.gazette.pages.timeline import Axis
from chancery.register import RegisterReading
from chancery.register.views import UnitView
from chancery.terms.entities import EntityName


class Succession(msgspec.Struct, frozen=True):
    """A post of the body and those who held it, from the earliest."""

    role: str
    rows: tuple[TenureRow, ...]


class BodyPage(Page, frozen=True, kw_only=True):
    """All posts stand on one axis; it is None where no tenure has a date with a year."""

    entity: EntityName
    summary: str
    parents: tuple[EntityName, ...]
    axis: Axis | None
    posts: tuple[Succession, ...]
    sections: tuple[Section, ...]
    names: tuple[Spelling, ...]
    namesakes: tuple[EntityName, ...]


def body_page(register: RegisterReading, entity_id: str) -> BodyPage:
    """Raises QuestionError Q001 or Q003, and OutputError X007 where the id is no body's."""
    view = entity_of(register, entity_id, "organisation", "bodies")
    entity = EntityName(id=view.id, type=view.type, name=view.name)
    timeline = timeline_of(view.holders)
    return BodyPage(
        title=view.name,
        address=page_of(entity),
        entity=entity,
        summary=f"Named in {counted(documents_naming(view), 'document', 'documents')}.",
        parents=_parents(view.parents),
        axis=timeline.axis,
        posts=_successions(timeline.rows),
        sections=sections_of(
            ("What became of it", view.changes),
            ("Part of", (unit for unit in view.parents if unit.change == "exists")),
            ("Units", view.children),
            ("Gatherings", view.attended),
            ("Agreements", view.agreements),
            ("Decisions", view.decisions),
            ("Awards", view.awards),
            ("Messages", view.messages),
        ),
        names=spellings_of(view),
        namesakes=view.namesakes,
    )


def _parents(units: Sequence[UnitView]) -> tuple[EntityName, ...]:
    return tuple(dict.fromkeys(unit.parent for unit in units if unit.parent is not None and unit.change != "abolished"))


def _successions(rows: Sequence[TenureRow]) -> tuple[Succession, ...]:
    """The posts with most holders first."""
    by_role: dict[str, list[TenureRow]] = {}
    for row in rows:
        by_role.setdefault(row.role.casefold(), []).append(row)
    posts = (Succession(held[0].role, tuple(held)) for held in by_role.values())
    return tuple(sorted(posts, key=lambda post: (-len(post.rows), post.role)))
