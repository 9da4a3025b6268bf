"""What one document states and another denies."""

from __future__ import annotations

from pathlib import Path

from chancery.terms.claims import AwardFact, PostChange, PostFact, UnitFact
from tests.register.conflicts.told import Say, found, in_words, known, on, report


def post(change: PostChange = "holds", date: str | None = None) -> Say:
    return lambda page: PostFact(
        person=known(page, "person", "Ana Lopes"), role="President",
        organisation=known(page, "organisation", "Relief Office"), change=change, date=on(date),
    )  # fmt: skip


def test_an_election_and_its_denial(tmp_path: Path) -> None:
    said, denied = (
        report(1, "1920-05-02", post("elected", "1920-05-01")),
        report(2, "1920-05-04", post("elected"), stance="denied"),
    )
    [conflict] = found(tmp_path / "a", said, denied)
    assert in_words(conflict) == (
        "stated and denied: Ana Lopes, President of Relief Office (elected)",
        ["Ana Lopes, President of Relief Office (elected): 1920-05-01", "denied"],
        "the newer report",
        1,
    )
    gone = report(3, "1920-05-04", post("resigned"), stance="denied")
    assert found(tmp_path / "b", said, gone) == [], "that she left is denied, not that she came"
    other = report(4, "1925-05-04", post("elected", "1925-05-01"), stance="denied")
    assert found(tmp_path / "c", said, other) == [], "of another election"


def test_a_post_is_denied_while_it_is_attested(tmp_path: Path) -> None:
    held = [report(1, "1920-01-01", post()), report(2, "1922-01-01", post())]
    assert len(found(tmp_path / "a", *held, report(3, "1921-01-01", post(), stance="denied"))) == 1
    assert found(tmp_path / "b", *held, report(3, "1923-01-01", post(), stance="denied")) == []


def test_units_and_awards(tmp_path: Path) -> None:
    def unit(page):  # type: ignore[no-untyped-def]
        return UnitFact(
            child=known(page, "organisation", "Harbour Desk of Zenda"),
            parent=known(page, "organisation", "Relief Office"),
        )

    def award(page):  # type: ignore[no-untyped-def]
        return AwardFact(
            recipients=(known(page, "person", "Ana Lopes"),), object="Order of the Lake", date=on("1920-05-01")
        )

    for number, fact in enumerate((unit, award)):
        pages = report(1, "1920-05-02", fact), report(2, "1920-05-02", fact, stance="denied")
        assert [c.kind for c in found(tmp_path / str(number), *pages)] == ["claim and denial"]
