"""`Stretch`: a range of words taken for a name, while the rules work on it; `Line`: the sentence it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chancery.terms.claims import EntityType


@dataclass(slots=True)
class Stretch:
    """A half-open range of words of one line, the type, and what found it."""

    first: int
    after: int
    type: EntityType
    rule: str = "model"
    score: float = 1.0

    @property
    def size(self) -> int:
        return self.after - self.first


@dataclass(slots=True)
class Line:
    """A sentence: its words, where its first word stands among the draft's tokens, which words belong to a title."""

    number: int
    base: int
    words: Sequence[str]
    titled: list[str]  # per word: "" or what kind of title it belongs to: "role", "rank", "honorific"
    headline: bool
    title: bool = False  # stands in the title of the document
    stretches: list[Stretch] = field(default_factory=list)

    def taken(self) -> list[bool]:
        """Per word, whether a stretch covers it."""
        out = [False] * len(self.words)
        for stretch in self.stretches:
            for index in range(stretch.first, stretch.after):
                out[index] = True
        return out

    def add(self, stretch: Stretch) -> None:
        """Put in a stretch, in place of those that it overlaps."""
        self.stretches = [s for s in self.stretches if s.after <= stretch.first or stretch.after <= s.first]
        self.stretches.append(stretch)
        self.stretches.sort(key=lambda s: s.first)

    def text(self, stretch: Stretch) -> tuple[str, ...]:
        return tuple(self.words[stretch.first : stretch.after])


def all_stretches(lines: Iterable[Line]) -> list[tuple[Line, Stretch]]:
    return [(line, stretch) for line in lines for stretch in line.stretches]
