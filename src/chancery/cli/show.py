"""`chancery show NAME`: all that the record says of a person, a body or a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

import click

from chancery.cli.conflicts import print_conflict
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.gazette.pages.dates_in_words import date_in_words, role_in_words, tenure_in_words
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.register.views import (
    AgreementView,
    AttendanceView,
    AwardView,
    Conflict,
    DecisionView,
    EntityView,
    GatheringView,
    MessageView,
    UnitView,
)
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Citation, EntityName, Tenure

_KINDS = {"person": "person", "organisation": "body", "place": "place"}


class _Cited(Protocol):
    @property
    def citations(self) -> tuple[Citation, ...]: ...


_Fact = TypeVar("_Fact", bound=_Cited)


class Answer(EntityView, frozen=True, kw_only=True):
    """What `chancery show --json` prints: the entity, and what contradicts what about it."""

    conflicts: list[Conflict]


@click.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every citation.")
@click.pass_obj
def show(settings: Settings, name: str, as_json: bool) -> None:
    """Posts, units, gatherings and acts of NAME (any of its names, or its id), each with the sentences that say so."""
    with open_readonly(settings) as register:
        view = register.entity(name)
        conflicts = register.conflicts(view.id)
    if as_json:
        print_json(Answer(**{field: getattr(view, field) for field in view.__struct_fields__}, conflicts=conflicts))
    else:
        _print_view(view)
        if conflicts:
            print_line()
            print_line("Conflicts", style="bold")
        for conflict in conflicts:
            print_conflict(conflict, indent=2)


def _print_view(view: EntityView) -> None:
    print_line(f"{shown(view.name)} ({_KINDS[view.type]} {view.id})", style="bold")
    others = [shown(each.name) for each in view.names if each.name != view.name]
    documents = {document.id for each in view.names for document in each.documents}
    if others:
        print_line(f"also: {'; '.join(others)}", indent=2)
    print_line(f"named in {len(documents)} document{'' if len(documents) == 1 else 's'}", indent=2)
    for other in view.namesakes:
        print_line(f"not to be confused with {shown(other.name)} ({_KINDS[other.type]} {other.id})", indent=2)
    _print_part("Posts", view.tenures, _post_of)
    _print_part("Holders of its posts", view.holders, _holder_of)
    _print_part("Part of", view.parents, lambda unit: _unit(unit, unit.parent))
    _print_part("Units", view.children, lambda unit: _unit(unit, unit.child))
    _print_part("Changes", [unit for unit in view.changes if unit.parent is None], lambda unit: _unit(unit, None))
    _print_part("Gatherings", view.attended, _attendance)
    _print_part("Gatherings here", view.hosted, _gathering)
    _print_part("Agreements", view.agreements, _agreement)
    _print_part("Awards", view.awards, _award)
    _print_part("Decisions", view.decisions, _decision)
    _print_part("Messages", view.messages, _message)


def _print_part(heading: str, facts: Sequence[_Fact], in_words: Callable[[_Fact], str]) -> None:
    if not facts:
        return
    print_line()
    print_line(heading, style="bold")
    for fact in facts:
        print_line(in_words(fact), indent=2)
        print_citations(fact.citations, indent=4)


def _post_of(tenure: Tenure) -> str:
    at = f", {shown(tenure.post.body.name)}" if tenure.post.body else ""
    return f"{_role(tenure)}{at}: {tenure_in_words(tenure)}"


def _holder_of(tenure: Tenure) -> str:
    return f"{_role(tenure)}: {shown(tenure.person.name)}, {tenure_in_words(tenure)}"


def _role(tenure: Tenure) -> str:
    return shown(role_in_words(tenure))


def _unit(unit: UnitView, other: EntityName | None) -> str:
    name = [] if other is None else [shown(other.name)]
    change = [] if unit.change == "exists" else [unit.change]
    return ", ".join([*name, " ".join([*change, *_on(unit.date)])]).removesuffix(", ")


def _attendance(attendance: AttendanceView) -> str:
    return f"{attendance.capacity}: {_gathering(attendance.gathering)}"


def _gathering(gathering: GatheringView) -> str:
    days = _on(gathering.start)
    if gathering.end is not None and gathering.end != gathering.start:
        days = [*days, f"to {date_in_words(gathering.end)}"]
    place = [f"in {shown(gathering.place.name)}"] if gathering.place else []
    return " ".join([shown(gathering.name) if gathering.name else gathering.form, *place, *days])


def _agreement(act: AgreementView) -> str:
    between = [f"between {_names(act.parties)}"] if act.parties else []
    by = [f"by {_names(act.signatories)}"] if act.signatories else []
    return " ".join([f"{shown(act.title)}, {act.status}", *_on(act.date), *between, *by])


def _award(act: AwardView) -> str:
    to = [f"to {_names(act.recipients)}"] if act.recipients else []
    by = [f"from {_names(act.givers)}"] if act.givers else []
    return " ".join([shown(act.object) or "award", *to, *by, *_on(act.date)])


def _decision(act: DecisionView) -> str:
    by = f"{_names(act.by)}: " if act.by else ""
    return " ".join([f"{by}{shown(act.summary)} ({act.status})", *_on(act.date)])


def _message(act: MessageView) -> str:
    by = [f"from {_names(act.senders)}"] if act.senders else []
    to = [f"to {_names(act.recipients)}"] if act.recipients else []
    return " ".join([act.form, *by, *to, *_on(act.date)])


def _names(entities: Iterable[EntityName]) -> str:
    return ", ".join(shown(entity.name) for entity in entities)


def _on(date: DateSpan | None) -> list[str]:
    if date is None:
        return []
    return [("on " if date.precision in ("day", "yearless") else "in ") + date_in_words(date)]
