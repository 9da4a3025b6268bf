"""Taking rows one by one: what is wrong with one is told of that one, and the rest goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from chancery.terms.errors import DataError

_R = TypeVar("_R")

MOST_KEPT = 10_000
"""Errors. More than anybody reads; a file of a million broken rows takes a gigabyte of them."""


class Taking:
    """Counts the rows that were looked at, and those that were not taken by their codes; of these the first MOST_KEPT
    errors are kept, in order."""

    def __init__(self) -> None:
        self.rows = 0
        self.untaken: list[DataError] = []
        self.counts: Counter[str] = Counter()

    def refuse(self, error: DataError) -> None:
        """A row, or a part of one, is not taken."""
        self.counts[error.code] += 1
        if len(self.untaken) < MOST_KEPT:
            self.untaken.append(error)

    def each(self, rows: Iterable[_R | DataError], take: Callable[[_R], None]) -> None:
        """Hand every sound row on; `take` refuses one by raising DataError, before it keeps anything of it."""
        for row in rows:
            self.rows += 1
            if isinstance(row, DataError):
                self.refuse(row)
                continue
            try:
                take(row)
            except DataError as error:
                self.refuse(error)
