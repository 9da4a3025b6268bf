"""The work on a paragraph without end grows with its length, not with its square: counted in calls, never timed."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from chancery.archive.layers import text_layer
from chancery.reader import read_document
from chancery.reader.naming.addresses import addresses
from chancery.terms.dates import Instant
from chancery.terms.document import Document

CLAUSES = [
    "Ana Lopes, President of the Relief Board of Odense, met Bo Dahl, Director of the Harbour Trust, and ",
    "the Harbour Trust was founded by Chairman Juri Tamm in 1921 and awarded the Medal of Merit to Cy Eze, ",
]
# Of one thing without end, in one sentence: bodies, brackets, rosters, words, addresses.
ENDLESS = [
    "Board ", "Council (", "Seed Action Group (Seed AG) ", "The Board and the Council ", "A B C D, ", "a", "a@b.c ",
    "President, Ana Lopes, ", "Board of the Board of ", "Group, also called Group, ", "Ohio Treasurer ", "treaty of ",
]  # fmt: skip


def clauses(repeats: int, *, names: bool) -> str:
    """A sentence of so many clauses; with `names` each has its own people."""
    text = ""
    for number in range(repeats):
        clause = CLAUSES[number % 2]
        text += clause.replace("Lopes", f"Lopes{chr(97 + number % 26)}{chr(97 + number // 26)}") if names else clause
    return text


def calls(text: str) -> int:
    """How many functions are called while the text is read."""
    data = text.encode()
    layer, _ = text_layer(data, document="0" * 64, media_type="text/plain", source="endless.txt")
    document = Document(
        id="0" * 64, source="endless.txt", media_type="text/plain", size=len(data),
        captured=Instant.parse("2026-01-01T00:00:00+00:00"), language="en",
    )  # fmt: skip
    counted = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        read_document(document, layer)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("names", [False, True])
def test_four_times_the_sentence_is_little_more_than_four_times_the_work(names: bool) -> None:
    calls(clauses(2, names=names))  # lists and weights are loaded once
    short, long = calls(clauses(60, names=names)), calls(clauses(240, names=names))
    assert 2 < long / short < 6


@pytest.mark.parametrize("thing", ENDLESS)
def test_so_it_is_of_one_thing_without_end(thing: str) -> None:
    calls(thing)
    short, long = (calls(f"The meeting was held. {thing * (size // len(thing))}.") for size in (10_000, 40_000))
    assert long / short < 6


def test_a_word_without_end_is_gone_through_once() -> None:
    """Were it gone through again from each of its letters, this would take hours."""
    for sign in ("a", "a@", "www.", "-@", "a."):
        assert len(addresses(sign * (2_000_000 // len(sign)))) < 1_000_000
