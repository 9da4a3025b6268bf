"""How to cite a page of the record: as of its date, and as it was known on a day."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

from chancery.gazette.citing import Reference, reference_of_page
from chancery.gazette.pages.fact import CiteForm, forms_of
from chancery.gazette.pages.parts import Page, inside
from chancery.gazette.tongue import gettext as _
from chancery.terms.dates import Instant
from chancery.terms.errors import OutputError

LONGEST_ADDRESS = 2000  # characters
LONGEST_TITLE = 300  # characters


class CitePage(Page, frozen=True, kw_only=True):
    """`cited` is the page that is cited, with the day of the record in its address, so that it keeps meaning what it
    meant."""

    cited: str
    cite: tuple[CiteForm, ...]


def cite_page(page: str, title: str, *, base: str, at: Instant) -> CitePage:
    """`page` is an address of this server, `base` what stands before it. Raises OutputError X007 for any other."""
    reference = page_reference(page, title, base=base, at=at)
    query = urlencode({"page": page, "title": title})
    return CitePage(
        title=_("Cite this page"),
        address=f"/cite?{query}",
        cited=str(reference.address),
        cite=forms_of(reference, f"/cite?{query}"),
    )


def page_reference(page: str, title: str, *, base: str, at: Instant) -> Reference:
    """The reference to a page, as of the date in its address, and as known at the moment `at` unless that says when."""
    if inside(page) != page or len(page) > LONGEST_ADDRESS:
        raise OutputError("X007", path=page[:200])
    asked = parse_qs(urlsplit(page).query)
    known = asked.get("known", [None])[0]
    address = page if known else page + ("&" if "?" in page else "?") + urlencode({"known": at.iso()})
    return reference_of_page(
        title[:LONGEST_TITLE] or page, base.rstrip("/") + address, at=at, as_of=asked.get("on", [None])[0], known=known
    )
