"""The fields of each kind of claim, as a form asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import msgspec

from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import pgettext
from chancery.terms.claims import (
    AgreementStatus,
    Capacity,
    DecisionStatus,
    EntityType,
    GatheringKind,
    MessageKind,
    Mode,
    PostChange,
    UnitChange,
)

# What a field holds. "name" and "names": whom it names; "gathering": one of the document's gatherings.
FieldForm = Literal["name", "names", "text", "date", "choice", "yes", "gathering"]

_PERSON: tuple[EntityType, ...] = ("person",)
_PLACE: tuple[EntityType, ...] = ("place",)
_BODY: tuple[EntityType, ...] = ("organisation", "place")
_ANYONE: tuple[EntityType, ...] = ("person", "organisation", "place")


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a kind's form; `name` is that of the claim's field.

    Of a name, `types` are those that it may be of, and `presumed` what an unknown name is taken for, None where the
    form must say it. A choice without `required` may be left open.
    """

    name: str
    label: str
    form: FieldForm
    required: bool = False
    types: tuple[EntityType, ...] = ()
    presumed: EntityType | None = None
    choices: tuple[str, ...] = ()


def fields_of_kind(kind: str) -> tuple[Field, ...]:
    """The fields of one of CLAIM_KINDS, the most telling first. Raises KeyError for another."""
    return {
        "post": _post, "unit": _unit, "gathering": _gathering, "attendance": _attendance,
        "agreement": _agreement, "award": _award, "decision": _decision, "message": _message,
    }[kind]()  # fmt: skip


def _post() -> tuple[Field, ...]:
    return (
        _name("person", _("Person"), _PERSON, required=True),
        Field(name="role", label=_("Post, without the body"), form="text", required=True),
        _name("organisation", _("In the body"), _BODY),
        _choice("change", _("What is said of it"), get_args(PostChange), required=True),
        _date("date", _("On (day, month or year)")),
        _date("since", _("Held since")),
        _date("until", _("Held until")),
        Field(name="acting", label=_("Acting"), form="yes"),
        Field(name="leave", label=_("On leave"), form="yes"),
        Field(name="rank", label=_("A rank, and no post in a body"), form="yes"),
        Field(name="title", label=_("Title, as it is written"), form="text"),
        _name("predecessor", _("In place of"), _PERSON),
        _name("successor", _("Followed by"), _PERSON),
    )


def _unit() -> tuple[Field, ...]:
    return (
        _name("child", _("Body"), _BODY, required=True),
        _name("parent", _("Part of"), _BODY),
        _choice("change", _("What is said of it"), get_args(UnitChange), required=True),
        _date("date", _("On (day, month or year)")),
        _names("into", _("Became"), _BODY),
        _name("left", _("Transferred from"), _BODY),
    )


def _gathering() -> tuple[Field, ...]:
    return (
        _choice("form", _("Kind of gathering"), get_args(GatheringKind), required=True),
        Field(name="name", label=_("Name"), form="text"),
        _date("start", _("First day")),
        _date("end", _("Last day")),
        _name("place", _("Place"), _PLACE),
        _choice("mode", _("How"), get_args(Mode)),
        Field(name="part_of", label=_("Part of"), form="gathering"),
        _names("organisers", _("Called by"), _ANYONE),
    )


def _attendance() -> tuple[Field, ...]:
    return (
        _name("who", _("Who"), _ANYONE, required=True),
        Field(name="gathering", label=_("Gathering"), form="gathering", required=True),
        _choice("capacity", _("In what capacity"), get_args(Capacity), required=True),
    )


def _agreement() -> tuple[Field, ...]:
    return (
        Field(name="title", label=_("Title"), form="text", required=True),
        _names("parties", _("Parties"), _ANYONE),
        _names("signatories", _("Signed by"), _ANYONE),
        _date("date", _("On (day, month or year)")),
        _choice("status", _("Status"), get_args(AgreementStatus), required=True),
    )


def _award() -> tuple[Field, ...]:
    return (
        Field(name="object", label=_("Award"), form="text", required=True),
        _names("recipients", pgettext("whom", "To"), _ANYONE),
        _names("givers", pgettext("whom", "From"), _ANYONE),
        _date("date", _("On (day, month or year)")),
    )


def _decision() -> tuple[Field, ...]:
    return (
        Field(name="summary", label=_("What was decided, in at most fifteen words"), form="text", required=True),
        _names("by", _("Decided by"), _ANYONE),
        _date("date", _("On (day, month or year)")),
        _choice("status", _("Status"), get_args(DecisionStatus), required=True),
        _date("deadline", _("To be done by")),
    )


def _message() -> tuple[Field, ...]:
    return (
        _choice("form", _("Kind of message"), get_args(MessageKind), required=True),
        _names("senders", pgettext("whom", "From"), _ANYONE),
        _names("recipients", pgettext("whom", "To"), _ANYONE),
        _date("date", _("On (day, month or year)")),
    )


def _name(name: str, label: str, types: tuple[EntityType, ...], *, required: bool = False) -> Field:
    return Field(name=name, label=label, form="name", required=required, types=types, presumed=_presumed(types))


def _names(name: str, label: str, types: tuple[EntityType, ...]) -> Field:
    return Field(name=name, label=label, form="names", types=types, presumed=_presumed(types))


def _presumed(types: tuple[EntityType, ...]) -> EntityType | None:
    return None if types == _ANYONE else types[0]


def _choice(name: str, label: str, choices: Sequence[str], *, required: bool = False) -> Field:
    return Field(name=name, label=label, form="choice", choices=tuple(choices), required=required)


def _date(name: str, label: str) -> Field:
    return Field(name=name, label=label, form="date")
