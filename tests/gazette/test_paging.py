"""Long lists in pages."""

from __future__ import annotations

import pytest

from chancery.gazette.pages.paging import slice_of


@pytest.mark.parametrize(
    ("number", "rows", "previous", "following"),
    [
        (1, (0, 1), None, "/x?page=2"),
        (2, (2, 3), "/x", "/x?page=3"),
        (3, (4,), "/x?page=2", None),
        (99, (4,), "/x?page=2", None),
        (-1, (0, 1), None, "/x?page=2"),
    ],
)
def test_each_page_knows_its_neighbours(
    number: int, rows: tuple[int, ...], previous: str | None, following: str | None
) -> None:
    shown = slice_of(range(5), number, "/x", length=2)
    assert (shown.rows, shown.previous, shown.next, shown.total) == (rows, previous, following, 5)
    assert (shown.first, shown.last) == (rows[0] + 1, rows[-1] + 1)


def test_an_empty_list_has_one_empty_page() -> None:
    shown = slice_of((), 1, "/x")
    assert (shown.rows, shown.first, shown.last, shown.previous, shown.next) == ((), 0, 0, None, None)
