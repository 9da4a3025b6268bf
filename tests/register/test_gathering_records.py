"""Gatherings of the record: told by several documents, with sessions, attendance, acts and their series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    Capacity,
    DecisionFact,
    GatheringFact,
    MessageFact,
)
from chancery.terms.errors import QuestionError
from tests.register.world import Page, day, new_register, passing_register


def told(
    report: str,
    name: str,
    start: str | None,
    *present: tuple[str, Capacity],
    end: str | None = None,
    by: str | None = None,
    sessions: tuple[tuple[str, str], ...] = (),
) -> Page:
    page = Page(f"Told on {report}: {name}, {start}, {end}, {by}.\n{present}\n{sessions}", report)
    gathering = GatheringFact(
        gathering="g1", name=name, start=day(start) if start else None, end=day(end) if end else None,
        organisers=(page.body(by),) if by else (),
    )  # fmt: skip
    page.say(gathering)
    for who, capacity in present:
        page.say(AttendanceFact(who=page.person(who), gathering="g1", capacity=capacity), str(present))
    for number, (session, on) in enumerate(sessions):
        page.say(GatheringFact(gathering=f"s{number}", name=session, start=day(on), part_of="g1"), str(sessions))
    return page


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        first = told(
            "1921-05-02", "Seventh Zenda Fair", "1921-05-01", ("Ana Lopes", "chair"), ("Ivo Kovac", "attendee"),
            end="1921-05-03", by="Zenda Senate", sessions=(("closing talk", "1921-05-03"), ("opening talk", "1921-05-01")),
        )  # fmt: skip
        second = told(
            "1921-05-04",
            "7th Zenda Fair of the Coast",
            "1921-05-02",
            ("Ana Lopes", "attendee"),
            ("Eva Nagy", "speaker"),
        )
        eva = next(ref for ref, r in second.referents.items() if r.name == "Eva Nagy")
        second.say(MessageFact(form="speech", senders=(eva,), date=day("1921-05-02")))
        second.say(MessageFact(form="letter", senders=(eva,), date=day("1921-06-02")))
        act = Page("The Zenda Senate resolved on 2 May 1921 to hold the fair yearly.", "1921-09-02")
        act.say(
            DecisionFact(by=(act.body("Zenda Senate"),), summary="hold the fair yearly", date=day("1921-05-02")),
            act.text,
        )
        for page in (
            first,
            second,
            act,
            told("1920-05-04", "Sixth Zenda Fair", "1920-05-02"),
            told("1924-05-04", "Zenda Fair X", "1924-05-02"),
        ):
            page.into(opened)
        yield opened


def test_two_documents_tell_of_one_gathering(register: Register) -> None:
    record = register.gathering("Seventh Zenda Fair")
    fair = record.gathering
    assert (fair.name, fair.names) == ("7th Zenda Fair of the Coast", ("Seventh Zenda Fair",))
    assert {citation.document for citation in fair.citations} == {
        c.document for v in record.stated for c in v.citations
    }
    assert len(fair.claims) == len(record.stated) == 2
    assert {str(view.start) for view in record.stated} == {"1921-05-01", "1921-05-02"}, "both dates are kept"
    assert register.gathering(fair.claims[0]) == register.gathering(fair.claims[1]) == record


def test_who_was_there_in_the_most_telling_capacity(register: Register) -> None:
    found = [(v.capacity, v.who.name, len(v.citations)) for v in register.gathering("Seventh Zenda Fair").attendance]
    assert found == [
        ("organiser", "Zenda Senate", 2), ("chair", "Ana Lopes", 2), ("speaker", "Eva Nagy", 1),
        ("attendee", "Ivo Kovac", 1),
    ]  # fmt: skip
    [attended] = register.entity("Ana Lopes").attended
    assert (attended.capacity, len(attended.gathering.claims)) == ("chair", 2)


def test_its_sessions_in_order_and_back(register: Register) -> None:
    record = register.gathering("Seventh Zenda Fair")
    assert [session.name for session in record.sessions] == ["opening talk", "closing talk"]
    part_of = register.gathering("opening talk").part_of
    assert part_of is not None
    assert part_of.id == record.gathering.id


def test_acts_of_its_days_by_its_organisers_and_by_those_present(register: Register) -> None:
    record = register.gathering("Seventh Zenda Fair")
    assert [act.summary for act in record.decisions] == ["hold the fair yearly"]
    assert [act.form for act in record.messages] == ["speech"]


def test_its_neighbours_in_the_series(register: Register) -> None:
    series = register.gathering("7th Zenda Fair of the Coast").series
    assert series is not None
    sixth = register.gathering("Sixth Zenda Fair").series
    assert sixth is not None and sixth.before is None and sixth.after is not None
    assert (sixth.name, sixth.number, sixth.after.name) == ("Zenda Fair", 6, "7th Zenda Fair of the Coast")
    tenth = register.gathering("Zenda Fair X")
    assert tenth.series is None, "one capital is no number"


def test_a_calendar(register: Register) -> None:
    names = [g.name for g in register.gatherings()]
    assert names[:3] == ["Sixth Zenda Fair", "7th Zenda Fair of the Coast", "opening talk"]
    assert len(names) == 5
    found = register.gatherings(dt.date(1921, 5, 3), dt.date(1924, 5, 1))
    assert [g.name for g in found] == ["7th Zenda Fair of the Coast", "closing talk"]
    assert register.gatherings(dt.date(1925, 1, 1), None) == []


def test_what_is_unknown_or_may_be_several(register: Register) -> None:
    with pytest.raises(QuestionError) as unknown:
        register.gathering("Ninth Zenda Fair")
    assert unknown.value.code == "Q001"
    with pytest.raises(QuestionError) as several:
        register.gathering("Zenda")
    assert several.value.code == "Q003"


def test_stages_of_an_agreement_and_an_annulled_decision(tmp_path: Path) -> None:
    title = "Zenda Strelsau Railway Treaty"
    with new_register(tmp_path) as register:
        for report, status in (("1921-05-02", "signed"), ("1919-01-01", "in preparation"), ("1925-01-01", "annulled")):
            page = Page(f"The {title} of the Zenda Senate: {status}, {report}.", report)
            senate = page.body("Zenda Senate")
            page.say(AgreementFact(title=title, parties=(senate,), date=day(report), status=status))  # type: ignore[arg-type]
            page.into(register)
        for report, summary, decided in (
            ("1921-05-02", "build a port at Zenda", "adopted"),
            ("1925-05-02", "the port at Zenda is not to be built", "annulled"),
        ):
            page = Page(f"The Zenda Senate: {summary}, {decided}, {report}.", report)
            senate = page.body("Zenda Senate")
            page.say(DecisionFact(by=(senate,), summary=summary, date=day(report), status=decided))  # type: ignore[arg-type]
            page.into(register)
        view = register.entity("Zenda Senate")
        [treaty] = view.agreements
        assert treaty.status == "annulled"
        stages = [(stage.status, str(stage.date), len(stage.citations)) for stage in treaty.history]
        assert stages == [
            ("in preparation", "1919-01-01", 1),
            ("signed", "1921-05-02", 1),
            ("annulled", "1925-01-01", 1),
        ]
        assert [decision.status for decision in view.decisions] == ["adopted", "annulled"]
        for decision in view.decisions:
            assert [stage.status for stage in decision.history] == ["adopted", "annulled"]


names = st.sampled_from(
    ["Seventh Zenda Fair", "7th Zenda Fair", "Zenda Fair of the Coast", "meeting", "Zenda Coast Talks"]
)
pages = st.builds(
    told,
    st.sampled_from(["1921-05-02", "1921-05-20", "1921-08-01"]), names,
    st.sampled_from([None, "1921-05-01", "1921-05-02", "1921-05", "1921"]),
    st.sampled_from([("Ana Lopes", "chair"), ("Ivo Kovac", "attendee")]),
    end=st.sampled_from([None, "1921-07-30"]),
)  # fmt: skip


@pytest.mark.sqlite  # on a server the same law would take minutes
@settings(max_examples=30)
@given(st.lists(pages, max_size=6), st.randoms(use_true_random=False))
def test_asked_one_by_one_or_all_at_once_in_any_order_of_reading(several: list[Page], chance: object) -> None:
    several = list({page.sha: page for page in several}.values())
    found = []
    for _ in range(2):
        with passing_register() as register:
            for page in several:
                page.into(register)
            claims = [
                row[0] for row in register.store.rows("SELECT id FROM claim WHERE kind = 'gathering' ORDER BY id")
            ]
            one_by_one = {frozenset(register.gathering(claim).gathering.claims or (claim,)) for claim in claims}
            at_once = {frozenset(g.claims or (g.id,)) for g in register.gatherings()}
            assert at_once <= one_by_one
            found.append(one_by_one)
        chance.shuffle(several)  # type: ignore[attr-defined]
    assert found[0] == found[1]


@pytest.mark.parametrize("dated", ["1920", "1920-03", "1920-03-05"])
def test_a_gathering_without_a_date_in_a_report_of_a_year(tmp_path: Path, dated: str) -> None:
    page = Page("The Relief Office met, with Ana Lopes in the chair.", dated)
    page.say(GatheringFact(gathering="g1", organisers=(page.body("Relief Office"),)))
    page.say(AttendanceFact(who=page.person("Ana Lopes"), gathering="g1", capacity="chair"))
    with new_register(tmp_path) as register:
        page.into(register)
        assert [view.capacity for view in register.entity("Ana Lopes").attended] == ["chair"]
