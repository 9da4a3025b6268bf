from __future__ import annotations

import json
from typing import Any

import pytest

from chancery.reader.importing.conversion import Conversion
from chancery.reader.importing.ftm import convert_ftm
from chancery.reader.importing.limits import LONGEST_NAME, MOST_CHARACTERS
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
    entity("q", "Person", name=["Ea Holm"]),
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
    (entity("x", "Person", name=["X"], notes=["n" * MOST_CHARACTERS]), "D002"),
    (entity("x", "Person", name=["X" * (LONGEST_NAME + 1)]), "D002"),
    (entity("x", "Person", name=["X"], alias=["X" * (LONGEST_NAME + 1)]), "D002"),
    (entity("x", "Position", name=["X" * (LONGEST_NAME + 1)]), "D002"),
    (entity("x", "Directorship", director=["p"], organization=["c"], role=["X" * (LONGEST_NAME + 1)]), "D002"),
    (entity("x", "Directorship", director=["p"], organization=["c"], role=[str(n) for n in range(11)]), "D002"),
    (entity("x", "Directorship", director=["p", "q"], organization=["c", "g"]), "D007"),
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


def test_of_several_values_of_a_tie_all_are_taken() -> None:
    conversion = converted(
        entity("pos2", "Position", name=["Harbour Master"], organization=["g", "c"]),
        entity("o2", "Occupancy", holder=["p"], post=["pos", "pos2"], startDate=["2013-01-01"], endDate=["2014"]),
        entity("d2", "Directorship", director=["p", "q"], organization=["c"], startDate=["2003"], endDate=["2004"]),
        entity("d3", "Directorship", director=["p"], organization=["c"], role=["Chair", "Clerk"], endDate=["2005"]),
    )
    assert made.codes(conversion) == []
    added = [told for told in posts(conversion) if told not in posts(converted())]
    assert [told[:2] for told in added] == [
        ("Fishland", "Minister of Fish"), ("Fishland", "Harbour Master"), ("Net & Sons", "Harbour Master"),
        ("Net & Sons", "director"), ("Net & Sons", "director"), ("Net & Sons", "Chair"), ("Net & Sons", "Clerk"),
    ]  # fmt: skip
    people = [c.fact.person for c in made.claims_of(conversion) if isinstance(c.fact, PostFact) and c.fact.until]
    assert len(set(people)) == 2, "both directors"


def test_of_several_values_those_that_lead_nowhere_are_told_and_the_others_taken() -> None:
    conversion = converted(
        entity("m2", "Membership", member=["nobody", "c", "q"], organization=["c"], endDate=["2005"]),
        entity("x", "Company", name=["X"], parent=["nowhere", "c", "g"]),
    )
    assert made.codes(conversion) == ["D004", "D007", "D007", "D007"]
    assert {error.fields["text"] for error in conversion.untaken} == {
        "the member nobody", "a body as member", "a second parent, nowhere", "a second parent, g",
    }  # fmt: skip
    assert [told[:2] for told in posts(conversion) if told not in posts(converted())] == [("Net & Sons", "member")]
    units = [c.fact for c in made.claims_of(conversion) if isinstance(c.fact, UnitFact) and c.fact.parent]
    assert len(units) == 2


def test_what_many_lines_point_to_is_not_copied_with_each_of_them() -> None:
    """A post, a person and a body, each with a long note, and 500 lines that lead to them."""
    note = ["n" * (MOST_CHARACTERS - 1000)]
    lines = [
        entity("P", "Person", name=["Ida Brook"], notes=note),
        entity("B", "Company", name=["Weir Board"], notes=note),
        entity("S", "Position", name=["Keeper"], organization=["B"], notes=note),
        *(entity(f"o{n}", "Occupancy", holder=["P"], post=["S"], startDate=[str(1000 + n)]) for n in range(500)),
    ]
    conversion = convert_ftm([made.data_file("set.jsonl", "\n".join(lines))], dataset="weir")
    assert len(made.claims_of(conversion)) == 500
    quoted = sum(len(evidence.quote) for evidence in made.all_evidence(conversion))
    assert quoted < 2 * sum(map(len, lines))
    assert [evidence.quote for evidence in made.claims_of(conversion)[0].evidence[1:]] == [
        "Ida Brook", "Keeper", "Weir Board",
    ]  # fmt: skip
