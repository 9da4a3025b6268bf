"""`ByteStore`: the bytes of every document, under their SHA-256, never altered and never half-written."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from chancery.terms.errors import WorkspaceError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_HEXADECIMAL = frozenset("0123456789abcdef")


class ByteStore:
    """Content-addressed files: the bytes with the digest `abcd…` stand in `ab/cd/abcd…` of the folder.

    Bytes are first written to a file of their own in `incoming/`, brought to the disk, and only then given their name,
    in one step of the file system: a stop at any instant leaves either nothing or all of them under that name.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._incoming = folder / "incoming"

    def put(self, data: bytes) -> str:
        """Keep the bytes and give their SHA-256 in hexadecimal. What is there already is left as it is.

        Raises WorkspaceError W005 for a full disk, W001 where the folder cannot be written to.
        """
        sha = hashlib.sha256(data).hexdigest()
        target = self._path(sha)
        try:
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                self._incoming.mkdir(parents=True, exist_ok=True)
                self._write(data, target)
        except OSError as error:
            reason = error.strerror or str(error)
            if error.errno in _NO_ROOM:
                raise WorkspaceError("W005", reason=reason) from error
            raise WorkspaceError("W001", path=self._folder, reason=reason) from error
        return sha

    def get(self, sha: str) -> bytes:
        """The bytes of that digest. Raises WorkspaceError W006 where they are absent, unreadable or damaged."""
        if not _is_digest(sha):
            raise WorkspaceError("W006", path=self._folder, reason=f"{sha!r} is no SHA-256")
        try:
            data = self._path(sha).read_bytes()
        except FileNotFoundError as error:
            raise WorkspaceError("W006", path=self._folder, reason=f"the bytes of {sha} are missing") from error
        except OSError as error:
            reason = f"the bytes of {sha} cannot be read: {error.strerror or error}"
            raise WorkspaceError("W006", path=self._folder, reason=reason) from error
        if hashlib.sha256(data).hexdigest() != sha:
            raise WorkspaceError("W006", path=self._folder, reason=f"the bytes of {sha} have another digest")
        return data

    def __contains__(self, sha: object) -> bool:
        """Whether bytes are kept under that digest; `get` says whether they are sound."""
        return isinstance(sha, str) and _is_digest(sha) and self._path(sha).is_file()

    def remove(self, sha: str) -> bool:
        """Take the bytes of that digest away for good; False where there are none. Raises WorkspaceError W001."""
        if not _is_digest(sha):
            return False
        path = self._path(sha)
        try:
            path.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise WorkspaceError("W001", path=self._folder, reason=error.strerror or error) from error
        _bring_to_disk(path.parent)
        return True

    def digests(self) -> Iterator[str]:
        """The digest of everything that is kept, in no order."""
        for path in self._folder.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*"):
            if _is_digest(path.name):
                yield path.name

    def sweep(self) -> int:
        """Remove what interrupted writers left in `incoming/`, and give how many files that were.

        Only for the one process that may write to the workspace: another's unfinished file would go too.
        """
        swept = 0
        for left in self._incoming.glob("*.part"):
            left.unlink(missing_ok=True)
            swept += 1
        return swept

    def _path(self, sha: str) -> Path:
        return self._folder / sha[:2] / sha[2:4] / sha

    def _write(self, data: bytes, target: Path) -> None:
        descriptor, name = tempfile.mkstemp(dir=self._incoming, suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(name).unlink()
            raise
        _bring_to_disk(target.parent)


def _is_digest(text: str) -> bool:
    return len(text) == 64 and _HEXADECIMAL.issuperset(text)


def _bring_to_disk(folder: Path) -> None:
    """Make the new name in the folder last a power cut; file systems that cannot say so for folders are let be."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
