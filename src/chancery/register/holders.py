"""Who held a post: tenures of a role, and what can be said of each for the day that is asked about."""

from __future__ import annotations

import datetime as dt

from chancery.register.careers import StoredTenure, stored_tenures
from chancery.register.citations import Shown
from chancery.register.fates import Fates
from chancery.register.holding import SURENESS, holding_in
from chancery.register.lookup import find_entity
from chancery.register.roles import folded_role, is_single_seat
from chancery.register.store import Store
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Holder


def holders_on(store: Store, role: str, body: str | None, on: dt.date | DateSpan | None) -> list[Holder]:
    """The holders of a role, surest first, then in the order of their days.

    `body` is a name, an alias or an id; None asks in every body. With `on`, those who did not hold it then and
    candidates are left out; of a month or a year, anyone who held it on one of its days is told. Without `on`, every
    tenure is told, candidacies too, and `holding` says whether any day of it is proved.
    """
    key = folded_role(role)
    if body is None:
        stored = stored_tenures(store, "role = ?", (key,))
    else:
        stored = [each for each in tenures_in(store, find_body(store, body)) if each.role == key]
    shown, fates = Shown(store), Fates(store)
    span = DateSpan.of_day(on) if isinstance(on, dt.date) else on
    found = []
    for each in stored:
        tenure = shown.tenure(each)
        if span is None:
            proved = each.tenure.standing == "held" and each.tenure.attested_first is not None
            found.append(Holder(tenure=tenure, holding="held" if proved else "unknown", on=None))
            continue
        holding = holding_in(tenure, span, succeeded=_succeeded(each, stored, fates))
        if holding != "not held" and tenure.standing != "candidate":
            found.append(Holder(tenure=tenure, holding=holding, on=span.first if span.precision == "day" else None))
    return sorted(found, key=lambda holder: SURENESS.index(holder.holding)) if span is not None else found


def find_body(store: Store, name_or_id: str) -> str:
    """The id of a body by name; a state may be known as a place only. Raises QuestionError Q001 or Q003."""
    return find_entity(store, name_or_id, ("organisation", "place")).id


def tenures_in(store: Store, body: str) -> list[StoredTenure]:
    """The tenures of a body's posts, under whichever of its names, before and after renames."""
    names = sorted(Fates(store).one_body(body))
    return stored_tenures(store, f"body IN ({', '.join('?' for _ in names)})", tuple(names))


def roles_in(store: Store, body: str | None) -> list[str]:
    """The roles that the record knows in a body, as first written, alphabetically."""
    found = stored_tenures(store, "1 = 1", ()) if body is None else tenures_in(store, find_body(store, body))
    roles = {each.role: each.tenure.role for each in reversed(found)}
    return sorted(roles.values(), key=str.casefold)


def _succeeded(tenure: StoredTenure, others: list[StoredTenure], fates: Fates) -> dt.date | None:
    """The first day of another in the same single seat, after this tenure was last attested."""
    if not is_single_seat(tenure.role):
        return None
    names = {None} if tenure.body is None else fates.one_body(tenure.body)
    last = tenure.tenure.attested_last
    days = [
        start
        for other in others
        if other.person != tenure.person
        and other.body in names
        and other.acting == tenure.acting
        and other.tenure.standing == "held"
        and (start := _first_day(other)) is not None
        and (last is None or last.first is None or start > last.first)
    ]
    return min(days, default=None)


def _first_day(stored: StoredTenure) -> dt.date | None:
    date = stored.tenure.start.date or stored.tenure.attested_first
    return None if date is None else date.first
