"""Long lists in pages, each with an address of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec

PAGE_LENGTH = 200

_Row = TypeVar("_Row")


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
    shown = tuple(rows[begin : begin + length])
    return Slice(
        rows=shown,
        total=len(rows),
        first=begin + 1 if shown else 0,
        last=begin + len(shown),
        previous=page_address(folder, number - 1) if number > 1 else None,
        next=page_address(folder, number + 1) if number < pages else None,
    )


def page_address(folder: str, number: int) -> str:
    """The first page is the folder itself, which may have a query."""
    return folder if number <= 1 else f"{folder}{'&' if '?' in folder else '?'}page={number}"
