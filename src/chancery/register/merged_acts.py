"""Acts across documents as views: what several documents tell of one act is told once, with all citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from chancery.register.same_act import ActSaying, annulled_by, one_acts
from chancery.register.sayings import days_in
from chancery.register.views import (
    AgreementView,
    AwardView,
    DecisionView,
    FactView,
    MessageView,
    StatusView,
)
from chancery.terms.claims import AgreementStatus
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Citation, EntityName

ActView = AgreementView | AwardView | DecisionView | MessageView
_A = TypeVar("_A", bound=ActView)

_STAGES: tuple[AgreementStatus, ...] = ("proposed", "in preparation", "signed", "in force", "annulled")


class ToldAct(msgspec.Struct, frozen=True):
    """An act as one document states it: as it is compared, and as it is shown."""

    saying: ActSaying
    view: ActView


def act_saying(view: FactView, *, document: str, report: DateSpan | None) -> ActSaying | None:
    """What is compared of an act; None of what is no act."""

    def ids(entities: Iterable[EntityName]) -> frozenset[str]:
        return frozenset(entity.id for entity in entities)

    match view:
        case AgreementView():
            return ActSaying(
                claim=view.id, document=document, kind="agreement", text=view.title, by=ids(view.parties),
                status=view.status, date=view.date, report=report,
            )  # fmt: skip
        case AwardView():
            return ActSaying(
                claim=view.id, document=document, kind="award", text=view.object, by=ids(view.givers),
                to=ids(view.recipients), date=view.date, report=report,
            )  # fmt: skip
        case DecisionView():
            return ActSaying(
                claim=view.id, document=document, kind="decision", text=view.summary, by=ids(view.by),
                status=view.status, date=view.date, report=report,
            )  # fmt: skip
        case MessageView():
            return ActSaying(
                claim=view.id, document=document, kind="message", form=view.form, by=ids(view.senders),
                to=ids(view.recipients), date=view.date, report=report,
            )  # fmt: skip
        case _:
            return None


def merge_acts(told: Sequence[ToldAct]) -> list[ActView]:
    """Each act once, where its first telling stands; of a decision and its annulment, each has the stages of both."""
    view_of = {each.saying.claim: each.view for each in told}
    groups = one_acts(each.saying for each in told)
    merged = {s.claim: _merged([view_of[other.claim] for other in group]) for group in groups for s in group}
    # One telling speaks for its act: an annulment told twice undoes one decision.
    merged |= _annulled([group[0] for group in groups if group[0].kind == "decision"], merged)
    return list({view.id: view for each in told for view in (merged[each.saying.claim],)}.values())


def _merged(views: Sequence[ActView]) -> ActView:
    first = views[0]
    citations = tuple(dict.fromkeys(citation for view in views for citation in view.citations))
    date = _best_date(views)
    match first:
        case AgreementView():
            agreements = [view for view in views if isinstance(view, AgreementView)]
            last = max(agreements, key=_stage)
            return msgspec.structs.replace(
                first, citations=citations, title=max((a.title for a in agreements), key=lambda t: (len(t), t)),
                parties=_all(a.parties for a in agreements), signatories=_all(a.signatories for a in agreements),
                status=last.status, date=_best_date([a for a in agreements if a.status == last.status]),
                history=_history(agreements),
            )  # fmt: skip
        case AwardView():
            awards = [view for view in views if isinstance(view, AwardView)]
            return msgspec.structs.replace(
                first, citations=citations, date=date, givers=_all(a.givers for a in awards),
                recipients=_all(a.recipients for a in awards),
            )  # fmt: skip
        case DecisionView():
            decisions = [view for view in views if isinstance(view, DecisionView)]
            return msgspec.structs.replace(
                first, citations=citations, date=date, by=_all(d.by for d in decisions),
                summary=max((d.summary for d in decisions), key=lambda t: (len(t), t)),
                deadline=next((d.deadline for d in decisions if d.deadline), None),
            )  # fmt: skip
        case MessageView():
            return msgspec.structs.replace(first, citations=citations, date=date)


def _annulled(decisions: Sequence[ActSaying], merged: Mapping[str, ActView]) -> dict[str, ActView]:
    """The decisions of which one annuls the other, with the stages of both."""
    found: dict[str, ActView] = {}
    for undone, by in annulled_by(decisions).items():
        pair = [merged[undone], merged[by]]
        views = [view for view in pair if isinstance(view, DecisionView)]
        history = tuple(StatusView(status=v.status, date=v.date, citations=v.citations) for v in views)
        for view in views:
            with_both = msgspec.structs.replace(view, history=history)
            found |= {claim: with_both for claim, other in merged.items() if other is view}
    return found


def _history(agreements: Sequence[AgreementView]) -> tuple[StatusView, ...]:
    stages: dict[AgreementStatus, list[AgreementView]] = {}
    for each in sorted(agreements, key=_stage):
        stages.setdefault(each.status, []).append(each)
    if len(stages) == 1:
        return ()
    return tuple(
        StatusView(status=status, date=_best_date(views), citations=_cited(views)) for status, views in stages.items()
    )


def _stage(agreement: AgreementView) -> tuple[str, int]:
    """The order of the stages: by their days, and without them as they follow one another."""
    date = agreement.date
    day = "" if date is None or date.first is None else date.first.isoformat()
    return day, _STAGES.index(agreement.status)


def _best_date(views: Sequence[_A]) -> DateSpan | None:
    dates = [view.date for view in views if view.date is not None]
    return min(dates, key=lambda date: (days_in(date), str(date)), default=None)


def _cited(views: Iterable[AgreementView]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for view in views for citation in view.citations))


def _all(several: Iterable[tuple[EntityName, ...]]) -> tuple[EntityName, ...]:
    return tuple(dict.fromkeys(entity for some in several for entity in some))
