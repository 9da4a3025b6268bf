"""The first page: what is in the record, what is new, and what needs an eye."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.documents import DocumentRow, document_row
from chancery.gazette.pages.entity_lists import EntityRow, counted, entity_row
from chancery.gazette.pages.languages import language_name
from chancery.gazette.pages.parts import Page
from chancery.register import RegisterReading
from chancery.register.views import Counts, RefusedSource
from chancery.terms.errors import PROBLEMS

RECENT = 12  # documents, bodies and people shown; the lists hold all


class Figure(msgspec.Struct, frozen=True):
    """A count, and the page that lists what was counted."""

    name: str
    count: int
    href: str | None = None


class Attention(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was not read as it might have been, why, and what to do."""

    label: str
    what: str
    next: str | None = None


class OverviewPage(Page, frozen=True, kw_only=True):
    """`documents` are those that came in last; `bodies` and `people` those that most documents name."""

    counts: Counts
    figures: tuple[Figure, ...]
    attention: tuple[Attention, ...]
    documents: tuple[DocumentRow, ...]
    bodies: tuple[EntityRow, ...]
    people: tuple[EntityRow, ...]


def overview_page(register: RegisterReading) -> OverviewPage:
    counts = register.counts()
    return OverviewPage(
        title="What the documents say",
        address="/",
        counts=counts,
        figures=_figures(counts),
        attention=(*_languages_not_read(register), *map(_refusal, register.refused())),
        documents=tuple(document_row(listing) for listing in register.documents_latest(RECENT)),
        bodies=tuple(map(entity_row, register.entities_most_named("organisation", RECENT))),
        people=tuple(map(entity_row, register.entities_most_named("person", RECENT))),
    )


def _figures(counts: Counts) -> tuple[Figure, ...]:
    return (
        Figure("documents", counts.documents, "/documents"),
        Figure("people", counts.people, "/people"),
        Figure("bodies", counts.bodies, "/bodies"),
        Figure("posts", counts.posts, "/who"),
        Figure("gatherings", counts.gatherings),
        Figure("acts and messages", counts.acts),
        Figure("facts", sum(counts.claims.values())),
    )


def _languages_not_read(register: RegisterReading) -> list[Attention]:
    return [
        Attention(
            label="not read",
            what=f"{counted(count, 'document', 'documents')} in {language_name(language)}",
            next="No reader reads this language yet; the texts are kept and can be searched.",
        )
        for language, count in register.languages_not_read().items()
    ]


def _refusal(refused: RefusedSource) -> Attention:
    label = "failed" if refused.code.startswith("R") else "refused"
    return Attention(label=f"{label} {refused.code}", what=refused.what, next=f"What to do: {_next(refused)}")


def _next(refused: RefusedSource) -> str:
    return PROBLEMS[refused.code].next
