"""Links, proofs and timelines of pages."""

from __future__ import annotations

import datetime as dt

import msgspec

from chancery.gazette.pages.parts import page_of, proof_of, timeline_of
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.entities import Citation, EntityName, Post, Tenure, TenureEnd

ADA = EntityName(id="a/b?", type="person", name="Ada Cole")


def citation(sentence: str, quote: str, *, offset: int) -> Citation:
    return Citation(
        claim="c1",
        document="d" * 64,
        source="x/a.txt",
        title=None,
        captured=Instant(dt.datetime(2024, 1, 1, tzinfo=dt.UTC)),
        published=DateSpan.parse("1920-01"),
        sentence=sentence,
        sentence_start=100,
        quote=quote,
        start=100 + offset,
        end=100 + offset + len(quote),
    )


def test_entities_have_pages() -> None:
    assert page_of(ADA) == "/people/a%2Fb%3F"
    assert page_of(EntityName(id="o1", type="organisation", name="League")) == "/bodies/o1"
    assert page_of(EntityName(id="l1", type="place", name="Mill")) == "/places/l1"


def test_a_proof_is_the_sentence_around_the_quote_and_the_way_to_it() -> None:
    proof = proof_of(citation("Then Ada Cole led it.", "Ada Cole led", offset=5))
    assert (proof.before, proof.quote, proof.following) == ("Then ", "Ada Cole led", " it.")
    assert proof.href == f"/documents/{'d' * 64}#at-c1"
    assert (proof.document, proof.published) == ("x/a.txt", "January 1920")


def test_a_quote_that_goes_beyond_its_sentence_stands_alone() -> None:
    proof = proof_of(citation("Then Ada Cole", "Cole led", offset=9))
    assert (proof.before, proof.quote, proof.following) == ("", "Cole led", "")


def test_a_timeline_goes_from_the_earliest_and_ends_with_the_undated() -> None:
    def tenure(role: str, date: str | None) -> Tenure:
        end = TenureEnd(kind="known", date=DateSpan.parse(date)) if date else TenureEnd(kind="unknown")
        return Tenure(person=ADA, post=Post(role=role, body=None), start=end, end=end, acting=role == "Dean")

    timeline = timeline_of((tenure("Clerk", None), tenure("Dean", "1930-01-01"), tenure("Head", "1920-01-01")))
    assert [(row.role, row.note) for row in timeline.rows] == [("Head", None), ("Dean", "acting"), ("Clerk", None)]
    assert timeline.axis is not None
    assert (timeline.axis.first, timeline.axis.after) == (1920, 1931)
    assert timeline_of((tenure("Clerk", None),)).axis is None


def test_a_doubt_is_told_in_per_cent() -> None:
    doubted = msgspec.structs.replace(citation("Ada Cole led it.", "Ada Cole led", offset=0), likely=0.554)
    assert proof_of(doubted).likely == 55
    assert proof_of(citation("Ada Cole led it.", "Ada Cole led", offset=0)).likely is None
