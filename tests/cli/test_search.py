"""`chancery search`, as a terminal and a program see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.asked import Asked, is_harmless, lopes_workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lopes_workspace(tmp_path_factory.mktemp("work"))


def test_names_then_sentences(workspace: Path) -> None:
    asked = Asked(workspace, "search", "relief", "comm")
    lines = asked.out.splitlines()
    assert (asked.code, asked.err) == (0, "")
    assert lines[0].startswith("Relief Committee (body o")
    assert "  “On 30 June 1919 Ana Lopes was elected President of the Relief Committee.”" in lines
    assert any(line.endswith("· a.txt [0–72]") for line in lines)


def test_json(workspace: Path) -> None:
    answer = json.loads(Asked(workspace, "search", "Lopes", "elected", "--json").out)
    assert answer["words"] == ["Lopes", "elected"]
    [hit] = answer["hits"]
    assert hit["passage"]["matches"] == [[20, 25], [30, 37]]


def test_nothing_is_exit_code_1(workspace: Path) -> None:
    asked = Asked(workspace, "search", "zebra")
    assert (asked.code, asked.out) == (1, "")
    assert asked.err
    asked = Asked(workspace, "search", "zebra", "--json")
    assert (asked.code, json.loads(asked.out)["hits"], asked.err) == (1, [], "")


@pytest.mark.parametrize("words", ['"', "a AND", "*", "-(", "x:y"])
def test_signs_of_query_languages_are_no_error(workspace: Path, words: str) -> None:
    assert Asked(workspace, "search", "--", words).code in (0, 1)


def test_nothing_in_a_document_runs_in_a_terminal(workspace: Path) -> None:
    for arguments in (["search", "owned"], ["search", "owned", "--json"]):
        asked = Asked(workspace, *arguments)
        assert asked.code == 0
        assert is_harmless(asked.out)
