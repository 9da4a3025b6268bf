"""PostgreSQL: a team's register on a server.

What guards a commit against a power cut are settings of the server, all on by default: `fsync`, `full_page_writes` and
`synchronous_commit`. The last one could be turned off for a user or a database, so a writer turns it on for itself.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from chancery.register.schema import APPLICATION, FORMAT, LEDGER_TABLES, VERSION_TABLE, WORKING_TABLES
from chancery.register.search_words import search_words
from chancery.register.store import WAIT_SECONDS, Row, Store, Values
from chancery.register.stores.addresses import Address
from chancery.register.stores.connecting import connected
from chancery.register.stores.postgres_errors import coded_errors, is_lost
from chancery.register.stores.postgres_schema import (
    DERIVED_STATEMENTS,
    LEDGER_STATEMENTS,
    SHAPE,
    WORDS_OF_NAME,
    translated,
)
from chancery.register.stores.session import Session
from chancery.terms.errors import DatabaseError, WorkspaceError

if TYPE_CHECKING:
    from sqlalchemy import Engine

_CONNECTIONS = 4  # kept open by one program; as many again may be opened for a while
_POOL = "chancery"
_INSERT = re.compile(r"(INSERT INTO .* VALUES )(\(.*?\))( ON CONFLICT .*)?")
_MOST_ROWS = 64  # of one statement
_LONGEST_WORD = 500  # characters; PostgreSQL's limit for one is 2046 bytes
_LONGEST_VECTOR = 900_000  # bytes; its limit for one text's words is 1 MB
_SILENT = "5min"  # after which the server gives up a writer that holds the lock and says nothing

# Every statement of a fold touches a handful of rows, found by an index. A plan made while the tables were small would
# go through them whole for as long as the connection lives.
_BEGIN_WRITING = (
    "BEGIN; SET LOCAL lock_timeout = {wait}; SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off;"
    " SET LOCAL enable_mergejoin = off; SET LOCAL idle_in_transaction_session_timeout = '{silent}';"
    " SELECT pg_advisory_xact_lock({application}, hashtext('{schema}'))"
)
_BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


class PostgresStore(Store):
    """A pool of connections to one schema of a database. Each thread that asks has one of its own meanwhile."""

    def __init__(
        self,
        address: Address,
        *,
        readonly: bool = False,
        create: bool = True,
        wait: float = WAIT_SECONDS,
        outdated: bool = False,
    ) -> None:
        """Connects; with `create`, makes the tables where there are none. `wait` is in seconds.

        Raises WorkspaceError: W002 made by a newer Chancery, W003 another writer for too long, W004 nothing there to
        read, W007 made by an older Chancery unless `outdated`; and DatabaseError: B002 not reachable, B003 refused,
        B004 the driver is not installed, B005 another program's database.
        """
        self.address = address
        self.name = str(address)
        self.readonly = readonly
        self._wait = wait
        self._local = threading.local()
        self._engine = _engine(address, readonly=readonly)
        try:
            self._check_or_make(create=create and not readonly, outdated=outdated)
        except BaseException:
            self.close()
            raise

    def _check_or_make(self, *, create: bool, outdated: bool) -> None:
        with self.snapshot():
            encoding = self.one("SHOW server_encoding")[0]
            tables = self._tables()
            found = self._format(tables) if tables else None
            shape = self._shape(tables)
        if encoding != "UTF8":
            raise DatabaseError("B005", address=self.address, reason=f"its encoding is {encoding}, not UTF8")
        if found is None:
            if not create:
                raise WorkspaceError("W004", path=self.address)
            with self.writing():
                if not self._tables():  # another process may have made them while this one waited
                    self._make()
            found, shape = FORMAT, SHAPE
        if found > FORMAT:
            raise WorkspaceError("W002", path=self.address, found=found, known=FORMAT)
        if (found < FORMAT or shape != SHAPE) and not outdated:
            raise WorkspaceError("W007", path=self.address)

    def _tables(self) -> set[str]:
        """The tables of the schema, without those that belong to an extension."""
        rows = self.rows(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace ="
            " (SELECT oid FROM pg_namespace WHERE nspname = ?) AND NOT EXISTS"
            " (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid"
            " AND deptype = 'e')",
            (self.address.schema,),
        )
        return {row[0] for row in rows}

    def _make(self) -> None:
        if self.first("SELECT 1 FROM pg_namespace WHERE nspname = ?", (self.address.schema,)) is None:
            self.run(f"CREATE SCHEMA {self.address.schema}")
        with self._session() as session:
            session.script((*LEDGER_STATEMENTS, *DERIVED_STATEMENTS))

    def _format(self, tables: set[str]) -> int:
        if not tables >= {VERSION_TABLE, *LEDGER_TABLES}:
            raise DatabaseError("B005", address=self.address, reason="it holds tables of another program")
        version = str(self.one(f"SELECT version_num FROM {VERSION_TABLE}")[0])
        return int(version) if version.isdecimal() else FORMAT + 1

    def _shape(self, tables: set[str]) -> str | None:
        return str(self.one("SELECT max(digest) FROM shape")[0]) if "shape" in tables else None

    def migrate(self) -> None:
        from chancery.register.stores.migrating import check_installed, upgrade

        if self._format(self._tables()) >= FORMAT:
            return
        check_installed()
        with coded_errors(self.address), self._engine.connect() as connection:
            connection.exec_driver_sql(self._begin_writing())
            found = self._format(self._tables())
            if found < FORMAT:  # another process may have done it while this one waited
                upgrade(connection, found=found)
            connection.exec_driver_sql("COMMIT")

    def _begin_writing(self) -> str:
        wait = max(1, round(self._wait * 1000))
        return _BEGIN_WRITING.format(wait=wait, silent=_SILENT, application=APPLICATION, schema=self.address.schema)

    def empty_derived(self) -> None:
        derived = self._tables() - {VERSION_TABLE, *LEDGER_TABLES}
        if self._shape(derived) == SHAPE:
            # Not dropped: others go on reading what was, until this is committed.
            for table in sorted(derived - {"shape", *WORKING_TABLES}):
                self.run(f"DELETE FROM {table}")
            return
        with self._session() as session:
            session.forget_statements()
            session.script((*(f"DROP TABLE {table} CASCADE" for table in sorted(derived)), *DERIVED_STATEMENTS))

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """The connection of the open transaction, or one for a while."""
        held: Session | None = getattr(self._local, "session", None)
        if held is not None:
            yield held
            return
        with coded_errors(self.address):
            lent = self._engine.raw_connection()
            session = Session(lent)
            try:
                with coded_errors(self.address):
                    yield session
            except BaseException as error:
                if is_lost(error):
                    session.give_up()
                raise
            finally:
                lent.close()

    @contextmanager
    def _transaction(self, begin: str, end: str) -> Iterator[None]:
        if getattr(self._local, "session", None) is not None:
            yield
            return
        with self._session() as session:
            session.simple(begin)
            self._local.session = session
            try:
                yield
                session.simple(end)
            except BaseException:
                session.roll_back()
                raise
            finally:
                self._local.session = None

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._transaction(self._begin_writing(), "COMMIT"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        with self._transaction(_BEGIN_READING, "COMMIT"):
            yield

    def run(self, sql: str, values: Values = ()) -> None:
        self.rows(sql, values)

    def insert(self, sql: str, values: Values) -> int:
        return int(self.one(f"{sql} RETURNING id", values)[0])

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        with self._session() as session:
            return session.rows(translated(sql), values)

    def many(self, sql: str, rows: Sequence[Values]) -> None:
        """Rows that are inserted go to the server many at a time: each round trip takes longer than the row."""
        inserted = _INSERT.fullmatch(sql)
        if inserted is None:
            super().many(sql, rows)
            return
        begin, row_of, rest = inserted.groups()
        done = 0
        while done < len(rows):
            # In powers of two, so that a few prepared statements do for any number.
            length = min(_MOST_ROWS, 1 << ((len(rows) - done).bit_length() - 1))
            part = rows[done : done + length]
            several = ", ".join([row_of] * length)
            self.run(f"{begin}{several}{rest or ''}", tuple(value for row in part for value in row))
            done += length

    def add_sentences(self, sentences: Sequence[tuple[int, str]]) -> None:
        self.many(
            "INSERT INTO sentence_words (sentence, words) VALUES (?, array_to_tsvector(string_to_array(?, ' ')))",
            [(number, _indexed(text)) for number, text in sentences],
        )

    def remove_sentence(self, number: int, text: str) -> None:
        self.run("DELETE FROM sentence_words WHERE sentence = ?", (number,))

    def sentences_with(self, words: Sequence[str], limit: int) -> list[Row]:
        query = _query(words)
        return self.rows(
            "SELECT document, start, stop FROM sentence_words JOIN sentence ON id = sentence WHERE words @@ ?::tsquery"
            " ORDER BY ts_rank(words, ?::tsquery, 1) DESC, document, start LIMIT ?",
            (query, query, limit),
        )

    def names_with(self, words: Sequence[str], kind: str | None, limit: int) -> list[Row]:
        query = _query(words)
        of_kind, values = ("", ()) if kind is None else (" AND type = ?", (kind,))
        return self.rows(
            "SELECT entity, entity_name.name, folded, own, n FROM entity_name JOIN entity ON entity.id = entity"
            f" WHERE {WORDS_OF_NAME} @@ ?::tsquery{of_kind}"
            f" ORDER BY ts_rank({WORDS_OF_NAME}, ?::tsquery, 1) DESC, entity, entity_name.name LIMIT ?",
            (query, *values, query, limit),
        )

    def scrub(self) -> None:
        """Write every table anew; the server's archives of its log, its replicas and backups are not ours to clean."""
        with self._session() as session:
            session.simple(f"SET lock_timeout = {max(1, round(self._wait * 1000))}")
            try:
                for table in sorted(self._tables()):
                    session.simple(f"VACUUM FULL {self.address.schema}.{table}")
            finally:
                session.simple("RESET lock_timeout")

    def close(self) -> None:
        self._engine.dispose()


