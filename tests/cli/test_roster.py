"""`chancery roster` and `chancery tree`, as a terminal and a program see them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from tests.cli.asked import HOSTILE, Asked, is_harmless
from tests.register.test_lineage import read, told_unit
from tests.register.test_rosters import told


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    with open_for_writing(Settings(workspace=folder)) as register:
        read(
            register,
            told("1920-01-01", "Ana Lopes", "President", "Zenda Council", "elected", "1920-01-01"),
            told("1920-01-01", "Ivo Kovac", "Head", "Zenda Desk"),
            told("1920-01-01", HOSTILE, "Clerk\x1b[0m", "Zenda Desk"),
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Council"),
            told_unit("1921-01-01", "Zenda Council", "renamed", into=("Zenda Senate",), date="1921-01-01"),
        )
    return folder


def test_a_roster_in_words(workspace: Path) -> None:
    asked = Asked(workspace, "roster", "Zenda Senate", "--on", "1920-01-01", "--units")
    assert (asked.code, asked.err) == (0, "")
    lines = asked.out.splitlines()
    assert lines[:4] == [
        "Zenda Council, now Zenda Senate, on 1 January 1920",
        "  President: Ana Lopes — held",
        "    from 1 January 1920",
        "    “Ana Lopes, President of the Zenda Council: elected, 1920-01-01, told on 1920-01-01.”",
    ]
    assert "Zenda Desk" in lines
    assert "  Head: Ivo Kovac — held" in lines
    assert is_harmless(asked.out)


def test_a_tree_in_words(workspace: Path) -> None:
    asked = Asked(workspace, "tree", "Zenda Senate", "--on", "1922")
    assert (asked.code, asked.out.splitlines()) == (0, ["Zenda Senate in 1922", "└─ Zenda Desk (presumed)"])
    asked = Asked(workspace, "tree", "Zenda Senate", "--on", "1922", "--proofs")
    assert "Zenda Desk: exists, Zenda Council" in asked.out


def test_for_programs(workspace: Path) -> None:
    asked = Asked(workspace, "roster", "Zenda Senate", "--on", "1920-01", "--json")
    part = json.loads(asked.out)["parts"][0]
    assert (part["body"]["name"], part["posts"][0]["holders"][0]["holding"]) == ("Zenda Council", "held")
    asked = Asked(workspace, "tree", "Zenda Senate", "--on", "1920-01-01", "--json")
    [unit] = json.loads(asked.out)["root"]["units"]
    assert (unit["body"]["name"], unit["standing"], bool(unit["citations"])) == ("Zenda Desk", "held", True)


@pytest.mark.parametrize("command", ["roster", "tree"])
def test_nothing_known_is_exit_code_1_and_a_bad_date_is_q002(workspace: Path, command: str) -> None:
    asked = Asked(workspace, command, "Zenda Senate", "--on", "1800-01-01")
    assert (asked.code, asked.out) == (1, "")
    assert "on 1 January 1800" in asked.err
    asked = Asked(workspace, command, "Zenda Senate", "--on", "yesterday")
    assert asked.code == 2
    assert asked.err.startswith("Q002  ")
