"""Who held a post: tenures of a role, and what can be said of each for the day that is asked about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from chancery.register.careers import StoredTenure, stored_tenures
from chancery.register.disputes import disputed_by
from chancery.register.holding import SURENESS, holding_in
from chancery.register.lineage import Lineage
from chancery.register.lines import Lines
from chancery.register.lookup import find_entity
from chancery.register.roles import folded_role, is_single_seat
from chancery.register.store import Listed, Store
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName, Holder, Holding

_NONE: Mapping[str, Sequence[str]] = {}


def holders_on(store: Store, role: str, body: str | None, on: dt.date | DateSpan | None) -> list[Holder]:
    """The holders of a role, surest first, then in the order of their days.

    `body` is a name, an alias or an id; None asks in every body. A body that was renamed is one body under all its
    names; one that was merged or split is another than what it became (see `lineage`). With `on`, those who did not
    hold it then and candidates are left out; of a month or a year, anyone who held it on one of its days is told.
    Without `on`, every tenure is told, candidacies too, and `holding` says whether any day of it is proved. Who is in
    conflict with another holder of a single seat is told as *held* and `disputed`.
    """
    key = folded_role(role)
    lineage = Lineage(store)
    if body is None:
        stored = stored_tenures(store, "role = ?", (key,))
    else:
        stored = _in_line(store, lineage, find_body(store, body), key)
    span = DateSpan.of_day(on) if isinstance(on, dt.date) else on
    disputes = disputed_by(store, stored, span, root=lineage.lines.root)
    return holders_among(lineage, stored, span, disputed=disputes)


def holders_among(
    lineage: Lineage,
    stored: list[StoredTenure],
    span: DateSpan | None,
    *,
    everyone: bool = False,
    disputed: Mapping[str, Sequence[str]] = _NONE,
) -> list[Holder]:
    """What can be said of these tenures, all of one role, for a span of days: see `holders_on`.

    `everyone` keeps those who did not hold it then; `disputed` are the persons of `disputes.disputed_by`.
    """
    judged = judge_tenures(lineage, stored, span, everyone=everyone)
    lineage.shown.prepare_tenures(each.stored for each in judged)
    return [shown_holder(lineage, each, disputed=disputed) for each in judged]


class Judged(msgspec.Struct, frozen=True):
    """A tenure with what can be said of it for a span of days, before it is shown."""

    stored: StoredTenure
    holding: Holding
    on: DateSpan | None


def judge_tenures(
    lineage: Lineage, stored: list[StoredTenure], span: DateSpan | None, *, everyone: bool = False
) -> list[Judged]:
    """As `holders_among`, before anything is shown; with a span, the surest first."""
    shown = lineage.shown
    shown.prepare_entities(entity for each in stored for entity in (each.person, each.body) if entity is not None)
    if span is None:
        return [Judged(each, "held" if _is_proved(each) else "unknown", None) for each in stored]
    told = [
        Judged(
            each, holding_in(shown.tenure(each, cited=False), span, succeeded=_succeeded(lineage, each, stored)), span
        )
        for each in stored
        if each.tenure.standing != "candidate"
    ]
    told = [each for each in told if everyone or each.holding != "not held"]
    return sorted(told, key=lambda each: SURENESS.index(each.holding))


def _is_proved(stored: StoredTenure) -> bool:
    return stored.tenure.standing == "held" and stored.tenure.attested_first is not None


def shown_holder(lineage: Lineage, judged: Judged, *, disputed: Mapping[str, Sequence[str]] = _NONE) -> Holder:
    stored, span, shown = judged.stored, judged.on, lineage.shown
    others = tuple(shown.entity(person) for person in disputed.get(stored.id, ()))
    tenure = shown.tenure(stored)
    if span is None:
        return Holder(tenure=tenure, holding=judged.holding, on=None, disputed=others)
    return Holder(
        tenure=tenure,
        holding=judged.holding,
        on=span.first if span.precision == "day" else None,
        body_then=_name_then(lineage, stored.body, span),
        disputed=others if judged.holding == "held" else (),
    )


def _in_line(store: Store, lineage: Lineage, body: str, role: str) -> list[StoredTenure]:
    """The tenures of a role in a body under any of its names."""
    names = Listed(lineage.lines.of(body))
    return stored_tenures(store, "role = ? AND body IN (SELECT value FROM json_each(?))", (role, names))


def _name_then(lineage: Lineage, body: str | None, span: DateSpan) -> EntityName | None:
    if body is None or len(lineage.lines.of(body)) == 1:
        return None
    then = lineage.name_then(body, span)
    return None if then == body else lineage.shown.entity(then)


def find_body(store: Store, name_or_id: str) -> str:
    """The id of a body by name; a state may be known as a place only. Raises QuestionError Q001 or Q003."""
    return find_entity(store, name_or_id, ("organisation", "place")).id


def roles_in(store: Store, body: str | None) -> list[str]:
    """The roles that the record knows in a body, as first written, alphabetically."""
    if body is None:
        # One tenure of each role is enough: of all in the record there may be a hundred thousand.
        keys = [key for (key,) in store.rows("SELECT DISTINCT role FROM tenure ORDER BY role")]
        stored = [each for key in keys for each in _first_of(store, key)]
    else:
        names = Listed(Lines(store).of(find_body(store, body)))
        stored = stored_tenures(store, "body IN (SELECT value FROM json_each(?))", (names,))
    roles = {each.role: each.tenure.role for each in reversed(stored)}
    return sorted(roles.values(), key=str.casefold)


def _first_of(store: Store, role: str) -> list[StoredTenure]:
    """The first tenure of a role, in the order of `stored_tenures`: dated ones before others."""
    for dated in ("first IS NOT NULL", "first IS NULL"):
        row = store.first(f"SELECT id FROM tenure WHERE role = ? AND {dated} ORDER BY first, id LIMIT 1", (role,))
        if row is not None:
            return stored_tenures(store, "id = ?", row)
    return []


def _succeeded(lineage: Lineage, tenure: StoredTenure, others: list[StoredTenure]) -> dt.date | None:
    """The first day of another in the same single seat, after this tenure was last attested."""
    if not is_single_seat(tenure.role):
        return None
    last = tenure.tenure.attested_last
    days = [
        start
        for other in others
        if other.person != tenure.person
        and lineage.lines.root(other.body or "") == lineage.lines.root(tenure.body or "")
        and other.acting == tenure.acting
        and other.tenure.standing == "held"
        and (start := _first_day(other)) is not None
        and (last is None or last.first is None or start > last.first)
    ]
    return min(days, default=None)


def _first_day(stored: StoredTenure) -> dt.date | None:
    date = stored.tenure.start.date or stored.tenure.attested_first
    return None if date is None else date.first
