"""The file: what is not a register, is damaged, full, newer or held by another, each with its code.

Of a database on a server, tests/stores/test_postgresql.py tells the same.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import open_register, rebuild
from chancery.register.schema import FORMAT
from chancery.terms.errors import WorkspaceError
from tests.register.world import Page, new_register

pytestmark = pytest.mark.sqlite


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


def test_w007_an_index_of_an_older_chancery(file: Path) -> None:
    for older in ("UPDATE shape SET digest = 'older'", "DROP TABLE shape"):
        raw = sqlite3.connect(file)
        raw.execute(older)
        raw.commit()
        raw.close()
        assert code_of(file, readonly=True) == code_of(file) == "W007"
        with open_register(file, outdated=True) as register:
            rebuild(register, lambda sha: named("Ana Lopes").layer)
        with open_register(file, readonly=True) as register:
            assert len(register.people()) == 1


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
