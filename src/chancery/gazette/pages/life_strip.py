"""The life of a body as a strip: its existence and names as bands, what became of it as numbered marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from chancery.gazette.pages.dates_in_sentences import on_in_words
from chancery.gazette.pages.dates_in_words import finish_in_words, start_in_words
from chancery.gazette.pages.facts_in_words import Line, Phrase
from chancery.gazette.pages.parts import Proof, proof_of
from chancery.gazette.pages.phrases import line_of
from chancery.gazette.pages.timeline import Axis, BarPart, bar_of
from chancery.gazette.pages.views_in_words import fact_row
from chancery.gazette.tongue import gettext as _
from chancery.register.body_views import BodyLife, StretchView, Succession
from chancery.register.views import UnitView
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName

_ROOM = 5.0  # percent of the axis between two marks that stand side by side


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a body's life: under a name, in a parent, or suspended. `bar` is empty without a date."""

    entity: EntityName | None
    when: str
    bar: tuple[BarPart, ...]
    proofs: tuple[Proof, ...]


class Turning(msgspec.Struct, frozen=True, kw_only=True):
    """Something that became of the body, from the earliest; `number` is its mark on the strip."""

    number: int
    day: dt.date | None
    line: Line
    proofs: tuple[Proof, ...]


class Mark(msgspec.Struct, frozen=True):
    """Where the mark of a turning stands: percent of the axis, and how many rows down."""

    number: int
    x: float
    row: int


class LifeStrip(msgspec.Struct, frozen=True, kw_only=True):
    """`names` are one band each; a body that was never renamed has one for each time that it existed."""

    names: tuple[Band, ...]
    parents: tuple[Band, ...]
    suspensions: tuple[Band, ...]
    turnings: tuple[Turning, ...]

    def bars(self) -> Iterable[tuple[BarPart, ...]]:
        return (band.bar for band in (*self.names, *self.parents, *self.suspensions))

    def marks(self, axis: Axis) -> tuple[Mark, ...]:
        """The marks of the dated turnings, each in the first row in which it has room."""
        found: list[Mark] = []
        for turning in self.turnings:
            if turning.day is None or not axis.first <= turning.day.year < axis.after:
                continue
            x = axis.percent(turning.day)
            taken = {mark.row for mark in found if abs(mark.x - x) < _ROOM}
            found.append(Mark(turning.number, x, next(row for row in range(len(found) + 1) if row not in taken)))
        return tuple(found)


def life_strip(life: BodyLife, changes: Sequence[UnitView]) -> LifeStrip:
    """`changes` are those of the body under all its names."""
    if len({each.name.id for each in life.names}) > 1:
        names = [_band(each.when, each.name) for each in life.names]
    else:
        names = [_band(when, life.body) for when in life.existences]
    return LifeStrip(
        names=tuple(names),
        parents=tuple(_band(each.when, each.parent) for each in life.parents),
        suspensions=tuple(_band(when, None) for when in life.suspensions),
        turnings=_turnings(life, changes),
    )


def _band(when: StretchView, entity: EntityName | None) -> Band:
    return Band(
        entity=entity,
        when=stretch_in_words(when),
        bar=bar_of(when),
        proofs=tuple(proof_of(citation) for citation in when.citations),
    )


def stretch_in_words(when: StretchView) -> str:
    """Both ends in one line: "from 3 July 1933, until 1940"."""
    if when.start.date is None and when.end.date is None:
        return _("dates not stated")
    if when.start.date is not None and when.start.date == when.end.date and when.start.kind == when.end.kind:
        return _("attested {on_date}").format(on_date=on_in_words(when.start.date))
    return f"{start_in_words(when.start)}, {finish_in_words(when.end)}"


def _turnings(life: BodyLife, changes: Sequence[UnitView]) -> tuple[Turning, ...]:
    told: list[tuple[DateSpan | None, Line, tuple[Proof, ...]]] = []
    for change in changes:
        row = fact_row(change)
        told.append((change.date, row.line, row.proofs))
    told += [(step.date, _came_of(step), tuple(map(proof_of, step.citations))) for step in life.predecessors]
    dated = sorted(told, key=lambda each: (each[0] is None or each[0].first is None, str(each[0])))
    return tuple(
        Turning(number=number, day=date.first if date is not None else None, line=line, proofs=proofs)
        for number, (date, line, proofs) in enumerate(dated, start=1)
    )


def _came_of(step: Succession) -> Line:
    sentences = {"merged": _("{before} merged into {after}"), "split": _("{before} split into {after}")}
    sentence = sentences.get(step.change, _("{before} became {after}"))
    line = line_of(sentence, before=Phrase(step.before.name, step.before), after=Phrase(step.after.name, step.after))
    return line_of(_("{fact} {when}"), fact=line, when=on_in_words(step.date)) if step.date is not None else line
