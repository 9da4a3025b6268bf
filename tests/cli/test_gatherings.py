"""`chancery gatherings`, and `chancery show` of one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from tests.cli.asked import HOSTILE, Asked, is_harmless
from tests.register.test_gathering_records import told


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    with open_for_writing(Settings(workspace=folder)) as register:
        for page in (
            told("1921-05-02", "Seventh Zenda Fair", "1921-05-01", ("Ana Lopes", "chair"), end="1921-05-03"),
            told("1921-05-04", "7th Zenda Fair", "1921-05-02", ("Eva Nagy", "speaker")),
            told("1920-05-04", "Sixth Zenda Fair", "1920-05-02"),
            told("1925-05-04", f"Rites of {HOSTILE}", "1925"),
        ):
            page.into(register)
    return folder


def test_a_calendar(workspace: Path) -> None:
    asked = Asked(workspace, "gatherings")
    assert (asked.code, asked.err) == (0, "")
    lines = asked.out.splitlines()
    assert lines[0].startswith("on 2 May 1920: Sixth Zenda Fair (meeting) [")
    assert lines[1].startswith("from 1 May 1921 to 3 May 1921: Seventh Zenda Fair (meeting) [")
    assert lines[1].endswith("], told by 2 documents")
    assert is_harmless(asked.out)
    assert len(Asked(workspace, "gatherings", "--from", "1921", "--to", "1921-05-02").out.splitlines()) == 1
    assert "“Told on 1920-05-04" in Asked(workspace, "gatherings", "--proofs").out
    assert Asked(workspace, "gatherings", "--from", "1930").code == 1
    assert Asked(workspace, "gatherings", "--from", "soon").err.startswith("Q002")


def test_one_by_its_name_and_by_its_id(workspace: Path) -> None:
    asked = Asked(workspace, "show", "Seventh Zenda Fair")
    assert (asked.code, asked.err) == (0, "")
    lines = asked.out.splitlines()
    assert lines[0].startswith("Seventh Zenda Fair (meeting) (gathering ")
    for line in (
        "  also: 7th Zenda Fair",
        "Dates as the documents give them",
        "Number 7 of Zenda Fair",
        "In the chair",
    ):
        assert line in lines
    identity = lines[0].split("(gathering ")[1].rstrip(")")
    assert Asked(workspace, "show", identity).out == asked.out
    assert json.loads(Asked(workspace, "show", identity, "--json").out)["gathering"]["id"] == identity


def test_what_is_neither_entity_nor_gathering_is_q001(workspace: Path) -> None:
    asked = Asked(workspace, "show", "Ninth Zenda Fair")
    assert (asked.code, asked.err[:4]) == (2, "Q001")
