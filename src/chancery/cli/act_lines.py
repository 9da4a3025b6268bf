"""Acts in lines of words, as commands print them."""

from __future__ import annotations

from collections.abc import Iterable

from chancery.cli.terminal import shown
from chancery.gazette.pages.dates_in_words import date_in_words, on_date_in_words
from chancery.gazette.pages.views_in_words import stages_in_words
from chancery.register.views import AgreementView, AwardView, DecisionView, MessageView
from chancery.terms.entities import EntityName


def agreement_line(act: AgreementView) -> str:
    """ "Treaty of Strelsau, signed on 1 May 1921 between Ruritania, Borduria"."""
    between = f" between {names(act.parties)}" if act.parties else ""
    by = f" by {names(act.signatories)}" if act.signatories else ""
    return f"{shown(act.title)}, {act.status}{on_date_in_words(act.date)}{between}{by}{stages_in_words(act.history)}"


def award_line(act: AwardView) -> str:
    """ "medal to Ana Lopes from Council in 1930"."""
    to = f" to {names(act.recipients)}" if act.recipients else ""
    by = f" from {names(act.givers)}" if act.givers else ""
    return f"{shown(act.object) or 'award'}{to}{by}{on_date_in_words(act.date)}"


def decision_line(act: DecisionView) -> str:
    """ "Council: to build a port (adopted) on 1 May 1921"."""
    by = f"{names(act.by)}: " if act.by else ""
    due = f", by {date_in_words(act.deadline)}" if act.deadline else ""
    return f"{by}{shown(act.summary)} ({act.status}){on_date_in_words(act.date)}{due}{stages_in_words(act.history)}"


def message_line(act: MessageView) -> str:
    """ "letter from Ana Lopes to Council on 1 May 1921"."""
    by = f" from {names(act.senders)}" if act.senders else ""
    to = f" to {names(act.recipients)}" if act.recipients else ""
    return f"{act.form}{by}{to}{on_date_in_words(act.date)}"


def names(entities: Iterable[EntityName]) -> str:
    """Their names with commas."""
    return ", ".join(shown(entity.name) for entity in entities)
