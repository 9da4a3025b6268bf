"""Text of documents on a terminal."""

from __future__ import annotations

import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.cli.terminal import print_json, print_line, shown


@given(st.text())
def test_shown_is_one_line_without_controls_or_turns_of_direction(text: str) -> None:
    plain = shown(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in plain)
    assert not any(unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI") for c in plain)
    assert plain.encode("utf-8").decode("utf-8") == plain


@pytest.mark.parametrize("text", ["Ana Lopes", "می\u200cخواهم", "क्\u200dष", "[bold]", "習近平"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_lines_are_not_wrapped_marked_up_or_made_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    text = "[red]:smile: 42[/red] " + "word " * 60 + "."
    print_line(text, style="bold", indent=2)
    assert out.getvalue() == f"  {text}\n"


@given(text=st.text() | st.text(alphabet='\x00\x1b\x7f\x9b\u202e\U000e0041\n"\\a'))
def test_json_means_the_same_to_a_program(text: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        out = io.StringIO()
        patched.setattr("sys.stdout", out)
        print_json({"text": text})
    assert json.loads(out.getvalue()) == {"text": text}
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in out.getvalue())
