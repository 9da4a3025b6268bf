"""Which entity a name means."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.terms.errors import QuestionError
from tests.register.world import Page, new_register


def test_an_own_name_goes_before_an_alias_and_a_body_before_a_place(tmp_path: Path) -> None:
    page = Page("a report")
    page.person("Ana Lopes", "Union")
    page.body("Union Bank")
    page.place("Ruritania")
    page.body("Ruritania")
    page.place("Union")
    with new_register(tmp_path) as register:
        page.into(register)
        assert register.entity("union").type == "place", "its own name, against an alias"
        ruritania = register.entity("Ruritania")
        assert ruritania.type == "organisation"
        assert [namesake.type for namesake in ruritania.namesakes] == ["place"]
        assert register.entity(ruritania.namesakes[0].id).type == "place"


def test_a_name_of_several_is_told_with_the_choices(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        for n in range(10):
            page = Page(f"report {n}")
            page.person("Lopes")
            page.into(register)
        with pytest.raises(QuestionError) as caught:
            register.entity("Lopes")
        assert caught.value.code == "Q003"
        assert caught.value.what.count("Lopes (person p") == 8
        assert caught.value.what.endswith("and 2 more")
        some = register.people()[3].entity.id
        assert register.entity(some).id == some


@pytest.mark.parametrize("name", ["Ana Lopez", "ana", "", "—", "'; DROP TABLE entity; --", "\ud800"])
def test_an_unknown_name(tmp_path: Path, name: str) -> None:
    page = Page("a report")
    page.person("Ana Lopes")
    with new_register(tmp_path) as register:
        page.into(register)
        with pytest.raises(QuestionError) as caught:
            register.entity(name)
        assert caught.value.code == "Q001"
        assert ("Ana Lopes" in caught.value.what) == name.casefold().startswith("ana")
