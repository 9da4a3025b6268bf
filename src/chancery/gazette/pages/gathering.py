"""The page of a gathering: its programme, who was there and as what, what came of it, and its place in a series."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words, period_in_words
from chancery.gazette.pages.entity_parts import Section, sections_of
from chancery.gazette.pages.parts import Page, Proof, gathering_address, proof_of
from chancery.gazette.pages.phrases import capital
from chancery.gazette.pages.words_for_terms import term_in_words
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.gathering_views import SeriesPlace
from chancery.register.views import AttendanceView, GatheringView
from chancery.terms.entities import EntityName

SESSIONS_TOLD = 40  # of a programme, with who chaired and spoke; further ones stand with their names only


class GatheringRow(msgspec.Struct, frozen=True, kw_only=True):
    """A gathering in a list, told with its days, its place and who called it."""

    name: str
    href: str
    form: str
    when: str
    place: EntityName | None
    organisers: tuple[EntityName, ...]
    proofs: tuple[Proof, ...]


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who took part."""

    who: EntityName
    proofs: tuple[Proof, ...]


class Part(msgspec.Struct, frozen=True):
    """Those who took part in one capacity."""

    capacity: str
    heading: str
    people: tuple[Taking, ...]


class Session(msgspec.Struct, frozen=True, kw_only=True):
    row: GatheringRow
    parts: tuple[Part, ...]


class ProgrammePlace(msgspec.Struct, frozen=True):
    """The sessions of one day at one place; None where no document says where."""

    place: EntityName | None
    sessions: tuple[Session, ...]


class ProgrammeDay(msgspec.Struct, frozen=True):
    """The sessions of one day, month or year as it is known, in words; None without a date."""

    day: str | None
    places: tuple[ProgrammePlace, ...]


class SeriesRow(msgspec.Struct, frozen=True, kw_only=True):
    """The place in a series, with the nearest editions that the record knows."""

    name: str
    number: int
    before: GatheringRow | None
    after: GatheringRow | None


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """How one document dates and names the gathering."""

    when: str
    name: str | None
    proofs: tuple[Proof, ...]


class GatheringPage(Page, frozen=True, kw_only=True):
    """`stated` is there where documents date the gathering differently."""

    id: str
    row: GatheringRow
    mode: str | None
    names: tuple[str, ...]
    part_of: GatheringRow | None
    series: SeriesRow | None
    stated: tuple[Stated, ...]
    programme: tuple[ProgrammeDay, ...]
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]


def gathering_page(register: RegisterReading, name_or_id: str) -> GatheringPage:
    """Raises QuestionError Q001 or Q003."""
    record = register.gathering(name_or_id)
    row = gathering_row(record.gathering)
    return GatheringPage(
        title=row.name,
        address=row.href,
        id=record.gathering.id,
        row=row,
        mode=record.gathering.mode,
        names=record.gathering.names,
        part_of=gathering_row(record.part_of) if record.part_of is not None else None,
        series=_series(record.series) if record.series is not None else None,
        stated=_stated(record.stated),
        programme=_programme(register, record.sessions),
        parts=parts_of(record.attendance),
        sections=sections_of(
            (_("Decided"), record.decisions),
            (_("Signed"), record.agreements),
            (_("Awarded"), record.awards),
            (_("Word sent"), record.messages),
        ),
    )


def gathering_row(gathering: GatheringView) -> GatheringRow:
    return GatheringRow(
        name=gathering.name or capital(term_in_words(gathering.form, "form")),
        href=gathering_address(gathering.id),
        form=gathering.form,
        when=period_in_words(gathering.start, gathering.end),
        place=gathering.place,
        organisers=gathering.organisers,
        proofs=tuple(proof_of(citation) for citation in gathering.citations),
    )


def parts_of(attendance: Sequence[AttendanceView]) -> tuple[Part, ...]:
    """Who took part, by capacity, the most telling first."""
    found = []
    for capacity, heading in _headings().items():
        people = tuple(
            Taking(who=view.who, proofs=tuple(proof_of(citation) for citation in view.citations))
            for view in attendance
            if view.capacity == capacity
        )
        if people:
            found.append(Part(capacity, heading, people))
    return tuple(found)


def _headings() -> dict[str, str]:
    return {
        "organiser": _("Called by"), "chair": _("In the chair"), "host": _("Hosts"), "speaker": _("Speakers"),
        "attendee": _("Present"), "remote": _("From afar"), "invited": _("Invited"),
    }  # fmt: skip


def _series(place: SeriesPlace) -> SeriesRow:
    return SeriesRow(
        name=place.name,
        number=place.number,
        before=gathering_row(place.before) if place.before is not None else None,
        after=gathering_row(place.after) if place.after is not None else None,
    )


def _stated(stated: Sequence[GatheringView]) -> tuple[Stated, ...]:
    if len({(view.start, view.end) for view in stated if view.start is not None}) < 2:
        return ()
    return tuple(
        Stated(
            when=period_in_words(view.start, view.end),
            name=view.name,
            proofs=tuple(proof_of(citation) for citation in view.citations),
        )
        for view in stated
    )


def _programme(register: RegisterReading, sessions: Sequence[GatheringView]) -> tuple[ProgrammeDay, ...]:
    """The sessions, which come in the order of their days, by day and place."""
    days: dict[str | None, dict[EntityName | None, list[Session]]] = {}
    for number, view in enumerate(sessions):
        attendance = register.gathering(view.id).attendance if number < SESSIONS_TOLD else ()
        session = Session(row=gathering_row(view), parts=parts_of(attendance))
        day = date_in_words(view.start) if view.start is not None else None
        days.setdefault(day, {}).setdefault(view.place, []).append(session)
    return tuple(
        ProgrammeDay(day, tuple(ProgrammePlace(place, tuple(several)) for place, several in places.items()))
        for day, places in days.items()
    )
