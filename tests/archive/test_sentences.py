"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.archive.furniture import find_furniture
from chancery.archive.sentences import is_one_sentence, split_sentences
from chancery.terms.document import UNREAD_FURNITURE

ONE_SENTENCE = [
    "Mr. Silva met Dr. Perera.",
    "Lt. Gen. Berg of the U.S. Army and Brig.Gen. Dahl left.",
    "H. L. V. M. Olsen and J.-P. Roux were elected.",
    "Vol. 60 of the works, No. 5 of the series and Art. IV of the treaty appeared on Sept. 5.",
    "It rained at 9 p.m. Monday.",
    "Acme Inc. (NYSE: ACM) and Berg Co. Ltd. signed.",
    "John Berg Jr. chaired the meeting of the St. John Society.",
    'He said "Stop!" and left.',
    "“Why?” she asked.",
    "They spoke of peace … and of trade (…) in Geneva.",
    "It grew by 4.5 per cent to 1.000.000.",
    "See www.Example.com and a.Big thing.",
    "The so-called. “non-systemic left” was named.",
    "Prof.Berg and Dr.Dahl came.",
    "• Day 1. Chinese Committee (China — August 13)",
    "### 4. Election results",
    "2\\. Approval of the minutes",
    "The Month of Anti-U.S. Struggle was observed.",
    "**<u>Dr. Anders Berg, Nominee for Commissioner</u>**",
    "Holders of Ph.D. degrees, e.g. Dahl, i.e. the author, came.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_no_border_inside(text: str) -> None:
    assert [text[s.start : s.end] for s in split_sentences(text)] == [text]


SEVERAL = [
    ["He came from the U.S.", "The end came."],
    ["He holds a Ph.D.", "She does not."],
    ["It ended.", "The next day they met."],
    ["They were sworn in as Ministers.", "Parliament rose."],
    ["It met in 2024.", "Members spoke."],
    ['He said "Stop."', 'Then "Go!" she cried.'],
    ["“Fine.”", "(He left.)", "“Well.”"],
    ["What?", "Yes!", "No...", "Really."],
    ["It lasted for years.[5][6]", "Then it ended."],
    ["**The ceremony took place.**", "It was short."],
    ["u-blox held its AGM in 2025.", "u-blox approved it."],
    ["Was it World War I.", "The answer came."],
    ["Совет собрался.", "Он избрал председателя."],
    ["회의가 열렸다.", "위원장은 연설했다."],
]


@pytest.mark.parametrize("sentences", SEVERAL)
@pytest.mark.parametrize("between", [" ", "\n", "  ", "\xa0"])
def test_borders(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    assert [text[s.start : s.end] for s in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["It ended.", "The next day came."],
        ["It ended.”", "The next day came."],
        ["There sat two Ministers.", "Parliament rose."],
        ["会议在北京举行。", "双方签署了协议。”", "他说！"],
    ],
)
def test_glued_sentences(sentences: list[str]) -> None:
    text = "".join(sentences)
    assert [text[s.start : s.end] for s in split_sentences(text)] == sentences


def test_blocks_number_the_paragraphs() -> None:
    text = "# Title\n\nOne. Two.\n\n- item. More\n- item\n\n| a. B | c |\n| d | e |\n"
    assert [(s.block, text[s.start : s.end]) for s in split_sentences(text)] == [
        (0, "# Title"), (1, "One."), (1, "Two."), (2, "- item."), (2, "More"), (3, "- item"),
        (4, "| a. B | c |"), (5, "| d | e |"),
    ]  # fmt: skip


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    text = "Council Meets\n\nGENEVA, May 6 (LNN) -- The Council met. It rose.\n\nTotal comments: 0\n"
    sentences = split_sentences(text, find_furniture(text))
    assert [text[s.start : s.end] for s in sentences] == [
        "Council Meets", "GENEVA, May 6 (LNN) --", "The Council met.", "It rose.",
    ]  # fmt: skip


def test_one_sentence() -> None:
    assert is_one_sentence("Mr. Berg Meets U.S. Envoy")
    assert is_one_sentence("")
    assert not is_one_sentence("Berg leaves. Dahl comes")


PIECES = st.sampled_from(
    [
        "The Council met", ".", " ", "\n", "\r\n", "\n\n", "Mr. Berg", "!”", "(", ")", "-0-", "\t", "- ", "1. ",
        "U.S.", "2024-07-20", "GENEVA, May 6 (LNN) --", "[English]", "Category: A | Views: 5", "。", "\x0c", "\u2028",
        "#", "| a |", "…", "x", "Source: A", "By Anders Berg", "(Photo by A)",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join)))
def test_sentences_are_apart_in_order_and_hold_everything_that_is_read(text: str) -> None:
    furniture = find_furniture(text)
    sentences = split_sentences(text, furniture)
    covered = [False] * len(text)
    last, block = 0, 0
    for sentence in sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        assert sentence.block - block in (0, 1)
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        covered[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
        last, block = sentence.end, sentence.block
    unread = [False] * len(text)
    for piece in furniture:
        if piece.kind in UNREAD_FURNITURE:
            unread[piece.start : piece.end] = [True] * (piece.end - piece.start)
    for index, character in enumerate(text):
        if unread[index]:
            assert not covered[index]
        elif not character.isspace():
            assert covered[index], (index, character)


@pytest.mark.parametrize(
    "unit", ["The Council met. Mr. Berg left. ", ".", "a!", '."', "a. ", " ", "- ", "[1]", "\n- a", "A."]
)
def test_a_megabyte_of_anything_comes_to_an_end(unit: str) -> None:
    text = "x" + unit * (1_000_000 // len(unit)) + "x"
    sentences = split_sentences(text)
    assert sentences[0].start == 0
    assert sentences[-1].end == len(text)
