"""Two documents side by side: a text and its version in another language, paragraph by paragraph."""

from __future__ import annotations

from urllib.parse import quote

import msgspec

from chancery.gazette.pages.alignment import aligned
from chancery.gazette.pages.document import blocks_of
from chancery.gazette.pages.languages import language_name
from chancery.gazette.pages.marked_text import Block
from chancery.gazette.pages.parts import Page, document_address
from chancery.gazette.pages.record import OpenRecord
from chancery.gazette.tongue import gettext as _


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two documents; `language` is a code."""

    title: str
    href: str
    language: str
    language_in_words: str


class SideRow(msgspec.Struct, frozen=True):
    """Blocks that say the same, as far as their lengths tell; one side may have none."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


class BesidePage(Page, frozen=True, kw_only=True):
    left: Column
    right: Column
    rows: tuple[SideRow, ...]


def beside_address(sha: str, other: str) -> str:
    return f"{document_address(sha)}/beside/{quote(other, safe='')}"


def beside_page(record: OpenRecord, sha: str, other: str) -> BesidePage:
    """Raises QuestionError Q001 or Q003 where no document, or more than one, has a digest that begins so."""
    views = [record.register.document(each) for each in (sha, other)]
    (left, first), (right, second) = ((_column(record, view.document.id), blocks_of(record, view)) for view in views)
    pairs = aligned([_length(block) for block in first], [_length(block) for block in second])
    return BesidePage(
        title=_("{title}, in {language} and {other}").format(
            title=left.title, language=left.language_in_words, other=right.language_in_words
        ),
        address=beside_address(views[0].document.id, views[1].document.id),
        left=left,
        right=right,
        rows=tuple(
            SideRow(first[pair.first : pair.after], second[pair.other_first : pair.other_after]) for pair in pairs
        ),
    )


def _column(record: OpenRecord, sha: str) -> Column:
    document = record.register.document(sha).document
    return Column(
        title=document.title or document.source,
        href=document_address(sha),
        language=record.layer_of(sha).language,
        language_in_words=language_name(document.language),
    )


def _length(block: Block) -> int:
    return sum(len(segment.text.strip()) for segment in block.segments)
