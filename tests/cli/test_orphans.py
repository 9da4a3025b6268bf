"""`chancery orphans`, as a terminal and a program see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from chancery.terms.rulings import Ruling
from tests.cli.asked import HOSTILE, Asked, is_harmless, lopes_workspace
from tests.register.world import NOON, Page


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every claim was rejected, and then a reader came that draws nothing."""
    folder = lopes_workspace(tmp_path_factory.mktemp("work"))
    with open_for_writing(Settings(workspace=folder)) as register:
        for listing in register.documents():
            [claim] = register.claims_of(listing.document.id)
            register.record_ruling(Ruling(judgement="reject", subjects=(claim.id,), by="Ada"), at=NOON)
            text = register.text_of(listing.document.id)
            Page(text, source=listing.document.source, version="2").into(register)
    return folder


def test_each_with_what_it_was_on_and_why_it_is_gone(workspace: Path) -> None:
    asked = Asked(workspace, "orphans")
    assert (asked.code, asked.err) == (0, "")
    assert asked.out.startswith("Their fact is gone: 3\n  reject, by Ada on 2030-01-01 (ruling ")
    assert "    Ana Lopes elected President, Relief Committee on 30 June 1919\n" in asked.out
    assert "      the reader that reads this document now does not give it\n" in asked.out
    assert "      “On 30 June 1919 Ana Lopes was elected President of the Relief Committee.”\n" in asked.out


def test_what_stands_in_documents_is_harmless(workspace: Path) -> None:
    assert HOSTILE not in Asked(workspace, "orphans").out
    assert is_harmless(Asked(workspace, "orphans").out)
    assert is_harmless(Asked(workspace, "orphans", "--json").out)


def test_json(workspace: Path) -> None:
    answer = json.loads(Asked(workspace, "orphans", "--json").out)
    assert answer["captured_anew"] == []
    assert [each["subjects"][0]["gone"] for each in answer["orphaned"]] == ["not drawn"] * 3


def test_none_is_exit_code_1(tmp_path: Path) -> None:
    asked = Asked(lopes_workspace(tmp_path), "orphans")
    assert (asked.code, asked.out, asked.err) == (1, "", "Every ruling has its fact.\n")
