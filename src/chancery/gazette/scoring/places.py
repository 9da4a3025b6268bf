"""Where a quote stands in its document, so that two facts can be said to come from the same words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

Place = tuple[int, int]  # half-open character offsets in the document's text


@dataclass(frozen=True)
class FoldedText:
    """A text in which quotes are found whatever the white space between their words."""

    text: str

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The text with every stretch of white space as one blank, and where each of its characters came from."""
        text = self.text.replace("\r\n", "\n").replace("\r", "\n")
        places = [i for i, c in enumerate(text) if not c.isspace() or i == 0 or not text[i - 1].isspace()]
        return "".join(" " if text[i].isspace() else text[i] for i in places), places

    def place_of(self, quote: str | None) -> Place | None:
        """Where the quote first stands, or None where it does not."""
        wanted = " ".join((quote or "").split())
        folded, origin = self._folded
        at = folded.find(wanted) if wanted else -1
        return None if at < 0 else (origin[at], origin[at + len(wanted) - 1] + 1)


def near(one: Place | None, other: Place | None, *, within: int = 60) -> bool:
    """Whether two places overlap or lie within so many characters of each other."""
    if one is None or other is None:
        return False
    (_, end), (start, _) = sorted((one, other))
    return start - within < end
