"""Paragraphs, list items and rows in texts that are wrapped by hand, and in those that are not."""

from __future__ import annotations

import textwrap

import pytest

from chancery.archive.blocks import blocks_of

PARAGRAPH = (
    "The Council of the Association met in Geneva on Monday and elected Mr. Anders Berg as its President for a term "
    "of two years, and Ms. Clara Dahl, the Secretary of the Finance Committee, as its Vice-President. The budget of "
    "the Association for the coming year was adopted without a vote. Members from Belgium, Brazil and Spain spoke."
)


def blocks(text: str) -> list[str]:
    return [text[block.start : block.end] for block in blocks_of(text, ())]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "     "])
def test_a_wrapped_paragraph_is_one_block(width: int, indent: str) -> None:
    wrapped = textwrap.fill(PARAGRAPH, width, initial_indent=indent)
    text = f"{wrapped}\n\n{wrapped}\n"
    assert blocks(text) == [wrapped.strip(), wrapped.strip()]


def test_long_addresses_do_not_widen_the_width_at_which_a_text_is_wrapped() -> None:
    linked = PARAGRAPH.replace("the Secretary", "[the Secretary](https://example.org/people/clara-dahl/of-the-board)")
    wrapped = textwrap.fill(linked, 60, break_long_words=False, break_on_hyphens=False)
    assert max(map(len, wrapped.splitlines())) > 60
    assert blocks(f"{wrapped}\n\n{wrapped}\n\n{wrapped}\n") == [wrapped] * 3


def test_a_line_is_not_broken_at_a_no_break_space() -> None:
    line = "The two ministers spoke of the work that their national security teams do\n"
    assert len(blocks(f"{line}Together.\xa0Both leaders agreed to stay in regular contact, and\nthen left.\n")) == 1


def test_unwrapped_paragraphs_without_blank_lines_are_blocks() -> None:
    assert blocks(f"{PARAGRAPH}\n{PARAGRAPH}\r\nMembers rose.\n") == [PARAGRAPH, PARAGRAPH, "Members rose."]


def test_names_line_by_line_are_blocks() -> None:
    names = ["Anders Berg, President", "Clara Dahl", "Erik Falk (Treasurer)"]
    assert blocks("\n".join(names)) == names


def test_items_with_wrapped_lines() -> None:
    text = (
        "The Chair thanked all those who worked to put the conference together, and\nrecognized especially:\n\n"
        "-   growth in membership size as well as diversity: this conference had\n    130 attendees\n"
        "-   Local arrangements: Berg\n• one\n• two\n1. First\n2) Second\n(a) third\n"
    )
    assert blocks(text)[1:] == [
        "-   growth in membership size as well as diversity: this conference had\n    130 attendees",
        "-   Local arrangements: Berg", "• one", "• two", "1. First", "2) Second", "(a) third",
    ]  # fmt: skip


def test_a_wrapped_line_that_begins_with_a_dash_or_a_number_is_no_item() -> None:
    text = "The President of the Council, who had been elected in the month of May\n– the 14. of that month –, spoke\n"
    assert len(blocks(text)) == 1
    text = "The members of the Committee met again in the city of Geneva on March\n3. They adopted it and then left\n"
    assert len(blocks(text)) == 1


def test_rows_and_headings_stand_alone() -> None:
    lines = [
        "## Members",
        "| Role | Name |",
        "+------+------+",
        "Office      Holder      Party",
        "--------- ------",
        "Text",
    ]
    assert blocks("\n".join(lines)) == lines


def test_two_spaces_after_a_stop_make_no_row() -> None:
    assert [block.whole for block in blocks_of("It met.  Then it rose.  All left", ())] == [False]
