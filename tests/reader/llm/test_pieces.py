"""Pieces are bounded, hold every sentence, and leave out what is not read."""

from __future__ import annotations

from chancery.reader.llm.pieces import pieces_of
from chancery.terms.document import Furniture, Sentence, TextLayer


def layer(text: str, *furniture: Furniture) -> TextLayer:
    sentences, at = [], 0
    for line in text.split("\n"):
        inside = any(f.start <= at < f.end for f in furniture)
        if line and not inside:
            sentences.append(Sentence(at, at + len(line)))
        at += len(line) + 1
    return TextLayer(
        document="0" * 64, version="text/1", text=text, language="en", furniture=furniture, sentences=tuple(sentences)
    )


def test_cut_between_sentences() -> None:
    pieces = pieces_of(layer("one two\nthree\nfour five"), longest=13)
    assert [(piece.start, piece.end, piece.words) for piece in pieces] == [
        (0, 13, "one two\nthree"),
        (14, 23, "four five"),
    ]


def test_a_sentence_longer_than_a_piece_is_cut_within() -> None:
    pieces = pieces_of(layer("a" * 25 + "\nbb"), longest=10)
    assert [len(piece.words) for piece in pieces] == [10, 10, 8]
    assert all(len(piece.words) <= 10 for piece in pieces)


def test_furniture_that_is_not_read_is_not_sent() -> None:
    text = "one two\nCategory: News\nthree"
    pieces = pieces_of(layer(text, Furniture("footer", 8, 22)))
    assert [piece.words for piece in pieces] == ["one two\nthree"]


def test_a_text_without_sentences_has_no_pieces() -> None:
    assert pieces_of(layer("")) == ()
