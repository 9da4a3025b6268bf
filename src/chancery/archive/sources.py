"""Which files are to be read: from files, folders and patterns as a person names them."""

from __future__ import annotations

import errno
import fnmatch
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from chancery.terms.errors import IntakeError

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html", ".htm": "text/html"}

_MAGIC = frozenset("*?[")
_MISSING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})


@dataclass(frozen=True, slots=True)
class Sources:
    """The paths to read, as given or joined to what was given, and what cannot be read at all."""

    files: tuple[str, ...]
    problems: tuple[IntakeError, ...]


def media_type_of(path: str) -> str | None:
    """The media type by the ending of the name, None for a kind that is not read."""
    return MEDIA_TYPES.get(PurePath(path).suffix.lower())


def find_sources(paths: Sequence[str]) -> Sources:
    """Every file to read under files, folders (with all below them) and patterns (`*`, `?`, `[…]`, `**`).

    The order of `paths` is kept; within a folder files come first, then folders, each sorted by name. What is hidden
    is passed over, and so is, in folders and patterns, every kind of file that is not read. No path is given twice,
    however it is spelt. The problems have codes A001, A002, A007, A010 and A011.
    """
    search = _Search()
    for path in paths:
        search.add(path)
    return Sources(tuple(search.files.values()), tuple(search.problems.values()))


@dataclass(slots=True)
class _Search:
    files: dict[str, str] = field(default_factory=dict)  # absolute path → path as given
    problems: dict[tuple[str, str], IntakeError] = field(default_factory=dict)  # each is told once

    def add(self, path: str) -> None:
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116 - a path is kept as it is spelt
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno not in _MISSING:
                self._fail(path, error)
            elif _MAGIC.isdisjoint(path):
                self._tell("A001", path)
            else:
                self._add_all(path, self._matching(*_split_pattern(path)))
            return
        if stat.S_ISDIR(mode):
            self._add_all(path, self._below(path))
        elif stat.S_ISREG(mode) and media_type_of(path):
            self._keep(path)
        else:
            self._tell("A007", path)

    def _add_all(self, path: str, found: Iterator[str]) -> None:
        before = len(self.problems)
        any_found = False
        for source in found:
            any_found = True
            self._keep(source)
        if not any_found and len(self.problems) == before:
            self._tell("A010", path)

    def _keep(self, path: str) -> None:
        if path != _printable(path):
            self._tell("A011", path, reason="its name is not valid UTF-8")
        else:
            self.files.setdefault(os.path.abspath(path), path)  # noqa: PTH100 - no link is to be followed here

    def _fail(self, path: str, error: OSError) -> None:
        self._tell("A002" if error.errno in _FORBIDDEN else "A011", path, reason=error.strerror or str(error))

    def _tell(self, code: str, path: str, **fields: str) -> None:
        shown = _printable(path)
        self.problems.setdefault((code, shown), IntakeError(code, path=shown, **fields))

    def _below(self, top: str) -> Iterator[str]:
        """Every file of a kind that is read, under the folder."""
        for _, files in self._walk(top):
            yield from (path for path in files if media_type_of(path))

    def _matching(self, folder: str, segments: tuple[str, ...]) -> Iterator[str]:
        """What under the folder matches the segments of a pattern; a folder that matches gives all below it."""
        first, rest = segments[0], segments[1:]
        if first == "**":
            for inner, files in self._walk(folder):
                if rest:
                    yield from self._matching(inner, rest)
                else:
                    yield from (path for path in files if media_type_of(path))
            return
        files, folders = self._entries(folder)
        if not rest:
            yield from (path for path in files if _matches(path, first) and media_type_of(path))
        for inner in folders:
            if _matches(inner, first):
                yield from self._matching(inner, rest) if rest else self._below(inner)

    def _walk(self, top: str) -> Iterator[tuple[str, list[str]]]:
        """The folder and all below it, each with its files. One that links lead to twice is walked once."""
        walked: set[tuple[int, int]] = set()
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                status = os.stat(folder or ".")  # noqa: PTH116
            except OSError as error:
                self._fail(folder, error)
                continue
            if (status.st_dev, status.st_ino) in walked:
                continue
            walked.add((status.st_dev, status.st_ino))
            files, folders = self._entries(folder)
            yield folder, files
            waiting.extend(reversed(folders))

    def _entries(self, folder: str) -> tuple[list[str], list[str]]:
        """The files and the folders in a folder, hidden ones left out, each sorted by name."""
        files: list[str] = []
        folders: list[str] = []
        try:
            with os.scandir(folder or ".") as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        path = os.path.join(folder, entry.name)  # noqa: PTH118
                        (folders if os.path.isdir(path) else files).append(path)  # noqa: PTH112
        except OSError as error:
            self._fail(folder, error)
        return sorted(files), sorted(folders)


def _split_pattern(pattern: str) -> tuple[str, tuple[str, ...]]:
    """The folder that stands before the first sign of the pattern, and one segment for each step below it."""
    parts = pattern.split("/")
    plain = next(index for index, part in enumerate(parts) if not _MAGIC.isdisjoint(part))
    folder = "/".join(parts[:plain])
    if plain and not folder:
        folder = "/"
    return folder, tuple(part for part in parts[plain:] if part)


def _matches(path: str, segment: str) -> bool:
    return fnmatch.fnmatchcase(os.path.basename(path), segment)  # noqa: PTH119


def _printable(path: str) -> str:
    """The path, with what is no character of it (from a name in another encoding) replaced."""
    return path.encode("utf-8", "replace").decode("utf-8")
