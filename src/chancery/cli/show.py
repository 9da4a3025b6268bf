"""`chancery show NAME`: all that the record says of a person, a body, a place or a gathering."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import click

from chancery.cli.act_lines import agreement_line, award_line, decision_line, message_line
from chancery.cli.conflicts import print_conflict
from chancery.cli.gathering_lines import print_gathering
from chancery.cli.known import known_option
from chancery.cli.lineage_lines import succession_in_words
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.gazette.pages.dates_in_words import (
    finish_in_words,
    on_date_in_words,
    period_in_words,
    role_in_words,
    start_in_words,
    tenure_in_words,
)
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.register import Answers
from chancery.register.body_views import BodyLife, StretchView
from chancery.register.gathering_views import GatheringRecord
from chancery.register.views import AttendanceView, Conflict, EntityView, GatheringView, UnitView
from chancery.terms.dates import Instant
from chancery.terms.entities import Citation, EntityName, Tenure
from chancery.terms.errors import QuestionError

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
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every citation.")
@click.pass_obj
def show(settings: Settings, name: str, known: Instant | None, as_json: bool) -> None:
    """Posts, units, gatherings and acts of NAME (any of its names, or its id), each with the sentences that say so.

    NAME may also be a gathering's, or its id: then its sessions, who was there and as what, and its acts.
    """
    with open_as_known(settings, known) as register:
        life = None
        conflicts: list[Conflict] = []
        try:
            entity = register.entity(name)
            conflicts = register.conflicts(entity.id)
            life = register.life(entity.id) if entity.type == "organisation" else None
            view: EntityView | GatheringRecord = entity
        except QuestionError as unknown:
            view = _gathering_named(register, name, unknown)
    if isinstance(view, GatheringRecord):
        print_json(view) if as_json else print_gathering(view)
    elif as_json:
        print_json(Answer(**{field: getattr(view, field) for field in view.__struct_fields__}, conflicts=conflicts))
    else:
        _print_view(view, life)
        if conflicts:
            print_line()
            print_line("Conflicts", style="bold")
        for conflict in conflicts:
            print_conflict(conflict, indent=2)


def _gathering_named(register: Answers, name: str, unknown: QuestionError) -> GatheringRecord:
    """The gathering of that name or id. Raises what was raised before where there is no such gathering either."""
    try:
        return register.gathering(name)
    except QuestionError as error:
        raise (unknown if error.code == "Q001" or unknown.code != "Q001" else error) from error


def _print_view(view: EntityView, life: BodyLife | None) -> None:
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
    if life is not None and len(life.names) > 1:
        print_line()
        print_line("Names in its time", style="bold")
        for each in life.names:
            print_line(f"{shown(each.name.name)}: {_while(each.when)}", indent=2)
            print_citations(each.when.citations, indent=4)
    if life is not None:
        _print_part("Came from", life.predecessors, lambda each: shown(succession_in_words(each)))
        _print_part("Became", life.successors, lambda each: shown(succession_in_words(each)))
    _print_part("Gatherings", view.attended, _attendance)
    _print_part("Gatherings here", view.hosted, _gathering)
    _print_part("Agreements", view.agreements, agreement_line)
    _print_part("Awards", view.awards, award_line)
    _print_part("Decisions", view.decisions, decision_line)
    _print_part("Messages", view.messages, message_line)


def _while(stretch: StretchView) -> str:
    return f"{start_in_words(stretch.start)}, {finish_in_words(stretch.end)}"


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
    return ", ".join([*name, " ".join([*change, on_date_in_words(unit.date).strip()]).strip()]).removesuffix(", ")


def _attendance(attendance: AttendanceView) -> str:
    return f"{attendance.capacity}: {_gathering(attendance.gathering)}"


def _gathering(gathering: GatheringView) -> str:
    when = f" {period_in_words(gathering.start, gathering.end)}" if gathering.start else ""
    place = f" in {shown(gathering.place.name)}" if gathering.place else ""
    return f"{shown(gathering.name) if gathering.name else gathering.form}{place}{when}"
