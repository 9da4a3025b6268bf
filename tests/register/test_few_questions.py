"""What an answer or a report asks of the database does not grow with what it tells of: on a server each takes a round
trip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from chancery.register import Register
from chancery.terms.claims import PostFact, UnitFact
from tests.register.world import Page, day, new_register

pytestmark = pytest.mark.sqlite
ON = dt.date(1925, 6, 1)
ROLES = ["Chair", "Treasurer", "Member"]
NAMES = ["Ana Lopes", "Ivo Kovac", "Eva Dahl", "Max Falk", "Leo Holm", "Ida Sand", "Ada Toth", "Otto Moll", "Rolf Pohl"]


def report(number: int, people: int, units: int) -> Page:
    page = Page(f"Report {number} of the Harbour Board, on {people} and {units}.", f"19{20 + number}-05-01")
    board = page.body("Harbour Board")
    for place, name in enumerate(NAMES[:people]):
        page.say(PostFact(person=page.person(name), role=ROLES[place % 3], organisation=board, date=day("1925")))
    for unit in range(units):
        page.say(UnitFact(child=page.body(f"Harbour Board Section {unit}"), parent=board))
    return page


def asked(register: Register, monkeypatch: pytest.MonkeyPatch, what: Callable[[], object]) -> int:
    """How many statements are run meanwhile."""
    statements: list[str] = []
    kind = type(register.store)
    with monkeypatch.context() as patch:
        for name in ("run", "insert", "rows", "first", "many"):
            method = getattr(kind, name)

            def counted(self: object, sql: str, *rest: object, method: Callable[..., object] = method) -> object:
                statements.append(sql)
                return method(self, sql, *rest)

            patch.setattr(kind, name, counted)
        what()
    return len(statements)


@pytest.mark.parametrize("question", ["who", "roster", "tree", "person", "changes", "became", "conflicts", "documents"])
def test_an_answer_takes_as_many_questions_however_much_it_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    counts = []
    for reports, people, units in ((2, 3, 2), (8, 9, 9)):
        (tmp_path / str(reports)).mkdir()
        with new_register(tmp_path / str(reports)) as register:
            for number in range(reports):
                report(number, people, units).into(register)
            ask: dict[str, Callable[[], object]] = {
                "who": lambda: register.holders_on("Member", "Harbour Board", ON),
                "roster": lambda: register.roster_on("Harbour Board", ON),
                "tree": lambda: register.tree_on("Harbour Board", ON),
                "person": lambda: register.entity("Ana Lopes"),
                "changes": lambda: register.changes("Harbour Board"),
                "became": lambda: register.became([each.entity.id for each in register.bodies()]),
                "conflicts": lambda: register.conflicts("Harbour Board"),
                "documents": lambda: register.documents_listed(0, 9),
            }
            counts.append(asked(register, monkeypatch, ask[question]))
    assert counts[0] == counts[1] < 35


def test_a_report_takes_as_many_statements_however_many_it_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []
    for people, units in ((3, 2), (9, 9)):
        (tmp_path / str(people)).mkdir()
        with new_register(tmp_path / str(people)) as register:
            for number in range(3):
                report(number, people, units).into(register)
            counts.append(asked(register, monkeypatch, partial(report(3, people, units).into, register)))
    assert counts[0] == counts[1] < 70
