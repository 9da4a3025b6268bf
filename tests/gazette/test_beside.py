"""Language versions side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.gazette import pages
from chancery.gazette.pages import OpenRecord
from chancery.gazette.pages.alignment import Pair, aligned
from chancery.terms.errors import QuestionError

LENGTHS = st.lists(st.integers(1, 900), max_size=12)


@given(LENGTHS, LENGTHS)
def test_every_paragraph_is_in_one_pair_in_order(some: list[int], others: list[int]) -> None:
    pairs = aligned(some, others)
    assert [at for pair in pairs for at in range(pair.first, pair.after)] == list(range(len(some)))
    assert [at for pair in pairs for at in range(pair.other_first, pair.other_after)] == list(range(len(others)))


@given(st.lists(st.integers(1, 900), min_size=1, max_size=12))
def test_a_text_stands_beside_itself_paragraph_by_paragraph(some: list[int]) -> None:
    assert aligned(some, some) == [Pair(at, at + 1, at, at + 1) for at in range(len(some))]


def test_one_paragraph_may_be_two_in_the_other_language() -> None:
    assert aligned([50, 400, 60], [55, 210, 215, 66]) == [Pair(0, 1, 0, 1), Pair(1, 2, 1, 3), Pair(2, 3, 3, 4)]


def test_texts_too_long_stand_beside_each_other_as_wholes() -> None:
    assert aligned([10] * 3000, [10] * 2999) == [Pair(0, 3000, 0, 2999)]


def sha_of(record: OpenRecord, ending: str) -> str:
    return next(row.document.id for row in record.register.documents() if row.document.source.endswith(ending))


def test_a_document_leads_to_its_version_beside_it(record: OpenRecord) -> None:
    here, french = sha_of(record, "garden.txt"), sha_of(record, "garden.fr.txt")
    page = pages.document_page(record, here)
    assert f"/documents/{here}/beside/{french}" in [item.beside for item in page.metadata]
    both = pages.beside_page(record, here, french)
    assert (both.left.language_in_words, both.right.language_in_words) == ("English", "French")
    assert [block for row in both.rows for block in row.left] == list(page.blocks)
    assert any(segment.claims for row in both.rows for block in row.left for segment in block.segments)
    with pytest.raises(QuestionError, match="Q001"):
        pages.beside_page(record, here, "0" * 64)
