"""What one file may be at most. A document beyond these is refused, so that no file takes the machine down."""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""A report of 300 pages is 1 MB of text; the largest pages of the web archive's crawl are cut at 1 MiB or 5 MiB."""

MAX_LINE = 1_000_000
"""Characters. No line of 2,622 real reports has 15,000; one of a million is data under a text's name."""

MAX_DEPTH = 200
"""Open tags inside one another. Lighthouse warns at 32; libxml2 gives up, and cuts the page short, at 256."""

MAX_TAGS = 200_000
"""Opening tags of one page. Lighthouse warns at 1,400 elements; the longest encyclopaedia lists have some 60,000."""
