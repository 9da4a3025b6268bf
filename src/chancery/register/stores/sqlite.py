"""SQLite: one file in the workspace.

What guards a commit against a power cut: write-ahead log, `synchronous=FULL` (the log is flushed to the disk before a
commit returns), and no deletion of the log before its pages are flushed into the file.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from chancery.register.schema import (
    APPLICATION,
    DERIVED,
    FORMAT,
    LEDGER,
    LEDGER_TABLES,
    VERSION_TABLE,
    WORKING,
    WORKING_TABLES,
    shape_of,
)
from chancery.register.search_words import plain_text
from chancery.register.store import WAIT_SECONDS, Row, Store, Values
from chancery.terms.errors import WorkspaceError

_NO_ROOM = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_SHMSIZE"}
_NO_RIGHT = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")

# Of pages that are being written; SQLite's own 2 MB are read and written over and over from some 100 MB of register on.
_CACHE_KIB = 128 * 1024

# The triggers that keep the ledger as it is, and the index of words: FTS5 tables, which keep no copy of the text.
_GUARDS = (
    """CREATE TRIGGER entry_order BEFORE INSERT ON entry
        WHEN NEW.seq IS NOT NULL AND NEW.seq <= (SELECT coalesce(max(seq), 0) FROM entry)
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER entry_update BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER entry_delete BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER payload_update BEFORE UPDATE ON payload WHEN NEW.content IS NOT NULL OR NEW.id <> OLD.id
        BEGIN SELECT RAISE(ABORT, 'a payload can only be erased'); END""",
    """CREATE TRIGGER payload_delete BEFORE DELETE ON payload
        BEGIN SELECT RAISE(ABORT, 'a payload can only be erased'); END""",
)
_WORDS = (
    "CREATE VIRTUAL TABLE sentence_words USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 0')",
    """CREATE VIRTUAL TABLE name_words USING fts5 (words, content='entity_name', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER entity_name_insert AFTER INSERT ON entity_name
        BEGIN INSERT INTO name_words (rowid, words) VALUES (NEW.id, NEW.words); END""",
    """CREATE TRIGGER entity_name_delete AFTER DELETE ON entity_name
        BEGIN INSERT INTO name_words (name_words, rowid, words) VALUES ('delete', OLD.id, OLD.words); END""",
)
_MADE = (*DERIVED, *_WORDS)
_SHAPE = shape_of((*WORKING, *_MADE))
_DERIVED = (*_MADE, f"INSERT INTO shape VALUES ('{_SHAPE}')")


@contextmanager
def coded_errors(path: Path) -> Iterator[None]:
    """Errors of the database as WorkspaceError W001, W003, W005 or W006; a mistake in our SQL stays what it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name in _NO_ROOM:
            raise WorkspaceError("W005", reason=error) from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise WorkspaceError("W003", path=path.parent) from error
        if name.startswith(_NO_RIGHT):
            raise WorkspaceError("W001", path=path.parent, reason=error) from error
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")):
            raise WorkspaceError("W006", path=path.parent, reason=error) from error
        raise


class SqliteStore(Store):
    """One connection to the register's file, which several threads of a reading program may share."""

    def __init__(
        self,
        path: Path,
        *,
        readonly: bool = False,
        create: bool = True,
        wait: float = WAIT_SECONDS,
        outdated: bool = False,
    ) -> None:
        """Opens the file; with `create`, makes it where it is missing. `wait` is in seconds.

        Raises WorkspaceError: W001 no right, W002 made by a newer Chancery, W003 another writer for too long, W004
        nothing there to read, W006 not a register or damaged, W007 made by an older Chancery unless `outdated`.
        """
        self.path = path
        self.name = str(path.parent)
        self.readonly = readonly
        self._wait = wait
        self._lock = threading.RLock()
        if (readonly or not create) and (not path.exists() or path.stat().st_size == 0):
            raise WorkspaceError("W004", path=path.parent)
        with coded_errors(path):
            self._db = self._connected(path, readonly=readonly, wait=wait)
            try:
                self._check_or_make()
                if not outdated and self._is_outdated():
                    raise WorkspaceError("W007", path=path.parent)
            except BaseException:
                self._db.close()
                raise

    @staticmethod
    def _connected(path: Path, *, readonly: bool, wait: float) -> sqlite3.Connection:
        address = f"file:{quote(str(path.absolute()))}?mode={'ro' if readonly else 'rwc'}"

        def connected(uri: str) -> sqlite3.Connection:
            db = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
            try:
                db.execute("PRAGMA user_version")
            except sqlite3.DatabaseError:
                db.close()
                raise
            return db

        try:
            return connected(address)
        except sqlite3.OperationalError:
            # A folder that may not be written to has no room for the log's index; without a log there is none to read.
            log = path.with_name(path.name + "-wal")
            if not readonly or (log.exists() and log.stat().st_size):
                raise
            return connected(address + "&immutable=1")

    def _check_or_make(self) -> None:
        db = self._db
        db.execute("PRAGMA foreign_keys = ON")
        if self.readonly:
            db.execute("PRAGMA query_only = ON")
        else:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA secure_delete = ON")
            db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if self._is_empty():
            if self.readonly:
                raise WorkspaceError("W004", path=self.path.parent)
            with self.writing():
                if self._is_empty():  # another process may have made the tables while this one waited
                    self._make()
        found = self.one("PRAGMA user_version")[0]
        if self.one("PRAGMA application_id")[0] != APPLICATION:
            raise WorkspaceError("W006", path=self.path.parent, reason=f"{self.path.name} is a file of another program")
        if found > FORMAT:
            raise WorkspaceError("W002", path=self.path.parent, found=found, known=FORMAT)

    def _is_empty(self) -> bool:
        return bool(self.one("SELECT count(*) = 0 FROM sqlite_schema")[0])

    def _make(self) -> None:
        for statement in (*LEDGER, *_GUARDS, *WORKING, *_DERIVED):
            self._db.execute(statement)
        self._db.execute(f"PRAGMA application_id = {APPLICATION}")
        self._db.execute(f"PRAGMA user_version = {FORMAT}")

    def _is_outdated(self) -> bool:
        return self.one("PRAGMA user_version")[0] < FORMAT or self._shape() != _SHAPE

    def _shape(self) -> str | None:
        known = self.first("SELECT 1 FROM sqlite_schema WHERE name = 'shape'")
        row = None if known is None else self.first("SELECT digest FROM shape")
        return None if row is None else str(row[0])

    def migrate(self) -> None:
        if self.one("PRAGMA user_version")[0] >= FORMAT:
            return
        from chancery.register.stores.migrating import check_installed, upgrade

        check_installed()
        import sqlalchemy

        engine = sqlalchemy.create_engine(
            "sqlite://",
            creator=lambda: self._connected(self.path, readonly=False, wait=self._wait),
            poolclass=sqlalchemy.NullPool,
        )
        with coded_errors(self.path), engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if found < FORMAT:  # another process may have done it while this one waited
                upgrade(connection, found=found)
                connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
            connection.commit()

    def empty_derived(self) -> None:
        same = self._shape() == _SHAPE
        kept = (*LEDGER_TABLES, VERSION_TABLE, *(WORKING_TABLES if same else ()))
        # The virtual tables go first, and take the tables that they are made of with them.
        while left := self.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            f" AND name NOT IN ({', '.join('?' for _ in kept)}) ORDER BY sql NOT LIKE 'CREATE VIRTUAL%', name LIMIT 1",
            kept,
        ):
            self.run(f"DROP TABLE {left[0][0]}")
        for statement in _DERIVED if same else (*WORKING, *_DERIVED):
            self.run(statement)

    def run(self, sql: str, values: Values = ()) -> None:
        self._db.execute(sql, values)

    def insert(self, sql: str, values: Values) -> int:
        number = self._db.execute(sql, values).lastrowid
        assert number is not None
        return number

    def many(self, sql: str, rows: Sequence[Values]) -> None:
        self._db.executemany(sql, rows)

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        return self._db.execute(sql, values).fetchall()

    def first(self, sql: str, values: Values = ()) -> Row | None:
        row: Row | None = self._db.execute(sql, values).fetchone()
        return row

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._lock, coded_errors(self.path):
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        with self._lock, coded_errors(self.path):
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    def add_sentences(self, sentences: Sequence[tuple[int, str]]) -> None:
        rows = [(number, _searchable(text)) for number, text in sentences]
        self.many("INSERT INTO sentence_words (rowid, words) VALUES (?, ?)", rows)

    def remove_sentence(self, number: int, text: str) -> None:
        self.run(
            "INSERT INTO sentence_words (sentence_words, rowid, words) VALUES ('delete', ?, ?)",
            (number, _searchable(text)),
        )

    def sentences_with(self, words: Sequence[str], limit: int) -> list[Row]:
        return self.rows(
            "SELECT document, start, stop FROM sentence_words JOIN sentence ON sentence.id = sentence_words.rowid"
            " WHERE sentence_words MATCH ? ORDER BY rank, document, start LIMIT ?",
            (_query(words), limit),
        )

    def names_with(self, words: Sequence[str], kind: str | None, limit: int) -> list[Row]:
        of_kind, values = ("", ()) if kind is None else (" AND type = ?", (kind,))
        return self.rows(
            "SELECT entity, entity_name.name, folded, own, n FROM name_words"
            " JOIN entity_name ON entity_name.id = name_words.rowid JOIN entity ON entity.id = entity"
            f" WHERE name_words MATCH ?{of_kind} ORDER BY rank, entity, entity_name.name LIMIT ?",
            (_query(words), *values, limit),
        )

    def scrub(self) -> None:
        """Write the file anew, page by page, and bring it to the disk; the log ends up empty."""
        with self._lock, coded_errors(self.path):
            self._db.execute("VACUUM")
            if self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise WorkspaceError("W003", path=self.path.parent)

    def close(self) -> None:
        with self._lock:
            self._db.close()


def _query(words: Sequence[str]) -> str:
    """In the language of FTS5, where what stands in double quotes is no command."""
    return " ".join(f'"{word}"' for word in words) + "*"


def _searchable(text: str) -> str:
    return plain_text(text.encode("utf-8", "replace").decode("utf-8").replace("\0", " "))
