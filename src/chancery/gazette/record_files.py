"""Record files on disk: which file each source gets, writing them all or none, reading them back."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

import msgspec

from chancery.gazette.record_format import Record
from chancery.terms.errors import OutputError


def record_names(sources: Sequence[str], *, tree: bool = False) -> dict[str, str]:
    """The record file of each source: "x/001.txt" gets "001.json"; with `tree`, under the sources' folders.

    Folders are told from the folder that all sources share. Raises OutputError X001, naming both, where two sources
    would get one file.
    """
    root = _shared_folder(sources) if tree else None
    names: dict[str, str] = {}
    taken: dict[str, str] = {}
    for source in sources:
        path = PurePath(os.path.normpath(source))
        kept = path.relative_to(root) if root is not None else PurePath(path.name)
        name = kept.with_name(f"{kept.stem}.json").as_posix()
        if name in taken:
            raise OutputError("X001", name=name, paths=f"{taken[name]}, {source}")
        taken[name] = source
        names[source] = name
    return names


def _shared_folder(sources: Sequence[str]) -> PurePath | None:
    folders = [os.path.normpath(PurePath(source).parent) for source in sources]
    try:
        return PurePath(os.path.commonpath(folders)) if folders else None
    except ValueError:  # absolute and relative paths, or two drives: nothing is shared
        return None


def write_records(records: Mapping[str, Mapping[str, Any]], out: Path) -> None:
    """Write each record under its name in `out`, which is made if need be. Other files there stay as they are.

    All are written beside their places first and then moved there, so no file is ever half-written and a failure
    while writing leaves what was there before. Raises OutputError X002.
    """
    made = _missing_folders(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".chancery-", dir=out))
    except OSError as error:
        _remove_empty(made)
        raise OutputError("X002", path=error.filename or out, reason=error.strerror or error) from error
    try:
        for name, record in records.items():
            target = out / name
            if target.is_dir():
                raise OutputError("X002", path=target, reason="a folder bears that name")
            staged = staging / name
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n")
        for name in records:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).replace(out / name)
    except OSError as error:
        raise OutputError("X002", path=error.filename or out, reason=error.strerror or error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        _remove_empty(made)


def _missing_folders(out: Path) -> list[Path]:
    return [folder for folder in (out, *out.parents) if not folder.exists()]


def _remove_empty(folders: Sequence[Path]) -> None:
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def read_records(folder: Path) -> dict[str, Record]:
    """The records of a folder by the stems of their file names.

    Raises OutputError X003 where the folder holds none, or one that is no record.
    """
    if not folder.is_dir():
        raise OutputError("X003", path=folder, reason="there is no such folder")
    records: dict[str, Record] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            records[path.stem] = msgspec.json.decode(path.read_bytes(), type=Record)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise OutputError("X003", path=folder, reason=f"{path.name}: {error}") from error
    if not records:
        raise OutputError("X003", path=folder, reason="no .json file in it")
    return records
