"""What a user may not read: tried as a user other than root, whom permissions do not bind."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from chancery.archive.intake import find_sources, take_in
from chancery.archive.store import ByteStore
from chancery.terms.dates import Instant
from chancery.terms.errors import IntakeError

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    closed = tmp_path / "reports" / "closed"
    closed.mkdir(parents=True)
    (closed / "a.txt").write_text("x")
    (tmp_path / "reports" / "b.txt").write_text("The Council met.")
    for path in (tmp_path, *tmp_path.parents):
        if not path.stat().st_mode & 0o001:
            if path.stat().st_uid != os.getuid():
                pytest.skip(f"{path} is closed to other users")
            path.chmod(path.stat().st_mode | 0o011)
    (tmp_path / "reports" / "b.txt").chmod(0)
    closed.chmod(0)
    yield tmp_path / "reports"
    closed.chmod(0o700)


def look(paths: tuple[str, ...], answer: Connection) -> None:
    """What finding and taking in say of the paths; to be run in a process of its own, which changes its user."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    found = find_sources(paths)
    said = [(problem.code, problem.fields["path"]) for problem in found.problems]
    for path in found.files:
        try:
            take_in(path, store=ByteStore(Path("/nowhere")), now=Instant(datetime.now(UTC)))
        except IntakeError as error:
            said.append((error.code, path))
    answer.send(said)
    answer.close()


def seen_by_another_user(*paths: Path | str) -> list[tuple[str, str]]:
    # Forked, because the Python that runs the tests may lie where another user may not start it.
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=look, args=(tuple(map(str, paths)), there))
    process.start()
    there.close()
    try:
        said: list[tuple[str, str]] = here.recv()
    finally:
        process.join()
        here.close()
    return said


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="no users to change to on this system")
def test_closed_files_and_folders_are_told(folder: Path) -> None:
    closed = ("A002", f"{folder}/closed")
    assert seen_by_another_user(folder) == [closed, ("A002", f"{folder}/b.txt")]
    assert seen_by_another_user(folder / "closed") == [closed]
    assert seen_by_another_user(folder / "closed" / "a.txt") == [("A002", f"{folder}/closed/a.txt")]
    assert seen_by_another_user(f"{folder}/closed/*.txt") == [("A002", f"{folder}/closed/*.txt")]


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="no users to change to on this system")
def test_a_pattern_tells_the_folders_that_it_could_not_look_into(folder: Path) -> None:
    assert seen_by_another_user(f"{folder}/**/*.txt") == [
        ("A002", f"{folder}/closed"),
        ("A002", f"{folder}/b.txt"),
    ]
