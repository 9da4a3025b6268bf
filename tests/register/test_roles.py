"""Which titles name one role, and which roles are seats of one."""

from __future__ import annotations

import pytest

from chancery.register.roles import folded_role, is_single_seat


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Secretary-General", "secretary general"),
        ("Secretaries-General", "Secretary-General"),
        ("Chairwoman", "the Chairman"),
        ("Chair", "Chairpersons"),
        ("Vice-Chairman", "Vice Chairwoman"),
        ("acting Head", "Head"),
        ("Deputies", "deputy"),
        ("Adviser on Law", "advisor on law"),
    ],
)
def test_forms_of_one_role(one: str, other: str) -> None:
    assert folded_role(one) == folded_role(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deputy Secretary-General", "Secretary-General"),
        ("Vice-President", "President"),
        ("Head of Press", "Head"),
        ("High Commissioner", "Commissioner"),
    ],
)
def test_other_roles(one: str, other: str) -> None:
    assert folded_role(one) != folded_role(other)


def test_a_role_of_one_word_that_is_left_out_stays() -> None:
    assert folded_role("Former") == "former"
    assert folded_role("boss") == "boss"


@pytest.mark.parametrize("role", ["President", "Chairman", "Secretary-General", "Prime Minister", "Head of Press"])
def test_seats_of_one(role: str) -> None:
    assert is_single_seat(folded_role(role))


@pytest.mark.parametrize("role", ["Member", "Vice-President", "Deputy Head", "Under Secretary-General", "Delegates"])
def test_seats_of_many(role: str) -> None:
    assert not is_single_seat(folded_role(role))
