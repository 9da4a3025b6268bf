from __future__ import annotations

import json
from typing import Any

import pytest

from chancery.reader.importing.conversion import Conversion
from chancery.reader.importing.limits import LONGEST_NAME, MOST_CHARACTERS
from chancery.reader.importing.popolo import convert_popolo
from chancery.terms.claims import PostFact, UnitFact
from chancery.terms.errors import DataError
from tests.reader.importing import given as made

SET: dict[str, Any] = {
    "persons": [
        {"id": "1", "name": "Ana Lopes", "other_names": [{"name": "Ana M. Lopes"}, {}, 3]},
        {
            "id": 2,
            "name": "Ana Lopes",
            "death_date": "2021-05-06",
            "memberships": [{"organization_id": "b", "role": "Treasurer", "start_date": "2019"}],
        },
    ],
    "organizations": [
        {"id": "b", "name": "Harbour \u201cBoard\u201d", "parent_id": "c", "founding_date": "1990-01-01"},
        {"id": "c", "name": "City of Port", "dissolution_date": "2020", "posts": [{"id": "q", "label": "Mayor"}]},
    ],
    "posts": [{"id": "p", "label": "Chair of the Board", "role": "Chair", "organization_id": "b"}],
    "memberships": [
        {"person_id": "1", "post_id": "p", "start_date": "2001-02-03", "end_date": "2010"},
        {"person_id": "1", "post_id": "q", "start_date": "2011-01-01"},
        {"person_id": "1", "organization_id": "c"},
    ],
}


def converted(content: Any = None, *, indent: int | None = None, **added: Any) -> Conversion:
    whole = {**SET, **{name: [*SET[name], *more] for name, more in added.items()}} if content is None else content
    return convert_popolo([made.data_file("set.json", json.dumps(whole, indent=indent))], dataset="port")


