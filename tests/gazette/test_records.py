"""What of a reading becomes a fact of the gold format, and in which fields."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from chancery.gazette.records import record_of
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    Claim,
    DecisionFact,
    Evidence,
    Fact,
    GatheringFact,
    MessageFact,
    PostFact,
    Reading,
    Referent,
    Stance,
    UnitFact,
)
from chancery.terms.dates import DateSpan

DAY = DateSpan.of_day(dt.date(1920, 1, 16))


def claim(fact: Fact, quote: str = "so it says", *, stance: Stance = "asserted") -> Claim:
    evidence = Evidence(document="d", start=0, end=len(quote), quote=quote)
    return Claim(id=quote, fact=fact, evidence=(evidence,), stance=stance)


def facts(*claims: Claim) -> list[dict[str, Any]]:
    reading = Reading(document="d", reader="test", version="1", language="en", read=True, claims=claims)
    exported: list[dict[str, Any]] = record_of(reading, "a.txt")["facts"]
    return exported


def test_entities_keep_their_names_and_aliases() -> None:
    referent = Referent(id="o1", type="organisation", name="Garden League", aliases=("League",))
    reading = Reading(document="d", reader="test", version="1", language="en", read=True, referents=(referent,))
    assert record_of(reading, "a.txt") == {
        "document": "a.txt",
        "entities": [{"id": "o1", "type": "organisation", "name": "Garden League", "aliases": ["League"]}],
        "facts": [],
    }


def test_each_kind_has_the_fields_of_the_format() -> None:
    exported = facts(
        claim(PostFact(person="p1", role="Chairman", organisation="o1", change="elected", date=DAY)),
        claim(UnitFact(child="o1", parent="o2", change="created", date=DateSpan.of_month(1920, 1))),
        claim(GatheringFact(gathering="g1", form="summit", name="1st", start=DAY, end=DAY, place="l1", mode="online")),
        claim(AttendanceFact(who="p1", gathering="g1", capacity="chair")),
        claim(AgreementFact(title="Pact", parties=("o1",), date=DateSpan.of_year(1920))),
        claim(AwardFact(givers=("o1",), recipients=("p1", "p2"), object="medal")),
        claim(DecisionFact(by=("o1",), summary="to meet", deadline=DAY)),
        claim(MessageFact(form="letter", senders=("p1",), recipients=("o1", "o2"))),
    )
    said = {"evidence": "so it says"}
    assert exported == [
        {"type": "post", "person": "p1", "role": "Chairman", "organisation": "o1", "change": "elected",
         "date": "1920-01-16"} | said,
        {"type": "unit", "child": "o1", "parent": "o2", "change": "created", "date": "1920-01"} | said,
        {"type": "gathering", "id": "g1", "kind": "summit", "name": "1st", "start": "1920-01-16",
         "end": "1920-01-16", "place": "l1", "mode": "online", "part_of": None, "organiser": None} | said,
        {"type": "attendance", "who": "p1", "gathering": "g1", "capacity": "chair"} | said,
        {"type": "agreement", "title": "Pact", "parties": ["o1"], "signatories": [], "date": "1920",
         "status": "signed"} | said,
        {"type": "award", "giver": "o1", "recipient": ["p1", "p2"], "object": "medal", "date": None} | said,
        {"type": "decision", "by": "o1", "summary": "to meet", "date": None, "status": "adopted",
         "deadline": "1920-01-16"} | said,
        {"type": "message", "kind": "letter", "from": "p1", "to": ["o1", "o2"], "date": None} | said,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "stance", "is_fact"),
    [
        (PostFact(person="p1", role="Head"), "denied", False),
        (PostFact(person="p1", role="Head"), "proposed", False),
        (PostFact(person="p1", role="Head", change="nominated"), "proposed", True),
        (PostFact(person="p1", role="Head", change="nominated"), "denied", False),
        (DecisionFact(summary="to meet", status="proposed"), "proposed", True),
        (DecisionFact(summary="to meet"), "attributed", False),
        (AgreementFact(title="Pact", status="in preparation"), "proposed", True),
    ],
)
def test_what_is_only_supposed_is_a_fact_where_the_format_can_say_so(fact: Fact, stance: Stance, is_fact: bool) -> None:
    assert bool(facts(claim(fact, stance=stance))) is is_fact


def test_a_rank_has_no_organisation_and_one_who_acts_is_acting() -> None:
    rank, acting, interim, said = facts(
        claim(PostFact(person="p1", role="Colonel", rank=True, organisation="o1")),
        claim(PostFact(person="p1", role="Head", acting=True)),
        claim(PostFact(person="p1", role="Chair", title="Interim Chair", acting=True)),
        claim(PostFact(person="p1", role="Acting Dean", acting=True)),
    )
    assert rank["organisation"] is None
    assert [acting["role"], interim["role"], said["role"]] == ["acting Head", "interim Chair", "Acting Dean"]


def test_the_same_thing_said_twice_is_one_fact_but_two_letters_are_two() -> None:
    post = PostFact(person="p1", role="Head")
    letter = MessageFact(form="letter", senders=("p1",))
    exported = facts(claim(post, "once"), claim(post, "twice"), claim(letter, "one"), claim(letter, "two"))
    assert [fact["evidence"] for fact in exported] == ["once", "one", "two"]


def test_nobody_attends_a_gathering_that_was_denied() -> None:
    exported = facts(
        claim(GatheringFact(gathering="g1"), stance="denied"),
        claim(AttendanceFact(who="p1", gathering="g1")),
        claim(GatheringFact(gathering="g2", part_of="g1")),
    )
    assert [(fact["type"], fact["part_of"]) for fact in exported] == [("gathering", None)]
