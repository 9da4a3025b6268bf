"""The article of an HTML page, and what the page's head says of it."""

from __future__ import annotations

import logging
from importlib.metadata import version

import msgspec
import trafilatura
from lxml import html
from trafilatura.settings import Document as Extracted

from chancery.archive.marks import languages_named
from chancery.archive.page_tree import page_tree
from chancery.terms.dates import DateSpan
from chancery.terms.errors import IntakeError

EXTRACTOR = f"trafilatura {version('trafilatura')}"

# A library of this one's does not write to the terminal, unless the program asks for its log.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# A later day than any page's: the extractor would take today, and the same bytes would give another date tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2200-01-01"}

_AROUND = ["//nav", "//footer", "//aside", "//form", "//*[@role='navigation']", "//*[@role='contentinfo']"]


_MOST_VERSIONS = 30


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
    """The article of the page and what its head says.

    Raises IntakeError A006 or A008 for a page too large to be read safely, A009 for one without text, A011 where the
    extractor gave up.
    """
    tree = page_tree(source_text, source=source)
    language, links = _language(tree.get("lang")), (*_linked_versions(tree), *_marked_versions(tree))
    try:
        article = trafilatura.bare_extraction(
            tree,
            favor_recall=True,  # or it leaves out lists of members, which look like menus
            include_comments=False,
            with_metadata=True,
            prune_xpath=_AROUND,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # whatever a hostile page brings about in the extractor is told, not hidden
        raise IntakeError("A011", path=source, reason=f"{type(error).__name__}: {error}") from error
    if not isinstance(article, Extracted) or not (article.text or "").strip():
        raise IntakeError("A009", path=source)
    title = article.title or None
    return Page(
        text=_text(title, article.text or ""),
        title=title,
        publisher=article.sitename or None,
        published=_day(article.date),
        language=language,
        category=article.categories[0] if article.categories else None,
        tags=tuple(article.tags or ()),
        links=links,
    )


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


def _linked_versions(tree: html.HtmlElement) -> tuple[str, ...]:
    """The other language versions that the page's head names, by their addresses on the web."""
    found = tree.xpath("//link[@rel='alternate'][@hreflang][starts-with(@href, 'http')]")
    return tuple(dict.fromkeys(link.get("href") for link in found))


def _marked_versions(tree: html.HtmlElement) -> tuple[str, ...]:
    """The languages of a line of links such as "[English] [Русский]", which the extractor takes for a menu."""
    rows = dict.fromkeys(link.getparent() for link in tree.iter("a"))
    for row in rows:
        if row is not None and len(row) <= _MOST_VERSIONS:
            named = languages_named(" ".join(row.text_content().split()))
            if named:
                return named
    return ()
