"""What changed between two days, of somebody or of the whole record."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec

from chancery.gazette.pages.asked import asked_instant, asked_span, field_naming, field_of
from chancery.gazette.pages.changes_in_words import change_line, day_of_change, marks_of_change
from chancery.gazette.pages.facts_in_words import Line
from chancery.gazette.pages.paging import Slice, page_address, slice_of
from chancery.gazette.pages.parts import Page, Proof, proof_of
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.change_views import CHANGE_KINDS, Change, ChangeKind
from chancery.terms.entities import EntityName


class ChangeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A change under its day, in words; `marks` say how the day is known: "as reported", "planned"."""

    day: str
    kind: ChangeKind
    line: Line
    marks: tuple[str, ...]
    proofs: tuple[Proof, ...]


class KindChoice(msgspec.Struct, frozen=True):
    kind: ChangeKind
    name: str
    chosen: bool


class ChangesPage(Page, frozen=True, kw_only=True):
    """The question as it was put, and the changes in the order of their days. Without a question, none are shown."""

    about: str
    first: str
    last: str
    recorded_since: str
    units: bool
    asked: bool
    kinds: tuple[KindChoice, ...]
    about_entity: EntityName | None
    list: Slice[ChangeRow]


def changes_page(
    register: RegisterReading,
    *,
    about: str = "",
    first: str = "",
    last: str = "",
    recorded_since: str = "",
    kind: str = "",
    units: bool = False,
    number: int = 1,
) -> ChangesPage:
    """`first` and `last` are days, months or years, `recorded_since` a day or an instant; `kind` one of CHANGE_KINDS or
    empty for all. Raises QuestionError Q001, Q002 or Q003."""
    about, first, last, recorded_since = map(field_of, (about, first, last, recorded_since))
    kinds = tuple(each for each in CHANGE_KINDS if each == kind) or CHANGE_KINDS
    asked = bool(about or first or last or recorded_since)
    begin = asked_span(first).first if first else None
    end = asked_span(last).last if last else None
    known = asked_instant(recorded_since) if recorded_since else None
    found = (
        register.changes(about or None, begin, end, kinds=kinds, units=units, recorded_since=known) if asked else None
    )
    fields = (
        ("about", about), ("from", first), ("to", last), ("recorded-since", recorded_since),
        ("kind", kind if kinds != CHANGE_KINDS else ""), ("units", "1" if units else ""),
    )  # fmt: skip
    question = {name: value for name, value in fields if value}
    folder = f"/changes?{urlencode(question)}" if question else "/changes"
    shown = slice_of(found.changes if found is not None else (), number, folder)
    return ChangesPage(
        title=_("What changed"),
        address=page_address(folder, number),
        about=field_naming(register, about, found.about if found is not None else None),
        first=first,
        last=last,
        recorded_since=recorded_since,
        units=units,
        asked=asked,
        kinds=tuple(KindChoice(each, _names()[each], kinds == (each,)) for each in CHANGE_KINDS),
        about_entity=found.about if found is not None else None,
        list=Slice(
            rows=tuple(map(change_row, shown.rows)), total=shown.total, first=shown.first, last=shown.last,
            previous=shown.previous, next=shown.next,
        ),
    )  # fmt: skip


def change_row(change: Change) -> ChangeRow:
    return ChangeRow(
        day=day_of_change(change),
        kind=change.kind,
        line=change_line(change),
        marks=tuple(marks_of_change(change)),
        proofs=tuple(map(proof_of, change.citations)),
    )


def _names() -> dict[ChangeKind, str]:
    return {
        "appointment": _("appointments"), "departure": _("departures"), "candidacy": _("candidacies"),
        "unit": _("bodies"), "gathering": _("gatherings"), "agreement": _("agreements"), "decision": _("decisions"),
        "award": _("awards"), "message": _("messages"),
    }  # fmt: skip
