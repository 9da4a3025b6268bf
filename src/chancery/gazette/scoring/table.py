"""The table of scores: a row for each type of entity and fact, and one for all facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

ENTITY_ROWS = ("person", "organisation", "place")
# A row with a plus asks for one more field to be right; "all facts" adds up the rows without.
FACT_ROWS = (
    "post",
    "post+change",
    "post+date",
    "unit",
    "unit+change",
    "gathering",
    "attendance",
    "attendance+capacity",
    "agreement",
    "agreement+status",
    "award",
    "decision",
    "decision+status",
    "message",
)
ALL_FACTS = "all facts"


class Counts(msgspec.Struct, frozen=True):
    """How many the gold records hold, how many were given, and how many of these match one to one."""

    gold: int = 0
    system: int = 0
    match: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.gold + other.gold, self.system + other.system, self.match + other.match)

    @property
    def precision(self) -> float:
        return self.match / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        return self.match / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Counts with their three measures, each from 0 to 1 and rounded to three decimals."""

    gold: int
    system: int
    match: int
    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, counts: Counts) -> Row:
        return cls(
            gold=counts.gold,
            system=counts.system,
            match=counts.match,
            precision=round(counts.precision, 3),
            recall=round(counts.recall, 3),
            f1=round(counts.f1, 3),
        )


def table_of(tally: Mapping[str, Counts]) -> dict[str, Row]:
    """Every row in its order, whether anything was counted in it or not; "all facts" last."""
    counts = {name: tally.get(name, Counts()) for name in (*ENTITY_ROWS, *FACT_ROWS)}
    counts[ALL_FACTS] = _total(counts[name] for name in FACT_ROWS if "+" not in name)
    return {name: Row.of(row) for name, row in counts.items()}


def _total(rows: Iterable[Counts]) -> Counts:
    return sum(rows, Counts())
