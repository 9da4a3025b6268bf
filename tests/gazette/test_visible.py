"""Text of documents is escaped, and nothing in it can hide or turn the reading direction."""

from __future__ import annotations

import jinja2
import pytest

from chancery.gazette.web.rendering import make_environment
from chancery.gazette.web.visible import visible, visible_plain


def test_markup_is_escaped() -> None:
    assert visible("<script>alert('x')</script> & \"") == (
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &#34;"
    )


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\x1b", "\x85", "\u2028", "\U000e0041"]
)
def test_what_cannot_be_seen_is_shown_as_a_mark(sign: str) -> None:
    shown = str(visible(f"a{sign}<b>"))
    assert sign not in shown
    assert shown.startswith('a<span class="unseen" title="U+')
    assert shown.endswith("</span>&lt;b&gt;")
    assert sign not in visible_plain(f"a{sign}b")


def test_joiners_direction_marks_and_line_ends_stay() -> None:
    text = "می\u200cخواهم\u200f\tx\ny"
    assert visible(text) == text
    assert visible("a\r\nb\rc") == "a\nb\nc"


def test_marks_that_are_heaped_on_a_letter_are_counted_instead() -> None:
    heap = "Z" + "\u0337\u0489" * 10 + "o"
    assert visible(heap) == (
        "Z"
        + "\u0337\u0489" * 4
        + '<span class="unseen" title="12 more marks on the same letter" data-signs="12">+12</span>o'
    )
    assert visible_plain(heap).endswith("[+12]o")
    for text in ("Việt Nam", "ש\u05c1\u05bc\u05b8\u0596\u05bdלום", "क्षि", "e\u0301" * 50):
        assert visible(text) == text


def test_templates_escape_whatever_they_print_even_without_a_filter() -> None:
    environment = make_environment()
    shown = environment.from_string('<a title="{{ name }}">{{ name }}</a>').render(name='"\u202e<b onclick=x>')
    assert shown == '<a title="&#34;[RLO]&lt;b onclick=x&gt;">&#34;[RLO]&lt;b onclick=x&gt;</a>'
    with pytest.raises(jinja2.UndefinedError):
        environment.from_string("{{ misspelt }}").render()
