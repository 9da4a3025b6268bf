"""Long lists in pages, each with an address of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

from chancery.register.listings import Listed

PAGE_LENGTH = 200

_Row = TypeVar("_Row")
_Listing = TypeVar("_Listing")


class Slice(msgspec.Struct, Generic[_Row], frozen=True):
    """Some rows of a list, counted from 1, and the addresses of the pages before and after."""

    rows: tuple[_Row, ...]
    total: int
    first: int
    last: int
    previous: str | None
    next: str | None


def slice_of(rows: Sequence[_Row], number: int, folder: str, *, length: int = PAGE_LENGTH) -> Slice[_Row]:
    """The page with a number, from 1; a number beyond the list gives its last page."""
    pages = max(1, -(-len(rows) // length))
    number = min(max(number, 1), pages)
    begin = (number - 1) * length
    return _slice(tuple(rows[begin : begin + length]), len(rows), number, pages, folder, length)


def slice_from(
    part: Callable[[int, int], Listed[_Listing]],
    shown: Callable[[Listed[_Listing]], Iterable[_Row]],
    number: int,
    folder: str,
    *,
    length: int = PAGE_LENGTH,
) -> Slice[_Row]:
    """The same of a list that gives a `part` of itself, from a place on and of a length; `shown` makes its rows."""
    number = max(number, 1)
    found = part((number - 1) * length, length)
    pages = max(1, -(-found.total // length))
    if number > pages:
        number = pages
        found = part((number - 1) * length, length)
    return _slice(tuple(shown(found)), found.total, number, pages, folder, length)


def _slice(rows: tuple[_Row, ...], total: int, number: int, pages: int, folder: str, length: int) -> Slice[_Row]:
    begin = (number - 1) * length
    return Slice(
        rows=rows,
        total=total,
        first=begin + 1 if rows else 0,
        last=begin + len(rows),
        previous=page_address(folder, number - 1) if number > 1 else None,
        next=page_address(folder, number + 1) if number < pages else None,
    )


def page_address(folder: str, number: int) -> str:
    """The first page is the folder itself, which may have a query."""
    return folder if number <= 1 else f"{folder}{'&' if '?' in folder else '?'}page={number}"
