"""The whole path with a team's database: the same commands, the same answers as with a file, before and after a rebuild."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.register.world import new_register  # its tests run on each database
from tests.stores.databases import place_of

pytestmark = pytest.mark.postgresql
assert new_register

_REPORTS = {
    "one.txt": "Geneva, 3 July 1933 (Bureau)\n\nOn 3 July 1933 Ana Lopes was elected President of the Relief Committee.\n",
    "two.txt": "Geneva, 5 May 1935 (Bureau)\n\nAna Lopes, President of the Relief Committee, received Ivo Kovac.\n",
    "three.txt": "Geneva, 1 June 1936 (Bureau)\n\nIvo Kovac was elected President of the Relief Committee.\n",
}
_QUESTIONS = (
    ("who", "President", "--in", "Relief Committee", "--on", "1933-08-01"),
    ("who", "President", "--in", "Relief Committee", "--on", "1936-07-01", "--json"),
    ("show", "Ana Lopes", "--json"),
    ("show", "Relief Committee"),
    ("search", "relief comm", "--json"),
)


def chancery(workspace: Path, *arguments: str, database: str | None = None) -> str:
    """What the command prints."""
    environment = {**os.environ, **({} if database is None else {"CHANCERY_DATABASE": database})}
    command = [sys.executable, "-m", "chancery", "--workspace", str(workspace), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def answers(workspace: Path, database: str | None = None) -> list[str]:
    return [_without_times(chancery(workspace, *question, database=database)) for question in _QUESTIONS]


def _without_times(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d[0-9:.]*(Z|\+00:00)?", "then", text)


@pytest.mark.slow
def test_a_database_answers_as_a_file_does_and_after_a_rebuild_too(tmp_path: Path) -> None:
    reports, team, single = tmp_path / "reports", tmp_path / "team", tmp_path / "single"
    reports.mkdir()
    for name, text in _REPORTS.items():
        (reports / name).write_text(text, "utf-8")
    database = str(place_of(tmp_path))
    chancery(team, "read", str(reports), database=database)
    chancery(single, "read", str(reports))
    assert not (team / "register.sqlite").exists()
    assert (team / "archive").exists(), "the bytes stay in the folder"
    told = answers(team, database)
    assert "Ana Lopes" in told[0]
    assert told == answers(single)
    assert chancery(team, "rebuild", database=database) == chancery(single, "rebuild")
    assert answers(team, database) == told
    assert "already read" in chancery(team, "read", str(reports), database=database)


def test_an_error_of_the_server_is_told_in_full_and_without_the_password(tmp_path: Path) -> None:
    for address, code in (
        ("postgresql://ada:s3cret@127.0.0.1:1/minutes", "B002"),
        ("postgresql://ada:s3cret@/", "B001"),
        (str(place_of(tmp_path)), "W004"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "chancery", "--workspace", str(tmp_path), "search", "x"],
            env={**os.environ, "CHANCERY_DATABASE": address}, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr.startswith(code), done.stderr
        assert "likely cause" in done.stderr and "next step" in done.stderr
        assert "s3cret" not in done.stderr and "Traceback" not in done.stderr
