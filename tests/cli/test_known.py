"""`--known` on the questions: a record that grew, asked as it stood before."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from chancery.office.daily import read_paths
from chancery.office.settings import Settings
from chancery.terms.dates import Instant
from tests.cli.asked import Asked

FIRST = "On 3 July 1933 Ana Lopes was elected President of the International Relief Board.\n"
SECOND = "On 5 May 1936 Ana Lopes resigned as President of the International Relief Board.\n"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The election was read on 1 February 2030, and the resignation on 1 March."""
    folder = tmp_path_factory.mktemp("work")
    for month, text in ((2, FIRST), (3, SECOND)):
        path = folder / f"{month}.txt"
        path.write_text(text, "utf-8")
        now = Instant(dt.datetime(2030, month, 1, 9, tzinfo=dt.UTC))
        list(read_paths([str(path)], Settings(workspace=folder / "w"), now=lambda now=now: now))  # type: ignore[misc]
    return folder / "w"


def test_who(workspace: Path) -> None:
    words = ("who", "President", "--in", "International Relief Board", "--on", "1940-01-01")
    assert "Ana Lopes — possible" in Asked(workspace, *words, "--known", "2030-02").out
    asked = Asked(workspace, *words, "--known", "2030-03-01T09:00:00Z", "--json")
    assert json.loads(asked.out)["holders"] == []
    assert json.loads(asked.out)["known"] == {"at": "2030-03-01T09:00:00Z"}
    assert Asked(workspace, *words).code == 1


def test_show_and_search(workspace: Path) -> None:
    assert "named in 2 documents" in Asked(workspace, "show", "Ana Lopes").out
    assert "named in 1 document\n" in Asked(workspace, "show", "Ana Lopes", "--known", "2030-02-28").out
    assert Asked(workspace, "search", "resigned").code == 0
    assert Asked(workspace, "search", "resigned", "--known", "2030-02-28").code == 1


def test_explain(workspace: Path) -> None:
    second = str(workspace.parent / "3.txt")
    assert Asked(workspace, "explain", second).code == 0
    asked = Asked(workspace, "explain", second, "--known", "2030-02-28")
    assert (asked.code, asked.err[:4]) == (2, "Q001"), "the document was not known then"
    [claim] = json.loads(Asked(workspace, "explain", str(workspace.parent / "2.txt"), "--json").out)["claims"]
    first = Asked(workspace, "explain", str(workspace.parent / "2.txt"), claim["claim"], "--known", "2030-02-28")
    assert "Drawn by the rule" in first.out


def test_q005(workspace: Path) -> None:
    asked = Asked(workspace, "show", "Ana Lopes", "--known", "last spring")
    assert (asked.code, asked.err[:4]) == (2, "Q005")
