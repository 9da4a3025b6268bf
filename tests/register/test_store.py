"""The file: what is not a register, is damaged, full, newer or held by another, each with its code."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import open_register
from chancery.register.schema import FORMAT
from chancery.terms.errors import WorkspaceError
from tests.register.derived import derived_state
from tests.register.world import NOON, Page, new_register


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A register with one report."""
    with new_register(tmp_path) as register:
        named("Ana Lopes").into(register)
    yield tmp_path / "register.sqlite"


def named(name: str) -> Page:
    page = Page(f"{name} spoke.")
    page.person(name)
    return page


def code_of(path: Path, **how: object) -> str:
    with pytest.raises(WorkspaceError) as caught:
        open_register(path, **how).close()  # type: ignore[arg-type]
    return caught.value.code


def test_w004_nothing_there_is_not_made_by_asking(tmp_path: Path) -> None:
    assert code_of(tmp_path / "register.sqlite", readonly=True) == "W004"
    assert code_of(tmp_path / "register.sqlite") == "W004"
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "register.sqlite").touch()
    assert code_of(tmp_path / "register.sqlite", readonly=True) == "W004"


def test_an_empty_file_that_a_stopped_first_run_left_is_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "register.sqlite").touch()
    with new_register(tmp_path) as register:
        assert named("Ana Lopes").into(register).new


def test_w001_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none" / "register.sqlite", create=True) == "W001"


def test_w002_made_by_a_newer_chancery(file: Path) -> None:
    raw = sqlite3.connect(file)
    raw.execute(f"PRAGMA user_version = {FORMAT + 1}")
    raw.close()
    assert code_of(file, readonly=True) == "W002"
    assert code_of(file) == "W002"


def test_w006_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    path.write_bytes(b"Dear Sir or Madam, " * 400)
    assert code_of(path, readonly=True) == "W006"
    assert code_of(path, create=True) == "W006"
    assert path.read_bytes().startswith(b"Dear Sir"), "and it is left alone"


def test_w006_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE recipe (name)")
    raw.close()
    assert code_of(path, readonly=True) == "W006"
    assert code_of(path, create=True) == "W006"


def test_w006_damaged(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    file.write_bytes(data)
    assert code_of(file, readonly=True) == "W006"
    assert code_of(file) == "W006"


def test_w006_damage_that_is_only_met_when_it_is_read(file: Path) -> None:
    with open_register(file) as register:
        root = register.store.one("SELECT rootpage FROM sqlite_schema WHERE name = 'document'")[0]
    data = bytearray(file.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    file.write_bytes(data)
    with open_register(file, readonly=True) as register, pytest.raises(WorkspaceError) as caught:
        register.documents()
    assert caught.value.code == "W006"


def test_w005_a_full_disk_keeps_what_was_committed_and_nothing_half(file: Path) -> None:
    with open_register(file) as register:
        before = derived_state(register)
        entries = list(register.ledger.entries())
        pages = register.store.one("PRAGMA page_count")[0]
        register.store.run(f"PRAGMA max_page_count = {pages}")
        large = named("Ivo Kovac " + "and so on " * 20000)
        with pytest.raises(WorkspaceError) as caught:
            large.into(register)
        assert caught.value.code == "W005"
        assert derived_state(register) == before
        assert list(register.ledger.entries()) == entries
        register.store.run("PRAGMA max_page_count = 1000000")
        assert large.into(register).new, "and with room again it goes on"


def test_w003_another_writer_for_longer_than_the_wait(file: Path) -> None:
    with open_register(file) as first, open_register(file, wait=0.05) as second:
        with first.store.writing():
            with pytest.raises(WorkspaceError) as caught:
                named("Ivo Kovac").into(second)
            assert caught.value.code == "W003"
            assert len(second.people()) == 1, "reading goes on meanwhile"
        assert named("Ivo Kovac").into(second).new, "and writing, when the other is done"


def test_a_reader_cannot_write(file: Path) -> None:
    with open_register(file, readonly=True) as register, pytest.raises(WorkspaceError) as caught:
        named("Ivo Kovac").into(register)
    assert caught.value.code == "W001"


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_to_can_be_asked(file: Path) -> None:
    file.parent.chmod(0o500)
    try:
        with open_register(file, readonly=True) as register:
            assert len(register.people()) == 1
    finally:
        file.parent.chmod(0o700)


def test_what_a_failing_step_has_written_is_taken_back(file: Path) -> None:
    with open_register(file) as register:
        entries = list(register.ledger.entries())
        with pytest.raises(KeyError), register.store.writing():
            register.ledger.append("withdrawal", None, at=NOON, subject="x")
            raise KeyError
        assert list(register.ledger.entries()) == entries


_WRITER = """
import sys
from pathlib import Path
from tests.register.world import Page, new_register
folder, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with new_register(Path(folder)) as register:
    for number in range(count):
        page = Page(f"{name} {number} spoke.")
        page.person("Ana Lopes")
        page.into(register)
"""


def test_two_writers_at_once_wait_for_each_other(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path), name, "25"], cwd=root) for name in ("A", "B")
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    with new_register(tmp_path) as register:
        assert register.counts().documents == 50
        assert [entry.seq for entry in register.ledger.entries()] == list(range(1, 101))
        [person] = register.people()
        assert person.documents == 50
