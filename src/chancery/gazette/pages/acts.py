"""Lists of acts: agreements, decisions, awards and messages, with those who made them and what became of them."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec

from chancery.gazette.pages.asked import asked_span, field_naming, field_of
from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.gazette.pages.facts_in_words import Line
from chancery.gazette.pages.paging import page_address
from chancery.gazette.pages.parts import Page, Proof, proof_of
from chancery.gazette.pages.views_in_words import fact_row
from chancery.gazette.pages.words_for_terms import term_in_words
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.act_lists import ACT_KINDS, ActKind
from chancery.register.views import AgreementView, AwardView, DecisionView, MessageView
from chancery.terms.entities import EntityName
from chancery.terms.errors import OutputError

SHOWN = 100  # tellings on a page


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage in the life of an act, with the sentences that say so."""

    status: str
    when: str | None
    proofs: tuple[Proof, ...]


class Doers(msgspec.Struct, frozen=True):
    """Those who had one part in an act: "parties", "signed by"."""

    part: str
    who: tuple[EntityName, ...]


class ActRow(msgspec.Struct, frozen=True, kw_only=True):
    """An act: what it is, whose, when; `status` is empty where its kind has none; `stages` where it has a history."""

    id: str
    title: str
    when: str | None
    status: str
    deadline: str | None
    doers: tuple[Doers, ...]
    stages: tuple[Stage, ...]
    line: Line
    proofs: tuple[Proof, ...]


class KindLink(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    name: str
    href: str
    current: bool


class ActsPage(Page, frozen=True, kw_only=True):
    """The question as it was put, and one page of the answer. `about_entity` is whom `about` was taken for.

    `tellings` counts the facts in documents, of which several may tell of one act.
    """

    kind: ActKind
    about: str
    first: str
    last: str
    about_entity: EntityName | None
    kinds: tuple[KindLink, ...]
    tellings: int
    acts: tuple[ActRow, ...]
    previous: str | None
    next: str | None


def acts_page(
    register: RegisterReading, kind: str = "", *, about: str = "", first: str = "", last: str = "", number: int = 1
) -> ActsPage:
    """Raises OutputError X007 for a kind of act that there is not, QuestionError Q001, Q002 or Q003."""
    about, first, last = map(field_of, (about, first, last))
    asked_kind = _kind(kind.strip() or "agreement")
    limits = (asked_span(first).first if first else None, asked_span(last).last if last else None)
    found = register.acts(asked_kind, about or None, *limits, limit=SHOWN, offset=(number - 1) * SHOWN)
    question = {name: value for name, value in (("about", about), ("from", first), ("to", last)) if value}
    folder = _address(asked_kind, question)
    return ActsPage(
        title=_names()[asked_kind],
        address=page_address(folder, number),
        kind=asked_kind,
        about=field_naming(register, about, found.about),
        first=first,
        last=last,
        about_entity=found.about,
        kinds=tuple(
            KindLink(kind=each, name=_names()[each], href=_address(each, question), current=each == asked_kind)
            for each in ACT_KINDS
        ),
        tellings=found.tellings,
        acts=tuple(act_row(act) for act in found.acts),
        previous=page_address(folder, number - 1) if number > 1 else None,
        next=page_address(folder, number + 1) if number * SHOWN < found.tellings else None,
    )


def act_row(act: AgreementView | AwardView | DecisionView | MessageView) -> ActRow:
    doers: tuple[tuple[str, tuple[EntityName, ...]], ...]
    status, deadline = "", None
    history = act.history if isinstance(act, AgreementView | DecisionView) else ()
    match act:
        case AgreementView():
            title, status = act.title, act.status
            doers = ((_("between"), act.parties), (_("signed by"), act.signatories))
        case DecisionView():
            title, status = act.summary, act.status
            deadline = date_in_words(act.deadline) if act.deadline is not None else None
            doers = ((_("by"), act.by),)
        case AwardView():
            title, doers = act.object or _("Award"), ((_("to"), act.recipients), (_("from"), act.givers))
        case MessageView():
            title = term_in_words(act.form, "form")
            doers = ((_("from"), act.senders), (_("to"), act.recipients))
    row = fact_row(act)
    return ActRow(
        id=act.id,
        title=title,
        when=date_in_words(act.date) if act.date is not None else None,
        status=status,
        deadline=deadline,
        doers=tuple(Doers(part, who) for part, who in doers if who),
        stages=tuple(
            Stage(
                status=stage.status,
                when=date_in_words(stage.date) if stage.date is not None else None,
                proofs=tuple(map(proof_of, stage.citations)),
            )
            for stage in history
        ),
        line=row.line,
        proofs=row.proofs,
    )


def _kind(text: str) -> ActKind:
    kind = next((kind for kind in ACT_KINDS if kind == text), None)
    if kind is None:
        raise OutputError("X007", path=f"/acts?kind={text[:40]}")
    return kind


def _names() -> dict[ActKind, str]:
    return {
        "agreement": _("Agreements"), "decision": _("Decisions"), "award": _("Awards"), "message": _("Messages")
    }  # fmt: skip


def _address(kind: ActKind, question: dict[str, str]) -> str:
    return f"/acts?{urlencode({'kind': kind} | question)}"
