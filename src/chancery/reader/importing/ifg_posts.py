"""Appointments of the ministers database as claims of posts, and the leave that was taken from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from chancery.reader.importing.holding import holding_fact
from chancery.reader.importing.ifg_tables import Appointment, Characteristic, Dated, Person, Tables
from chancery.reader.importing.sheet import Sheet
from chancery.terms.claims import Evidence, PostFact, Ref
from chancery.terms.dates import DateSpan


def tell_appointments(tables: Tables, sheet: Sheet, latest: DateSpan | None) -> None:
    """A claim for every appointment; where only a part of it was an acting one, another for that part."""
    acting: dict[str, list[Characteristic]] = {}
    for told in tables.characteristics.values():
        if told.acting:
            acting.setdefault(told.appointment.dated.row["id"], []).append(told)
    for key, appointment in tables.appointments.items():
        cell = appointment.dated.row.cells["person_id"]
        who, body = _refs(sheet, appointment, (cell.start, cell.end))
        times = [(told.dated, (*proof_of(told), told.dated.row.evidence), True) for told in acting.get(key, ())]
        own = appointment.dated
        if not any((dated.start, dated.end) == (own.start, own.end) for dated, _, _ in times):
            times.insert(0, (own, proof_of(appointment), False))
        for dated, proof, is_acting in times:
            _say(sheet, appointment, who, body, dated, proof, is_acting, latest)


def _say(
    sheet: Sheet,
    appointment: Appointment,
    who: Ref,
    body: Ref,
    dated: Dated,
    proof: Sequence[Evidence],
    acting: bool,
    latest: DateSpan | None,
) -> None:
    fact = holding_fact(
        person=who, organisation=body, role=appointment.post.role, title=appointment.post.title,
        start=dated.start, end=dated.end, latest=latest, acting=acting,
    )  # fmt: skip
    sheet.say(fact, *proof, rule="ifg appointment")


def tell_leave(tables: Tables, sheet: Sheet) -> None:
    """A claim for every time of leave within an appointment."""
    for told in tables.characteristics.values():
        cell = told.dated.row.cells["appointment_id"]
        who, body = _refs(sheet, told.appointment, (cell.start, cell.end))
        if not told.leave:
            continue
        fact = PostFact(
            person=who, organisation=body, role=told.appointment.post.role, title=told.appointment.post.title,
            since=told.dated.start, until=told.dated.end, leave=True,
        )  # fmt: skip
        sheet.say(fact, told.dated.row.evidence, *proof_of(told), rule="ifg leave")


def proof_of(told: Appointment | Characteristic) -> tuple[Evidence, ...]:
    """The row of the appointment, of a time within it what proves that, and the rows that its ids lead to."""
    if isinstance(told, Characteristic):
        appointment, own = told.appointment, told.appointment.dated.row.naming("person_id")
    else:
        appointment, own = told, told.dated.row.evidence
    post, name = appointment.post, _name_at(appointment.person, appointment.dated)
    return (own, *(row.naming("name") for row in (name.row, post.row, post.body.dated.row)))


def _name_at(person: Person, dated: Dated) -> Dated:
    """The name that the person had when the appointment began; a name lasts until the next one."""
    day = dated.start.first if dated.start is not None else None
    return person.names[0 if day is None else max(0, bisect_right(person.since, day) - 1)]


def _refs(sheet: Sheet, appointment: Appointment, place: tuple[int, int]) -> tuple[Ref, Ref]:
    return sheet.ref(appointment.person.named, place), sheet.ref(appointment.post.body.named)
