"""Appointments of the ministers database as claims of posts, and the leave that was taken from them."""

from __future__ import annotations

import datetime as dt

from chancery.reader.importing.ifg_tables import Appointment, Characteristic, Dated, Person, Post, Tables
from chancery.reader.importing.sheet import Sheet
from chancery.reader.importing.stints import Stint, joined_stints
from chancery.terms.claims import Evidence, PostFact
from chancery.terms.dates import DateSpan


def latest_day(tables: Tables) -> DateSpan | None:
    """The day of the last appointment: until then at least the tables were kept."""
    days = [
        a.dated.start.first
        for a in tables.appointments.values()
        if a.dated.start is not None and a.dated.start.first is not None
    ]
    return DateSpan.of_day(max(days)) if days else None


def tell_appointments(tables: Tables, sheet: Sheet, latest: DateSpan | None) -> None:
    """A claim for every stint; an acting one is told as such."""
    acting: dict[str, list[Characteristic]] = {}
    for told in tables.characteristics.values():
        if told.acting:
            acting.setdefault(told.appointment.dated.row["id"], []).append(told)
    found: dict[tuple[str, str, str, bool], list[tuple[Appointment, Stint]]] = {}
    for key, appointment in tables.appointments.items():
        person, body = appointment.person.named.identifier, appointment.post.body.named.identifier
        role = appointment.post.role.casefold()
        own = Stint(start=appointment.dated.start, end=appointment.dated.end, proof=(*proof_of(appointment),))
        for stint, is_acting in _parts(own, acting.get(key, [])):
            found.setdefault((person, body, role, is_acting), []).append((appointment, stint))
    for (*_, is_acting), parts in found.items():
        appointment = parts[0][0]
        for other, _ in parts:
            cells = other.dated.row.cells
            _refs(sheet, other, cells["person_id"].start, cells["person_id"].end)
        who, body_ref = _refs(sheet, appointment)
        for stint in joined_stints(stint for _, stint in parts):
            start, end = stint.start, stint.end
            lasting = end is None
            fact = PostFact(
                person=who,
                organisation=body_ref,
                role=appointment.post.role,
                title=appointment.post.title,
                change="holds" if lasting or start is None else "appointed",
                date=latest if lasting else start,
                since=start if lasting else None,
                until=end,
                acting=is_acting,
            )
            sheet.say(fact, *stint.proof, rule="ifg appointment")


def tell_leave(tables: Tables, sheet: Sheet) -> None:
    """A claim for every time of leave within an appointment."""
    for told in tables.characteristics.values():
        cell = told.dated.row.cells["appointment_id"]
        who, body = _refs(sheet, told.appointment, cell.start, cell.end)
        if not told.leave:
            continue
        fact = PostFact(
            person=who, organisation=body, role=told.appointment.post.role, title=told.appointment.post.title,
            since=told.dated.start, until=told.dated.end, leave=True,
        )  # fmt: skip
        sheet.say(fact, told.dated.row.evidence, *proof_of(told.appointment), rule="ifg leave")


def proof_of(appointment: Appointment) -> tuple[Evidence, ...]:
    """The row of the appointment, and the rows that its ids lead to."""
    post, name = appointment.post, _name_at(appointment.person, appointment.dated)
    return (appointment.dated.row.evidence, post.row.evidence, post.body.dated.row.evidence, name.row.evidence)


def _name_at(person: Person, dated: Dated) -> Dated:
    """The name that the person had when the appointment began; names last until the next one."""
    day = dated.start.first if dated.start is not None else None
    if day is None:
        return person.names[0]
    begun = [n for n in person.names if n.start is None or (n.start.first or dt.date.min) <= day]
    return begun[-1] if begun else person.names[0]


def _parts(own: Stint, acting: list[Characteristic]) -> list[tuple[Stint, bool]]:
    """The appointment, acting or not; where only a part of it was acting, that part beside the whole."""
    parts: list[tuple[Stint, bool]] = []
    whole = False
    for told in acting:
        proof = (*own.proof, told.dated.row.evidence)
        if (told.dated.start, told.dated.end) == (own.start, own.end):
            whole = True
        parts.append((Stint(start=told.dated.start, end=told.dated.end, proof=proof), True))
    return parts if whole else [(own, False), *parts]


def _refs(sheet: Sheet, appointment: Appointment, *place: int) -> tuple[str, str]:
    start, end = place or (0, 0)
    return sheet.ref(appointment.person.named, (start, end)), sheet.ref(appointment.post.body.named)
