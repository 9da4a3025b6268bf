"""Names of roles, in the singular and without what is said of them."""

from __future__ import annotations

import pytest

from chancery.reader.grammar.role_names import singular_role, without_ordinal


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("Vice-Premiers", "Vice-Premier"),
        ("Vice-Chairmen", "Vice-Chairman"),
        ("MPs", "MP"),
        ("Members of Parliament", "Member of Parliament"),
        ("Under Secretaries-General", "Under Secretary-General"),
        ("secretaries-general", "secretary-general"),
        ("Deputies", "Deputy"),
        ("directors general", "director general"),
        ("Commanders-in-Chief", "Commander-in-Chief"),
        ("boss", "boss"),
        ("Professor emeritus", "Professor emeritus"),
    ],
)
def test_the_singular(plural: str, singular: str) -> None:
    assert singular_role(plural).casefold() == singular.casefold()
    assert singular_role(plural)[0] == singular[0]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("first President", "President"),
        ("First Secretary", "First Secretary"),
        ("New Vice Chancellor", "Vice Chancellor"),
    ],
)
def test_what_is_said_of_a_role_is_no_part_of_it(said: str, kept: str) -> None:
    assert without_ordinal(said) == kept
