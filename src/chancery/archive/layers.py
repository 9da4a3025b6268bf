"""Text layers: the text of a document, to which every offset points, made from its bytes alone."""

from __future__ import annotations

import re

import msgspec

from chancery.archive.encodings import decode
from chancery.archive.furniture import find_furniture
from chancery.archive.languages import UNKNOWN, language_of
from chancery.archive.limits import MAX_DATA_LINE, MAX_LINE
from chancery.archive.page_facts import PageFacts, page_facts
from chancery.archive.sentences import split_sentences
from chancery.terms.document import UNREAD_FURNITURE, Furniture, Sentence, TextLayer
from chancery.terms.errors import IntakeError

__all__ = ["DATA_TYPES", "PageFacts", "TEXT_VERSION", "text_layer"]

DATA_TYPES = frozenset({"text/csv", "application/json", "application/x-ndjson"})
"""Files of data sets: they hold no running text, so nothing in them is furniture and they are in no language."""

DATA_VERSION = "data/1"
"""To be raised whenever the lines of the same file of data come out otherwise than before."""

TEXT_VERSION = "text/1"
"""To be raised whenever furniture or sentences of the same text come out otherwise than before."""

_LINE_END = re.compile("[\n\r]")
_LINE = re.compile("[^\n\r]+")


def text_layer(data: bytes, *, document: str, media_type: str, source: str) -> tuple[TextLayer, PageFacts]:
    """The text layer of the bytes, and what the page says about itself. The same bytes give the same, always.

    Of plain text and Markdown the layer is the decoded file, character for character: line ends stay what they are
    ("\\r\\n" is two characters) and so does a leading U+FEFF, so offsets in a UTF-8 file equal those of
    `data.decode("utf-8")`. Of HTML it is the article, paragraphs set apart by blank lines. `document` is the SHA-256 of
    the bytes; `source` stands in the messages. Of DATA_TYPES it is the decoded file too, and every line that is no
    longer than MAX_DATA_LINE is a sentence. Raises IntakeError A003 to A006, A008, A009, A011 or A012.
    """
    if media_type == "text/html":
        return _page_layer(data, document=document, source=source)
    text = decode(data, source=source)
    if not text.strip("\ufeff \t\r\n"):
        raise IntakeError("A003", path=source)
    if media_type in DATA_TYPES:
        return _data_layer(text, document=document), PageFacts()
    if len(text) > MAX_LINE:
        size = max(map(len, _LINE_END.split(text)))
        if size > MAX_LINE:
            raise IntakeError("A012", path=source, size=size, limit=MAX_LINE)
    furniture = find_furniture(text)
    language = language_of(_read_text(text, furniture))
    return _layer(text, furniture, document=document, version=TEXT_VERSION, language=language), page_facts(
        text, furniture
    )


def _page_layer(data: bytes, *, document: str, source: str) -> tuple[TextLayer, PageFacts]:
    # Half a second of imports, which plain text need not wait for.
    from chancery.archive.pages import EXTRACTOR, read_page

    page = read_page(decode(data, source=source, page=True), source=source)
    furniture = find_furniture(page.text)
    said = page_facts(page.text, furniture)
    language = language_of(_read_text(page.text, furniture))
    facts = msgspec.structs.replace(
        said,
        title=said.title or page.title,
        publisher=page.publisher or said.publisher,
        published=said.published or page.published,
        category=said.category or page.category,
        tags=said.tags or page.tags,
        links=said.links or page.links,
    )
    version = f"html/1 {EXTRACTOR}"
    language = page.language if language == UNKNOWN and page.language else language
    return _layer(page.text, furniture, document=document, version=version, language=language), facts


def _data_layer(text: str, *, document: str) -> TextLayer:
    spans = ((line.start(), line.end()) for line in _LINE.finditer(text))
    sentences = tuple(
        Sentence(start, end, block) for block, (start, end) in enumerate(spans) if end - start <= MAX_DATA_LINE
    )
    return TextLayer(document=document, version=DATA_VERSION, text=text, language=UNKNOWN, sentences=sentences)


def _layer(text: str, furniture: tuple[Furniture, ...], *, document: str, version: str, language: str) -> TextLayer:
    return TextLayer(
        document=document,
        version=version,
        text=text,
        language=language,
        furniture=furniture,
        sentences=split_sentences(text, furniture),
    )


def _read_text(text: str, furniture: tuple[Furniture, ...]) -> str:
    """The text without the furniture that is not read, whose "[English]" says nothing of the report's language."""
    kept: list[str] = []
    at = 0
    for piece in furniture:
        if piece.kind in UNREAD_FURNITURE:
            kept.append(text[at : piece.start])
            at = piece.end
    kept.append(text[at:])
    return " ".join(kept)
