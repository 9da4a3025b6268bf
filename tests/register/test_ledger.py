"""The ledger only grows, and holds nothing personal itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.terms.claims import PostFact
from tests.register.world import NOON, Page, new_register
from tests.stores.databases import in_words_of

_ON_BOTH = [
    "UPDATE entry SET kind = 'ruling'",
    "UPDATE entry SET recorded = '' WHERE seq = 1",
    "DELETE FROM entry",
    "INSERT INTO entry (seq, id, recorded, kind) VALUES (1, 'x', '', 'capture')",
    "INSERT INTO entry (seq, id, recorded, kind) VALUES (0, 'x', '', 'capture')",
    "INSERT INTO entry (seq, id, recorded, kind) VALUES (99, 'x', '', 'gossip')",
    "UPDATE payload SET content = CAST('{}' AS BLOB)",
    "UPDATE payload SET id = 99",
    "DELETE FROM payload",
]


@pytest.mark.parametrize("statement", _ON_BOTH)
def test_what_is_written_cannot_be_changed(tmp_path: Path, statement: str) -> None:
    _refused(tmp_path, statement)


@pytest.mark.sqlite
@pytest.mark.parametrize("word", ["REPLACE", "IGNORE"])
def test_no_conflict_clause_of_sqlite_changes_what_is_written(tmp_path: Path, word: str) -> None:
    _refused(tmp_path, f"INSERT OR {word} INTO entry (seq, id, recorded, kind) VALUES (1, 'x', '', 'capture')")


@pytest.mark.postgresql
@pytest.mark.parametrize("table", ["entry", "payload", "entry, payload"])
def test_the_ledger_cannot_be_truncated(tmp_path: Path, table: str) -> None:
    _refused(tmp_path, f"TRUNCATE {table} CASCADE")


def _refused(folder: Path, statement: str) -> None:
    """Whoever reaches the tables themselves is told that they are not to be changed, and they are not."""
    with new_register(folder) as register:
        Page("Ana Lopes spoke.").into(register)
        before = [(entry, register.ledger.payload(entry)) for entry in register.ledger.entries()]
        with pytest.raises(Exception, match=r"append-only|erased|CHECK|check constraint"):
            register.store.run(in_words_of(register.store, statement))
    with new_register(folder) as register:
        assert [(entry, register.ledger.payload(entry)) for entry in register.ledger.entries()] == before


def test_an_erased_payload_leaves_its_entry_and_nothing_else(tmp_path: Path) -> None:
    page = Page("Ana Lopes spoke.")
    page.person("Ana Lopes")
    with new_register(tmp_path) as register:
        page.into(register)
        register.store.run("UPDATE payload SET content = NULL")
        entries = list(register.ledger.entries())
        assert [entry.kind for entry in entries] == ["capture", "reading"]
        assert [register.ledger.payload(entry) for entry in entries] == [None, None]


def test_entries_hold_no_name_and_no_source(tmp_path: Path) -> None:
    page = Page("Ana Lopes was elected Head.", source="people/lopes.txt")
    page.say(PostFact(person=page.person("Ana Lopes"), role="Head", change="elected"))
    with new_register(tmp_path) as register:
        page.into(register)
        rows = repr(register.store.rows("SELECT * FROM entry"))
        assert "opes" not in rows
        assert "opes" in repr(register.store.rows("SELECT content FROM payload"))


def test_entries_come_in_order_with_ids_of_their_own(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        for n in range(3):
            register.ledger.append("withdrawal", None, at=NOON, subject=f"c{n}")
        entries = list(register.ledger.entries())
        assert [entry.seq for entry in entries] == [1, 2, 3]
        assert len({entry.id for entry in entries}) == 3
        assert list(register.ledger.entries(after=2)) == entries[2:]
        assert register.ledger.entry(entries[1].id) == entries[1]
        assert register.ledger.about("c2") == entries[2:]
        assert register.ledger.entry("no such") is None
