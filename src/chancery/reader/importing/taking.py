"""Taking rows one by one: what is wrong with one is told of that one, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from chancery.terms.errors import DataError

_R = TypeVar("_R")


class Taking:
    """Counts the rows that were looked at, and keeps the errors of those that were not taken, in order."""

    def __init__(self) -> None:
        self.rows = 0
        self.untaken: list[DataError] = []

    def each(self, rows: Iterable[_R | DataError], take: Callable[[_R], None]) -> None:
        """Hand every sound row on; `take` refuses one by raising DataError, before it keeps anything of it."""
        for row in rows:
            self.rows += 1
            if isinstance(row, DataError):
                self.untaken.append(row)
                continue
            try:
                take(row)
            except DataError as error:
                self.untaken.append(error)
