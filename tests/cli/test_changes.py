"""`chancery changes`, as a terminal and a program see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from tests.cli.asked import HOSTILE, Asked, is_harmless
from tests.register.test_changes import told
from tests.register.test_gathering_records import told as told_gathering
from tests.register.test_lineage import told_unit


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    with open_for_writing(Settings(workspace=folder)) as register:
        for page in (
            told("1920-01-02", "Ana Lopes", "President", "elected", "1920-01-01", until="1925-01-01"),
            told("1920-01-02", HOSTILE, "Clerk\x1b[0m", "appointed"),
            told_unit("1922-01-01", "Zenda Senate", "renamed", into=("Zenda Diet",), date="1922"),
            told_gathering("1922-02-12", "Seventh Zenda Fair", "1922-02-10", ("Ana Lopes", "chair")),
        ):
            page.into(register)
    return folder


def test_day_by_day(workspace: Path) -> None:
    asked = Asked(workspace, "changes")
    assert (asked.code, asked.err) == (0, "")
    lines = [line for line in asked.out.splitlines() if not line.startswith("    ")]
    assert lines[:2] == ["1 January 1920", "  Ana Lopes elected President, Zenda Senate"]
    assert lines[2] == "2 January 1920"
    assert lines[4:] == [
        "1922", "  Zenda Senate renamed to Zenda Diet", "10 February 1922", "  Seventh Zenda Fair", "1 January 1925",
        "  Ana Lopes due to leave as President, Zenda Senate (announced)",
    ]  # fmt: skip
    assert lines[3].endswith("(as reported)")
    assert "    “Ana Lopes, President of the Zenda Senate: elected" in asked.out
    assert is_harmless(asked.out)


def test_some_days_of_some_things(workspace: Path) -> None:
    asked = Asked(workspace, "changes", "Zenda Diet", "--since", "1922-06", "--kind", "unit")
    told = [line for line in asked.out.splitlines() if not line.startswith("    ")]
    assert told == ["1922", "  Zenda Senate renamed to Zenda Diet (may lie outside these days)"]
    asked = Asked(workspace, "changes", "Ana Lopes", "--from", "1922", "--to", "1922", "--json")
    answer = json.loads(asked.out)
    assert (answer["about"]["name"], answer["first"], answer["last"]) == ("Ana Lopes", "1922-01-01", "1922-12-31")
    [change] = answer["changes"]
    assert (change["kind"], change["fact"]["name"], change["known"]) == ("gathering", "Seventh Zenda Fair", "dated")


def test_nothing_changed_and_what_is_no_date(workspace: Path) -> None:
    asked = Asked(workspace, "changes", "--from", "1800", "--to", "1801")
    assert (asked.code, asked.out, asked.err) == (1, "", "The record knows no change in those days.\n")
    assert Asked(workspace, "changes", "--recorded-since", "2031-01-01").code == 1
    assert Asked(workspace, "changes", "--recorded-since", "2029-12-31").code == 0
    for option in ("--from", "--to", "--since", "--recorded-since"):
        assert Asked(workspace, "changes", option, "lately").err.startswith("Q002")
