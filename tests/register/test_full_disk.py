"""A disk that takes no more, truly: W005, nothing half there, and the next run goes on.

A process may be forbidden to let a file grow (RLIMIT_FSIZE), which any user can do; the superuser can mount a disk of
two megabytes as well. What a power cut does cannot be shown so: the modules of `register/stores/` say which settings
guard against it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import Register, rebuild
from chancery.terms.errors import WorkspaceError
from tests.register.derived import derived_state
from tests.register.world import Page, new_register

pytestmark = pytest.mark.sqlite  # on a server the disk is the server's

_ROOT = Path(__file__).parents[2]

_FORBIDDEN = """
import resource, signal, sys
from pathlib import Path
from chancery.register import rebuild
from chancery.terms.errors import WorkspaceError
from tests.register.test_full_disk import large, layer_of
from tests.register.world import new_register
folder, what, room = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write then fails with EFBIG, and does not end the process
with new_register(folder) as register:
    limit = (folder / "register.sqlite").stat().st_size + room
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        for number in range(1, 200):
            rebuild(register, layer_of) if what == "rebuild" else large(number).into(register)
    except WorkspaceError as error:
        print(error.code)
"""


def large(number: int) -> Page:
    """A report of some hundred kilobytes."""
    page = Page(f"Report {number}.\n" + "\n".join(f"Ana Lopes spoke {number} times {n}." for n in range(3000)))
    page.person("Ana Lopes")
    for n in range(20):
        page.body(f"Relief Office {n}")
    return page


def layer_of(sha: str) -> object:
    return next(page.layer for number in range(1000) if (page := large(number)).sha == sha)


def is_sound(register: Register) -> None:
    """Every document is there whole: its bytes' entry, its reading, its text and its names."""
    assert register.store.rows("PRAGMA integrity_check") == [("ok",)]
    by_document: dict[str | None, list[str]] = {}
    for entry in register.ledger.entries():
        assert register.ledger.payload(entry) is not None
        by_document.setdefault(entry.document, []).append(entry.kind)
    assert all(kinds == ["capture", "reading"] for kinds in by_document.values())
    assert {listing.document.id for listing in register.documents()} == set(by_document)
    for sha in by_document:
        assert sha is not None
        assert len(register.document(sha).referents) == 21
        assert register.text_of(sha) == large(int(register.text_of(sha).split(".")[0].removeprefix("Report "))).text


@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_FSIZE")
@pytest.mark.parametrize("room", [0, 5_000, 100_000, 1_000_000])
def test_w005_while_reading(tmp_path: Path, room: int) -> None:
    with new_register(tmp_path) as register:
        large(0).into(register)
    assert _forbidden(tmp_path, "read", room) == "W005"
    with new_register(tmp_path) as register:
        is_sound(register)
        told = register.counts().documents
        assert told >= 1
        assert large(500).into(register).new, "and with room again it goes on"
        is_sound(register)


@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_FSIZE")
def test_w005_while_rebuilding_leaves_all_as_it_was(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        for number in range(3):
            large(number).into(register)
        before = derived_state(register)
    assert _forbidden(tmp_path, "rebuild", 5_000) == "W005"
    with new_register(tmp_path) as register:
        assert derived_state(register) == before
        rebuild(register, layer_of)  # type: ignore[arg-type]
        assert derived_state(register) == before


def _forbidden(folder: Path, what: str, room: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _FORBIDDEN, str(folder), what, str(room)],
        cwd=_ROOT, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    if sys.platform != "linux" or os.getuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only the superuser may mount a disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no disk may be mounted here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_w005_on_a_disk_that_is_full(small_disk: Path) -> None:
    with new_register(small_disk) as register:
        number = 0
        with pytest.raises(WorkspaceError) as caught:
            for number in range(200):
                large(number).into(register)
        assert caught.value.code == "W005"
        is_sound(register)
        assert register.counts().documents == number, "all that was told to be kept"
    with new_register(small_disk) as register:
        is_sound(register)
        subprocess.run(["mount", "-o", "remount,size=50m", small_disk], check=True)
        assert large(number).into(register).new
        is_sound(register)
