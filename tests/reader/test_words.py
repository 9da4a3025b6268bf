"""Words and signs, and where a lost space has glued them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from chancery.reader.words import in_one_script, spans_of_words, word_texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. J. W. O'Neil spoke.", ["Mr.", "J.", "W.", "O'Neil", "spoke", "."]),
        ("the U.S.-Norway pact", ["the", "U.S.", "-", "Norway", "pact"]),
        ("the Norway-U.S. pact", ["the", "Norway", "-", "U.S.", "pact"]),
        ("Guinea-Bissau and Wei-min", ["Guinea-Bissau", "and", "Wei-min"]),
        ("Workers' and People’s Fronts", ["Workers", "'", "and", "People", "’s", "Fronts"]),
        ("S.D.N. Perera, 1,000.5 on the 70th", ["S.D.N.", "Perera", ",", "1,000.5", "on", "the", "70th"]),
        ("ComradeTan met PresidentLin", ["Comrade", "Tan", "met", "President", "Lin"]),
        ("the visit ofTan and MinandTan", ["the", "visit", "of", "Tan", "and", "Min", "and", "Tan"]),
        ("McDonald, DeLand and YouTube", ["McDonald", ",", "DeLand", "and", "YouTube"]),
        ("Open\\_Dialogue of G7/G20", ["Open", "\\", "_", "Dialogue", "of", "G7", "/", "G20"]),
    ],
)
def test_a_text_falls_into_words(text: str, expected: list[str]) -> None:
    assert list(word_texts(text)) == expected


def test_offsets_are_of_the_whole_text_and_never_overlap() -> None:
    text = "Before. ComradeTan of Norway-Chile's Board (NCB) met."
    spans = spans_of_words(text, 8, len(text))
    assert spans[0] == (8, 15)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == text[8:].replace(" ", "")


def test_a_cyrillic_letter_inside_a_latin_word_is_taken_for_its_lookalike() -> None:
    assert in_one_script("\u0421hairman") == "Chairman"
    assert in_one_script("\u0421\u043e\u044e\u0437") == "\u0421\u043e\u044e\u0437"
    assert in_one_script("Chairman") == "Chairman"


def test_a_small_word_glued_to_a_name_is_parted() -> None:
    assert word_texts("the Academy praisedHart") == ("the", "Academy", "praised", "Hart")
    assert word_texts("eBay, iPhone, deLand") == ("eBay", ",", "iPhone", ",", "deLand")
