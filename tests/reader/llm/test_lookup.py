"""What a model gave is found to the character, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.reader.llm.lookup import Lookup
from chancery.terms.document import Furniture, TextLayer


def lookup(text: str, *furniture: Furniture) -> Lookup:
    return Lookup.of(TextLayer(document="0" * 64, version="text/1", text=text, language="en", furniture=furniture))


@pytest.mark.parametrize(
    ("text", "words", "slice_"),
    [
        ("Ana\r\n  Lopes spoke.", "Ana Lopes", "Ana\r\n  Lopes"),
        ("Ana Lopes spoke.", " Ana\n\tLopes ", "Ana Lopes"),
        ("the “Relief’s” Board", '"Relief\'s" Board', "“Relief’s” Board"),
        ("1933–34 talks", "1933-34 talks", "1933–34 talks"),
        ("Kimberley and Kim Il", "Kim", "Kim"),
        ("주석 김정은은 말했다", "김정은", "김정은"),
        ("İstanbul Ana", "Ana", "Ana"),
    ],
)
def test_found_with_the_texts_own_words(text: str, words: str, slice_: str) -> None:
    span = lookup(text).first(words)
    assert span is not None
    assert text[span[0] : span[1]] == slice_


@pytest.mark.parametrize(
    "words", ["Bo Dahl", "ana lopes", "Ana Lop", "opes", "Ana ... spoke", "", "  ", "\0", "Ana Lopes spoke of"]
)
def test_not_found(words: str) -> None:
    assert lookup("Ana Lopes spoke.").first(words) is None


def test_whole_words_only() -> None:
    text = "Kimberley and Kim Il"
    assert lookup(text).first("Kim") == (14, 17)


def test_nothing_is_found_in_or_across_furniture_that_is_not_read() -> None:
    text = "Ana Lopes\nCategory: News\nspoke"
    found = lookup(text, Furniture("footer", 10, 24))
    assert found.first("Category") is None
    assert found.first("Lopes spoke") is None
    assert found.first("spoke") == (25, 30)


def test_a_nul_of_the_text_is_no_furniture() -> None:
    assert lookup("Ana\0Lopes").first("Lopes") == (4, 9)


def test_within_a_span_and_all_of_them() -> None:
    text = "Ana met Bo. Ana met Cy."
    found = lookup(text)
    assert list(found.all("Ana met")) == [(0, 7), (12, 19)]
    assert found.first("Ana met", within=(5, len(text))) == (12, 19)
    assert found.first("met Bo", within=(5, len(text))) is None


def test_words_that_need_not_be_exact() -> None:
    found = lookup("The members of the Board, and its chairmen.")
    assert found.speaks_of("Member of the board")
    assert not found.speaks_of("Treasurer")
    assert not found.speaks_of("")


@given(st.text(alphabet="aB \n\t“’—\u3000\u1680习\0", max_size=30), st.data())
def test_any_slice_is_found_and_what_is_found_says_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = lookup(text)
    for a, b in found.all(text[start:end]):
        assert 0 <= a < b <= len(text)
        assert lookup(text[a:b]).folded.strip() == lookup(" ".join(text[start:end].split())).folded
