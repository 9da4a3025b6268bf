"""Two names are compared, and the findings say why."""

from __future__ import annotations

import pytest

from chancery.register.matching import compare_names, name_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [("Marta Olsen", "OLSEN, Marta"), ("Pyotr Shcherbakov", "Пётр Щербаков"), ("Dr. Marta Olsen", "Marta  Olsen")],
)
def test_one_person(one: str, other: str) -> None:
    assert compare_names([one], [other], "person").score >= 0.7
    assert name_keys(one, "person") & name_keys(other, "person")


@pytest.mark.parametrize(("one", "other"), [("Marta Olsen", "Greta Olsen"), ("Marta Olsen", "Marta Lindqvist")])
def test_two_persons(one: str, other: str) -> None:
    assert compare_names([one], [other], "person").score < 0.7
