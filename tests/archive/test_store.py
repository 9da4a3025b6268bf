"""The store of bytes: what went in comes out, and nothing half-written is ever seen."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.archive.store import ByteStore
from chancery.terms.errors import WorkspaceError

ABSENT = hashlib.sha256(b"never kept").hexdigest()


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ByteStore]:
    yield ByteStore(tmp_path_factory.mktemp("store"))


@settings(deadline=None)
@given(data=st.binary(max_size=2000))
def test_bytes_come_back_bit_for_bit(shared_store: ByteStore, data: bytes) -> None:
    sha = shared_store.put(data)
    assert sha == hashlib.sha256(data).hexdigest()
    assert shared_store.get(sha) == data
    assert sha in shared_store


def test_the_path_is_the_digest(tmp_path: Path) -> None:
    sha = ByteStore(tmp_path).put(b"report")
    assert (tmp_path / sha[:2] / sha[2:4] / sha).read_bytes() == b"report"


def test_what_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    store = ByteStore(tmp_path)
    sha = store.put(b"report")
    file = tmp_path / sha[:2] / sha[2:4] / sha
    before = file.stat()
    assert store.put(b"report") == sha
    after = file.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_damage_is_noticed(tmp_path: Path) -> None:
    store = ByteStore(tmp_path)
    sha = store.put(b"report")
    (tmp_path / sha[:2] / sha[2:4] / sha).write_bytes(b"rep0rt")
    with pytest.raises(WorkspaceError) as error:
        store.get(sha)
    assert error.value.code == "W006"


@pytest.mark.parametrize("sha", [ABSENT, "", "../../etc/passwd", ABSENT.upper(), ABSENT[:-1] + "/"])
def test_absent_is_a_coded_error(tmp_path: Path, sha: str) -> None:
    store = ByteStore(tmp_path)
    assert sha not in store
    with pytest.raises(WorkspaceError) as error:
        store.get(sha)
    assert error.value.code == "W006"


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "W005"), (errno.EDQUOT, "W005"), (errno.EROFS, "W001")])
def test_a_disk_that_takes_no_more_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    store = ByteStore(tmp_path)
    with pytest.raises(WorkspaceError) as error:
        store.put(b"report")
    assert error.value.code == code
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_stop_before_the_name_is_given_leaves_no_such_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sha = hashlib.sha256(b"report").hexdigest()
    seen: list[bool] = []
    replace = Path.replace

    def look_first(self: Path, target: Path) -> Path:
        seen.append(target.exists())
        assert self.read_bytes() == b"report"
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", look_first)
    assert ByteStore(tmp_path).put(b"report") == sha
    assert seen == [False]


def test_leftovers_of_a_killed_writer_are_swept(tmp_path: Path) -> None:
    store = ByteStore(tmp_path)
    sha = store.put(b"report")
    (tmp_path / "incoming" / "x.part").write_bytes(b"rep")
    assert store.sweep() == 1
    assert store.sweep() == 0
    assert store.get(sha) == b"report"
