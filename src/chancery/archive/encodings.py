"""From bytes to characters: UTF-8, UTF-16 with its mark, and what is sure; never a guess into garbage."""

from __future__ import annotations

import codecs
import re

from chancery.archive.languages import UNKNOWN, language_of
from chancery.terms.errors import IntakeError

_MARKED = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)  # fmt: skip

# Everything below a space but tab, line ends, and the form feed that old print files hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")

# The second set of controls, which no legacy text holds: where it appears, the encoding is another. In sound UTF-8 it
# does appear, as the trace of an older mistake ("â\x80\x99" for an apostrophe), and is kept as it is.
_SECOND_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")

_MANY_CONTROLS = 0.001
"""Share of the characters. The escape signs of old wire copy are a few in a page; an image's bytes have one in ten."""

_SAMPLE = 200_000
"""Bytes that the detector sees: more makes it slower, not surer."""

_CLEAN = 0.05
_COHERENT = 0.5
"""Mess at most and coherence at least, as charset-normalizer counts them: eleven single-byte texts in five languages,
read rightly, had at most 0.02 and at least 0.6; one read wrongly (Mac Roman as Mac Greek) had coherence 0."""

_FEW_NULS = 0.05
"""Share of the two-byte signs: Latin text has NULs in all, Cyrillic in its spaces and stops only."""

_MULTIBYTE = ("gb18030", "gb2312", "gbk", "big5", "cp950", "cp932", "shift_jis", "euc_j", "cp949", "euc_kr")

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)

_LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
_LEGACY = ("windows-", "cp", "iso-8859", "iso8859", "koi8", "gb", "big5", "shift", "euc", "mac", "tis-", "iso-2022")


def decode(data: bytes, *, source: str, page: bool = False) -> str:
    """The characters of a file, each exactly as it stands there: line ends and a leading U+FEFF are kept.

    So offsets in a UTF-8 file equal those of `data.decode("utf-8")`. Of a `page`, the encoding that it declares is
    tried after UTF-8. Raises IntakeError A004 for what is no text, A005 where the encoding is not sure.
    """
    if data.startswith(_MAGIC):
        raise IntakeError("A004", path=source)
    if data.startswith(_MARKED):
        return _strictly(data, "utf-16", source=source)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, source=source, page=page)
    if _is_noise(text):
        raise IntakeError("A005" if _looks_like_utf16(data) else "A004", path=source)
    return text


def _decode_other(data: bytes, *, source: str, page: bool) -> str:
    if _looks_like_utf16(data):
        raise IntakeError("A005", path=source)
    if len(_CONTROL_BYTES.findall(data)) > len(data) * _MANY_CONTROLS:
        raise IntakeError("A004", path=source)
    if _is_broken_utf8(data):
        raise IntakeError("A005", path=source)
    declared = _declared_encoding(data) if page else None
    encoding = declared or _sure_encoding(data[:_SAMPLE])
    if encoding is None:
        raise IntakeError("A005", path=source)
    text = _strictly(data, encoding, source=source)
    if _CONTROL.search(text) or _SECOND_CONTROL.search(text) or (declared is None and language_of(text) == UNKNOWN):
        raise IntakeError("A005", path=source)
    return text


def _declared_encoding(data: bytes) -> str | None:
    """The legacy encoding that a page names in its head, read as browsers read it: Latin-1 means Windows-1252."""
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    name = found.group(1).decode("ascii").lower()
    if name in _LATIN_1:
        return "cp1252"
    return name if name.startswith(_LEGACY) else None


def _sure_encoding(sample: bytes) -> str | None:
    """The detector's best answer, if it is a clean one and no other that reads differently is as good."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(sample))
    if not matches:
        return None
    best = matches[0]
    if best.chaos > _CLEAN or best.encoding.startswith("utf"):
        return None
    if best.coherence < _COHERENT and not best.encoding.startswith(_MULTIBYTE):
        return None
    rivals = [m for m in matches[1:] if m.chaos <= best.chaos and m.coherence >= best.coherence and str(m) != str(best)]
    return None if rivals else best.encoding


def _strictly(data: bytes, encoding: str, *, source: str) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise IntakeError("A005", path=source) from error
    if _is_noise(text):
        raise IntakeError("A004", path=source)
    return text


def _is_noise(text: str) -> bool:
    return "\x00" in text or len(_CONTROL.findall(text)) > len(text) * _MANY_CONTROLS


def _looks_like_utf16(data: bytes) -> bool:
    """Whether the NULs stand on every other byte only, as in UTF-16 that has lost its mark."""
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    half = max(len(data[:4000]) // 2, 1)
    return min(even, odd) == 0 and max(even, odd) > max(1, half * _FEW_NULS)


def _is_broken_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII are sound UTF-8 sequences, which in another encoding they hardly ever are."""
    sound = sum(len(sequence) for sequence in _UTF8_SEQUENCE.findall(data))
    return sound * 2 > len(_BEYOND_ASCII.findall(data))
