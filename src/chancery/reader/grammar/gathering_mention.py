"""One place that speaks of a gathering, and the date beside it."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.reader.draft import DateMention
from chancery.reader.grammar.scene import Line
from chancery.terms.claims import GatheringKind

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIMES = frozenset({*_DAYS, "year", "week", "month", "today", "yesterday", "evening", "morning", "afternoon", "day"})


@dataclass(slots=True, frozen=True)
class GatheringMention:
    """`first` to `last` (inclusive) are the items of the phrase, or the verb alone; `content` its telling words."""

    line: Line
    head: int
    first: int
    last: int
    word: str
    kind: GatheringKind
    article: str  # the, a, poss, none
    content: frozenset[str]
    plural: bool = False
    named: bool = False
    verbal: bool = False
    core: int = 0  # the last item of the head word itself
    inside_name: bool = False
    told: bool = False  # a verb says that it was held

    @property
    def bare(self) -> bool:
        """Whether it says no more than "the meeting"."""
        return not self.content - _TIMES

    @property
    def of_a_day(self) -> bool:
        """Whether it says "Friday's meeting": the one that was spoken of."""
        return self.bare and bool(self.content)

    @property
    def start(self) -> int:
        return self.line.items[self.first].start

    @property
    def end(self) -> int:
        return self.line.items[self.last].end


def nearest_date(mention: GatheringMention) -> DateMention | None:
    """The date beside the mention: inside it, else the nearest in its line, one behind it counting as closer."""
    best: tuple[float, DateMention] | None = None
    dated = mention.line.dated
    begin = _behind_dateline(mention.line) if dated else 0
    for at in dated:
        date = mention.line.items[at].date
        if date is None or at < begin:
            continue
        if mention.first <= at <= mention.last:
            if date.span.precision == "year" and best is None:
                best = (25, date)  # "the 1997 conference": a day beside it says more
                continue
            return date
        away = at - mention.last if at > mention.last else 1.5 * (mention.first - at)
        if best is None or away < best[0]:
            best = (away, date)
    return best[1] if best and best[0] <= 40 else None


def _behind_dateline(line: Line) -> int:
    """Where the report begins after "City, July 20 (Agency) --": that day is the report's."""
    if line.index > 4:
        return 0
    for at, item in enumerate(line.items[:18]):
        if item.text in ("–", "—") or (item.text == "-" and at and line.items[at - 1].text in ("-", ")")):
            return at + 1
    return 0
