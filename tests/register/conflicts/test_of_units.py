"""Conflicts over bodies, from reports to what is shown."""

from __future__ import annotations

from pathlib import Path

from chancery.terms.claims import UnitChange, UnitFact
from tests.register.conflicts.told import Say, found, in_words, known, on, report


def part(child: str, parent: str | None, change: UnitChange = "exists", date: str | None = None, *into: str) -> Say:
    return lambda page: UnitFact(
        child=known(page, "organisation", child),
        parent=None if parent is None else known(page, "organisation", parent),
        change=change,
        date=on(date),
        into=tuple(known(page, "organisation", each) for each in into),
    )


DESK, UNION, BOARD = "Harbour Desk of Ruritania", "Ruritanian Union", "Ruritanian Harbour Board"


def test_two_parents_at_once(tmp_path: Path) -> None:
    [conflict] = found(
        tmp_path,
        report(1, "1920-01-01", part(DESK, UNION)),
        report(2, "1921-01-01", part(DESK, BOARD)),
        report(3, "1922-01-01", part(DESK, UNION)),
    )
    assert conflict.kind == "two parents"
    assert conflict.words.startswith(f"{DESK} is said to be part of ")
    assert conflict.words.endswith("at once: 1921-01-01")
    assert conflict.chosen is not None
    assert (conflict.rule, conflict.sides[conflict.chosen].says) == ("more documents", f"part of {UNION}")


def test_a_transfer_a_chain_and_a_renamed_parent_are_no_conflict(tmp_path: Path) -> None:
    moved = (
        report(1, "1920-01-01", part(DESK, UNION)),
        report(2, "1921-01-01", part(DESK, BOARD, "transferred", "1921-01-01")),
        report(3, "1922-01-01", part(DESK, BOARD)),
    )
    assert found(tmp_path / "a", *moved) == []
    at_once = [report(n, f"192{n}-01-01", part(DESK, (UNION, BOARD)[n % 2])) for n in range(4)]
    assert len(found(tmp_path / "b", *at_once)) == 1
    assert found(tmp_path / "c", *at_once, report(8, "1925-01-01", part(BOARD, UNION))) == []
    renamed = report(9, "1925-01-01", part(BOARD, None, "renamed", "1923", UNION))
    assert found(tmp_path / "d", *at_once, renamed) == []


def test_two_dates_of_a_founding(tmp_path: Path) -> None:
    pages = (
        report(1, "1930-01-01", part(UNION, None, "created", "1919")),
        report(2, "1931-01-01", part(UNION, None, "created", "1920-01-10")),
        report(3, "1932-01-01", part(UNION, None, "created", "1920")),
    )
    [conflict] = found(tmp_path / "a", *pages)
    assert in_words(conflict) == (
        f"2 dates on which {UNION} was created", ["on 1919", "on 1920-01-10"], "the more precise date", 1
    )  # fmt: skip
    ended = report(4, "1932-01-01", part(UNION, None, "abolished", "1919-09-01"))
    assert found(tmp_path / "b", *pages, ended, kind="two dates") == [], "it was founded twice"
    assert found(tmp_path / "c", *pages[1:]) == []
