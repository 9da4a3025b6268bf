"""`chancery serve`, as a person starts it: a process of its own that can be asked and ended."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from chancery.gazette.web.server import bind
from chancery.office.settings import Settings
from chancery.terms.errors import OutputError, WorkspaceError
from tests.cli.test_export import run
from tests.gazette.sample import sample_workspace


def test_it_names_its_address_answers_there_and_ends_when_told(tmp_path: Path) -> None:
    settings = sample_workspace(tmp_path / "work")
    command = [sys.executable, "-m", "chancery", "--workspace", str(settings.workspace), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert told is not None
        with urllib.request.urlopen(f"{told[0]}index.json", timeout=20) as answer:
            assert json.load(answer)["counts"]["documents"] == 4
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_other_machines_are_not_served(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="X006"):
        run(sample_workspace(tmp_path), "serve", "--host", "0.0.0.0", "--port", "0")


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    settings = sample_workspace(tmp_path)
    with bind("127.0.0.1", 0) as taken, pytest.raises(OutputError, match="X004"):
        run(settings, "serve", "--port", str(taken.getsockname()[1]))


def test_without_a_workspace_nothing_is_served(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="W004"):
        run(Settings(workspace=tmp_path / "none"), "serve", "--port", "0")


def test_by_a_name_others_come_so_there_must_be_users(tmp_path: Path) -> None:
    """A server that stands before this one passes on requests of everybody."""
    with pytest.raises(OutputError, match="X006"):
        run(sample_workspace(tmp_path), "serve", "--name", "record.example", "--port", "0")
