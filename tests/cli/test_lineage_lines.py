"""`chancery who` across a renaming and a merger: the answer says under which name, and which bodies were before."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from tests.cli.asked import Asked
from tests.register.test_lineage import told_post, told_unit


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    with open_for_writing(Settings(workspace=folder)) as register:
        for page in (
            told_post("1920-01-01", "Ana Lopes", "Zenda Trade Office", "appointed", "1920-01-01"),
            told_post("1924-09-01", "Ana Lopes", "Zenda Sea Office"),
            told_unit("1923-02-01", "Zenda Trade Office", "renamed", into=("Zenda Sea Office",), date="1923-02-01"),
            told_unit("1925-02-01", "Zenda Sea Office", "merged", into=("Zenda Ministry",), date="1925-02-01"),
        ):
            page.into(register)
    return folder


def test_asked_by_the_later_name_the_holder_under_the_earlier_one_is_told(workspace: Path) -> None:
    asked = Asked(workspace, "who", "Minister", "--in", "Zenda Sea Office", "--on", "1920-06-01")
    assert asked.code == 0
    lines = asked.out.splitlines()
    assert lines[0] == "Ana Lopes — held"
    assert lines[1] == "  Minister, Zenda Trade Office: from 1 January 1920, until 1 February 1925"
    assert "Zenda Trade Office is another name of Zenda Sea Office:" in lines
    assert "  renamed on 1 February 1923" in lines


def test_of_a_merged_body_the_one_before_is_named_and_not_taken_for_it(workspace: Path) -> None:
    asked = Asked(workspace, "who", "Minister", "--in", "Zenda Ministry", "--on", "1920-06-01")
    assert (asked.code, asked.out) == (1, "")
    assert "Before it: Zenda Sea Office, merged into Zenda Ministry on 1 February 1925." in asked.err


def test_a_body_is_shown_with_its_names_and_what_it_became(workspace: Path) -> None:
    lines = Asked(workspace, "show", "Zenda Sea Office").out.splitlines()
    place = lines.index("Names in its time")
    assert lines[place + 1] == "  Zenda Trade Office: at least from 1 January 1920, until 1 February 1923"
    assert "  Zenda Sea Office: from 1 February 1923, until 1 February 1925" in lines
    assert lines[lines.index("Became") + 1] == "  Zenda Sea Office, merged into Zenda Ministry on 1 February 1925"
    came = Asked(workspace, "show", "Zenda Ministry").out.splitlines()
    assert came[came.index("Came from") + 1] == "  Zenda Sea Office, merged into Zenda Ministry on 1 February 1925"
