"""Words as search compares them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.search_words import plain_text, search_words, word_spans


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Café-Society, 1921", ["the", "cafe", "society", "1921"]),
        ("Straße", ["strasse"]),
        ("ΣΊΣΥΦΟΣ", ["σισυφοσ"]),
        ("Ёлкин", ["елкин"]),
        ("ℌℌ", ["hh"]),
        ("* \x00 \ud800 --", []),
    ],
)
def test_case_accents_and_compatibility_forms_are_folded(text: str, words: list[str]) -> None:
    assert search_words(text) == words


def test_vowel_signs_that_are_no_accents_stay() -> None:
    assert plain_text("हिन्दी") == "हिनदी", "without the virama, with its vowels"


@given(st.text())
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    plain = plain_text(text)
    assert not any(unicodedata.combining(c) for c in plain)
    assert search_words(" ".join(search_words(text))) == search_words(text)


@given(st.text())
def test_spans_are_of_the_text(text: str) -> None:
    assert all(0 <= a < b <= len(text) and plain_text(text[a:b]) == word for word, a, b in word_spans(text))
