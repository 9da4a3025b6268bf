"""Conflicts over posts, from reports to what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.terms.claims import Fact, PostChange, PostFact, UnitChange, UnitFact
from tests.register.conflicts.told import Say, found, in_words, known, on, report
from tests.register.world import Page


def post(
    person: str,
    change: PostChange = "holds",
    date: str | None = None,
    *,
    role: str = "President",
    since: str | None = None,
    acting: bool = False,
    before: str | None = None,
) -> Say:
    def fact(page: Page) -> Fact:
        return PostFact(
            person=known(page, "person", person), role=role, organisation=known(page, "organisation", "Relief Office"),
            change=change, date=on(date), since=on(since), acting=acting,
            predecessor=None if before is None else known(page, "person", before),
        )  # fmt: skip

    return fact


def unit(change: UnitChange, date: str | None) -> Say:
    return lambda page: UnitFact(child=known(page, "organisation", "Relief Office"), change=change, date=on(date))


def test_two_holders_of_a_single_seat_on_the_same_days(tmp_path: Path) -> None:
    [conflict] = found(
        tmp_path,
        report(1, "1921-01-01", post("Ana Lopes")),
        report(2, "1921-06-01", post("Ivo Kovac")),
        report(3, "1923-01-01", post("Ana Lopes")),
        report(4, "1921-08-01", post("Ana Lopes")),
        report(5, "1921-09-01", post("Ivo Kovac")),
        report(6, "1921-10-01", post("Eva Nagy", acting=True), post("Jan Novak", role="Member")),
        report(7, "1921-07-01", post("Jon Berg", role="Member"), post("Eva Nagy", role="Deputy President")),
    )
    assert in_words(conflict) == (
        "Ana Lopes and Ivo Kovac both held President of Relief Office: 1921-06-01 to 1921-09-01",
        ["Ana Lopes held it", "Ivo Kovac held it"],
        "more documents",
        1,
    )
    assert [side.documents for side in conflict.sides] == [1, 2], "those that speak of the days in dispute"
    assert conflict.sides[0].citations[0].sentence == "Report 4 of 1921-08-01."
    assert [entity.name for entity in conflict.entities] == ["Ana Lopes", "Ivo Kovac", "Relief Office"]


def test_a_hand_over_day_is_no_conflict_and_neither_is_a_seat_that_a_document_calls_shared(tmp_path: Path) -> None:
    handed = (
        report(1, "1921-01-01", post("Ana Lopes", "elected", "1921-01-01")),
        report(2, "1922-01-01", post("Ivo Kovac", "elected", "1922-01-01", before="Ana Lopes")),
        report(3, "1923-01-01", post("Ivo Kovac")),
    )
    assert found(tmp_path / "a", *handed) == []
    both = report(1, "1921-01-01", post("Ana Lopes"), post("Ivo Kovac"))
    again = report(2, "1922-01-01", post("Ana Lopes"), post("Ivo Kovac"))
    assert found(tmp_path / "b", both, again) == []


def test_a_holder_in_a_year_that_is_wholly_anothers(tmp_path: Path) -> None:
    dates = ["2023-02-04", "2024-10-11", "2025-01-18"]
    pages = [report(n, date, post("Ana Lopes")) for n, date in enumerate(dates)]
    [conflict] = found(tmp_path, *pages, report(9, "2025-06-01", post("Ivo Kovac", "holds", "2024")))
    assert conflict.kind == "two holders"
    assert (conflict.rule, conflict.chosen) == ("the more precise date", 0)


def test_the_appointment_and_the_day_it_was_taken_up(tmp_path: Path) -> None:
    [conflict] = found(
        tmp_path,
        report(1, "2014-08-01", post("Ana Lopes", "appointed", "2014-08-01")),
        report(2, "2014-08-03", post("Ana Lopes", since="2014-08-03")),
    )
    assert in_words(conflict) == (
        "2 dates on which Ana Lopes took up President of Relief Office",
        ["on 2014-08-01", "on 2014-08-03"],
        "the day it was taken up, not that of the appointment",
        1,
    )


def test_two_days_of_one_resignation(tmp_path: Path) -> None:
    [conflict] = found(
        tmp_path,
        report(1, "2014-08-01", post("Ana Lopes")),
        report(2, "2015-03-02", post("Ana Lopes", "resigned", "2015-03-01")),
        report(3, "2015-03-09", post("Ana Lopes", "resigned", "2015-03-08")),
    )
    assert (conflict.kind, conflict.rule, conflict.chosen) == ("two ends", "the newer report", 1)


def test_a_vacancy_between_two_holders_is_no_conflict(tmp_path: Path) -> None:
    pages = (
        report(1, "2015-03-02", post("Ana Lopes", "resigned", "2015-03-01")),
        report(2, "2015-04-02", post("Ivo Kovac", "elected", "2015-04-01", before="Ana Lopes")),
    )
    assert found(tmp_path, *pages) == []


def test_seen_in_a_post_after_death(tmp_path: Path) -> None:
    pages = (
        report(1, "1920-01-01", post("Ana Lopes"), post("Ana Lopes", role="Member")),
        report(2, "1920-05-02", post("Ana Lopes", "died", "1920-05-01")),
        report(3, "1920-05-03", post("Ana Lopes", "died", "1920-05-01")),
        report(4, "1921-01-01", post("Ana Lopes")),
    )
    [conflict] = found(tmp_path / "a", *pages, kind="after death")
    assert in_words(conflict) == (
        "Ana Lopes is seen as President of Relief Office after the day of death",
        ["Ana Lopes died: 1920-05-01", "Ana Lopes held the post: 1921-01-01"],
        "more documents",
        0,
    )
    assert found(tmp_path / "b", *pages[:3]) == []


def test_seen_in_a_post_after_a_known_end_by_another_document(tmp_path: Path) -> None:
    pages = (
        report(1, "1920-01-01", post("Ana Lopes")),
        report(2, "1920-05-02", post("Ana Lopes", "resigned", "1920-05-01")),
        report(3, "1921-01-01", post("Ana Lopes")),
    )
    [conflict] = found(tmp_path / "a", *pages)
    assert (conflict.kind, conflict.rule, conflict.chosen) == ("after the end", "the newer report", 1)
    anew = report(4, "1920-12-01", post("Ana Lopes", "elected", "1920-12-01"))
    assert found(tmp_path / "b", *pages, anew) == [], "elected anew, she held it again"


@pytest.mark.parametrize(
    ("change", "date", "words"),
    [
        ("created", "1922-01-01", "Ana Lopes is seen as President of Relief Office before it was created"),
        ("abolished", "1919-01-01", "Ana Lopes is seen as President of Relief Office after it was ended"),
        ("merged", "1919-01-01", "Ana Lopes is seen as President of Relief Office after it was ended"),
    ],
)
def test_seen_in_a_body_that_was_not_yet_or_no_more(tmp_path: Path, change: UnitChange, date: str, words: str) -> None:
    pages = report(1, "1921-01-01", post("Ana Lopes")), report(2, "1930-01-01", unit(change, date))
    [conflict] = found(tmp_path / "a", *pages)
    assert (conflict.kind, conflict.words) == ("outside the body", words)
    anew = report(3, "1931-01-01", unit("created", "1920-01-01"))
    assert found(tmp_path / "b", *pages, anew, kind="outside the body") == [], "another document knows better"
