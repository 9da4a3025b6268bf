"""The answer to "who held this post, there, on that day"."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec

from chancery.gazette.pages.parts import Page, TenureRow, tenure_row
from chancery.gazette.pages.timeline import Axis, axis_of
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import said_later
from chancery.register import RegisterReading
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName, Holding
from chancery.terms.errors import QuestionError

LONGEST_FIELD = 200  # characters
MOST_ROLES = 500  # offered while one types

_HOLDINGS: dict[Holding, str] = {
    "held": said_later("held it"),
    "presumed": said_later("presumed to have held it"),
    "possible": said_later("may have held it"),
    "not held": said_later("did not hold it"),
    "unknown": said_later("not known for that day"),
}


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """`disputed` are others who are said to have held the single seat at the same time."""

    holding: Holding
    holding_in_words: str
    row: TenureRow
    disputed: tuple[EntityName, ...] = ()


class WhoPage(Page, frozen=True, kw_only=True):
    """The question as it was put, and the answers, surest first. `roles` are those that the record knows."""

    role: str
    body: str
    on: str
    asked: bool
    roles: tuple[str, ...]
    axis: Axis | None
    answers: tuple[Answer, ...]


def who_page(register: RegisterReading, *, role: str = "", body: str = "", on: str = "") -> WhoPage:
    """Without a role, the empty question. Raises QuestionError Q001, Q002 or Q003."""
    role, body, on = (field.strip()[:LONGEST_FIELD] for field in (role, body, on))
    date = _date(on) if on else None
    holders = register.holders_on(role, body or None, date) if role else []
    answers = tuple(
        Answer(
            holding=holder.holding,
            holding_in_words=_(_HOLDINGS[holder.holding]) if date else _("is named in it"),
            row=tenure_row(holder.tenure),
            disputed=holder.disputed,
        )
        for holder in holders
    )
    question = {name: value for name, value in (("role", role), ("in", body), ("on", on)) if value}
    return WhoPage(
        title=_("Who held it?"),
        address=f"/who?{urlencode(question)}" if question else "/who",
        role=role,
        body=body,
        on=on,
        asked=bool(role),
        roles=tuple(dict.fromkeys(register.roles_in(None)))[:MOST_ROLES],
        axis=axis_of(answer.row.bar for answer in answers),
        answers=answers,
    )


def _date(text: str) -> DateSpan:
    try:
        return DateSpan.parse(text)
    except ValueError as error:
        raise QuestionError("Q002", text=text) from error
