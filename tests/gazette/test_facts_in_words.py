"""Each kind of fact as a line of words with its links."""

from __future__ import annotations

import pytest

from chancery.gazette.pages.facts_in_words import Phrase, fact_in_words
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    DecisionFact,
    Fact,
    GatheringFact,
    MessageFact,
    PostFact,
    UnitFact,
)
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName

DAY = DateSpan.parse("1920-01-16")
NAMES = {
    "p1": EntityName(id="P1", type="person", name="Ada Cole"),
    "p2": EntityName(id="P2", type="person", name="Bo Dahl"),
    "o1": EntityName(id="O1", type="organisation", name="Garden League"),
    "o2": EntityName(id="O2", type="organisation", name="Seed Council"),
    "l1": EntityName(id="L1", type="place", name="Lower Mill"),
}


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (PostFact(person="p1", role="Head", organisation="o1"), "Ada Cole is Head, Garden League"),
        (
            PostFact(person="p1", role="Head", change="elected", date=DAY, acting=True, until=DateSpan.of_year(1922)),
            "Ada Cole elected acting Head on 16 January 1920 until 1922",
        ),
        (UnitFact(child="o2", parent="o1"), "Seed Council is part of Garden League"),
        (UnitFact(child="o2", change="abolished", date=DateSpan.of_year(1930)), "Seed Council abolished in 1930"),
        (UnitFact(child="o2", parent="o1", change="created"), "Seed Council created under Garden League"),
        (UnitFact(child="o1", change="merged", into=("o2",)), "Garden League merged into Seed Council"),
        (
            UnitFact(child="o1", change="transferred", parent="o2", left="l1", date=DAY),
            "Garden League transferred from Lower Mill to Seed Council on 16 January 1920",
        ),
        (PostFact(person="p1", role="Head", organisation="o1", change="died"), "Ada Cole died as Head, Garden League"),
        (
            GatheringFact(gathering="g1", form="summit", start=DAY, end=DateSpan.parse("1920-01-18"), place="l1"),
            "Summit in Lower Mill from 16 January 1920 to 18 January 1920",
        ),
        (
            GatheringFact(gathering="g2", name="2nd sitting", start=DAY, end=DAY, organisers=("o1",), part_of="g1"),
            "2nd sitting on 16 January 1920 called by Garden League part of the summit",
        ),
        (AttendanceFact(who="p2", gathering="g1", capacity="chair"), "Bo Dahl chaired the summit"),
        (
            AgreementFact(title="Pact", parties=("o1", "o2", "l1"), signatories=("p1", "p2"), date=DAY),
            "Pact — signed on 16 January 1920 between Garden League, Seed Council and Lower Mill by the hand of "
            "Ada Cole and Bo Dahl",
        ),
        (AwardFact(givers=("o1",), recipients=("p1",), object="Medal"), "Medal to Ada Cole from Garden League"),
        (
            DecisionFact(by=("o1",), summary="to meet", deadline=DAY),
            "Garden League adopted: to meet (by 16 January 1920)",
        ),
        (MessageFact(form="letter", senders=("p1",), recipients=("o1",)), "Letter from Ada Cole to Garden League"),
    ],
)
def test_a_fact_in_words(fact: Fact, words: str) -> None:
    line = fact_in_words(fact, NAMES.get, lambda ref: "the summit")
    assert "".join(phrase.text for phrase in line) == words


def test_names_are_links_and_all_else_is_not() -> None:
    line = fact_in_words(PostFact(person="p1", role="Head", organisation="o1"), NAMES.get, lambda ref: "")
    assert line == (Phrase("Ada Cole", NAMES["p1"]), Phrase(" is Head, "), Phrase("Garden League", NAMES["o1"]))


def test_whoever_is_not_known_is_someone() -> None:
    line = fact_in_words(PostFact(person="p9", role="Head", organisation="o1"), NAMES.get, lambda ref: "")
    assert "".join(phrase.text for phrase in line) == "someone is Head, Garden League"
