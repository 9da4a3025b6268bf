"""The second reader with a model that says what the test wants: what stands in the text is taken, the rest refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from chancery.reader.llm import Question, read_with_model, version_with
from chancery.reader.llm.pieces import LONGEST
from chancery.reader.llm.taking import CONFIDENCE
from chancery.register.evidence import check_reading
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    DecisionFact,
    GatheringFact,
    MessageFact,
    PostFact,
    Reading,
    UnitFact,
)
from chancery.terms.dates import DateSpan
from chancery.terms.errors import ReadingError
from tests.register.world import Page

TEXT = """The Relief  Board met in Geneva on 3 July 1933.
Ana Lopes was elected acting Head of the Relief Office of the Relief Board.
Bo Dahl, who presided, sent a letter to Lopes. The Board adopted a resolution on tents and gave Dahl a medal.
The Relief Board and the Harbour Union signed a Pact on Boats.
"""
ENTITIES = [
    {"id": "p1", "type": "person", "name": "Ana Lopes", "aliases": ["Lopes"]},
    {"id": "p2", "type": "person", "name": "Bo Dahl", "aliases": ["Dahl"]},
    {"id": "o1", "type": "organisation", "name": "Relief Board", "aliases": ["Board"]},
    {"id": "o2", "type": "organisation", "name": "Relief Office"},
    {"id": "o3", "type": "organisation", "name": "Harbour Union", "aliases": None},
    {"id": "l1", "type": "place", "name": "Geneva"},
]
POST = {
    "type": "post", "person": "p1", "role": "acting Head", "organisation": "o2", "change": "elected", "date": None,
    "evidence": "Ana Lopes was elected acting Head of the Relief Office",
}  # fmt: skip
FACTS: list[dict[str, Any]] = [
    POST,
    {"type": "unit", "child": "o2", "parent": "o1", "evidence": "Relief Office of the Relief Board"},
    {
        "type": "gathering", "id": "g1", "kind": "meeting", "name": None, "start": "1933-07-03", "end": "1933-07-03",
        "place": "l1", "mode": "in person", "part_of": None, "organiser": "o1",
        "evidence": "The Relief Board met in Geneva on 3 July 1933",
    },
    {"type": "attendance", "who": "p2", "gathering": "g1", "capacity": "chair", "evidence": "Bo Dahl, who presided"},
    {"type": "message", "kind": "letter", "from": "p2", "to": ["p1"], "evidence": "sent a letter to Lopes"},
    {"type": "decision", "by": ["o1"], "summary": "a resolution " * 9, "evidence": "adopted a resolution on tents"},
    {"type": "award", "giver": "o1", "recipient": ["p2"], "object": "medal", "evidence": "gave Dahl a medal"},
    {"type": "agreement", "title": "Pact on Boats", "parties": ["o1", "o3", "o1"], "signatories": [], "status": "signed",
     "evidence": "signed a Pact on Boats"},
]  # fmt: skip


def read(text: str, answer: object | Callable[[Question], object], **more: Any) -> Reading:
    page = Page(text, **more)

    def ask(question: Question) -> str:
        said = answer(question) if callable(answer) else answer
        return said if isinstance(said, str) else json.dumps(said)

    reading = read_with_model(page.document, page.layer, ask, model="small")
    checked = check_reading(reading, page.layer)
    assert checked.accepted == reading.claims, "the register has nothing to refuse of what the reader let in"
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    return reading


def record(*facts: dict[str, Any], entities: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {"entities": ENTITIES if entities is None else entities, "facts": list(facts)}


def test_all_eight_kinds() -> None:
    reading = read(TEXT, record(*FACTS))
    day = DateSpan.parse("1933-07-03")
    assert [claim.fact for claim in reading.claims] == [
        GatheringFact(gathering="g1", start=day, end=day, place="l1", mode="in person", organisers=("o1",)),
        PostFact(person="p1", role="Head", title="acting Head", organisation="o2", change="elected", acting=True),
        UnitFact(child="o2", parent="o1"),
        AttendanceFact(who="p2", gathering="g1", capacity="chair"),
        MessageFact(form="letter", senders=("p2",), recipients=("p1",)),
        DecisionFact(by=("o1",), summary="a resolution a resolution a resolution a resolution a resolution "
                     "a resolution a resolution a"),
        AwardFact(givers=("o1",), recipients=("p2",), object="medal"),
        AgreementFact(title="Pact on Boats", parties=("o1", "o3")),
    ]  # fmt: skip
    assert reading.refused == ()
    assert {(claim.rule, claim.confidence, claim.stance) for claim in reading.claims} == {
        ("llm", CONFIDENCE, "asserted")
    }
    assert (reading.reader, reading.version, reading.read) == ("llm", version_with("small"), True)


def test_a_quote_is_the_texts_own_slice() -> None:
    [claim] = read(TEXT, record(FACTS[2])).claims
    assert claim.evidence[0].quote == "The Relief  Board met in Geneva on 3 July 1933"


def test_names_with_every_place_where_they_stand() -> None:
    lopes = read(TEXT, record()).referents[0]
    assert (lopes.id, lopes.name, lopes.aliases) == ("p1", "Ana Lopes", ("Lopes",))
    assert [TEXT[m.start : m.end] for m in lopes.mentions] == ["Ana Lopes", "Lopes"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"evidence": "Ana Lopes became Head"}, "the quote stands nowhere in the text"),
        ({"evidence": "Ana Lopes ... Relief Office"}, "the quote stands nowhere in the text"),
        ({"person": "p9"}, "no name that stands in the text is known as p9"),
        ({"organisation": "o7"}, "no name that stands in the text is known as o7"),
        ({"person": "o1"}, "o1 holds a post and is no person"),
        ({"role": "Treasurer"}, "the text does not speak of “Treasurer”"),
    ],
)
def test_a_fact_that_the_text_does_not_bear_out_is_refused_and_kept(change: dict[str, Any], reason: str) -> None:
    reading = read(TEXT, record({**POST, **change}))
    assert reading.claims == ()
    [refusal] = reading.refused
    assert refusal.claim is not None
    assert refusal.reason == reason


def test_a_quote_that_stands_nowhere_is_kept_with_an_empty_span() -> None:
    [refusal] = read(TEXT, record({**POST, "evidence": "Ana Lopes became Head"})).refused
    assert refusal.claim is not None
    evidence = refusal.claim.evidence[0]
    assert (evidence.start, evidence.end, evidence.quote) == (0, 0, "Ana Lopes became Head")


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        ({"type": "rumour", "evidence": "Geneva"}, "no fact is of the kind “rumour”"),
        ({"evidence": "Geneva"}, "no fact is of the kind “None”"),
        ({**POST, "change": "promoted"}, "“change” may not be “promoted”"),
        ({**POST, "person": None}, "“person” is missing"),
        ({**POST, "person": [3]}, "“person” holds no id"),
        ({**POST, "role": ["Head"]}, "“role” is no text"),
        ({**POST, "role": " "}, "“role” is missing"),
        ({**POST, "evidence": None}, "no evidence"),
        ({**POST, "evidence": 7}, "“evidence” is no text"),
        ({"type": "unit", "child": "o1", "parent": "o1", "evidence": "Relief Board"}, "a body is no unit of itself"),
        ({"type": "gathering", "evidence": "met"}, "“id” is missing"),
        ({"type": "attendance", "who": "p1", "evidence": "met"}, "“gathering” is missing"),
        ({"type": "award", "object": "medal", "evidence": "medal"}, "neither “giver” nor “recipient”"),
        ({"type": "decision", "by": "o1", "evidence": "resolution"}, "“summary” is missing"),
        ({"type": "message", "to": "p1", "evidence": "letter"}, "“from” is missing"),
    ],
)
def test_what_has_no_form_is_refused_and_kept_as_it_came(fact: dict[str, Any], reason: str) -> None:
    [refusal] = read(TEXT, record(fact)).refused
    assert (refusal.claim, refusal.reason) == (None, reason)
    assert json.loads(refusal.said) == fact


def test_a_date_that_is_none_is_left_out() -> None:
    for date in ("1933-02-30", "soon", "99999", ""):
        [claim] = read(TEXT, record({**POST, "date": date})).claims
        assert isinstance(claim.fact, PostFact)
        assert claim.fact.date is None


def test_names_that_stand_nowhere_are_refused_and_the_facts_with_them() -> None:
    entities = [
        {"id": "p1", "type": "person", "name": "Anna Lopez", "aliases": ["Lopes", "Ana Lopes", "she"]},
        {"id": "o2", "type": "organisation", "name": "Relief Ministry"},
        {"id": "x", "type": "animal", "name": "Geneva"},
        {"type": "place", "name": "Geneva"},
        {"id": "o3", "type": "organisation", "name": None, "aliases": "Harbour Union"},
    ]
    reading = read(TEXT, record(POST, entities=entities))
    assert [(r.id, r.name, r.aliases) for r in reading.referents] == [("p1", "Ana Lopes", ("Lopes",))]
    assert reading.claims == ()
    assert [(refusal.reason, refusal.said) for refusal in reading.refused if refusal.claim is None] == [
        ("the name stands nowhere in the text", '"Anna Lopez"'),
        ("no name", '"she"'),
        ("the name stands nowhere in the text", '"Relief Ministry"'),
        ("an entity without an id or a known type", '{"id": "x", "type": "animal", "name": "Geneva"}'),
        ("an entity without an id or a known type", '{"type": "place", "name": "Geneva"}'),
    ]


def test_the_same_fact_twice_is_one() -> None:
    assert len(read(TEXT, record(POST, POST)).claims) == 1


def test_halves_of_characters_do_no_harm() -> None:
    answer = '{"entities": [{"id": "p\\ud800", "type": "person", "name": "Bo Dahl", "aliases": ["\\udfff X"]}], "facts": ' \
        '[{"type": "post", "person": "p\\ud800", "role": "\\ud800", "evidence": "Bo \\ud800"}]}'  # fmt: skip
    assert len(read(TEXT, answer).refused) == 2


LONG = (
    f"{TEXT}{'It rained. ' * 10}\n"
    + "The tents were wet.\n" * (LONGEST // 20)
    + "Lopes left Geneva with Cy Ek of the Board.\n"
)


def test_a_long_text_goes_in_pieces_that_know_of_those_before() -> None:
    questions: list[Question] = []

    def answer(question: Question) -> object:
        questions.append(question)
        if len(questions) == 1:
            return record(FACTS[2])
        entities = [
            {"id": "p7", "type": "person", "name": "Lopes"},
            {"id": "p1", "type": "person", "name": "Cy Ek"},
            {"id": "p2", "type": "person", "name": "No One"},
        ]
        again = {**FACTS[2], "id": "g1", "evidence": "Lopes left Geneva", "start": FACTS[2]["start"]}
        left = {"type": "attendance", "who": "p7", "gathering": "g1", "evidence": "Lopes left Geneva"}
        known = {"type": "post", "person": "p1", "role": "left", "organisation": "o1", "evidence": "Cy Ek of the Board"}
        lost = {"type": "post", "person": "p2", "role": "left", "evidence": "Cy Ek of the Board"}
        before = {"type": "post", "person": "p1", "role": "Head", "evidence": "Ana Lopes was elected acting Head"}
        return record(again, left, known, lost, before, entities=entities)

    reading = read(LONG, answer)
    assert len(questions) == 2
    assert all(len(question.user) < LONGEST + 2000 for question in questions)
    assert "PART: 1 of 2" in questions[0].user and "KNOWN" not in questions[0].user
    assert "p1 person: Ana Lopes\n" in questions[1].user
    assert "g1 gathering (meeting): 1933-07-03\n" in questions[1].user
    assert [(r.id, r.name) for r in reading.referents if r.type == "person"] == [
        ("p1", "Ana Lopes"), ("p2", "Bo Dahl"), ("p3", "Cy Ek"),
    ]  # fmt: skip
    assert [claim.fact for claim in reading.claims[1:]] == [
        AttendanceFact(who="p1", gathering="g1"),
        PostFact(person="p3", role="left", title="left", organisation="o1"),
    ]
    assert [refusal.reason for refusal in reading.refused if refusal.claim] == [
        "the quote stands nowhere in the text",  # not in the piece that was asked about
        "no name that stands in the text is known as p2",
    ]


def test_two_people_of_one_answer_with_one_surname_stay_two() -> None:
    entities = [
        {"id": "a", "type": "person", "name": "Ana Lopes", "aliases": ["Lopes"]},
        {"id": "b", "type": "person", "name": "Rui Lopes", "aliases": ["Lopes"]},
    ]
    reading = read("Ana Lopes met Rui Lopes.", record(entities=entities))
    assert [referent.name for referent in reading.referents] == ["Ana Lopes", "Rui Lopes"]


def test_an_answer_that_is_no_record_fails_the_document() -> None:
    with pytest.raises(ReadingError, match=r"R006.*begins with 'Sorry\.'"):
        read(TEXT, "Sorry.")


def test_the_text_is_set_apart_and_where_it_came_from_is_not_sent() -> None:
    asked: list[Question] = []
    read(TEXT, lambda question: asked.append(question) or record(), source="secret/place.txt")
    assert asked[0].user.endswith("</text>")
    assert "secret" not in asked[0].user + asked[0].system
    assert asked[0].source == "secret/place.txt"


def test_the_version_has_the_model_in_it() -> None:
    assert version_with("small") != version_with("large")
    assert version_with("small").startswith("small+")
