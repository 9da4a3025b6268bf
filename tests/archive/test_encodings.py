"""Encodings: what is sure is read, and nothing else is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.archive.encodings import decode
from chancery.terms.errors import IntakeError

FRENCH = (
    "Le Conseil s'est réuni à Genève. Le Président a déclaré que la séance était ouverte, et les délégués ont été "
    "élus à l'unanimité. L'Assemblée a adopté la résolution présentée par la délégation belge.\n"
)
RUSSIAN = (
    "Совет собрался в Женеве вчера. Председатель открыл заседание и предоставил слово министру иностранных дел. "
    "Делегаты приняли резолюцию, которую внесла бельгийская делегация.\n"
)
CHINESE = "会议在北京举行。中国代表团团长发表了讲话，双方就合作问题交换了意见，并签署了联合声明。\n" * 4
ENGLISH = "The Council’s president said “we agree” – and left for Geneva. The members’ vote was unanimous, he added.\n"


def code_of(data: bytes, *, page: bool = False) -> str:
    with pytest.raises(IntakeError) as error:
        decode(data, source="x.txt", page=page)
    return error.value.code


@settings(deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_is_kept_character_for_character(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"PK\x03\x04", b"%PDF-", b"GIF8", b"{\\rtf")):
        assert decode(data, source="x.txt") == text


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "\ufeffTitle\n", "form\x0cfeed\ttab", "an older mistake: Iâ\x80\x99m"])
def test_line_ends_and_marks_stay(text: str) -> None:
    assert decode(text.encode(), source="x.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"), (ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (CHINESE, "gb18030"),
        (CHINESE, "utf-16"), (RUSSIAN, "utf-16"),
    ],
)  # fmt: skip
def test_other_encodings_that_are_sure(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), source="x.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode()[:40] + b"\xff" + FRENCH.encode()[40:],
        CHINESE.encode()[1:],
        FRENCH.encode("mac_roman"),
        RUSSIAN.encode("utf-16-le"),
        "The Council met.".encode("utf-16-be"),
        b"\xff\xfeT",
        b"A \xe9 B",
        bytes(range(0xA0, 0x100)) * 4,
    ],
    ids=["broken", "cut", "mac", "utf-16 without mark", "be without mark", "half a sign", "too short", "every sign"],
)
def test_what_is_not_sure_is_refused(data: bytes) -> None:
    assert code_of(data) == "A005"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 \n",
        b"PK\x03\x04",
        b"\x7fELF\x02",
        bytes(range(256)) * 8,
        b"text\x00text",
        "é\x01\x02\x03".encode() * 9,
    ],
    ids=["pdf", "zip", "program", "all bytes", "nul", "controls"],
)
def test_what_is_no_text_is_told(data: bytes) -> None:
    assert code_of(data) == "A004"


@pytest.mark.parametrize(
    ("encoding", "word"), [("windows-1251", "Совет"), ("koi8-r", "Совет"), ("GB2312", "会议"), ("shift_jis", "会議")]
)
def test_a_page_may_declare_its_encoding(encoding: str, word: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><p>{word}'
    assert decode(page.encode(encoding), source="x.html", page=True) == page


def test_latin_1_means_what_browsers_take_it_for() -> None:
    data = b'<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>\x93Gen\xe8ve\x94'
    assert decode(data, source="x.html", page=True).endswith("“Genève”")


@pytest.mark.parametrize("declared", ["windows-1252", "utf-8", "unicode_escape", "hex", "no-such"])
def test_a_wrong_declaration_is_not_believed(declared: str) -> None:
    data = f"<meta charset={declared}><p>".encode() + b"\x81\x8d\x8f"
    assert code_of(data, page=True) == "A005"


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_coded_error(data: bytes) -> None:
    try:
        text = decode(data, source="x.txt")
    except IntakeError as error:
        assert error.code in ("A004", "A005")
    else:
        assert "\x00" not in text
