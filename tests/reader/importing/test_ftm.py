from __future__ import annotations

import json
from typing import Any

import pytest

from chancery.reader.importing.conversion import Conversion
from chancery.reader.importing.ftm import convert_ftm
from chancery.terms.claims import PostFact, UnitFact
from chancery.terms.errors import DataError
from tests.reader.importing import given as made


def entity(key: str, schema: str, **properties: Any) -> str:
    return json.dumps({"id": key, "schema": schema, "properties": {k: [*v] for k, v in properties.items()}})


LINES = [
    entity("oc", "Occupancy", holder=["p"], post=["pos"], startDate=["2011", "2011-03-01"], endDate=["2012-01-01"]),
    entity("p", "Person", name=["Bo Lind", "Bo E. Lind"], alias=["B. Lind"], deathDate=["2022"]),
    entity("pos", "Position", name=["Minister of Fish"], organization=["g"]),
    entity("g", "PublicBody", name=["Fishland"], incorporationDate=["1900"], dissolutionDate=["2020-01-01"]),
    entity("c", "Company", name=["Net & Sons"], parent=["g"]),
    entity("m", "Membership", member=["p"], organization=["c"]),
    entity("d", "Directorship", director=["p"], organization=["c"], role=["Chief of Nets"], startDate=["2015-01-01"]),
    entity("e", "Employment", employee=["p"], employer=["c"], startDate=["2001"], endDate=["2002"]),
]


def converted(*lines: str) -> Conversion:
    return convert_ftm([made.data_file("set.jsonl", "\n".join([*LINES, *lines]) + "\n")], dataset="fish")


def posts(conversion: Conversion) -> list[tuple[str, ...]]:
    [reading] = conversion.readings
    names = {referent.id: referent.name for referent in reading.referents}
    return [
        (
            names.get(fact.organisation or "", ""),
            fact.role,
            fact.change,
            *(str(date or "") for date in (fact.date, fact.since, fact.until)),
        )
        for claim in reading.claims
        if isinstance(fact := claim.fact, PostFact)
    ]


def test_entities_become_claims_whatever_their_order() -> None:
    assert posts(converted()) == [
        ("", "", "died", "2022", "", ""),
        ("Fishland", "Minister of Fish", "appointed", "2011-03-01", "", "2012-01-01"),
        ("Net & Sons", "member", "holds", "2015-01-01", "", ""),
        ("Net & Sons", "Chief of Nets", "holds", "2015-01-01", "2015-01-01", ""),
        ("Net & Sons", "employee", "appointed", "2001", "", "2002"),
    ]
    [reading] = converted().readings
    units = [claim.fact for claim in reading.claims if isinstance(claim.fact, UnitFact)]
    assert [(unit.change, str(unit.date or "")) for unit in units] == [
        ("created", "1900"), ("abolished", "2020-01-01"), ("exists", ""),
    ]  # fmt: skip
    person = reading.referents[0]
    assert (person.identifier, person.name, person.aliases) == ("fish:p", "Bo Lind", ("Bo E. Lind", "B. Lind"))


def test_every_claim_is_proved_by_the_lines_that_its_ids_lead_to() -> None:
    conversion = converted()
    assert {evidence.quote for evidence in made.all_evidence(conversion)} <= set(LINES)
    claim = next(c for c in made.claims_of(conversion) if isinstance(c.fact, PostFact) and "Fish" in c.fact.role)
    assert [json.loads(evidence.quote)["id"] for evidence in claim.evidence] == ["oc", "p", "pos", "g"]


BROKEN = [
    ('{"id": "x', "D002"),
    ("[1]", "D002"),
    ('{"id": "x", "schema": "Person"}', "D002"),
    (f"{LINES[0]} {LINES[0]}", "D002"),
    ("[" * 100_000, "D002"),
    (entity("x", "Person"), "D002"),
    (entity("g", "Person", name=["Again"]), "D005"),
    (entity("pos", "Position", name=["Again"]), "D005"),
    (entity("x", "Position", name=["X"], organization=["nowhere"]), "D004"),
    (entity("x", "Occupancy", holder=["nobody"], post=["pos"]), "D004"),
    (entity("x", "Occupancy", holder=["p"], post=["nothing"]), "D004"),
    (entity("x", "Membership", member=["p"], organization=["c"], startDate=["soon"]), "D003"),
    (entity("x", "Membership", member=["p"], organization=["c"], startDate=["2001"], endDate=["2000"]), "D006"),
    (entity("x", "Directorship", director=["g"], organization=["c"]), "D007"),
    (entity("x", "Address", full=["1 Quay"]), "D007"),
    (entity("x", "Company", name=["X"], parent=["x"]), "D002"),
]


@pytest.mark.parametrize(("line", "code"), BROKEN)
def test_a_line_that_cannot_be_taken_is_told_and_all_else_is_taken(line: str, code: str) -> None:
    conversion = converted(line)
    assert made.codes(conversion) == [code]
    assert posts(conversion) == posts(converted())
    assert conversion.rows == len(LINES) + 1


def test_a_file_without_an_entity_is_another_kind() -> None:
    with pytest.raises(DataError, match="D001"):
        convert_ftm([made.data_file("set.jsonl", "id,name\n1,A\n")], dataset="fish")


def test_lines_that_are_never_whole_cost_one_look_each() -> None:
    conversion = converted(*['{"a": ['] * 50_000)
    assert conversion.counts == {"D002": 50_000}
    assert len(conversion.untaken) == 10_000, "no more are kept than anybody reads"
