"""The ledger's tables through time: the scripts give what `schema.py` gives, and keep every entry and every guard."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import sqlalchemy

from chancery.register import Register, open_register, rebuild
from chancery.register.schema import LEDGER_TABLES
from chancery.register.store import Store
from chancery.register.stores import migrating, postgres, sqlite
from chancery.register.stores.sqlite import SqliteStore
from chancery.terms.errors import ChanceryError
from tests.register.derived import derived_state
from tests.register.world import Page, new_register
from tests.stores.databases import place_of

_NEXT = """
from alembic import op
revision, down_revision = "{next}", "{last}"
def upgrade():
    op.execute("ALTER TABLE entry ADD COLUMN origin TEXT")
    pass
"""


def report() -> Page:
    page = Page("Ana Lopes spoke.")
    page.person("Ana Lopes")
    return page


def code_of(place: Path | str, **how: object) -> str:
    with pytest.raises(ChanceryError) as caught:
        open_register(place, **how).close()  # type: ignore[arg-type]
    return caught.value.code


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Chancery with one format more, whose script is in the folder that this gives; and a register of before it."""
    with new_register(tmp_path) as register:
        report().into(register)
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    known = migrating.FORMAT
    (scripts / "format_next.py").write_text(_NEXT.format(next=f"{known + 1:04}", last=f"{known:04}"), "utf-8")
    monkeypatch.setattr(migrating, "VERSIONS", (*migrating.VERSIONS, scripts))
    for module in (migrating, postgres, sqlite):
        monkeypatch.setattr(module, "FORMAT", known + 1)
    return scripts


def test_an_older_register_is_told_and_rebuild_brings_it_up_to_date(newer: Path, tmp_path: Path) -> None:
    place = place_of(tmp_path)
    assert code_of(place, readonly=True) == code_of(place) == "W007"
    with open_register(place, outdated=True) as register:
        before = derived_state(register), list(register.ledger.entries())
        rebuild(register, lambda sha: report().layer)
        assert (derived_state(register), list(register.ledger.entries())) == before
        assert register.store.rows("SELECT DISTINCT origin FROM entry") == [(None,)]
        register.store.migrate()  # a second time there is nothing to do
    with new_register(tmp_path) as register:
        with pytest.raises(Exception, match="append-only"):
            register.store.run("DELETE FROM entry")
        assert not report().into(register).new
        assert report_of_another().into(register).new


def report_of_another() -> Page:
    page = Page("Ivo Kovac spoke.")
    page.person("Ivo Kovac")
    return page


def test_a_script_that_fails_leaves_all_as_it_was(newer: Path, tmp_path: Path) -> None:
    script = newer / "format_next.py"
    script.write_text(script.read_text("utf-8").replace("pass", 'op.execute("UPDATE entry SET origin = 1")'), "utf-8")
    place = place_of(tmp_path)
    with open_register(place, outdated=True) as register:
        entries = list(register.ledger.entries())
        with pytest.raises(Exception, match="append-only"):
            rebuild(register, lambda sha: report().layer)
        assert list(register.ledger.entries()) == entries
        with pytest.raises(Exception, match="origin"):
            register.store.rows("SELECT origin FROM entry")
    assert code_of(place) == "W007", "and it is of the older format still"


def test_w002_the_older_chancery_does_not_open_it_any_more(
    newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_of(tmp_path)
    with open_register(place, outdated=True) as register:
        rebuild(register, lambda sha: report().layer)
    for module in (postgres, sqlite):
        monkeypatch.setattr(module, "FORMAT", migrating.FORMAT - 1)
    assert code_of(place, readonly=True) == "W002"


@pytest.mark.sqlite
def test_d004_where_alembic_is_not_installed(newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "alembic", None)  # type: ignore[arg-type]
    with open_register(place_of(tmp_path), outdated=True) as register:
        with pytest.raises(ChanceryError) as caught:
            rebuild(register, lambda sha: report().layer)
        assert caught.value.code == "B004"


def test_the_scripts_give_the_tables_of_today(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        today = _ledger_tables(register.store)
        with register.store.writing():
            register.store.empty_derived()
        _without_ledger(register)
        with _engine_of(register).connect() as connection:
            connection.exec_driver_sql("BEGIN")
            migrating.upgrade(connection, found=0)
            connection.exec_driver_sql("COMMIT")
        assert _ledger_tables(register.store) == today


def _without_ledger(register: Register) -> None:
    cascade = "" if isinstance(register.store, SqliteStore) else " CASCADE"
    for table in reversed(LEDGER_TABLES):
        register.store.run(f"DROP TABLE {table}{cascade}")
    if cascade:
        for (function,) in register.store.rows(
            "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
        ):
            register.store.run(f"DROP FUNCTION {function}")


def _engine_of(register: Register) -> sqlalchemy.Engine:
    store = register.store
    if isinstance(store, postgres.PostgresStore):
        return store._engine
    assert isinstance(store, SqliteStore)
    return sqlalchemy.create_engine(
        "sqlite://", creator=lambda: store._connected(store.path, readonly=False, wait=1), poolclass=sqlalchemy.NullPool
    )


def _ledger_tables(store: Store) -> object:
    """Everything that the database knows of the ledger's tables."""
    tables = ", ".join(f"'{table}'" for table in LEDGER_TABLES)
    if isinstance(store, SqliteStore):
        rows = store.rows(f"SELECT type, name, sql FROM sqlite_schema WHERE tbl_name IN ({tables}) ORDER BY name")
        return [(kind, name, None if sql is None else " ".join(sql.split())) for kind, name, sql in rows]
    of_them = (
        f"(SELECT oid FROM pg_class WHERE relname IN ({tables}) AND relnamespace = current_schema()::regnamespace)"
    )
    return [
        store.rows(sql.format(of_them=of_them, here="current_schema()::regnamespace"))
        for sql in (
            "SELECT attrelid::regclass::text, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,"
            " attcollation::text FROM pg_attribute WHERE attnum > 0 AND attrelid IN {of_them} ORDER BY 1, attnum",
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid IN {of_them} ORDER BY 1",
            "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid IN {of_them} ORDER BY 1",
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid IN {of_them} AND NOT tgisinternal ORDER BY 1",
            "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = {here} ORDER BY 1",
        )
    ]
