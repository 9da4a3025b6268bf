"""Names of bodies widened to where they begin and end."""

from __future__ import annotations

import pytest

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.organs import add_state_organs
from chancery.reader.naming.widening import widen_bodies
from tests.reader.test_found_bodies import line_of, marked

LISTS = gazetteer("en")


@pytest.mark.parametrize(
    ("text", "body", "widened"),
    [
        ("the Centers for Seed Control and Prevention said", "Centers for Seed Control", "Centers for Seed Control and Prevention"),
        ("the Centers for Seed Control and Ann Hart", "Centers for Seed Control", "Centers for Seed Control"),
        ("the Council of Peace and Parliament met", "Council of Peace", "Council of Peace"),
        ("the Relief Board and Prevention", "Relief Board", "Relief Board"),
        ("the Council of Chief Seed Officers met", "Council of Chief Seed", "Council of Chief Seed Officers"),
        ("the Council of Chief Seed Officers Hart", "Council of Chief Seed", "Council of Chief Seed"),
        ("the Elm City Police Chiefs Association met", "Elm City Police", "Elm City Police Chiefs Association"),
        ("the Elm City Police Chiefs Association Fund", "Elm City Police", "Elm City Police"),
        ("the Joint Committee on the Draft Seeds Bill met", "Joint Committee", "Joint Committee on the Draft Seeds Bill"),
        ("the Joint Committee on Monday met", "Joint Committee", "Joint Committee"),
        ("the Joint Committee on Norway met", "Joint Committee", "Joint Committee"),
        ("the Seed , Fruit & Grain Union met", "Fruit & Grain Union", "Seed , Fruit & Grain Union"),
        ("in Seed , Fruit & Grain Union met", "Fruit & Grain Union", "Fruit & Grain Union"),
    ],
)  # fmt: skip
def test_a_body_is_widened_to_its_end(text: str, body: str, widened: str) -> None:
    line = line_of(text, (body, "organisation"))
    widen_bodies(line, LISTS)
    assert marked(line) == [(widened, "organisation")]


@pytest.mark.parametrize(
    ("text", "body", "place", "expected"),
    [
        ("the Group for Friendship with Norway met", "Group for Friendship", "Norway",
         "Group for Friendship with Norway"),
        ("the Norway - Peru Committee met", "Peru Committee", "Norway", "Norway - Peru Committee"),
        ("the Elmdale , Texas Police Department said", "Texas Police Department", "Elmdale",
         "Elmdale , Texas Police Department"),
    ],
)  # fmt: skip
def test_a_place_may_be_part_of_the_name(text: str, body: str, place: str, expected: str) -> None:
    line = line_of(text, (body, "organisation"), (place, "place"))
    widen_bodies(line, LISTS)
    assert marked(line) == [(expected, "organisation")]


@pytest.mark.parametrize(
    ("text", "body", "place"),
    [
        ("the Ministry of Trade with Norway met", "Ministry of Trade", "Norway"),  # no body for ties
        ("in Elmdale , Norway Seed Board said", "Norway Seed Board", "Elmdale"),  # a state begins no such name
    ],
)
def test_a_place_beside_the_name_stays_a_place(text: str, body: str, place: str) -> None:
    line = line_of(text, (body, "organisation"), (place, "place"))
    widen_bodies(line, LISTS)
    assert sorted(marked(line)) == sorted([(body, "organisation"), (place, "place")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by the government of Norway today", "government of Norway"),
        ("with the armed forces of the DPRK today", "armed forces of the DPRK"),
        ("with the forces of Norway today", None),
        ("by the government of the Seed Union", None),
    ],
)
def test_an_organ_of_a_state_in_small_letters(text: str, expected: str | None) -> None:
    line = line_of(text)
    add_state_organs(line, LISTS)
    assert marked(line) == ([(expected, "organisation")] if expected else [])
