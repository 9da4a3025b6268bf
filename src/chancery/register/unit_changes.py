"""What became of bodies, as changes: what several documents tell of one change is told once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from chancery.register.change_views import Change, DayKnown
from chancery.register.lines import Lines
from chancery.register.sayings import days_in, is_ahead
from chancery.register.views import UnitView
from chancery.terms.dates import DateSpan

_NEAR = dt.timedelta(days=31)  # how far apart reports of one change that give no date can be


class ToldUnit(msgspec.Struct, frozen=True):
    """A change of a body as one document states it; `planned`: it is only proposed."""

    view: UnitView
    report: DateSpan | None
    planned: bool


def unit_changes(told: Iterable[ToldUnit], lines: Lines) -> list[Change]:
    """The changes, in the order of claims."""
    groups: list[list[ToldUnit]] = []
    for each in sorted(told, key=lambda t: t.view.citations[0].claim):
        if each.view.change == "exists" or _day(each) is None:
            continue
        home = next((g for g in groups if all(_are_one(each, other, lines) for other in g)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return [_change(group) for group in groups]


def _are_one(a: ToldUnit, b: ToldUnit, lines: Lines) -> bool:
    same = a.view.change == b.view.change and a.planned == b.planned
    if not same or lines.root(a.view.child.id) != lines.root(b.view.child.id):
        return False
    one, other = a.view.date, b.view.date
    if one is not None and other is not None:
        return one.overlaps(other)
    day_a, day_b = _day(a), _day(b)
    return day_a is not None and day_b is not None and abs(day_a - day_b) <= _NEAR


def _change(group: Sequence[ToldUnit]) -> Change:
    dates = [each.view.date for each in group if each.view.date is not None and each.view.date.first is not None]
    date = min(dates, key=lambda d: (days_in(d), str(d)), default=None)
    reports = [each.report for each in group if each.report is not None and each.report.first is not None]
    known: DayKnown = "dated" if date is not None else "reported"
    if group[0].planned:
        known = "proposed"
    elif date is not None and all(is_ahead(date, each.report) for each in group):
        known = "announced"
    when = date or min(reports, key=str)
    citations = tuple(dict.fromkeys(citation for each in group for citation in each.view.citations))
    fullest = max(
        group, key=lambda each: (len(each.view.into), each.view.parent is not None, each.view.left is not None)
    )
    view = msgspec.structs.replace(fullest.view, date=date, citations=citations)
    return Change(date=when, known=known, kind="unit", how=view.change, fact=view, citations=citations)


def _day(told: ToldUnit) -> dt.date | None:
    date = told.view.date if told.view.date is not None and told.view.date.first is not None else told.report
    return None if date is None else date.first
