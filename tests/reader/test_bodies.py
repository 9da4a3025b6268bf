"""Which names of bodies mean the same body."""

from __future__ import annotations

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.bodies import Body, declaring, same_bodies, without_state

LISTS = gazetteer("en")


def numbers(*names: str) -> list[int]:
    return same_bodies([Body(tuple(name.split())) for name in names], LISTS)


def test_case_and_articles_tell_nothing_apart() -> None:
    assert numbers("Relief Board", "RELIEF BOARD", "The Relief Board") == [0, 0, 0]
    assert numbers("Workers' Board", "Workers’ Board") == [0, 0]


def test_a_name_that_begins_with_its_head_is_the_longer_one_that_ends_so() -> None:
    assert numbers("Seed House Office of Rural Engagement", "Office of Rural Engagement") == [0, 0]
    assert numbers("Seed House Office of Rural Engagement", "Rural Engagement") == [0, 1]


def test_a_name_at_the_end_of_another_is_another_body_behind_of_or_with() -> None:
    assert numbers("Friends of the Seed Union", "Seed Union") == [0, 1]
    assert numbers("Committee of Solidarity with the Relief Foundation", "Relief Foundation") == [0, 1]
    assert numbers("International Seed Union", "Seed Union") == [0, 0]


def test_initials_mean_the_body_that_they_spell() -> None:
    assert numbers("World Relief Union", "WRU", "XYZ") == [0, 0, 1]


def test_a_short_form_means_the_last_body_with_that_head() -> None:
    assert numbers("Relief Association", "Seed Union", "Association") == [0, 1, 0]
    assert numbers("Relief Association", "Seed Association", "Association") == [0, 1, 1]


def test_a_company_is_known_without_its_tail() -> None:
    assert numbers("Marlow Inc.", "Marlow") == [0, 0]


def test_units_are_the_same_only_under_the_same_parent() -> None:
    mentions = [
        Body(("Executive", "Committee", "of", "the", "Seed", "Union"), parent=1, unit=("Executive", "Committee")),
        Body(("Seed", "Union")),
        Body(("Executive", "Committee", "of", "the", "Relief", "Union"), parent=3, unit=("Executive", "Committee")),
        Body(("Relief", "Union")),
        Body(("Seed", "Union", "Executive", "Committee"), parent=5, unit=("Executive", "Committee")),
        Body(("Seed", "Union")),
    ]
    assert same_bodies(mentions, LISTS) == [0, 1, 2, 3, 0, 1]


def test_a_bare_unit_joins_the_only_body_that_has_one() -> None:
    mentions = [
        Body(("Executive", "Committee", "of", "the", "Seed", "Union"), parent=1, unit=("Executive", "Committee")),
        Body(("Seed", "Union")),
        Body(("Executive", "Committee")),
    ]
    assert same_bodies(mentions, LISTS) == [0, 1, 0]


def test_a_state_beside_the_name_changes_nothing_unless_two_states_have_such_a_body() -> None:
    assert without_state(("Parliament", "of", "the", "Republic", "of", "Korea"), LISTS) == ("Parliament",)
    assert numbers("Parliament of Norway", "Parliament") == [0, 0]
    assert numbers("Parliament of Norway", "Parliament of Chile") == [0, 1]


def test_a_bracket_declares_the_name_that_its_letters_spell() -> None:
    nested = [("Council", "of", "the", "World", "Relief", "Union"), ("World", "Relief", "Union")]
    assert declaring(("WRU",), nested) == 1
    assert declaring(("CWRU",), nested) == 0
    assert declaring(("Relunion",), nested) == 1
    assert declaring(("World", "RU"), nested) == 1


def test_a_bare_head_of_any_body_means_the_body_with_that_head() -> None:
    assert numbers("Seed Section", "Relief Union", "Section") == [0, 1, 0]


def test_what_stands_before_on_names_the_body() -> None:
    assert numbers("Joint Commission on Floods", "Joint Commission") == [0, 0]


def test_a_unit_under_a_short_form_of_its_parent_is_that_of_the_parent() -> None:
    mentions = [
        Body(("Central", "Committee", "of", "the", "Seed", "Party"), parent=1, unit=("Central", "Committee")),
        Body(("Seed", "Party")),
        Body(("Party", "Central", "Committee"), parent=3, unit=("Central", "Committee")),
        Body(("Party",)),
    ]
    assert same_bodies(mentions, LISTS) == [0, 1, 0, 1]


def test_plurals_and_ways_of_spelling_tell_no_long_names_apart() -> None:
    assert numbers("Seed Labour Services Board", "Seed Labor Service Board") == [0, 0]
    assert numbers("Roads and Ports Organisation of Elm", "Roads Ports Organization of Elm") == [0, 0]
    assert numbers("Seed Services", "Seed Service") == [0, 1]  # too short to be sure
