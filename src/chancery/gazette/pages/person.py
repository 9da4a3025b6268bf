"""The page of a person: posts as bars, gatherings, acts, every spelling of the name, and the rulings on it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chancery.gazette.pages.entity_parts import (
    Section,
    Spelling,
    documents_naming,
    entity_of,
    named_in,
    sections_of,
    spellings_of,
)
from chancery.gazette.pages.gathering import GatheringRow, gathering_row
from chancery.gazette.pages.identity import IdentityRow, identity_rows
from chancery.gazette.pages.parts import Page, Proof, Timeline, page_of, proof_of, timeline_of
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.views import AttendanceView
from chancery.terms.entities import EntityName


class Attended(msgspec.Struct, frozen=True, kw_only=True):
    """A gathering, and in what capacity the person was there."""

    capacity: str
    row: GatheringRow
    proofs: tuple[Proof, ...]


class PersonPage(Page, frozen=True, kw_only=True):
    """`career` holds posts and candidacies; `namesakes` are others who bear the same name; `conflicts` counts what the
    documents contradict each other in."""

    entity: EntityName
    summary: str
    career: Timeline
    attended: tuple[Attended, ...]
    sections: tuple[Section, ...]
    conflicts: int
    names: tuple[Spelling, ...]
    namesakes: tuple[EntityName, ...]
    rulings: tuple[IdentityRow, ...]


def person_page(register: RegisterReading, entity_id: str) -> PersonPage:
    """Raises QuestionError Q001 or Q003, and OutputError X007 where the id is no person's."""
    view = entity_of(register, entity_id, "person", "people")
    entity = EntityName(id=view.id, type=view.type, name=view.name)
    return PersonPage(
        title=view.name,
        address=page_of(entity),
        entity=entity,
        summary=named_in(documents_naming(view)),
        career=timeline_of(view.tenures),
        attended=_attended(view.attended),
        sections=sections_of(
            (_("Agreements"), view.agreements),
            (_("Decisions"), view.decisions),
            (_("Awards"), view.awards),
            (_("Messages"), view.messages),
        ),
        conflicts=len(register.conflicts(view.id)),
        names=spellings_of(view),
        namesakes=view.namesakes,
        rulings=identity_rows(register, view.id),
    )


def _attended(attended: Sequence[AttendanceView]) -> tuple[Attended, ...]:
    """The gatherings by their days, those without a day last."""

    def order(view: AttendanceView) -> tuple[bool, str, str]:
        start = view.gathering.start
        return start is None or start.first is None, str(start), view.gathering.id

    return tuple(
        Attended(
            capacity=_capacities()[view.capacity],
            row=gathering_row(view.gathering),
            proofs=tuple(map(proof_of, view.citations)),
        )
        for view in sorted(attended, key=order)
    )


def _capacities() -> dict[str, str]:
    return {
        "organiser": _("called it"), "chair": _("in the chair"), "host": _("host"), "speaker": _("spoke"),
        "attendee": _("present"), "remote": _("from afar"), "invited": _("invited"),
    }  # fmt: skip
