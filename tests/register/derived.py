"""The derived state as values that can be compared: every table, without the numbers that only count rows."""

from __future__ import annotations

from chancery.register import Answers, Register
from chancery.register.schema import DERIVED_TABLES
from tests.stores.databases import check_index_of_words

_NUMBERED = {"sentence": "document, start, stop", "entity_name": "entity, name, folded, words, own, n"}
_WORDS = ("lopes", "council")


def derived_state(register: Register) -> dict[str, object]:
    """What the ledger was folded to, with what search finds in it; the search index is checked against its tables."""
    state = derived_rows(register)
    check_index_of_words(register.store)
    return state


def derived_rows(answers: Answers) -> dict[str, object]:
    """As `derived_state`, of a register that may only be read."""
    state: dict[str, object] = {
        table: sorted(map(repr, answers.store.rows(f"SELECT {_NUMBERED.get(table, '*')} FROM {table}")))
        for table in DERIVED_TABLES
    }
    state["found"] = {word: sorted(map(repr, answers.search(word, 1000))) for word in _WORDS}
    return state
