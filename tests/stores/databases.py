"""The databases that tests of the register run on: SQLite, and PostgreSQL where there is a server.

A test module that imports `new_register` runs on each of them; `@pytest.mark.sqlite` and `@pytest.mark.postgresql` name
what can be told of one only. The server is that of CHANCERY_TEST_DATABASE, or a private one that is started for the run
where PostgreSQL's programs are installed. Without either, its tests are skipped; in CI that is a failure.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from chancery.register import Register
from chancery.register.schema import LEDGER_TABLES
from chancery.register.store import Store
from chancery.register.stores.postgres_schema import in_postgres_words
from chancery.register.stores.sqlite import SqliteStore

SERVER_VARIABLE = "CHANCERY_TEST_DATABASE"
_HERE = "CHANCERY_TEST_STORE"  # the address with the beginning of a schema's name, while tests run on PostgreSQL
_SCRIPT = Path(__file__).parents[2] / ".ci" / "postgres"
STORES = ("sqlite", "postgresql")
_opened: list[Register] = []


def place_of(folder: Path) -> Path | str:
    """Where the register of a test's folder lives: the same folder always means the same, in other processes too."""
    begun = os.environ.get(_HERE)
    if begun is None:
        return folder / "register.sqlite"
    return begun + hashlib.sha256(str(folder).encode()).hexdigest()[:16]


def to_be_closed(register: Register) -> Register:
    """The register, which `closing` closes where the test does not: a connection to a server must not be left open."""
    _opened.append(register)
    return register


@contextmanager
def closing() -> Iterator[None]:
    before = len(_opened)
    yield
    for register in _opened[before:]:
        register.close()
    del _opened[before:]


@contextmanager
def running_server() -> Iterator[str | None]:
    """The address of a server, or None."""
    given = os.environ.get(SERVER_VARIABLE)
    if given or not (shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="chancery-postgres-"))
    try:
        started = subprocess.run([_SCRIPT, "start", folder], check=False, capture_output=True, text=True)
        yield started.stdout.strip() if started.returncode == 0 else None
    finally:
        subprocess.run([_SCRIPT, "stop", folder], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def skipped_without(server: str | None) -> str:
    """The server, or else the end of the test."""
    if server is None:
        reason = f"no PostgreSQL: neither {SERVER_VARIABLE} nor an initdb whose server starts (see .ci/postgres)"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    assert server is not None
    return server


@contextmanager
def on_postgresql(server: str) -> Iterator[str]:
    """`place_of` gives places in PostgreSQL inside; all of them go afterwards. Gives the address that they begin with."""
    mark = f"t{secrets.token_hex(4)}_"
    os.environ[_HERE] = f"{server}{'&' if '?' in server else '?'}schema={mark}"
    try:
        yield os.environ[_HERE]
    finally:
        del os.environ[_HERE]
        drop_schemas(server, mark)


def passing_folder(folder: Path) -> Path:
    """The folder of a register that is given up after a short run; one schema serves all of them, for it is slow to make."""
    return folder if os.environ.get(_HERE) is None else Path("passing")


def without_delay(store: Store) -> None:
    """Make an empty register, in which what was written before is gone and writing waits for no disk."""
    if isinstance(store, SqliteStore):
        store.run("PRAGMA synchronous = OFF")
        return
    for table in LEDGER_TABLES:
        store.run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    with store.writing():
        store.empty_derived()
        for table in reversed(LEDGER_TABLES):
            store.run(f"DELETE FROM {table}")
    for table in LEDGER_TABLES:
        store.run(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def in_words_of(store: Store, statement: str) -> str:
    """A statement that is written for SQLite, as the database of the store wants it."""
    return statement if isinstance(store, SqliteStore) else in_postgres_words(statement)


def check_index_of_words(store: Store) -> None:
    """That the index of words holds what the tables say, as far as the database can tell."""
    if isinstance(store, SqliteStore):
        for index in ("sentence_words", "name_words"):
            store.run(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
        return
    assert (
        store.rows(
            "SELECT id, sentence FROM sentence FULL JOIN sentence_words ON id = sentence WHERE id IS NULL OR sentence IS NULL"
        )
        == []
    )


def drop_schemas(server: str, mark: str) -> None:
    from chancery.register.stores.addresses import parse_address
    from chancery.register.stores.connecting import connected

    connection = connected(parse_address(server), readonly=False)
    cursor = connection.cursor()
    cursor.execute("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, %s)", (mark,))
    for (schema,) in cursor.fetchall():
        cursor.execute(f"DROP SCHEMA {schema} CASCADE")
    connection.close()
