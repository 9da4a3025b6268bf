"""Text layers: the file character for character, and always the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.archive.layers import text_layer
from chancery.terms.document import TextLayer
from chancery.terms.errors import IntakeError

SHARED = Path(os.environ.get("CHANCERY_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
PAGE = b"<html><head><title>Council Meets</title></head><body><p>The Council met in Geneva on Friday.</p></body></html>"


def layer_of(data: bytes, media_type: str = "text/plain") -> TextLayer:
    return text_layer(data, document="0" * 64, media_type=media_type, source="x.txt")[0]


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_the_layer_of_utf_8_is_the_decoded_file(text: str, line_end: str) -> None:
    data = f"A report.{line_end}{text}{line_end}".encode()
    assert layer_of(data).text == data.decode("utf-8")


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_line_ends_and_a_leading_mark_keep_their_places(media_type: str) -> None:
    data = "\ufeffCouncil Meets\r\n\r\nIt met.\r\nIt rose.\r\n".encode()
    layer = layer_of(data, media_type)
    assert layer.text == data.decode("utf-8")
    assert [layer.text[s.start : s.end] for s in layer.sentences][-2:] == ["It met.", "It rose."]


@pytest.mark.parametrize(
    ("data", "media_type"), [(b"# Title\n\nIt met. It rose.\n", "text/markdown"), (PAGE, "text/html")]
)
def test_the_same_bytes_give_the_same_layer(data: bytes, media_type: str) -> None:
    first = text_layer(data, document="0" * 64, media_type=media_type, source="a")
    assert first == text_layer(data, document="0" * 64, media_type=media_type, source="b")


def test_versions_name_what_made_the_layer() -> None:
    assert layer_of(b"It met.").version == "text/1"
    assert layer_of(PAGE, "text/html").version.startswith("html/1 trafilatura 2.")


def test_marks_of_other_languages_do_not_count_for_the_language() -> None:
    marks = "[Русский] [中国语] [조선어] [Deutsch] [Français]\n" * 3
    assert (
        layer_of(f"Title\n\n{marks}\n\nThe Council met in Geneva and elected its President.".encode()).language == "en"
    )


def test_many_long_lines_are_no_long_line() -> None:
    assert layer_of((("word " * 199_000).strip() + ".\n").encode() * 3).text.count("\n") == 3


def test_what_is_empty_once_decoded() -> None:
    with pytest.raises(IntakeError) as error:
        layer_of("\ufeff \n".encode("utf-16"))
    assert error.value.code == "A003"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder of real reports is not here")
def test_real_reports_keep_every_character() -> None:
    paths = [*SHARED.glob("gold/*/text/*.txt"), *SHARED.glob("seeds/*.txt")]
    for path in paths:
        layer = layer_of(path.read_bytes())
        assert layer.text == path.read_bytes().decode("utf-8")
        assert layer.sentences
        assert max(s.end - s.start for s in layer.sentences) < 3000, path.name
