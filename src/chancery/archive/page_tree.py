"""The tree of an HTML page, for pages of the size and shape that people write."""

from __future__ import annotations

import re

from lxml import etree, html

from chancery.archive.bombs import is_bomb
from chancery.archive.limits import MAX_PAGE
from chancery.terms.errors import IntakeError

_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")  # a no-break space is a sign like others
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # which "&#1;" still can bring in

_CELL_OF_LAYOUT = 500
"""Characters. A cell with more is a column of the page, not a figure or a name."""

_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})


def page_tree(source_text: str, *, source: str) -> html.HtmlElement:
    """The tree, with tables that only lay the page out turned into plain blocks.

    Raises IntakeError A006 for too long a page, A008 for one built to exhaust its reader, A009 for an empty one.
    """
    if len(source_text) > MAX_PAGE:
        raise IntakeError("A006", path=source, size=len(source_text), limit=MAX_PAGE)
    if is_bomb(source_text):
        raise IntakeError("A008", path=source)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(source_text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise IntakeError("A009", path=source) from error
    # What the count above cannot see, the parser does: it then leaves the rest of the page out.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise IntakeError("A008", path=source)
    for table in list(tree.iter("table")):
        if _is_layout(table):
            _flatten(table)
    _fold_white_space(tree)
    return tree


def _fold_white_space(tree: html.HtmlElement) -> None:
    """Make line ends of the source into spaces, as a browser does: the extractor would take them for paragraphs."""
    kept = {element for pre in tree.iter("pre") for element in pre.iter()}
    for element in tree.iter():
        if element.text and element not in kept:
            element.text = _folded(element.text)
        if element.tail and element.getparent() not in kept:
            element.tail = _folded(element.tail)


def _folded(text: str) -> str:
    return _NO_XML.sub("", _WHITE_SPACE.sub(" ", text))


def _is_layout(table: html.HtmlElement) -> bool:
    """Whether the table holds parts of the page instead of data: headings, paragraphs, tables, or very long cells."""
    if table.get("role") == "presentation":
        return True
    for cell in table.iter("td", "th"):
        if cell.find(".//table") is not None or any(cell.find(f".//h{level}") is not None for level in (1, 2, 3)):
            return True
        if len(cell.findall(".//p")) > 1 or len(cell.text_content()) > _CELL_OF_LAYOUT:
            return True
    return False


def _flatten(table: html.HtmlElement) -> None:
    """Turn the table and its own rows and cells into blocks; tables inside it are judged by themselves."""
    waiting = [table]
    while waiting:
        element = waiting.pop()
        element.tag = "div"
        waiting.extend(child for child in element if child.tag in _TABLE_PARTS and child.tag != "table")
