"""`Store`: what the register asks of a database, and the one way to open one.

SQL is written once, in words that SQLite and PostgreSQL share, with `?` for values; `stores/` holds what differs:
transactions and locks, errors, the index of words, and the types of columns.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import msgspec

Row = tuple[Any, ...]
Values = tuple[object, ...]

WAIT_SECONDS = 10.0  # for another writer; recording one document takes milliseconds


class Listed:
    """Texts or numbers as one value of a statement, so that one question goes for all of them: see `Store`."""

    def __init__(self, values: Iterable[str] | Iterable[int]) -> None:
        self.values: tuple[str | int, ...] = tuple(values)

    def __conform__(self, protocol: object) -> str:
        """As SQLite takes it: JSON."""
        return msgspec.json.encode(self.values).decode()


class Store(ABC):
    """One database, which several threads of a reading program may share.

    `INTEGER` and `REAL` stand for 64 bits, `BLOB` for bytes; texts compare by their code points, whatever the language
    of the machine; a truth is 0 or 1. A `CROSS JOIN` with ON or USING fixes the order in which SQLite goes through
    tables. `IN (SELECT value FROM json_each(?))` and, for texts, `FROM json_each(?)` take a `Listed`.
    """

    name: str  # what people are told of where it is: a folder or an address, never a password
    readonly: bool

    @abstractmethod
    def run(self, sql: str, values: Values = ()) -> None:
        """One statement that gives nothing back."""

    @abstractmethod
    def insert(self, sql: str, values: Values) -> int:
        """Insert one row into a table with an `id` that the database counts up; gives that id."""

    @abstractmethod
    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query."""

    def many(self, sql: str, rows: Sequence[Values]) -> None:
        """The same statement for each of the rows."""
        for row in rows:
            self.run(sql, row)

    def first(self, sql: str, values: Values = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def one(self, sql: str, values: Values = ()) -> Row:
        """The only row. Raises LookupError where there is none."""
        row = self.first(sql, values)
        if row is None:
            raise LookupError(sql)
        return row

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """One transaction: all of it is committed, or none. Inside another one, it is part of that.

        One writer at a time; raises WorkspaceError W003 where another one holds the register for too long, W005 where
        the disk is full.
        """

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read inside is of one moment, whatever is being written meanwhile."""

    @abstractmethod
    def migrate(self) -> None:
        """Bring the ledger's tables to today's format, in one transaction; nothing where they are of it.

        Raises DatabaseError B004 where a change is due and the packages that do it are not installed.
        """

    @abstractmethod
    def empty_derived(self) -> None:
        """Leave every derived table empty and of today's shape, within the caller's transaction.

        What the resolver keeps for people to look at stays, unless the shape was another.
        """

    @abstractmethod
    def add_sentences(self, sentences: Sequence[tuple[int, str]]) -> None:
        """Let each sentence, by its `sentence.id`, be found by the words of its text."""

    @abstractmethod
    def remove_sentence(self, number: int, text: str) -> None:
        """Take it out again; the text is the one that was given to `add_sentences`."""

    @abstractmethod
    def sentences_with(self, words: Sequence[str], limit: int) -> list[Row]:
        """(document, start, stop) of sentences that hold all the words, the last as a beginning; best first.

        Words are as `search_words` gives them.
        """

    @abstractmethod
    def names_with(self, words: Sequence[str], kind: str | None, limit: int) -> list[Row]:
        """(entity, name, folded, own, n) of names that hold all the words, the last as a beginning; of one type."""

    @abstractmethod
    def scrub(self) -> None:
        """Leave nothing of what was erased in the database's files, as far as the database can see to it.

        Outside a transaction. Raises WorkspaceError W003 where others read or write for too long.
        """

    @abstractmethod
    def close(self) -> None: ...


def open_store(
    place: Path | str,
    *,
    readonly: bool = False,
    create: bool = True,
    wait: float = WAIT_SECONDS,
    outdated: bool = False,
) -> Store:
    """The store in a file, or in the PostgreSQL database of an address.

    For what they raise see `stores.sqlite.SqliteStore` and `stores.postgres.PostgresStore`; besides, DatabaseError B001
    for a text that is no address.
    """
    if isinstance(place, str):
        from chancery.register.stores.addresses import parse_address
        from chancery.register.stores.postgres import PostgresStore

        address = parse_address(place)
        return PostgresStore(address, readonly=readonly, create=create, wait=wait, outdated=outdated)
    from chancery.register.stores.sqlite import SqliteStore

    return SqliteStore(place, readonly=readonly, create=create, wait=wait, outdated=outdated)
