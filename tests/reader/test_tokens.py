"""Tokens of the sentences."""

from __future__ import annotations

import msgspec

from chancery.reader.draft import Draft
from chancery.reader.steps import tokens
from chancery.terms.document import Furniture
from tests.reader.marked import marked_draft


def lines(draft: Draft) -> list[list[str]]:
    return [[token.text for token in draft.tokens[first:after]] for first, after in draft.sentence_tokens]


def test_each_sentence_has_the_range_of_its_tokens() -> None:
    assert lines(marked_draft("Ana spoke.\nNo one heard.")) == [["Ana", "spoke", "."], ["No", "one", "heard", "."]]


def test_unread_furniture_has_no_tokens_but_keeps_its_sentence() -> None:
    draft = marked_draft("[English] [French]\nAna spoke.")
    layer = msgspec.structs.replace(draft.layer, furniture=(Furniture("language marks", 0, 18),))
    again = Draft(document=draft.document, layer=layer)
    tokens.run(again)
    assert lines(again) == [[], ["Ana", "spoke", "."]]


def test_what_is_glued_behind_a_name_is_parted_where_the_name_stands_whole_elsewhere() -> None:
    glued = "Tan Wei Linreceived a letter.\n"
    assert lines(marked_draft(glued + "Tan Wei Lin spoke."))[0][:4] == ["Tan", "Wei", "Lin", "received"]
    assert lines(marked_draft(glued + "Nobody spoke."))[0][:3] == ["Tan", "Wei", "Linreceived"]


def test_a_name_that_ends_like_a_small_word_stays_whole() -> None:
    assert (
        "Martin" in lines(marked_draft("Ana Martin met Ana Mart."))[0] or "Mart" in lines(marked_draft("Ana Mart."))[0]
    )
    assert lines(marked_draft("Ana Ferdinand spoke."))[0][:2] == ["Ana", "Ferdinand"]
