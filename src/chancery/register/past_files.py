"""Folds of the past as files, each the register as it was after one entry. They may be dropped at any time."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from chancery.register.fold import fold_entries
from chancery.register.ledger import Ledger
from chancery.register.store import Store
from chancery.register.stores.sqlite import SqliteStore
from chancery.register.texts import kept_layer
from chancery.terms.errors import WorkspaceError

KEPT = 8
"""Folds that stay on the disk, each about as large as the register was then; the one that was longest unused goes."""

_ROOMS = ("archive", "register", "terms")  # whose code a fold is made by
_MAKING = "making-"
_WITHHELD = ("secret", "forgotten", "withheld_name", "withheld_document")
_BATCH = 1000  # entries


@contextmanager
def past_file(store: Store, seq: int, *, folder: Path) -> Iterator[Store]:
    """The register as it was after the entry `seq`, from its file in the folder, which is made if it is not there.

    Several processes may do so at once: each makes a file of its own, and gives it its name in one step. Where the
    folder cannot be written to, the file is a temporary one. The caller holds a snapshot of the store until then.
    """
    with ExitStack() as held:
        path = folder / f"{seq}-{forgettings(store)}-{_code()}.sqlite"
        past = _opened(path)
        if past is None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
                making = Path(held.enter_context(tempfile.TemporaryDirectory(prefix=_MAKING, dir=folder)))
            except OSError:
                making = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="chancery-")))
                path = making / "kept.sqlite"
            _make(store, seq, _nearest(path, seq), making / "past.sqlite")
            (making / "past.sqlite").replace(path)
            _drop_the_least_used(folder)
            past = SqliteStore(path, readonly=True)
        held.callback(past.close)
        yield past


def drop_past_files(folder: Path) -> int:
    """Remove every fold of the past, those that are being made too; gives how many files went."""
    dropped = sum(1 for path in folder.rglob("*") if path.is_file())
    shutil.rmtree(folder, ignore_errors=True)
    return dropped


def _opened(path: Path) -> Store | None:
    """The file, if it is there and sound: a damaged one holds nothing that cannot be made anew."""
    try:
        found = SqliteStore(path, readonly=True)
    except WorkspaceError:
        return None
    with contextlib.suppress(OSError):
        os.utime(path)  # tells when it was last of use
    return found


def _make(store: Store, seq: int, base: Path | None, target: Path) -> None:
    """Fold the entries up to `seq` into a new file, going on from an earlier fold where there is one."""
    if base is not None:
        shutil.copyfile(base, target)
    past = SqliteStore(target)
    try:
        # Until it bears its name nobody reads it, and nobody misses it.
        past.run("PRAGMA journal_mode = MEMORY")
        past.run("PRAGMA synchronous = OFF")
        ledger = Ledger(past)
        with past.writing():
            known: int = past.one("SELECT coalesce(max(seq), 0) FROM entry")[0]
            _copy_entries(store, past, after=known, upto=seq)
            # Texts as they are kept, for making them anew from the bytes takes twice as long as all the rest.
            fold_entries(past, ledger, partial(kept_layer, store), after=known)
            for table in _WITHHELD:  # also of those who were forgotten since
                past.run(f"DELETE FROM {table}")
                for row in store.rows(f"SELECT * FROM {table}"):
                    past.run(f"INSERT INTO {table} VALUES ({', '.join('?' for _ in row)})", row)
        past.run("PRAGMA journal_mode = DELETE")  # all of it in the one file
    finally:
        past.close()
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_entries(store: Store, past: Store, *, after: int, upto: int) -> None:
    standing = Ledger(store).standing
    while after < upto:
        rows = store.rows(
            "SELECT seq, id, recorded, kind, document, subject, payload FROM entry"
            " WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?",
            (after, upto, _BATCH),
        )
        past.many(
            "INSERT INTO payload (id, content) VALUES (?, ?)",
            [(row[6], standing(row[1], row[6])) for row in rows if row[6] is not None],
        )
        past.many(
            "INSERT INTO entry (seq, id, recorded, kind, document, subject, payload) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
        )
        after = rows[-1][0]


def forgettings(store: Store) -> int:
    """How many people were forgotten: a fold from before the last of them may hold what is withheld."""
    count: int = store.one("SELECT count(*) FROM forgotten")[0]
    return count


def _nearest(path: Path, seq: int) -> Path | None:
    """The fold of the most entries that are all among those up to `seq`."""
    suffix = path.name.partition("-")[2]
    found = {int(other.name.partition("-")[0]): other for other in path.parent.glob(f"[0-9]*-{suffix}") if suffix}
    return max(((known, other) for known, other in found.items() if known < seq), default=(0, None))[1]


def _drop_the_least_used(folder: Path) -> None:
    def used(path: Path) -> float:
        try:
            return path.stat().st_mtime
        except OSError:  # another process has dropped it
            return 0.0

    for path in sorted(folder.glob("[0-9]*.sqlite"), key=used, reverse=True)[KEPT:]:
        with contextlib.suppress(OSError):
            path.unlink()


@cache
def _code() -> str:
    """A digest of the code and word lists that make the fold."""
    digest = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted(_sources(files("chancery").joinpath(room)), key=str):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:10]


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                found.extend(_sources(entry))
        elif not entry.name.endswith((".pyc", ".md")):
            found.append(entry)
    return found
