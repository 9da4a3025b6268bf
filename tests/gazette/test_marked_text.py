"""The reading view of a text: nothing lost, nothing twice, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chancery.gazette.pages.marked_text import Block, EvidenceMark, NameMark, marked_blocks
from chancery.terms.document import Furniture, Sentence, TextLayer
from chancery.terms.entities import EntityName

TEXT = "Title Here\n\nAda Cole leads the Garden League.\n- one item\nViews: 57"


def layer(text: str, *furniture: Furniture, sentences: tuple[Sentence, ...] = ()) -> TextLayer:
    return TextLayer(document="d", version="text/1", text=text, language="en", furniture=furniture, sentences=sentences)


def written(blocks: tuple[Block, ...]) -> str:
    return "".join(segment.text for block in blocks for segment in block.segments)


def test_blocks_are_titles_paragraphs_items_and_furniture() -> None:
    item = TEXT.index("- one")
    blocks = marked_blocks(
        layer(
            TEXT,
            Furniture("title", 0, 10),
            Furniture("footer", TEXT.index("Views"), len(TEXT)),
            sentences=(Sentence(0, 10, 0), Sentence(12, item - 1, 1), Sentence(item, item + 10, 2)),
        ),
        (),
        (),
    )
    assert [(block.form, block.label) for block in blocks] == [
        ("title", "title"),
        ("paragraph", None),
        ("item", None),
        ("furniture", "footer"),
    ]


def test_nested_and_crossing_evidence_is_cut_into_segments() -> None:
    text = "Ada Cole leads the Garden League"
    blocks = marked_blocks(
        layer(text),
        [EvidenceMark(0, 18, "c1", "post"), EvidenceMark(0, 8, "c2", "post"), EvidenceMark(9, 32, "c3", "unit")],
        [],
    )
    found = [(segment.text, segment.claims, segment.opens, segment.kinds) for segment in blocks[0].segments]
    assert found == [
        ("Ada Cole", ("c2", "c1"), ("c2", "c1"), ("post",)),
        (" ", ("c1",), (), ("post",)),
        ("leads the", ("c1", "c3"), ("c3",), ("post", "unit")),
        (" Garden League", ("c3",), (), ("unit",)),
    ]


def test_a_claim_with_two_pieces_of_evidence_opens_once() -> None:
    marks = [EvidenceMark(4, 6, "c1", "post"), EvidenceMark(0, 2, "c1", "post")]
    segments = marked_blocks(layer("ab cd ef"), marks, [])[0].segments
    assert [segment.opens for segment in segments if segment.claims] == [("c1",), ()]


def test_the_marks_of_markdown_are_told_from_its_words() -> None:
    text = "# A *garden*\n\nThe **Garden League** met.\n\n* 2 * 3 = 6"
    blocks = marked_blocks(layer(text), [], [], markdown=True)
    assert [block.form for block in blocks] == ["heading", "paragraph", "item"]
    assert [segment.text for block in blocks for segment in block.segments if segment.syntax] == [
        "# ", "*", "*", "**", "**",
    ]  # fmt: skip
    assert written(blocks) == text
    assert not any(segment.syntax for block in marked_blocks(layer(text), [], []) for segment in block.segments)


def test_the_innermost_name_is_the_one_that_is_linked() -> None:
    league = EntityName(id="o1", type="organisation", name="Garden League")
    garden = EntityName(id="l1", type="place", name="Garden")
    segments = marked_blocks(layer("Garden League"), [], [NameMark(0, 13, league), NameMark(0, 6, garden)])[0].segments
    assert [(segment.text, segment.entity) for segment in segments] == [("Garden", garden), (" League", league)]


def test_marks_that_are_empty_or_beyond_the_text_do_no_harm() -> None:
    blocks = marked_blocks(layer("short"), [EvidenceMark(2, 2, "c1", "post"), EvidenceMark(3, 99, "c2", "post")], [])
    assert written(blocks) == "short"
    assert [segment.claims for segment in blocks[0].segments][-1] == ("c2",)
    assert marked_blocks(layer(""), [], []) == ()


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(st.text(alphabet="ab \n", max_size=60), st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=4))
def test_every_character_is_shown_once_with_the_claims_that_cover_it(
    text: str, evidence: list[list[int]], names: list[list[int]]
) -> None:
    entity = EntityName(id="p1", type="person", name="Ada")
    marks = [EvidenceMark(start, end, f"c{i}", "post") for i, (start, end) in enumerate(evidence)]
    blocks = marked_blocks(layer(text), marks, [NameMark(start, end, entity) for start, end in names])
    segments = [segment for block in blocks for segment in block.segments]
    for segment in segments:
        assert text[segment.start : segment.start + len(segment.text)] == segment.text
        for place in range(segment.start, segment.start + len(segment.text)):
            assert set(segment.claims) == {mark.claim for mark in marks if mark.start <= place < mark.end}
            assert (segment.entity is not None) == any(start <= place < end for start, end in names)
    assert "".join(written(blocks).split()) == "".join(text.split())
    starts = [segment.start for segment in segments]
    assert starts == sorted(set(starts))
