"""What the pages of a person and of a body share: spellings, namesakes, and sections of facts."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

import msgspec

from chancery.gazette.pages.parts import FactRow, document_address
from chancery.gazette.pages.views_in_words import fact_row
from chancery.gazette.tongue import ngettext
from chancery.register import RegisterReading
from chancery.register.views import EntityView, FactView, NameView
from chancery.terms.claims import EntityType
from chancery.terms.errors import OutputError

PLACES_SHOWN = 6  # documents shown for a spelling


class NamePlace(msgspec.Struct, frozen=True):
    """A document that names the entity, and the way to where it first does."""

    document: str
    href: str


class Spelling(msgspec.Struct, frozen=True, kw_only=True):
    """A name as documents write it; `more` counts the documents that are not shown."""

    spelling: str
    own: bool
    places: tuple[NamePlace, ...]
    more: int


class Section(msgspec.Struct, frozen=True):
    """Facts of one kind under a heading."""

    heading: str
    facts: tuple[FactRow, ...]


def entity_of(register: RegisterReading, entity_id: str, kind: EntityType, folder: str) -> EntityView:
    """The entity. Raises QuestionError Q001 or Q003, and OutputError X007 where it is of another type."""
    view = register.entity(entity_id)
    if view.type != kind:
        raise OutputError("X007", path=f"/{folder}/{entity_id}")
    return view


def spellings_of(view: EntityView) -> tuple[Spelling, ...]:
    return tuple(_spelling(name, view.id) for name in view.names)


def _spelling(name: NameView, entity: str) -> Spelling:
    shown = name.documents[:PLACES_SHOWN]
    return Spelling(
        spelling=name.name,
        own=name.own,
        places=tuple(
            NamePlace(document.title or document.source, f"{document_address(document.id)}#{name_anchor(entity)}")
            for document in shown
        ),
        more=len(name.documents) - len(shown),
    )


def name_anchor(entity: str) -> str:
    """Where a document's page first names the entity."""
    return f"name-{quote(entity, safe='')}"


def sections_of(*named: tuple[str, Iterable[FactView]]) -> tuple[Section, ...]:
    """A section for each heading under which there is anything."""
    sections = [Section(heading, tuple(fact_row(view) for view in views)) for heading, views in named]
    return tuple(section for section in sections if section.facts)


def named_in(count: int) -> str:
    """In how many documents something is named, as a sentence."""
    return ngettext("Named in {count} document.", "Named in {count} documents.", count).format(count=count)


def documents_naming(view: EntityView) -> int:
    """In how many documents the entity is named."""
    return len({document.id for name in view.names for document in name.documents})
