"""The first page: what is in the record, what is new, and what needs an eye."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.documents import DocumentRow, document_row
from chancery.gazette.pages.entity_lists import EntityRow, entity_row
from chancery.gazette.pages.gathering import GatheringRow, gathering_row
from chancery.gazette.pages.languages import language_name
from chancery.gazette.pages.large import is_large
from chancery.gazette.pages.numbers_in_words import documents_counted
from chancery.gazette.pages.parts import Page
from chancery.gazette.pages.problems_in_words import problem_in_words
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import ngettext
from chancery.register import RegisterReading
from chancery.register.views import Counts, RefusedSource

RECENT = 12  # documents, bodies and people shown; the lists hold all
LAST_MET = 8  # gatherings
PAIRS = 50  # that are counted


class Figure(msgspec.Struct, frozen=True):
    """A count, and the page that lists what was counted."""

    name: str
    count: int
    href: str | None = None


class Attention(msgspec.Struct, frozen=True, kw_only=True):
    """Something that needs an eye: why, what to do, and the page where, if there is one."""

    label: str
    what: str
    next: str | None = None
    href: str | None = None


class OverviewPage(Page, frozen=True, kw_only=True):
    """`documents` are those that came in last, `gatherings` those that met last, `since`
    the day on which the last document came in; `bodies` and `people` those that most
    documents name."""

    counts: Counts
    figures: tuple[Figure, ...]
    attention: tuple[Attention, ...]
    documents: tuple[DocumentRow, ...]
    gatherings: tuple[GatheringRow, ...]
    since: str | None
    bodies: tuple[EntityRow, ...]
    people: tuple[EntityRow, ...]


def overview_page(register: RegisterReading) -> OverviewPage:
    counts, latest = register.counts(), register.documents_latest(RECENT)
    return OverviewPage(
        title=_("What the documents say"),
        address="/",
        counts=counts,
        figures=_figures(counts),
        attention=(*_to_judge(register, counts), *_languages_not_read(register), *map(_refusal, register.refused())),
        documents=tuple(map(document_row, latest)),
        gatherings=_last_met(register),
        since=latest[0].document.captured.at.date().isoformat() if latest else None,
        bodies=tuple(map(entity_row, register.entities_most_named("organisation", RECENT))),
        people=tuple(map(entity_row, register.entities_most_named("person", RECENT))),
    )


def _figures(counts: Counts) -> tuple[Figure, ...]:
    return (
        Figure(_("documents"), counts.documents, "/documents"),
        Figure(_("people"), counts.people, "/people"),
        Figure(_("bodies"), counts.bodies, "/bodies"),
        Figure(_("places"), counts.places, "/places"),
        Figure(_("posts"), counts.posts, "/who"),
        Figure(_("gatherings"), counts.gatherings, "/gatherings"),
        Figure(_("acts and messages"), counts.acts, "/acts"),
        Figure(_("facts"), sum(counts.claims.values())),
    )


def _last_met(register: RegisterReading) -> tuple[GatheringRow, ...]:
    days = register.gathering_days()[-LAST_MET:]
    if not days:
        return ()
    met = register.gatherings(days[0][0], days[-1][0])
    return tuple(gathering_row(view) for view in reversed(met[-LAST_MET:]))


def _to_judge(register: RegisterReading, counts: Counts) -> list[Attention]:
    """Pairs and contradictions that wait for a person; the latter are counted in records that are soon gone through."""
    found = []
    pairs = len(register.suggestions(PAIRS + 1))
    if pairs:
        words = ngettext("{count} pair of names may be one", "{count} pairs of names may be one", pairs)
        if pairs > PAIRS:
            words = _("More than {count} pairs of names may be one")
        found.append(Attention(label=_("to judge"), what=words.format(count=min(pairs, PAIRS)), href="/review"))
    if is_large(counts):
        found.append(Attention(label=_("to choose"), what=_("Contradictions between documents"), href="/conflicts"))
    elif conflicts := sum(conflict.overruled_by is None for conflict in register.conflicts()):
        words = ngettext(
            "{count} contradiction between documents", "{count} contradictions between documents", conflicts
        )
        found.append(Attention(label=_("to choose"), what=words.format(count=conflicts), href="/conflicts"))
    return found


def _languages_not_read(register: RegisterReading) -> list[Attention]:
    return [
        Attention(
            label=_("not read"),
            what=_("{documents} in {language}").format(
                documents=documents_counted(count), language=language_name(language)
            ),
            next=_("No reader reads this language yet; the texts are kept and can be searched."),
        )
        for language, count in register.languages_not_read().items()
    ]


def _refusal(refused: RefusedSource) -> Attention:
    label = _("failed {code}") if refused.code.startswith("R") else _("refused {code}")
    said = problem_in_words(refused.code, refused.fields)
    return Attention(
        label=label.format(code=refused.code), what=said.what, next=_("What to do: {next}").format(next=said.next)
    )
