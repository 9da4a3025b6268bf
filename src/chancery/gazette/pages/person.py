"""The page of a person: posts as bars, gatherings, acts, and every spelling of the name."""

from __future__ import annotations

from chancery.gazette.pages.entity_lists import counted
from chancery.gazette.pages.entity_parts import (
    Section,
    Spelling,
    documents_naming,
    entity_of,
    sections_of,
    spellings_of,
)
from chancery.gazette.pages.parts import Page, Timeline, page_of, timeline_of
from chancery.register import RegisterReading
from chancery.terms.entities import EntityName


class PersonPage(Page, frozen=True, kw_only=True):
    """`career` holds posts and candidacies; `namesakes` are others who bear the same name."""

    entity: EntityName
    summary: str
    career: Timeline
    sections: tuple[Section, ...]
    names: tuple[Spelling, ...]
    namesakes: tuple[EntityName, ...]


def person_page(register: RegisterReading, entity_id: str) -> PersonPage:
    """Raises QuestionError Q001 or Q003, and OutputError X007 where the id is no person's."""
    view = entity_of(register, entity_id, "person", "people")
    entity = EntityName(id=view.id, type=view.type, name=view.name)
    return PersonPage(
        title=view.name,
        address=page_of(entity),
        entity=entity,
        summary=f"Named in {counted(documents_naming(view), 'document', 'documents')}.",
        career=timeline_of(view.tenures),
        sections=sections_of(
            ("Gatherings", view.attended),
            ("Agreements", view.agreements),
            ("Decisions", view.decisions),
            ("Awards", view.awards),
            ("Messages", view.messages),
        ),
        names=spellings_of(view),
        namesakes=view.namesakes,
    )
