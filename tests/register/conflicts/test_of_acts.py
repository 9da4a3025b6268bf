"""Two dates of one agreement or gathering."""

from __future__ import annotations

from pathlib import Path

from chancery.terms.claims import AgreementFact, GatheringFact
from tests.register.conflicts.told import Say, found, in_words, known, on, report


def signed(date: str, title: str = "Treaty on the Harbour of Strelsau", parties: tuple[str, ...] = ("Zenda",)) -> Say:
    return lambda page: AgreementFact(
        title=title, parties=tuple(known(page, "place", each) for each in parties), date=on(date)
    )


def met(start: str, name: str = "Congress of Harbour Masters", end: str | None = None) -> Say:
    return lambda page: GatheringFact(
        gathering="g1", name=name, start=on(start), end=on(end), place=known(page, "place", "Strelsau")
    )


def test_two_days_on_which_one_treaty_was_signed(tmp_path: Path) -> None:
    pages = report(1, "1920-05-02", signed("1920-05-01")), report(2, "1920-05-09", signed("1920-05-03"))
    [conflict] = found(tmp_path / "a", *pages)
    assert in_words(conflict) == (
        "2 dates on which Treaty on the Harbour of Strelsau was signed",
        ["on 1920-05-01", "on 1920-05-03"],
        "the newer report",
        1,
    )
    other = report(3, "1920-05-09", signed("1920-05-03", parties=("Hentzau",)))
    assert found(tmp_path / "b", pages[0], other) == [], "of other parties it is another"
    vague = report(4, "1921-01-01", signed("1920"))
    assert found(tmp_path / "c", pages[0], vague) == []


def test_two_first_days_of_one_congress_and_two_congresses(tmp_path: Path) -> None:
    pages = report(1, "1920-05-02", met("1920-05-01")), report(2, "1920-05-09", met("1920-05-03"))
    assert [c.kind for c in found(tmp_path / "a", *pages)] == ["two dates"]
    assert found(tmp_path / "b", pages[0], report(3, "1921-05-09", met("1921-05-03"))) == [], "the next year's"
    days = report(4, "1920-05-09", met("1920-05-01", end="1920-05-06"))
    assert found(tmp_path / "c", days, pages[1]) == [], "one of its days"
    assert (
        found(
            tmp_path / "d",
            report(5, "1920", met("1920-05-01", "Congress")),
            report(6, "1920", met("1920-05-03", "Congress")),
        )
        == []
    )
