"""Which names of people mean the same person."""

from __future__ import annotations

import pytest

from chancery.reader.naming.people import edits, same_people


def numbers(*names: str) -> list[int]:
    return same_people([tuple(name.split()) for name in names])


@pytest.mark.parametrize(
    "names",
    [
        ("Wendy Hart", "Hart"),
        ("Wendy Hart", "Wendy"),
        ("Hart", "Wendy Hart"),
        ("Wendy Hart", "W. Hart"),
        ("W Hart", "Wendy Hart"),
        ("Wendy Anna Hart", "Wendy Hart"),
        ("Wendy A. Hart", "Wendy Hart"),
        ("Wendy van der Hart", "van der Hart"),
        ("Anura Kumara Disanor", "Anura Kumara Dissanor"),
        ("José Rodríguez", "Jose Rodriguez"),
        ("Ann Hart", "Anne Hart"),
        ("WENDY HART", "Wendy Hart"),
    ],
)
def test_one_person(names: tuple[str, str]) -> None:
    assert numbers(*names) == [0, 0]


@pytest.mark.parametrize(
    "names",
    [("Li Wei Min", "Li Wei Man"), ("Wendy Hart", "Alan Hart"), ("A. Hart", "Wendy Hart"), ("Wendy Hart", "Hartley")],
)
def test_two_people(names: tuple[str, str]) -> None:
    assert numbers(*names) == [0, 1]


def test_a_surname_of_two_means_the_one_named_last() -> None:
    assert numbers("Wendy Hart", "Alan Hart", "Hart") == [0, 1, 1]
    assert numbers("Alan Hart", "Wendy Hart", "Hart") == [0, 1, 1]


def test_edits_counts_up_to_its_limit() -> None:
    assert edits("dissanor", "disanor", most=1) == 1
    assert edits("abcdef", "uvwxyz", most=2) is None


def test_a_name_without_a_letter_is_nobody_elses() -> None:
    assert same_people([("Ana", "Lopes"), ("*",), ("Lopes",)]) == [0, 1, 0]
