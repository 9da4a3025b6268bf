"""Rulings on who is who, as the pages of people and bodies show them."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.metadata import instant_in_words
from chancery.gazette.pages.parts import document_address
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.identity_rulings import IdentityRuling, MemberName
from chancery.terms.entities import EntityName
from chancery.terms.rulings import BY_RULE


class RuledName(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two names: how its document writes it, and who it is taken for."""

    name: str
    entity: EntityName
    document: str
    href: str


class IdentityRow(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling that stands; `entry` takes it back. `by_rule`: no person but a rule judged."""

    entry: str
    judgement: str
    names: tuple[RuledName, ...]
    by: str
    by_rule: bool
    when: str
    why: str


def identity_rows(register: RegisterReading, entity: str) -> tuple[IdentityRow, ...]:
    """The rulings on the names of an entity, the newest first."""
    return tuple(_row(each) for each in register.identity_rulings(entity))


def _row(each: IdentityRuling) -> IdentityRow:
    ruling = each.ruling
    return IdentityRow(
        entry=ruling.id,
        judgement=_judgement(ruling.judgement),
        names=tuple(_name(side) for side in each.sides if side is not None),
        by=ruling.by.removeprefix(BY_RULE),
        by_rule=ruling.by.startswith(BY_RULE),
        when=instant_in_words(ruling.recorded),
        why=ruling.why,
    )


def _name(side: MemberName) -> RuledName:
    return RuledName(
        name=side.name,
        entity=side.entity,
        document=side.document.title or side.document.source,
        href=document_address(side.document.id),
    )


def _judgement(judgement: str) -> str:
    return {"same": _("the same"), "not the same": _("not the same"), "unsure": _("unsure")}.get(judgement, judgement)
