"""The page of a place: who met there, and, where a state is known by its place, what it did."""

from __future__ import annotations

from chancery.gazette.pages.entity_parts import (
    Section,
    Spelling,
    documents_naming,
    entity_of,
    named_in,
    sections_of,
    spellings_of,
)
from chancery.gazette.pages.gathering import GatheringRow, gathering_row
from chancery.gazette.pages.parts import Page, Timeline, page_of, timeline_of
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.terms.entities import EntityName


class PlacePage(Page, frozen=True, kw_only=True):
    """`gatherings` are those that met there, from the earliest; `holders` hold posts of the place."""

    entity: EntityName
    summary: str
    gatherings: tuple[GatheringRow, ...]
    holders: Timeline
    sections: tuple[Section, ...]
    names: tuple[Spelling, ...]
    namesakes: tuple[EntityName, ...]


def place_page(register: RegisterReading, entity_id: str) -> PlacePage:
    """Raises QuestionError Q001 or Q003, and OutputError X007 where the id is no place's."""
    view = entity_of(register, entity_id, "place", "places")
    entity = EntityName(id=view.id, type=view.type, name=view.name)
    hosted = sorted(view.hosted, key=lambda each: (each.start is None or each.start.first is None, str(each.start)))
    return PlacePage(
        title=view.name,
        address=page_of(entity),
        entity=entity,
        summary=named_in(documents_naming(view)),
        gatherings=tuple(gathering_row(each) for each in hosted),
        holders=timeline_of(view.holders),
        sections=sections_of(
            (_("What became of it"), view.changes),
            (_("Part of"), (unit for unit in view.parents if unit.change == "exists")),
            (_("Units"), view.children),
            (_("Took part in"), view.attended),
            (_("Agreements"), view.agreements),
            (_("Decisions"), view.decisions),
            (_("Awards"), view.awards),
            (_("Messages"), view.messages),
        ),
        names=spellings_of(view),
        namesakes=view.namesakes,
    )
