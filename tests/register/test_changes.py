"""What changed between two days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from chancery.register import Register
from chancery.register.change_views import Change, ChangeKind
from chancery.terms.claims import AgreementFact, DecisionFact, MessageFact, PostChange, PostFact, UnitFact
from chancery.terms.dates import Instant
from tests.register.test_gathering_records import told as told_gathering
from tests.register.test_lineage import told_unit
from tests.register.world import NOON, Page, day, new_register


def told(
    report: str, who: str, role: str, change: PostChange, date: str | None = None, until: str | None = None,
    body: str = "Zenda Senate",
) -> Page:  # fmt: skip
    page = Page(f"{who}, {role} of the {body}: {change}, {date}, {until}, told on {report}.", report)
    fact = PostFact(
        person=page.person(who), role=role, organisation=page.body(body), change=change, date=day(date) if date else None,
        until=day(until) if until else None,
    )  # fmt: skip
    page.say(fact)
    return page


def acts() -> Page:
    page = Page("The Zenda Senate decided, signed and wrote.", "1921-03-03")
    senate = page.body("Zenda Senate")
    page.say(DecisionFact(by=(senate,), summary="build a port", date=day("1921-03-02")), "decided")
    page.say(AgreementFact(title="Zenda Strelsau Railway Treaty", parties=(senate,), status="in preparation"), "signed")
    page.say(MessageFact(form="letter", senders=(senate,)), "wrote")
    return page


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        for page in (
            told("1920-01-02", "Ana Lopes", "President", "elected", "1920-01-01"),
            told("1921-02-02", "Ana Lopes", "President", "resigned", "1921-02-01"),
            told("1921-02-05", "Ivo Kovac", "President", "elected"),
            told("1921-02-05", "Eva Nagy", "Treasurer", "appointed", "1921"),
            told("1921-02-05", "Eva Nagy", "Member", "appointed", "1921-02-05", until="1930-01-01"),
            told("1921-01-01", "Jan Novak", "President", "candidate"),
            told("1921-01-20", "Jan Novak", "Clerk", "holds", body="Zenda Desk"),
            told("1921-01-21", "Jan Novak", "Head", "appointed", "1921-01-21", body="Zenda Desk"),
            told_unit("1921-03-01", "Zenda Desk", "created", parent="Zenda Senate", date="1921-03-01"),
            told_unit("1921-03-09", "Zenda Desk", "created", parent="Zenda Senate", date="1921-03"),
            told_unit("1921-03-09", "Zenda Panel", "proposed", parent="Zenda Senate"),
            told_gathering("1921-02-12", "Seventh Zenda Fair", "1921-02-10", ("Ana Lopes", "chair"), end="1921-03-02"),
            told_gathering("1921-02-12", "7th Zenda Fair", "1921-02-10", ("Ivo Kovac", "speaker")),
            acts(),
        ):
            page.into(opened)
        yield opened


def lines(found: tuple[Change, ...]) -> list[str]:
    marks = {"dated": "", "reported": " r", "announced": " a", "proposed": " p"}
    return [f"{c.date} {c.kind} {c.how}{marks[c.known]}{' partly' if c.partly else ''}" for c in found]


def test_everything_in_the_order_of_its_days(register: Register) -> None:
    found = register.changes().changes
    assert lines(found) == [
        "1920-01-01 appointment elected",
        "1921-01-01 candidacy candidate r",
        "1921 appointment appointed",
        "1921-01-21 appointment appointed",
        "1921-02-01 departure resigned",
        "1921-02-05 appointment appointed",
        "1921-02-05 appointment elected r",
        "1921-02-10 gathering meeting",
        "1921-03-01 unit created",
        "1921-03-02 decision adopted",
        "1921-03-03 agreement in preparation p",
        "1921-03-03 message letter r",
        "1921-03-09 unit proposed p",
        "1930-01-01 departure left a",
    ]
    for change in found:
        assert change.citations
        for citation in change.citations:
            text = register.text_of(citation.document)
            assert text[citation.start : citation.end] == citation.quote
    assert len({c.document for c in next(c for c in found if c.kind == "unit").citations}) == 2
    assert msgspec.json.encode(found)


def test_the_days_asked_about_are_both_included_and_what_is_vague_is_marked(register: Register) -> None:
    found = register.changes(None, dt.date(1921, 2, 1), dt.date(1921, 2, 10)).changes
    assert lines(found) == [
        "1921 appointment appointed partly",
        "1921-02-01 departure resigned",
        "1921-02-05 appointment appointed",
        "1921-02-05 appointment elected r",
        "1921-02-10 gathering meeting partly",
    ]
    assert lines(register.changes(None, dt.date(1930, 1, 2), None).changes) == []
    assert "1921-02-10 gathering meeting partly" in lines(register.changes(None, dt.date(1921, 3, 1)).changes)


@pytest.mark.parametrize(
    ("about", "units", "said"),
    [
        ("Ana Lopes", False, ["1920-01-01 appointment elected", "1921-02-01 departure resigned", "1921-02-10 gathering meeting"]),
        ("Zenda Desk", False, ["1921-01-21 appointment appointed", "1921-03-01 unit created"]),
    ],
)  # fmt: skip
def test_of_one_person_or_body(register: Register, about: str, units: bool, said: list[str]) -> None:
    found = register.changes(about, units=units)
    assert lines(found.changes) == said
    assert found.about is not None and found.about.name == about


def test_a_body_with_its_units_and_one_kind_only(register: Register) -> None:
    kinds: list[ChangeKind] = ["appointment", "unit"]
    alone = lines(register.changes("Zenda Senate", kinds=kinds).changes)
    both = lines(register.changes("Zenda Senate", kinds=kinds, units=True).changes)
    assert "1921-01-21 appointment appointed" not in alone
    assert sorted(both) == sorted([*alone, "1921-01-21 appointment appointed"])


def test_a_body_is_followed_under_all_its_names(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        for page in (
            told("1920-01-02", "Ana Lopes", "President", "elected", "1920-01-01"),
            told_unit("1922-01-01", "Zenda Senate", "renamed", into=("Zenda Diet",), date="1922-01-01"),
            told("1923-01-02", "Ivo Kovac", "President", "elected", "1923-01-01", body="Zenda Diet"),
            told_unit("1925-01-01", "Zenda Diet", "abolished", date="1923-06-01"),
        ):
            page.into(register)
        both = [
            "1920-01-01 appointment elected",
            "1922-01-01 unit renamed",
            "1923-01-01 appointment elected",
            "1923-06-01 departure left, with the end of the body",
            "1923-06-01 unit abolished",
        ]
        assert lines(register.changes("Zenda Senate").changes) == both
        assert lines(register.changes("Zenda Diet").changes) == both


def test_what_became_known_since(tmp_path: Path) -> None:
    later = Instant(NOON.at + dt.timedelta(days=7))
    with new_register(tmp_path) as register:
        told("1920-01-02", "Ana Lopes", "President", "elected", "1920-01-01").into(register)
        again = told("1920-01-03", "Ana Lopes", "President", "elected", "1920-01-01")
        new = told("1919-01-03", "Ivo Kovac", "Clerk", "elected", "1919-01-01")
        for page in (again, new):
            register.record(page.document, page.layer, page.reading, at=later)
        assert len(register.changes(recorded_since=NOON).changes) == 2
        assert lines(register.changes(recorded_since=later).changes) == ["1919-01-01 appointment elected"]


def test_what_is_taken_back_changed_nothing(register: Register) -> None:
    page = told("1926-01-02", "Ana Lopes", "Doge", "elected", "1926-01-01")
    page.say(UnitFact(child=next(iter(page.referents.keys() - {"p1"})), change="abolished", date=day("1926-01-02")))
    page.into(register)
    assert len(register.changes(None, dt.date(1926, 1, 1), dt.date(1926, 1, 9)).changes) >= 2
    for claim in page.claims:
        register.withdraw(claim.id, by="a tester", at=NOON)
    assert register.changes(None, dt.date(1926, 1, 1), dt.date(1926, 1, 9)).changes == ()


def test_who_is_replaced_left_and_was_not_appointed(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        page = Page("On 3 May 1921 Ivo Kovac was elected President of the Zenda Senate after Ana Lopes.", "1921-05-04")
        senate, ivo, ana = page.body("Zenda Senate"), page.person("Ivo Kovac"), page.person("Ana Lopes")
        fact = PostFact(
            person=ivo, role="President", organisation=senate, change="elected", date=day("1921-05-03"), predecessor=ana
        )
        page.say(fact)
        page.into(register)
        assert lines(register.changes("Ana Lopes").changes) == ["1921-05-03 departure left"]
        assert lines(register.changes("Ivo Kovac").changes) == ["1921-05-03 appointment elected"]
