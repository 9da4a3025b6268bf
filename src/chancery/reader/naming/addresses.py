"""Addresses of the net in a text: what stands in one is the name of a file or a host, not of a body or place."""

from __future__ import annotations

import re

# A mail box is looked for from the beginning of a word only: from within one, a word without end would be gone through
# again from each of its letters.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>\"]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")


def addresses(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the addresses of pages and of mail boxes, in order.

    "see https://seed.example/Norway.pdf" has one; "see Norway.pdf" none.
    """
    return [match.span() for match in _ADDRESS.finditer(text)]
