"""Where words that a model gave really stand in a text, to the character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chancery.terms.document import UNREAD_FURNITURE, TextLayer

# Signs that models exchange for one another; each stands for one sign, so that offsets stay what they are.
_ONE_SIGN = str.maketrans("“”„‟«»‘’‚‛′`‐‑‒–—―−\u00a0", "\"\"\"\"\"\"''''''-------\u0020")
_NOT_READ = "\0"  # stands for unread furniture: no words are found in it or across it
_AFTER_LETTERS = "\u0530"  # Latin, Greek and Cyrillic lie before it; scripts behind it need not part their words


@dataclass(frozen=True, slots=True)
class Lookup:
    """The text of a layer with white space folded and signs made one, and where each of its characters came from.

    What is found is a span of the layer itself, and its words are those of the layer, never those that were asked for.
    """

    text: str
    folded: str
    places: tuple[int, ...]  # one for each character of `folded`
    loose: str  # `folded` in lower case, for words that need not be exact; its offsets are its own

    @classmethod
    def of(cls, layer: TextLayer) -> Lookup:
        unread = {f.start: f.end for f in layer.furniture if f.kind in UNREAD_FURNITURE and f.start < f.end}
        signs: list[str] = []
        places: list[int] = []
        text = layer.text.translate(_ONE_SIGN)
        at = 0
        while at < len(text):
            end = unread.get(at)
            sign = _NOT_READ if end is not None else " " if text[at].isspace() else text[at]
            if sign != " " or not signs or signs[-1] != " ":
                signs.append("\ufffd" if sign == _NOT_READ and end is None else sign)
                places.append(at)
            at = end or at + 1
        folded = "".join(signs)
        return cls(layer.text, folded, tuple(places), folded.casefold())

    def first(self, words: str, *, within: tuple[int, int] | None = None) -> tuple[int, int] | None:
        """The half-open span of the layer where the words first stand, whole, within a span of it; None if nowhere."""
        return next(self.all(words, within=within), None)

    def all(self, words: str, *, within: tuple[int, int] | None = None) -> Iterator[tuple[int, int]]:
        """Every such span, in order and without overlaps."""
        wanted = " ".join(words.translate(_ONE_SIGN).split())
        if not wanted or _NOT_READ in wanted:
            return
        at = self.folded.find(wanted)
        while at >= 0:
            after = at + len(wanted)
            start, end = self.places[at], self.places[after - 1] + 1
            fits = within is None or (within[0] <= start and end <= within[1])
            if fits and not self._joined(at) and not self._joined(after):
                yield start, end
                at = self.folded.find(wanted, after)
            else:
                at = self.folded.find(wanted, at + 1)

    def written(self, words: str) -> str | None:
        """The words as the layer first writes them, with white space folded; None if nowhere."""
        span = self.first(words)
        return None if span is None else " ".join(self.text[span[0] : span[1]].split())

    def speaks_of(self, words: str) -> bool:
        """Whether each of the words stands somewhere in the text, in any case and with any ending."""
        parts = words.translate(_ONE_SIGN).casefold().split()
        return bool(parts) and all(part.strip("\"'.,;:()-") in self.loose for part in parts)

    def _joined(self, at: int) -> bool:
        """Whether the border before the character at `at` lies within a word."""
        if not 0 < at < len(self.folded):
            return False
        before, after = self.folded[at - 1], self.folded[at]
        return before.isalnum() and after.isalnum() and before < _AFTER_LETTERS and after < _AFTER_LETTERS
