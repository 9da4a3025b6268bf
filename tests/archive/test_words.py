"""The word lists say what they are meant to say."""

from __future__ import annotations

from importlib.resources import files

import pytest

from chancery.archive.words import word_list

LISTS = sorted(
    path.name.removesuffix(".yaml") for path in files("chancery.archive.words").iterdir() if path.name.endswith(".yaml")
)


def words_in(value: object) -> list[object]:
    if isinstance(value, dict):
        return [word for inner in value.values() for word in words_in(inner)]
    return [word for inner in value for word in words_in(inner)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", LISTS)
def test_every_word_is_a_word(name: str) -> None:
    words = words_in(word_list(name))
    assert len(words) > 10
    assert [word for word in words if not isinstance(word, str) or word != word.strip()] == []  # "No" unquoted is False


def test_no_word_stands_for_two_languages_or_months() -> None:
    for table in (word_list("language_names"), word_list("calendar")["months"]):
        words = words_in(table)
        assert len(words) == len(set(words))
    assert sorted(word_list("calendar")["months"]) == list(range(1, 13))


def test_lists_that_are_folded_are_lower_case() -> None:
    for name in ("language_names", "calendar", "page_marks"):
        assert [word for word in words_in(word_list(name)) if isinstance(word, str) and word != word.lower()] == []
