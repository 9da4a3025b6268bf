"""Many values in one question, and many rows in one statement: the same on each database."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.register.store import Listed
from tests.register.world import new_register

NAMES = ["plain", "", "two words", "a,b", "{c}", '"quoted"', "back\\slash", "O'Brien", "null", "Čapek", "𝔸"]
_KEEP = "INSERT INTO node (type, key, entity) VALUES (?, ?, ?)"


def test_a_list_is_one_value_whatever_stands_in_it(tmp_path: Path) -> None:
    with new_register(tmp_path) as register, register.store.writing():
        store = register.store
        store.many(_KEEP, [("person", name, f"e{n}") for n, name in enumerate(NAMES)])
        among = "SELECT key FROM node WHERE type = ? AND key IN (SELECT value FROM json_each(?))"
        for name in NAMES:
            assert store.rows(among, ("person", Listed([name]))) == [(name,)]
        assert {key for (key,) in store.rows(among, ("person", Listed(NAMES)))} == set(NAMES)
        assert store.rows(among, ("place", Listed(NAMES))) == store.rows(among, ("person", Listed([]))) == []
        each = store.rows(
            "SELECT value, (SELECT entity FROM node WHERE key = value) FROM json_each(?)", (Listed(NAMES),)
        )
        assert each == [(name, f"e{n}") for n, name in enumerate(NAMES)]


def test_a_list_may_be_of_numbers(tmp_path: Path) -> None:
    with new_register(tmp_path) as register, register.store.writing():
        store = register.store
        store.many(
            "INSERT INTO capture (seq, document, source, captured) VALUES (?, 'd', 's', '')", [(n,) for n in range(5)]
        )
        found = store.rows(
            "SELECT seq FROM capture WHERE seq IN (SELECT value FROM json_each(?))", (Listed([1, 3, 9]),)
        )
        assert sorted(found) == [(1,), (3,)]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 63, 64, 65, 200])
def test_any_number_of_rows_goes_in_and_may_replace_others(tmp_path: Path, number: int) -> None:
    with new_register(tmp_path) as register, register.store.writing():
        store = register.store
        rows = [("place", str(n), None) for n in range(number)]
        store.many(_KEEP, rows)
        assert store.one("SELECT count(*) FROM node") == (number,)
        store.many(
            f"{_KEEP} ON CONFLICT (type, key) DO UPDATE SET entity = excluded.entity", [(*r[:2], "x") for r in rows]
        )
        assert store.rows("SELECT DISTINCT entity FROM node") == ([("x",)] if number else [])
        store.many("DELETE FROM node WHERE key = ?", [(key,) for _, key, _ in rows])
        assert store.one("SELECT count(*) FROM node") == (0,)