def _engine(address: Address, *, readonly: bool) -> Engine:
    try:
        import pg8000.dbapi  # noqa: F401
        import sqlalchemy
    except ImportError as error:
        raise DatabaseError("B004", purpose="a PostgreSQL database", package=error.name) from error
    # A connection that is lost is told as B002; the pool would print it besides, with its trace.
    logging.getLogger(f"sqlalchemy.pool.impl.QueuePool.{_POOL}").setLevel(logging.CRITICAL + 1)
    return sqlalchemy.create_engine(
        "postgresql+pg8000://",
        creator=partial(connected, address, readonly=readonly),
        pool_logging_name=_POOL,
        pool_pre_ping=True,
        pool_size=_CONNECTIONS,
        max_overflow=_CONNECTIONS,
    )


def _query(words: Sequence[str]) -> str:
    """In the language of tsquery; a word has letters, digits and marks only."""
    *whole, last = (f"'{word[:_LONGEST_WORD]}'" for word in words)
    return " & ".join([*whole, f"{last}:*"])


def _indexed(text: str) -> str:
    """The words of a text, each once, as many as one text may have."""
    words = " ".join(dict.fromkeys(word[:_LONGEST_WORD] for word in search_words(text)))
    if len(words) * 4 <= _LONGEST_VECTOR:
        return words
    cut = words.encode()[:_LONGEST_VECTOR].decode("utf-8", "ignore")
    return cut[: cut.rindex(" ")]
