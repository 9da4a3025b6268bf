"""What one file may be at most. A document beyond these is refused, so that no file takes the machine down."""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""A report of 300 pages is 1 MB of text; the largest pages of the web archive's crawl are cut at 1 MiB or 5 MiB."""

MAX_LINE = 1_000_000
"""Characters. No line of 2,622 real reports has 15,000; one of a million is data under a text's name."""

MAX_DATA_LINE = 10_000
"""Characters of a line of a data set that is shown and searched as a whole. A JSON file may be a line of megabytes."""

MAX_PAGE = 8_000_000
"""Characters of an HTML page. libxml2 leaves out all text of an element beyond 10 MB."""

MAX_DEPTH = 200
"""Open tags inside one another. Lighthouse warns at 32; libxml2 gives up, and cuts the page short, at 256."""

MAX_TAGS = 100_000
"""Opening tags of one page: some ten seconds of work. Lighthouse warns at 1,400 elements."""

MAX_ATTRIBUTES = 500
"""Attributes of one element. Pages have ten; with 200,000 the extractor does not come to an end."""
