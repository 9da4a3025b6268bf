"""Lists of acts: each act once, page by page, of a body or of the whole record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register
from chancery.register.views import AgreementView, DecisionView
from chancery.terms.claims import AgreementFact, AgreementStatus, DecisionFact, DecisionStatus, MessageFact
from chancery.terms.errors import QuestionError
from tests.register.world import Page, day, new_register, passing_register


def treaty(report: str, title: str, status: AgreementStatus, on: str | None, *parties: str) -> Page:
    page = Page(f"{report}: {title} is {status} on {on} between {parties}.", report)
    fact = AgreementFact(
        title=title, parties=tuple(map(page.body, parties)), status=status, date=day(on) if on else None
    )  # fmt: skip
    page.say(fact)
    return page


def decision(report: str, by: str, what: str, status: DecisionStatus, on: str, due: str | None = None) -> Page:
    page = Page(f"{report}: {by} {status} to {what} on {on}, due {due}.", report)
    page.say(
        DecisionFact(by=(page.body(by),), summary=what, status=status, date=day(on), deadline=day(due) if due else None)
    )
    return page


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        for page in (
            treaty("1921-05-02", "Treaty of Old Strelsau", "signed", "1921-05-01", "Ruritania", "Borduria"),
            treaty("1922-01-05", "Treaty of Old Strelsau", "in force", "1922-01-01", "Ruritania", "Borduria"),
            treaty("1921-09-05", "Salt Marsh Pact", "signed", "1921-09-01", "Borduria", "Syldavia"),
            treaty("1925-09-05", "Unwritten Hill Pact", "proposed", None, "Syldavia"),
            treaty("1921-09-03", "Salt Marsh Pact", "signed", None, "Borduria", "Syldavia"),
            decision(
                "1921-02-02", "Port Board", "dredge northern harbour basin", "adopted", "1921-02-01", "1922-02-01"
            ),
            decision("1923-02-02", "Port Board", "dredge northern harbour basin", "annulled", "1923-02-01"),
        ):
            page.into(opened)
        yield opened


def titles(register: Register, **asked: object) -> list[str]:
    found = register.acts("agreement", **asked)  # type: ignore[arg-type]
    return [act.title for act in found.acts if isinstance(act, AgreementView)]


def test_an_act_that_several_documents_tell_is_one_with_its_history(register: Register) -> None:
    found = register.acts("agreement")
    assert titles(register) == ["Treaty of Old Strelsau", "Salt Marsh Pact", "Unwritten Hill Pact"]
    assert found.tellings == 5
    first = found.acts[0]
    assert isinstance(first, AgreementView)
    assert [stage.status for stage in first.history] == ["signed", "in force"]
    assert len(first.citations) == 2


def test_every_act_stands_on_one_page(register: Register) -> None:
    pages = [titles(register, limit=1, offset=place) for place in range(5)]
    assert pages == [["Treaty of Old Strelsau"], ["Salt Marsh Pact"], [], ["Unwritten Hill Pact"], []]
    assert titles(register, limit=2, offset=8) == []


def test_the_acts_of_a_body_and_of_some_years(register: Register) -> None:
    assert titles(register, about="Syldavia") == ["Salt Marsh Pact", "Unwritten Hill Pact"]
    assert titles(register, first=dt.date(1921, 6, 1), last=dt.date(1921, 12, 31)) == ["Salt Marsh Pact"]
    assert titles(register, about="Ruritania", last=dt.date(1900, 1, 1)) == []
    with pytest.raises(QuestionError, match="Q001"):
        register.acts("agreement", "Nowhere Land")


def test_an_annulment_and_what_it_annuls_have_both_stages(register: Register) -> None:
    found = register.acts("decision").acts
    assert [act.status for act in found if isinstance(act, DecisionView)] == ["adopted", "annulled"]
    for act in found:
        assert isinstance(act, DecisionView)
        assert [stage.status for stage in act.history] == ["adopted", "annulled"]
    alone = register.acts("decision", last=dt.date(1921, 12, 31)).acts  # the annulment is of a later year
    assert [stage.status for act in alone if isinstance(act, DecisionView) for stage in act.history] == [
        "adopted",
        "annulled",
    ]


def test_there_may_be_none(register: Register) -> None:
    found = register.acts("award")
    assert (found.acts, found.tellings) == ((), 0)


@settings(max_examples=15, deadline=None)
@given(
    days=st.lists(st.integers(1, 28), max_size=8),
    limit=st.integers(1, 5),
)
def test_pages_together_are_the_whole_list(days: list[int], limit: int) -> None:
    with passing_register() as register:
        for number, on in enumerate(days):
            page = Page(f"Letter {number} of {on} May.", f"1921-06-{number + 1:02}")
            page.say(
                MessageFact(
                    form="letter",
                    senders=(page.person("Ana Lopes"),),
                    recipients=(page.body("Zenda Senate"),),
                    date=day(f"1921-05-{on:02}"),
                )
            )
            page.into(register)
        whole = [act.id for act in register.acts("message").acts]
        paged = [
            act.id
            for offset in range(0, len(days) + limit, limit)
            for act in register.acts("message", limit=limit, offset=offset).acts
        ]
        assert paged == whole
        assert len(whole) == len(set(days))


def test_an_annulment_told_twice_annuls_one_decision(tmp_path: Path) -> None:
    first = Page("The Board adopted a ban on the import of salt, and a ban on the import of fish.", "1930-01-01")
    board = first.body("Harbour Board")
    for what in ("salt", "fish"):
        fact = DecisionFact(by=(board,), summary=f"ban on the import of {what}", date=day("1930-01-01"))
        first.say(fact, f"a ban on the import of {what}")
    pages = [first]
    for number in (1, 2):
        page = Page(f"Report {number}: the Board annulled the ban on the import of salt.", "1931-01-01")
        page.say(
            DecisionFact(
                by=(page.body("Harbour Board"),), summary="ban on the import of salt", status="annulled",
                date=day("1931-01-01"),
            )
        )  # fmt: skip
        pages.append(page)
    with new_register(tmp_path) as register:
        for page in pages:
            page.into(register)
        told = {act.summary: act for act in register.entity("Harbour Board").decisions if act.status == "adopted"}
    assert [stage.status for stage in told["ban on the import of salt"].history] == ["adopted", "annulled"]
    assert told["ban on the import of fish"].history == ()
