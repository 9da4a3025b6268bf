"""The register's views as facts with their proofs, in the words of `facts_in_words`."""

from __future__ import annotations

from collections.abc import Iterable

from chancery.gazette.pages.dates_in_words import date_in_words, on_date_in_words
from chancery.gazette.pages.facts_in_words import Line, Phrase, fact_in_words
from chancery.gazette.pages.parts import FactRow, gathering_address, proof_of
from chancery.gazette.pages.words_for_terms import term_in_words
from chancery.gazette.tongue import gettext as _
from chancery.register.views import (
    AgreementView,
    AttendanceView,
    AwardView,
    DecisionView,
    FactView,
    GatheringView,
    MessageView,
    StatusView,
    UnitView,
)
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    DecisionFact,
    Fact,
    GatheringFact,
    MessageFact,
    UnitFact,
    kind_of,
)
from chancery.terms.entities import EntityName


def fact_row(view: FactView) -> FactRow:
    """A view as a line of words with the sentences that state it."""
    if isinstance(view, AttendanceView) and view.capacity == "organiser":
        view = view.gathering
    fact = _fact(view)
    named = {entity.id: entity for entity in _entities(view)}
    gathering = view.gathering if isinstance(view, AttendanceView) else None
    line: Line = fact_in_words(
        fact, named.get, lambda ref: gathering_in_words(gathering) if gathering else _("another"), gathering_address
    )
    if isinstance(view, AgreementView | DecisionView) and view.history:
        line = (*line, Phrase(stages_in_words(view.history)))
    proofs = (*view.citations, *(gathering.citations if gathering else ()))
    return FactRow(kind=kind_of(fact), line=line, proofs=tuple(proof_of(citation) for citation in proofs))


def stages_in_words(stages: Iterable[StatusView]) -> str:
    """ "; in its time: adopted in 1921, annulled on 3 May 1925", and nothing where there are none."""
    told = ", ".join(term_in_words(stage.status, "status") + on_date_in_words(stage.date) for stage in stages)
    return _("; in its time: {told}").format(told=told) if told else ""


def gathering_in_words(gathering: GatheringView) -> str:
    """Its name or its kind, with its place and its first day in brackets."""
    where = gathering.place.name if gathering.place else None
    when = date_in_words(gathering.start) if gathering.start else None
    known = ", ".join(part for part in (where, when) if part)
    what = gathering.name or _("a {form}").format(form=term_in_words(gathering.form, "form"))
    return f"{what} ({known})" if known else what


def _fact(view: FactView) -> Fact:
    """The view as a fact whose referents are entities."""
    match view:
        case UnitView():
            return UnitFact(
                child=view.child.id,
                parent=_id(view.parent),
                change=view.change,
                date=view.date,
                into=_ids(view.into),
                left=_id(view.left),
            )
        case GatheringView():
            return GatheringFact(
                gathering=view.id,
                form=view.form,
                name=view.name,
                start=view.start,
                end=view.end,
                place=_id(view.place),
                mode=view.mode,
                organisers=_ids(view.organisers),
            )
        case AttendanceView():
            assert view.capacity != "organiser"
            return AttendanceFact(who=view.who.id, gathering=view.gathering.id, capacity=view.capacity)
        case AgreementView():
            return AgreementFact(
                title=view.title,
                parties=_ids(view.parties),
                signatories=_ids(view.signatories),
                date=view.date,
                status=view.status,
            )
        case AwardView():
            return AwardFact(
                givers=_ids(view.givers), recipients=_ids(view.recipients), object=view.object, date=view.date
            )
        case DecisionView():
            return DecisionFact(
                by=_ids(view.by), summary=view.summary, date=view.date, status=view.status, deadline=view.deadline
            )
        case MessageView():
            return MessageFact(
                form=view.form, senders=_ids(view.senders), recipients=_ids(view.recipients), date=view.date
            )


def _entities(view: FactView) -> Iterable[EntityName]:
    match view:
        case UnitView():
            named = (view.child, view.parent, view.left, *view.into)
            return tuple(entity for entity in named if entity is not None)
        case GatheringView():
            return (*view.organisers, view.place) if view.place else view.organisers
        case AttendanceView():
            return (view.who,)
        case AgreementView():
            return (*view.parties, *view.signatories)
        case AwardView():
            return (*view.givers, *view.recipients)
        case DecisionView():
            return view.by
        case MessageView():
            return (*view.senders, *view.recipients)


def _id(entity: EntityName | None) -> str | None:
    return entity.id if entity else None


def _ids(entities: Iterable[EntityName]) -> tuple[str, ...]:
    return tuple(entity.id for entity in entities)
