"""Search: words, never a query language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register import Register
from chancery.terms.document import Furniture
from tests.register.world import NOON, Page, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    page = Page("The Café Society met.\nAna Lopes praised the café, and CAFÉS in general.\nCategory: society news")
    page.person("Ana Lopes", "Lopes")
    page.body("Café Society")
    footer = page.text.index("Category")
    layer = msgspec.structs.replace(page.layer, furniture=(Furniture("footer", footer, len(page.text)),))
    with new_register(tmp_path) as opened:
        opened.record(page.document, layer, page.reading, at=NOON)
        yield opened


def found(register: Register, words: str) -> list[str]:
    hits = register.search(words)
    return [hit.name or (hit.passage.sentence if hit.passage else "") for hit in hits]


def test_names_then_sentences_whatever_the_case_and_accents(register: Register) -> None:
    assert found(register, "CAFE society") == ["Café Society", "The Café Society met."]
    assert found(register, "lopes praised") == ["Ana Lopes praised the café, and CAFÉS in general."]
    assert found(register, "nothing") == []


def test_the_last_word_may_be_a_beginning_and_the_others_not(register: Register) -> None:
    assert len(found(register, "ana lop")) == 2
    assert found(register, "an lopes") == []


def test_matches_are_offsets_in_the_text(register: Register) -> None:
    [hit] = [hit for hit in register.search("praised cafe") if hit.passage]
    assert hit.passage is not None
    text = register.text_of(hit.passage.document.id)
    assert [text[a:b] for a, b in hit.passage.matches] == ["praised", "café", "CAFÉS"]
    assert text[hit.passage.start : hit.passage.end] == hit.passage.sentence


def test_footers_are_not_searched(register: Register) -> None:
    assert found(register, "category news") == []


def test_an_entity_is_found_by_an_alias_and_told_once(register: Register) -> None:
    [hit] = [hit for hit in register.search("lopes") if hit.entity]
    assert hit.entity is not None
    assert (hit.entity.name, hit.name) == ("Ana Lopes", "Lopes")


def test_the_limit_is_of_names_and_of_sentences(register: Register) -> None:
    assert len(register.search("cafe", limit=1)) == 2


@pytest.mark.parametrize(
    "words",
    ['"', "*", "a AND", "NEAR(a b)", "words:cafe", "(", "cafe OR", "^cafe", "-", "", "\x00", "\ud800", "{a b}:c", "+"],
)
def test_signs_of_query_languages_are_no_commands(register: Register, words: str) -> None:
    assert all("caf" in name.casefold() for name in found(register, words))


@pytest.fixture(scope="module")
def small(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    page = Page("Ana Lopes praised the café.")
    page.person("Ana Lopes")
    with new_register(tmp_path_factory.mktemp("small")) as opened:
        page.into(opened)
        yield opened


@given(words=st.text(max_size=40) | st.text(alphabet='ALOPES lopes"*(){}:^-+', max_size=20))
def test_no_text_is_an_error_and_hits_hold_every_word(small: Register, words: str) -> None:
    for hit in small.search(words):
        shown = (hit.name or (hit.passage.sentence if hit.passage else "")).casefold()
        assert all(word.casefold() in shown for word in words.split() if word.isascii() and word.isalpha())
