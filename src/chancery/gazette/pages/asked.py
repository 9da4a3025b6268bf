"""Dates as people write them in forms, addresses and commands."""

from __future__ import annotations

from chancery.register import RegisterReading
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.entities import EntityName
from chancery.terms.errors import QuestionError

LONGEST_FIELD = 200  # characters


def asked_span(text: str) -> DateSpan:
    """A day, a month or a year: "1925-06-01", "1925-06" or "1925". Raises QuestionError Q002."""
    try:
        span = DateSpan.parse(text)
    except ValueError as error:
        raise QuestionError("Q002", text=text) from error
    if span.first is None:
        raise QuestionError("Q002", text=text)
    return span


def asked_instant(text: str) -> Instant:
    """An instant with its offset from UTC, or the beginning of a day in UTC. Raises QuestionError Q002."""
    try:
        return Instant.parse(text if "T" in text else f"{text}T00:00:00+00:00")
    except (ValueError, OverflowError) as error:
        raise QuestionError("Q002", text=text) from error


def field_of(text: str) -> str:
    """A field of a form without what is around it, and never longer than any sensible answer."""
    return text.strip()[:LONGEST_FIELD]


def field_naming(register: RegisterReading, asked: str, entity: EntityName | None) -> str:
    """What a form shows where somebody was asked for: the name in place of an id, if nobody else bears it."""
    if entity is None or asked != entity.id or register.entity(entity.id).namesakes:
        return asked
    return entity.name
