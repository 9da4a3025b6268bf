"""The lists of people and of bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import msgspec

from chancery.gazette.pages.numbers_in_words import documents_counted
from chancery.gazette.pages.paging import Slice, page_address, slice_from
from chancery.gazette.pages.parts import Page, page_of
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import ngettext
from chancery.register import RegisterReading
from chancery.register.listings import Listed
from chancery.register.views import EntityListing
from chancery.terms.claims import EntityType
from chancery.terms.entities import EntityName


class EntityRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list of people or bodies. `detail` says how much the record has of it."""

    entity: EntityName
    href: str | None
    detail: str
    documents: int
    tenures: int
    claims: int


class EntitiesPage(Page, frozen=True, kw_only=True):
    counted: str  # "12 people"
    list: Slice[EntityRow]


def people_page(register: RegisterReading, *, number: int = 1) -> EntitiesPage:
    return _page(register, _("People"), "/people", _people, "person", number)


def bodies_page(register: RegisterReading, *, number: int = 1) -> EntitiesPage:
    return _page(register, _("Bodies"), "/bodies", _bodies, "organisation", number)


def places_page(register: RegisterReading, *, number: int = 1) -> EntitiesPage:
    return _page(register, _("Places"), "/places", _places, "place", number)


def entity_row(listing: EntityListing) -> EntityRow:
    return EntityRow(
        entity=listing.entity,
        href=page_of(listing.entity),
        detail=documents_counted(listing.documents),
        documents=listing.documents,
        tenures=listing.tenures,
        claims=listing.claims,
    )


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=count)


def _bodies(count: int) -> str:
    return ngettext("{count} body", "{count} bodies", count).format(count=count)


def _places(count: int) -> str:
    return ngettext("{count} place", "{count} places", count).format(count=count)


def _page(
    register: RegisterReading,
    title: str,
    folder: str,
    counted: Callable[[int], str],
    kind: EntityType,
    number: int,
) -> EntitiesPage:
    def rows(listed: Listed[EntityListing]) -> Iterable[EntityRow]:
        for listing in listed.rows:
            row = entity_row(listing)
            yield _told_apart(register, row) if row.entity.name in listed.shared else row

    shown = slice_from(partial(register.entities_listed, kind), rows, number, folder)
    return EntitiesPage(title=title, address=page_address(folder, number), counted=counted(shown.total), list=shown)


def _told_apart(register: RegisterReading, row: EntityRow) -> EntityRow:
    """Of those that share a name: the body that it is part of, or the first post."""
    view = register.entity(row.entity.id)
    whole = next((unit.parent.name for unit in view.parents if unit.parent), None)
    post = next((tenure.post for tenure in view.tenures), None)
    if post is not None:
        whole = post.role + (f", {post.body.name}" if post.body else "")
    return msgspec.structs.replace(row, detail=f"{whole} · {row.detail}") if whole else row
