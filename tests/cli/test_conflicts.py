"""`chancery conflicts`, `rule` and `withdraw`, as a terminal and a program see them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from tests.cli.asked import Asked, is_harmless
from tests.register.conflicts.test_of_posts import post
from tests.register.conflicts.told import report

WHO = ("--by", "Ada\x1b[1m", "--why", "the minutes were checked")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    pages = (
        report(1, "2014-08-01", post("Ana Lopes", "appointed", "2014-08-01")),
        report(2, "2014-08-03", post("Ana Lopes", since="2014-08-03")),
        report(3, "2014-08-03", post("Ivo Kovac", role="Member")),
    )
    with open_for_writing(Settings(workspace=tmp_path)) as register:
        for page in pages:
            page.into(register)
    return tmp_path


def test_both_sides_and_the_rule(workspace: Path) -> None:
    asked = Asked(workspace, "conflicts")
    lines = asked.out.splitlines()
    assert (asked.code, asked.err) == (0, "")
    assert lines[0] == "two starts: 2 dates on which Ana Lopes took up President of Relief Office"
    assert lines[1].startswith("  - on 2014-08-01 [")
    assert lines[2] == "      “Report 1 of 2014-08-01.”"
    assert lines[4].startswith("  → on 2014-08-03 [")
    assert lines[-1] == "  follows: the day it was taken up, not that of the appointment"
    shown = Asked(workspace, "show", "Ana Lopes")
    assert "\nConflicts\n  two starts: 2 dates" in shown.out
    assert json.loads(Asked(workspace, "show", "Ana Lopes", "--json").out)["conflicts"][0]["kind"] == "two starts"


def test_none_is_exit_code_1(workspace: Path) -> None:
    asked = Asked(workspace, "conflicts", "Ivo Kovac", "--json")
    assert (asked.code, json.loads(asked.out)) == (1, [])
    assert "Conflicts" not in Asked(workspace, "show", "Ivo Kovac").out
    assert Asked(workspace, "rule", "list").code == 1


def test_a_ruling_is_made_listed_and_taken_back(workspace: Path) -> None:
    [conflict] = json.loads(Asked(workspace, "conflicts", "--json").out)
    claim = conflict["sides"][0]["claims"][0]
    made = json.loads(Asked(workspace, "rule", "accept", claim[:8], *WHO, "--json").out)
    assert (made["judgement"], made["subjects"], made["why"]) == ("accept", [claim], "the minutes were checked")
    told = Asked(workspace, "conflicts")
    assert is_harmless(told.out)
    assert (
        f"follows a ruling of Ada[U+001B][1m ({made['id']}): the minutes were checked, instead of: the day" in told.out
    )
    back = Asked(workspace, "rule", "withdraw", made["id"][:8], *WHO)
    assert (back.code, is_harmless(back.out)) == (0, True)
    listed = Asked(workspace, "rule", "list").out.splitlines()
    assert listed[0].startswith(f"{made['id']}  accept {claim} (taken back by ")
    assert json.loads(Asked(workspace, "conflicts", "--json").out) == [conflict]


def test_a_rejected_claim_and_a_withdrawn_document(workspace: Path) -> None:
    [conflict] = json.loads(Asked(workspace, "conflicts", "--json").out)
    assert Asked(workspace, "rule", "reject", conflict["sides"][1]["claims"][0], *WHO).code == 0
    assert Asked(workspace, "conflicts").code == 1
    assert Asked(workspace, "withdraw", "1.txt", *WHO).code == 0
    assert "Posts" not in Asked(workspace, "show", "Relief Office").out
    again = Asked(workspace, "withdraw", "1.txt", *WHO)
    assert (again.code, again.err[:6]) == (2, "Q008  ")


def test_a_judgement_needs_a_name_and_a_reason_and_something_to_judge(workspace: Path) -> None:
    assert Asked(workspace, "rule", "accept", "abcd", "--by", "Ada").code == 2
    unknown = Asked(workspace, "rule", "accept", "abcd", *WHO)
    assert (unknown.code, unknown.err[:6]) == (2, "Q007  ")
    assert Asked(workspace / "none", "withdraw", "1.txt", *WHO).err.startswith("W004  ")
