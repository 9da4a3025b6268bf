"""The derived state as values that can be compared: every table, without the numbers that only count rows."""

from __future__ import annotations

from chancery.register import Register
from chancery.register.schema import DERIVED_TABLES
from tests.stores.databases import check_index_of_words

_NUMBERED = {"sentence": "document, start, stop", "entity_name": "entity, name, folded, words, own, n"}
_WORDS = ("lopes", "council")


def derived_state(register: Register) -> dict[str, object]:
    """What the ledger was folded to, with what search finds in it."""
    state: dict[str, object] = {
        table: sorted(map(repr, register.store.rows(f"SELECT {_NUMBERED.get(table, '*')} FROM {table}")))
        for table in DERIVED_TABLES
    }
    state["found"] = {word: sorted(map(repr, register.search(word, 1000))) for word in _WORDS}
    check_index_of_words(register.store)
    return state