def posts(conversion: Conversion) -> list[tuple[str, ...]]:
    [reading] = conversion.readings
    names = {referent.id: referent.identifier or "" for referent in reading.referents}
    return [
        (
            names[fact.person],
            names.get(fact.organisation or "", ""),
            fact.role,
            fact.change,
            *(str(date or "") for date in (fact.date, fact.since, fact.until)),
        )
        for claim in reading.claims
        if isinstance(fact := claim.fact, PostFact)
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_memberships_become_claims_of_posts(indent: int | None) -> None:
    assert posts(converted(indent=indent)) == [
        ("port:2", "", "", "died", "2021-05-06", "", ""),
        ("port:2", "port:b", "Treasurer", "appointed", "2019", "", ""),
        ("port:1", "port:b", "Chair", "appointed", "2001-02-03", "", "2010"),
        ("port:1", "port:c", "Mayor", "holds", "2019-01-01", "2011-01-01", ""),
        ("port:1", "port:c", "member", "holds", "2019-01-01", "", ""),
    ]


def test_bodies_begin_end_and_lie_within_others() -> None:
    [reading] = converted().readings
    units = [claim.fact for claim in reading.claims if isinstance(claim.fact, UnitFact)]
    assert [(unit.change, str(unit.date or ""), unit.parent is not None) for unit in units] == [
        ("created", "1990-01-01", False),
        ("exists", "", True),
        ("abolished", "2020", False),
    ]


@pytest.mark.parametrize("indent", [None, 1])
def test_every_claim_is_proved_by_the_objects_that_its_ids_lead_to(indent: int | None) -> None:
    text = json.dumps(SET, indent=indent)
    conversion = converted(indent=indent)
    for evidence in made.all_evidence(conversion):
        assert text[evidence.start : evidence.end] == evidence.quote
        json.loads(evidence.quote)
    claim = next(c for c in made.claims_of(conversion) if isinstance(c.fact, PostFact) and c.fact.role == "Chair")
    assert [json.loads(evidence.quote).get("name") for evidence in claim.evidence] == [
        None, "Ana Lopes", None, "Harbour “Board”",
    ]  # fmt: skip


def test_of_a_long_object_the_name_is_the_proof() -> None:
    long = {**SET["persons"][0], "biography": "x" * 5000}
    conversion = converted({**SET, "persons": [long, SET["persons"][1]]})
    claim = next(c for c in made.claims_of(conversion) if isinstance(c.fact, PostFact) and c.fact.role == "Chair")
    assert claim.evidence[1].quote == "Ana Lopes"


BROKEN = [
    ("persons", {"id": "1", "name": "Again"}, "D005"),
    ("persons", {"name": "Nobody"}, "D002"),
    ("persons", {"id": "3", "name": "\x00 \x01"}, "D002"),
    ("persons", {"id": "3", "name": "A", "death_date": "0000-00-00"}, "D003"),
    ("organizations", {"id": "d", "name": "D", "parent_id": "x"}, "D004"),
    ("organizations", {"id": "d", "name": "D", "parent_id": "d"}, "D002"),
    ("organizations", {"id": "d", "name": "D", "founding_date": "2001", "dissolution_date": "2000"}, "D006"),
    ("organizations", {"id": "d", "name": "D", "notes": "n" * MOST_CHARACTERS}, "D002"),
    ("persons", {"id": "3", "name": "A" * (LONGEST_NAME + 1)}, "D002"),
    ("persons", {"id": "3", "name": "A", "other_names": [{"name": "A" * (LONGEST_NAME + 1)}]}, "D002"),
    ("posts", {"id": "r", "role": "Mayor", "label": "M" * (LONGEST_NAME + 1)}, "D002"),
    ("memberships", {"person_id": "1", "organization_id": "b", "role": "r" * (LONGEST_NAME + 1)}, "D002"),
    ("posts", {"id": "p", "role": "Again"}, "D005"),
    ("posts", {"id": "r"}, "D002"),
    ("memberships", 7, "D002"),
    ("memberships", {"person_id": "1"}, "D002"),
    ("memberships", {"person_id": "9", "organization_id": "b"}, "D004"),
    ("memberships", {"person_id": "1", "post_id": "x"}, "D004"),
    ("memberships", {"member_id": "c", "organization_id": "b"}, "D007"),
]


@pytest.mark.parametrize(("where", "added", "code"), BROKEN)
def test_an_object_that_cannot_be_taken_is_told_and_all_else_is_taken(where: str, added: Any, code: str) -> None:
    conversion = converted(**{where: [added]})
    assert made.codes(conversion) == [code]
    assert posts(conversion) == posts(converted())
    assert conversion.rows == converted().rows + 1


def test_a_circle_of_bodies_is_broken_where_it_closes() -> None:
    circle = [{"id": f"r{n}", "name": f"Ring {n}", "parent_id": f"r{(n + 1) % 3}"} for n in range(3)]
    assert made.codes(converted(organizations=circle)) == ["D002"]


@pytest.mark.parametrize("text", ["[]", "{}", '{"persons": {}}', '{"persons": [', "7", "[" * 100_000])
def test_what_holds_no_list_of_the_kind_is_another_kind(text: str) -> None:
    with pytest.raises(DataError, match="D001"):
        convert_popolo([made.data_file("set.json", text)], dataset="port")


def test_a_body_that_holds_a_long_list_of_memberships_is_taken_and_quoted_in_part() -> None:
    members = [{"person_id": "1", "role": "Member", "start_date": str(1000 + n)} for n in range(1000)]
    city = {"id": "c", "name": "City of Port", "founding_date": "1950", "parent_id": "e", "memberships": members}
    region = {"id": "e", "name": "Region"}
    content = {"persons": SET["persons"][:1], "organizations": [city, region]}
    assert len(json.dumps(city)) > MOST_CHARACTERS
    conversion = converted(content)
    assert made.codes(conversion) == []
    assert len(posts(conversion)) == 1000
    created, part = (claim for claim in made.claims_of(conversion) if isinstance(claim.fact, UnitFact))
    assert [evidence.quote for evidence in created.evidence] == ["City of Port", '"founding_date": "1950"']
    assert [evidence.quote for evidence in part.evidence] == ["City of Port", '"parent_id": "e"', json.dumps(region)]
    quoted = sum(len(evidence.quote) for evidence in made.all_evidence(conversion))
    assert quoted < 3 * len(json.dumps(content))


def test_half_a_character_is_no_trouble() -> None:
    text = '{"persons": [{"id": "1", "name": "A\\ud800 Bo"}], "memberships": [{"person_id": "1", "role": "x"}]}'
    conversion = convert_popolo([made.data_file("set.json", text)], dataset="port")
    assert conversion.readings[0].referents[0].name == "A? Bo"
