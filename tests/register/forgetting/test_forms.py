"""Names are found however they are cased, spaced, accented and ordered, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.forgetting.forms import MASK, forms_of, masked

LOPES = forms_of(["Dr. Ana Lopes", "Lopes"])


def found(names: list[str], text: str) -> list[str]:
    return [text[start:end] for start, end in forms_of(names).full_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopes",
        "ANA LOPES",
        "ana\nlopes",
        "Ána Lópes",
        "Lopes, Ana",
        "Ana-Lopes",
        "Ана Лопес",
        "ana_lopes.txt's",
        "theAna Lopes",
    ],
)
def test_a_full_name_in_any_dress(text: str) -> None:
    assert LOPES.full_spans(f"So said {text} then.")


@pytest.mark.parametrize(
    "text", ["Ana", "Lopes", "Ana Maria Lopes", "Anana Lopes", "Ana. B. Lopes", "banana lopest", ""]
)
def test_what_is_not_the_full_name(text: str) -> None:
    assert LOPES.full_spans(text) == []


def test_short_forms_and_single_words_count_where_the_person_is_named_and_not_in_other_names() -> None:
    text = "Ana left. Lopes's hat, ana's not; Ivo Lopes stayed."
    other = text.index("Ivo")
    spans = LOPES.spans(text, sparing=[(other, other + len("Ivo Lopes"))])
    assert masked(text, spans) == f"{MASK * 3} left. {MASK * 5}'s hat, ana's not; Ivo Lopes stayed."


def test_names_without_spaces_are_found_inside_longer_words() -> None:
    assert found(["田中花子"], "昨日田中花子大臣は") == ["田中花子"]
    assert found(["김하나"], "김하나동지가") == ["김하나"]


def test_a_capital_inside_a_name_is_part_of_it() -> None:
    assert found(["Ana McLeod"], "Ana McLeod and ANA MCLEOD, not Ana Mc") == ["Ana McLeod", "ANA MCLEOD"]


def test_a_short_name_is_no_mark_of_anybody() -> None:
    assert not forms_of(["Lopes"]).full
    assert forms_of(["Lopes"]).full_spans("Lopes") == []


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["Ana Lopes", "ANA  LOPES", "Lopes, Ana"]))
def test_masking_leaves_no_name_and_moves_nothing(before: str, after: str, name: str) -> None:
    text = f"{before} {name} {after}"
    clean = masked(text, LOPES.full_spans(text))
    assert len(clean) == len(text)
    assert LOPES.full_spans(clean) == []
    assert LOPES.may_stand_in(text)


@pytest.mark.parametrize(
    "name", ["Игорь Васильев", "سعد عبدالله", "שמעון יעקב", "ʿAbd Saʿid", "Ana Lopes", "Jean d’Arc"]
)
def test_a_text_that_names_someone_is_never_passed_over(name: str) -> None:
    """Signs that only a Latin spelling has, such as the apostrophe of a soft sign, make no difference."""
    forms = forms_of([name])
    text = f"Here spoke {name}, again."
    assert list(forms.full_spans(text))
    assert forms.may_stand_in(text)
