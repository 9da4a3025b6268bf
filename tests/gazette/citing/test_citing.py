"""References in every form: what they say, and that no text of a document breaks their form."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.gazette.citing import bibtex, csl_json, footnote, reference_of_page, reference_of_passage, ris
from chancery.gazette.citing.reference import Reference
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import Document
from chancery.terms.entities import Citation

NOON = Instant(dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC))
SHA = "ab" * 32

hostile = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(
    ["{", "}", "\\", "%", "a\nTY  - JOUR", "a\r\nER  - ", "},\n@misc{x,", "\u202ex", "\x00", "$^_~&#"]
)


def passage(
    title: str = "Minutes of May", sentence: str = "Ada Cole was elected.", source: str = "in/may.txt"
) -> Reference:
    document = Document(
        id=SHA, source=source, media_type="text/plain", size=9, captured=NOON, title=title, publisher="Garden League",
        published=DateSpan.parse("1920-05"), language="en",
    )  # fmt: skip
    citation = Citation(
        claim="c" * 24, document=SHA, source=source, title=title, captured=NOON, published=document.published,
        sentence=sentence, sentence_start=10, quote="elected", start=23, end=30,
    )  # fmt: skip
    return reference_of_passage(document, citation)


def test_a_footnote_has_all_that_proves_the_fact() -> None:
    assert footnote(passage()) == (
        "“Ada Cole was elected.”, Garden League, “Minutes of May”, May 1920, in/may.txt, captured 1 March 2026, "
        f"SHA-256 {SHA}, characters 23–30."
    )


def test_a_bibtex_entry() -> None:
    entry = bibtex(passage(source="https://garden.example/a_b"))
    assert entry.startswith(f"@misc{{chancery-{SHA[:12]}-23,\n")
    assert "title = {{Minutes of May}}" in entry and "author = {{Garden League}}" in entry
    assert "year = {1920}" in entry and "month = may" in entry and "date = {1920-05}" in entry
    assert "url = {https://garden.example/a_b}" in entry and "urldate = {2026-03-01}" in entry
    assert SHA in entry


def test_csl_json_is_an_array_of_one_item() -> None:
    (item,) = json.loads(csl_json(passage(source="https://garden.example/")))
    assert item["type"] == "webpage" and item["URL"] == "https://garden.example/"
    assert item["issued"] == {"date-parts": [[1920, 5]]} and item["accessed"] == {"date-parts": [[2026, 3, 1]]}
    assert item["archive_location"] == f"sha256:{SHA}"


def test_ris_begins_with_its_type_and_ends() -> None:
    lines = ris(passage()).split("\r\n")
    assert lines[0] == "TY  - GEN" and lines[-2] == "ER  - " and lines[-1] == ""
    assert "DA  - 1920/05//" in lines and "PY  - 1920" in lines


@pytest.mark.parametrize("date", ["193X", "--05-01"])
def test_a_date_without_a_year_is_no_year(date: str) -> None:
    reference = Reference(key="k", title="T", issued=DateSpan.parse(date))
    assert "year" not in bibtex(reference) and "PY  -" not in ris(reference)
    assert "literal" in json.loads(csl_json(reference))[0]["issued"]


def test_a_page_is_cited_as_of_its_day_and_as_known_then() -> None:
    reference = reference_of_page("Garden League", "http://127.0.0.1/bodies/x?on=1925", at=NOON, as_of="1925")
    said = footnote(reference)
    assert "as of 1925" in said and "as known on 2026-03-01" in said and "seen 1 March 2026" in said


@given(hostile, hostile, hostile)
def test_no_text_breaks_a_bibtex_entry(title: str, sentence: str, source: str) -> None:
    entry = bibtex(passage(title or "t", sentence or "s", source or "x"))
    depth = 0
    for place, sign in enumerate(entry):  # as BibTeX counts: a backslash before a brace makes no difference
        depth += (sign == "{") - (sign == "}")
        assert depth > 0 or place < entry.index("{") or place >= len(entry) - 2
    assert depth == 0
    assert entry.count("\n@") == 0


@given(hostile, hostile, hostile)
def test_no_text_adds_a_line_to_ris(title: str, sentence: str, source: str) -> None:
    lines = ris(passage(title or "t", sentence or "s", source or "x")).split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert [line[:2] for line in lines].count("TY") == 1 and [line[:2] for line in lines].count("ER") == 1


@given(hostile, hostile, hostile)
def test_csl_json_always_parses(title: str, sentence: str, source: str) -> None:
    (item,) = json.loads(csl_json(passage(title or "t", sentence or "s", source or "x")))
    assert "\n" not in item["title"] + item["note"]


@given(hostile, hostile)
def test_a_footnote_is_one_line_of_harmless_signs(title: str, sentence: str) -> None:
    said = footnote(passage(title or "t", sentence or "s"))
    assert "\n" not in said and "\u202e" not in said and "\x00" not in said
