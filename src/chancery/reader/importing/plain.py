"""Text of data sets as the record can hold it."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def plain_text(text: str) -> str:
    """White space folded, controls taken for spaces, and halves of characters, which no file can hold, for "?"."""
    return " ".join(_CONTROL.sub(" ", text).encode("utf-8", "replace").decode("utf-8").split())
