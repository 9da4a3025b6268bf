"""From the fields of a form to what a person states, or to what is wrong with each field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import msgspec

from chancery.gazette.correcting.fields import Field, fields_of_kind
from chancery.gazette.correcting.names import Meant, Names
from chancery.gazette.tongue import gettext as _
from chancery.terms.by_hand import Statement
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    Claim,
    DecisionFact,
    EntityType,
    Fact,
    GatheringFact,
    MessageFact,
    PostFact,
    Referent,
    Stance,
    UnitFact,
)
from chancery.terms.dates import DateSpan

LONGEST_TEXT = 1000  # characters of a field
MOST_NAMES = 60  # in one field
MOST_WORDS = 15  # of a decision's summary, as the records want it
STANCES: tuple[Stance, ...] = ("asserted", "denied", "proposed", "attributed")
_TYPES: tuple[EntityType, ...] = ("person", "organisation", "place")
_FACTS: dict[str, type[Fact]] = {
    "post": PostFact, "unit": UnitFact, "gathering": GatheringFact, "attendance": AttendanceFact,
    "agreement": AgreementFact, "award": AwardFact, "decision": DecisionFact, "message": MessageFact,
}  # fmt: skip


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """A statement, or what is wrong: by the name of a field, "" for what is of none."""

    statement: Statement | None
    problems: dict[str, str]


def statement_of(
    names: Names,
    document: str,
    kind: str,
    span: tuple[int, int],
    typed: Mapping[str, str],
    *,
    gatherings: Mapping[str, Claim],
    instead_of: str | None,
) -> Entered:
    """What the form states of the document; `gatherings` are the claims of its gatherings by id."""
    form = _Form(names, typed, gatherings)
    values = {field.name: form.value(field) for field in fields_of_kind(kind)}
    form.check(kind, values)
    stance = typed.get("stance") or "asserted"
    if stance not in STANCES:
        form.problems["stance"] = _("Choose one of these.")
    if form.problems:
        return Entered(statement=None, problems=form.problems)
    given = {name: value for name, value in values.items() if value is not None}
    if kind == "gathering":
        given["gathering"] = "g1"
    statement = Statement(
        document=document,
        fact=_FACTS[kind](**given),
        referents=tuple(form.referents.values()),
        spans=(span,),
        stance=cast(Stance, stance),
        entities=form.entities,
        instead_of=instead_of,
    )
    return Entered(statement=statement, problems={})


def numbered(name: str, place: int) -> str:
    """The name of one of several inputs of a field."""
    return f"{name}-{place}"


class _Form:
    """Reads one form field by field, and gathers the names in it and the problems."""

    def __init__(self, names: Names, typed: Mapping[str, str], gatherings: Mapping[str, Claim]) -> None:
        self._names = names
        self._typed = typed
        self._gatherings = gatherings
        self._refs: dict[tuple[str, str], str] = {}
        self.referents: dict[str, Referent] = {}
        self.entities: dict[str, str] = {}
        self.problems: dict[str, str] = {}

    def value(self, field: Field) -> Any:
        """What the fact's field is to hold; None where nothing is told, or there is a problem."""
        if field.form == "names":
            places = (numbered(field.name, place) for place in range(1, MOST_NAMES + 1))
            refs = [ref for place in places if (ref := self._named(field, place)) is not None]
            return tuple(dict.fromkeys(refs))
        text = self._text(field.name)
        if not text:
            if field.required:
                self.problems[field.name] = _("This is needed.")
            return None
        match field.form:
            case "name":
                return self._named(field, field.name)
            case "date":
                return self._date(field.name, text)
            case "yes":
                return text == "yes"
            case "choice" if text not in field.choices:
                self.problems[field.name] = _("Choose one of these.")
            case "gathering" if text not in self._gatherings:
                self.problems[field.name] = _("Choose one of these.")
        return text

    def check(self, kind: str, values: Mapping[str, Any]) -> None:
        """What fields must be together."""
        for first, last in (("since", "until"), ("start", "end"), ("date", "deadline")):
            a, b = values.get(first), values.get(last)
            if a is not None and b is not None and None not in (a.first, b.last) and b.last < a.first:
                self.problems.setdefault(last, _("This is before it begins."))
        if kind == "decision" and len(self._text("summary").split()) > MOST_WORDS:
            self.problems["summary"] = _("Say it in at most fifteen words.")
        if kind == "unit" and values.get("child") is not None and values["child"] == values.get("parent"):
            self.problems["parent"] = _("A body is no part of itself.")
        several = {"agreement": ("parties", "signatories"), "award": ("recipients", "givers"),
                   "decision": ("by",), "message": ("senders", "recipients")}.get(kind, ())  # fmt: skip
        named = [name for name in several if values.get(name)]
        if several and not named and not any(name.startswith(several) for name in self.problems):
            self.problems[numbered(several[0], 1)] = _("Name at least one.")

    def _text(self, name: str) -> str:
        return " ".join(self._typed.get(name, "").split())[:LONGEST_TEXT]

    def _date(self, name: str, text: str) -> DateSpan | None:
        try:
            return DateSpan.parse(text)
        except ValueError:
            self.problems[name] = _("Write a date as 1925-06-01, 1925-06 or 1925.")
            return None

    def _named(self, field: Field, name: str) -> str | None:
        text = self._text(name)
        if not text:
            return None
        said = self._text(f"{name}-type")
        kind = next((each for each in _TYPES if each == said), None)
        meant = self._names.meant(text, field.types, kind, field.presumed)
        if not isinstance(meant, Meant):
            self.problems[name] = meant
            return None
        key = (meant.type, meant.name)
        if key not in self._refs:
            ref = self._refs[key] = f"n{len(self._refs) + 1}"
            self.referents[ref] = meant.referent(ref)
            if meant.entity is not None:
                self.entities[ref] = meant.entity
        return self._refs[key]
