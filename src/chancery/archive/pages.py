"""The article of an HTML page, and what the page's head says of it."""

from __future__ import annotations

import re
from importlib.metadata import version

import msgspec
import trafilatura
from lxml import etree, html
from trafilatura.settings import Document as Extracted

from chancery.archive.limits import MAX_DEPTH, MAX_TAGS
from chancery.terms.dates import DateSpan
from chancery.terms.errors import IntakeError

EXTRACTOR = f"trafilatura {version('trafilatura')}"

# A later day than any page's: the extractor would take today, and the same bytes would give another date tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2200-01-01"}

_AROUND = ["//nav", "//footer", "//aside", "//form", "//*[@role='navigation']", "//*[@role='contentinfo']"]

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)

# Elements that hold nothing, and those that the next of their kind ends.
_EMPTY = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
_SELF_ENDING = ("p", "li", "dt", "dd", "td", "th", "tr", "option", "thead", "tbody", "tfoot")
_SHALLOW = frozenset({*_EMPTY, *_SELF_ENDING})


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What could be taken from one HTML page. `text` has its paragraphs set apart by blank lines."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: DateSpan | None = None
    language: str | None = None
    category: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def read_page(source_text: str, *, source: str) -> Page:
    """The article of the page. Raises IntakeError A008 for a page built to exhaust its reader, A009 without text."""
    _refuse_bomb(source_text, source=source)
    try:
        tree = html.document_fromstring(source_text.encode("utf-8"), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise IntakeError("A009", path=source) from error
    article = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        prune_xpath=_AROUND,
        date_extraction_params=_DATES,
    )
    if not isinstance(article, Extracted) or not (article.text or "").strip():
        raise IntakeError("A009", path=source)
    title = article.title or None
    return Page(
        text=_text(title, article.text or ""),
        title=title,
        publisher=article.sitename or None,
        published=_day(article.date),
        language=_language(tree.get("lang")),
        category=article.categories[0] if article.categories else None,
        tags=tuple(article.tags or ()),
        links=_links(tree),
    )


def _refuse_bomb(source_text: str, *, source: str) -> None:
    """Count tags and how deep they are nested before a parser sees them."""
    open_tags: list[str] = []
    count = 0
    for tag in _TAG.finditer(source_text):
        name = tag.group(2).lower()
        if name in _SHALLOW:
            count += 1
        elif not tag.group(1):
            count += 1
            open_tags.append(name)
        elif name in open_tags:
            while open_tags.pop() != name:
                pass
        if len(open_tags) > MAX_DEPTH or count > MAX_TAGS:
            raise IntakeError("A008", path=source)


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)


def _text(title: str | None, body: str) -> str:
    """Title and paragraphs. The extractor gives one line a paragraph; it leaves the title out, or repeats it."""
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    if title and paragraphs[0].lstrip("# ") != title:
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs) + "\n"


def _day(written: str | None) -> DateSpan | None:
    try:
        return DateSpan.parse(written) if written else None
    except ValueError:
        return None


def _language(declared: str | None) -> str | None:
    code = (declared or "").split("-")[0].lower()
    return code if len(code) == 2 and code.isalpha() else None


def _links(tree: html.HtmlElement) -> tuple[str, ...]:
    """The other language versions that the page's head names, by their addresses on the web."""
    found = tree.xpath("//link[@rel='alternate'][@hreflang][starts-with(@href, 'http')]")
    return tuple(dict.fromkeys(link.get("href") for link in found))
