"""`chancery who`, as a terminal and a program see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from tests.cli.asked import Asked, is_harmless, lopes_workspace
from tests.register.test_disputes import ANA, IVO


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lopes_workspace(tmp_path_factory.mktemp("work"))


def test_a_holder_with_both_ends_and_the_sentences(workspace: Path) -> None:
    asked = Asked(workspace, "who", "president", "--in", "the relief committee", "--on", "1920-01-01")
    assert (asked.code, asked.err) == (0, "")
    assert asked.out.splitlines() == [
        "Ana Lopes — held",
        "  President, Relief Committee: from 30 June 1919, at least until 1 July 1921",
        "    “On 30 June 1919 Ana Lopes was elected President of the Relief Committee.”",
        "    On 30 June 1919 Ana Lopes was elected President of the Relief Committee, 1 July 1919 · a.txt [0–72]",
        "    “Ana Lopes, President of the Relief Committee, spoke.”",
        "    Ana Lopes, President of the Relief Committee, spoke, 1 July 1921 · b.txt [11–51]",
    ]


@pytest.mark.parametrize(("on", "how"), [("1920", "held"), ("1921-12", "presumed"), ("1930-01-01", "possible")])
def test_how_sure_it_is_for_a_day_a_month_or_a_year(workspace: Path, on: str, how: str) -> None:
    asked = Asked(workspace, "who", "President", "--in", "Relief Committee", "--on", on)
    assert asked.out.startswith(f"Ana Lopes — {how}\n")


def test_json(workspace: Path) -> None:
    asked = Asked(workspace, "who", "President", "--in", "Relief Committee", "--on", "1920", "--json")
    answer = json.loads(asked.out)
    assert (answer["role"], answer["body"], answer["on"]) == ("President", "Relief Committee", "1920")
    [holder] = answer["holders"]
    assert (holder["holding"], holder["tenure"]["person"]["name"]) == ("held", "Ana Lopes")
    assert holder["tenure"]["citations"][0]["quote"].startswith("On 30 June 1919")


def test_two_in_a_single_seat_are_disputed(tmp_path: Path) -> None:
    with open_for_writing(Settings(workspace=tmp_path)) as register:
        for page in (ANA, IVO):
            page.into(register)
    question = ("who", "President", "--in", "Relief Office")
    for on in (("--on", "1921-07-01"), ()):
        lines = Asked(tmp_path, *question, *on).out.splitlines()
        assert [line for line in lines if not line.startswith(" ")] == [
            "Ana Lopes — held, disputed with Ivo Kovac",
            "Ivo Kovac — held, disputed with Ana Lopes",
        ]
    answer = json.loads(Asked(tmp_path, *question, "--on", "1921-07-01", "--json").out)
    assert [[other["name"] for other in each["disputed"]] for each in answer["holders"]] == [
        ["Ivo Kovac"],
        ["Ana Lopes"],
    ]


def test_nobody_is_exit_code_1_with_what_is_known_instead(workspace: Path) -> None:
    asked = Asked(workspace, "who", "President", "--in", "Relief Committee", "--on", "1900-01-01")
    assert (asked.code, asked.out) == (1, "")
    assert "nobody" in asked.err
    assert "Ana Lopes (from 30 June 1919" in asked.err
    asked = Asked(workspace, "who", "Treasurer", "--in", "Relief Committee")
    assert asked.code == 1
    assert "President" in asked.err
    asked = Asked(workspace, "who", "Treasurer", "--json")
    assert (asked.code, json.loads(asked.out)["holders"], asked.err) == (1, [], "")


@pytest.mark.parametrize("on", ["1920-02-30", "1 May 1920", "--05-01", "", "19200101", "0000"])
def test_q002_what_is_no_date(workspace: Path, on: str) -> None:
    asked = Asked(workspace, "who", "President", f"--on={on}")
    assert (asked.code, asked.out) == (2, "")
    assert asked.err.startswith("Q002  ")


def test_q001_an_unknown_body_in_words_and_in_json(workspace: Path) -> None:
    asked = Asked(workspace, "who", "President", "--in", "Relief Comittee")
    assert asked.code == 2
    assert asked.err.startswith("Q001  ")
    assert "Relief Committee" in asked.err
    asked = Asked(workspace, "who", "President", "--in", "Relief Comittee", "--json")
    assert json.loads(asked.err)["error"]["code"] == "Q001"


def test_nothing_in_a_document_runs_in_a_terminal(workspace: Path) -> None:
    for arguments in (["who", "head [0m"], ["who", "head [0m", "--json"], ["who", "Head", "--in", "Circus [5m"]):
        asked = Asked(workspace, *arguments)
        assert is_harmless(asked.out)
        assert is_harmless(asked.err)
    shown = Asked(workspace, "who", "head [0m").out
    assert "Ana[U+001B]]0;owned[U+0007] [U+001B][2JLopes[U+202E] [bold red]x[/] [U+009B]1m" in shown


def test_w004_no_workspace_and_none_is_made(tmp_path: Path) -> None:
    asked = Asked(tmp_path / "none", "who", "President")
    assert asked.code == 2
    assert asked.err.startswith("W004  ")
    assert list(tmp_path.iterdir()) == []
