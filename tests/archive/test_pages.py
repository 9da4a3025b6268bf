"""HTML pages: the article, and what the page's head says."""

from __future__ import annotations

import logging

import pytest

from chancery.archive.layers import text_layer
from chancery.archive.pages import read_page
from chancery.terms.dates import DateSpan
from chancery.terms.errors import IntakeError

LEAD = "The Council met today in Geneva and elected Mr. Anders Berg of Belgium as its President, after a long debate."
NEWS = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Council meets in Geneva | News of the Day</title>
<meta property="og:title" content="Council meets in Geneva">
<meta property="og:site_name" content="News of the Day">
<meta property="article:published_time" content="2024-05-06T10:00:00Z">
<link rel="alternate" hreflang="fr" href="https://example.org/fr">
<link rel="alternate" hreflang="x" href="javascript:x()">
</head><body><header><a href="/">News of the Day</a></header><nav><ul><li><a href="/a">Politics</a></li></ul></nav>
<main><article><h1>Council meets in Geneva</h1><p>GENEVA, May 6 (LNN) &#8212; {LEAD}</p>
<p>The Secretary said the Council would <b>meet
again</b> in June.<br>It will elect a Vice-President.</p><h2>New members</h2>
<ul><li>Belgium: Anders Berg</li><li>Brazil: Clara Dahl</li></ul>
<table><tr><th>Country</th><th>Member</th></tr><tr><td>Spain</td><td>Erik Falk</td></tr></table></article></main>
<aside><a href="/x">Other story</a></aside><footer>All rights reserved.</footer>
<script>alert("no")</script></body></html>"""

SMALL = "<html><body><h1>Council elects chairman</h1><p>The Council elected\nMr. Anders Berg.</p></body></html>"

LAYOUT = f"""<html><head><title>Seventh Conference</title></head><body><table><tr>
<td><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></td>
<td><h1>Seventh Conference</h1><div><p>&nbsp; Geneva, September 30 (LNN)&nbsp;</p>
<p><a href="/en">[English]</a> <a href="/ru">[Русский]</a></p><p>{LEAD}</p><p>{LEAD}</p>
<ul><li>Head of the Committee: Clara Dahl</li><li>Secretary: Erik Falk</li></ul></div>
<div>Category: English | Views: 57 | Tags: Group</div></td></tr></table></body></html>"""


def test_an_article_without_what_stands_around_it() -> None:
    page = read_page(NEWS, source="x.html")
    assert page.text.split("\n\n") == [
        "Council meets in Geneva", f"GENEVA, May 6 (LNN) — {LEAD}",
        "The Secretary said the Council would meet again in June.",
        "It will elect a Vice-President.", "New members", "- Belgium: Anders Berg", "- Brazil: Clara Dahl",
        "| Country | Member |", "|---|---|", "| Spain | Erik Falk |\n",
    ]  # fmt: skip


def test_what_the_head_of_the_page_says() -> None:
    layer, facts = text_layer(NEWS.encode(), document="0" * 64, media_type="text/html", source="x.html")
    assert facts.title == "Council meets in Geneva"
    assert facts.publisher == "News of the Day"
    assert facts.published == DateSpan.parse("2024-05-06")
    assert facts.dateline == "GENEVA, May 6 (LNN)"
    assert facts.links == ("https://example.org/fr",)
    assert layer.language == "en"
    assert [piece.kind for piece in layer.furniture] == ["title", "dateline"]


def test_a_small_page_still_gives_its_article() -> None:
    assert read_page(SMALL, source="x.html").text == "Council elects chairman\n\nThe Council elected Mr. Anders Berg.\n"
    bare = "<div>Members:<br>Anders Berg (Chairman)<br>Clara Dahl (Secretary)</div>"
    assert read_page(bare, source="x.html").text == "Members:\n\nAnders Berg (Chairman)\n\nClara Dahl (Secretary)\n"


def test_a_table_that_lays_the_page_out_is_no_table() -> None:
    layer, facts = text_layer(LAYOUT.encode(), document="0" * 64, media_type="text/html", source="x.html")
    assert "|" not in layer.text.replace("English | Views: 57 | Tags", "")
    assert "- Secretary: Erik Falk" in layer.text
    assert facts.dateline == "Geneva, September 30 (LNN)"
    assert facts.links == ("en", "ru")
    assert facts.category == "English"
    assert facts.tags == ("Group",)


@pytest.mark.parametrize(
    "page", ["", "<html></html>", "<body><div id=app></div><script>x()</script></body>", "<!-- only -->", "<p> </p>"]
)
def test_a_page_without_text(page: str) -> None:
    with pytest.raises(IntakeError) as error:
        read_page(page, source="x.html")
    assert error.value.code == "A009"


def test_signs_that_no_text_may_hold_are_left_out() -> None:
    page = "<p>The Council&#0; met&#11; on\x0b Monday&#xD800; in&#xFFFF; Geneva\x0c&#1;.</p>"
    assert "The Council" in read_page(page, source="x.html").text
    assert not any(sign < " " for sign in read_page(page, source="x.html").text.replace("\n", ""))


def test_the_date_does_not_depend_on_today() -> None:
    page = NEWS.replace("2024-05-06T10", "2101-05-06T10")
    assert read_page(page, source="x.html").published == DateSpan.parse("2101-05-06")


def test_nothing_is_written_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    handlers = logging.getLogger().handlers[:]
    logging.getLogger().handlers.clear()
    try:
        read_page("text without any tag, of a few words", source="x.html")
    finally:
        logging.getLogger().handlers[:] = handlers
    assert capfd.readouterr() == ("", "")


def test_a_mistake_of_the_extractor_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(IntakeError) as error:
        read_page(SMALL, source="x.html")
    assert error.value.code == "A011"
    assert "too deep" in error.value.what
