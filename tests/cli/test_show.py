"""`chancery show`, as a terminal and a program see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.asked import HOSTILE, Asked, is_harmless, lopes_workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lopes_workspace(tmp_path_factory.mktemp("work"))


def test_a_person(workspace: Path) -> None:
    asked = Asked(workspace, "show", "ana  LOPES")
    lines = asked.out.splitlines()
    assert (asked.code, asked.err) == (0, "")
    assert lines[0].startswith("Ana Lopes (person p")
    assert lines[1:6] == [
        "  also: Lopes",
        "  named in 2 documents",
        "",
        "Posts",
        "  President, Relief Committee: from 30 June 1919, at least until 1 July 1921",
    ]
    assert lines[6].strip() == "“On 30 June 1919 Ana Lopes was elected President of the Relief Committee.”"


def test_a_body(workspace: Path) -> None:
    asked = Asked(workspace, "show", "Relief Committee")
    assert "Holders of its posts\n  President: Ana Lopes, from 30 June 1919, at least until" in asked.out


def test_json_and_by_id(workspace: Path) -> None:
    view = json.loads(Asked(workspace, "show", "Ana Lopes", "--json").out)
    assert view["tenures"][0]["post"]["role"] == "President"
    assert json.loads(Asked(workspace, "show", view["id"], "--json").out) == view


def test_q001_an_unknown_name(workspace: Path) -> None:
    asked = Asked(workspace, "show", "Ana Lopez")
    assert (asked.code, asked.out) == (2, "")
    assert asked.err.startswith("Q001  ")
    assert "the nearest: Ana Lopes" in asked.err


def test_nothing_in_a_document_runs_in_a_terminal(workspace: Path) -> None:
    for name in (HOSTILE, "Circus [5m", "Circus [5n", "Circus\x1b[6n"):
        for asked in (Asked(workspace, "show", name), Asked(workspace, "show", name, "--json")):
            assert is_harmless(asked.out)
            assert is_harmless(asked.err)
    assert "the nearest: Circus[U+001B][5m" in Asked(workspace, "show", "Circus [5n").err
    plain = Asked(workspace, "show", HOSTILE, "--json")
    assert json.loads(plain.out)["name"] == " ".join(HOSTILE.split(" ")), "and the escapes mean the same to a program"
