"""Which line is the title."""

from __future__ import annotations

import pytest

from chancery.archive.furniture import find_furniture

BODY = "The Council met in Geneva and elected Mr. Berg as its President. It rose on Friday."


def title(text: str) -> str | None:
    return next((text[piece.start : piece.end] for piece in find_furniture(text) if piece.kind == "title"), None)


@pytest.mark.parametrize(
    "head",
    [
        "Council Elects President", "# Council Elects President.", "**Council Elects President**",
        "U.S. Envoy Meets Mr. Berg", "Will the Council Meet?", "Nominations Sent to the\\_Senate",
        "### A long title. With two sentences",
    ],
)  # fmt: skip
def test_titles(head: str) -> None:
    assert title(f"{head}\n\n{BODY}\n") == head
    assert title(f"\ufeff{head}\r\n\r\n{BODY}\r\n".removeprefix("\ufeff")) == head
    assert title(f"2024-07-20\n\n{head}\n\n{BODY}\n") == head


def test_a_title_below_a_date_line_may_end_with_a_stop() -> None:
    assert title(f"2024-07-20\n\nPresident Meets Officials.\n\n{BODY}\n") == "President Meets Officials."
    assert title(f"President meets officials.\n\n{BODY}\n") is None


def test_a_wrapped_title() -> None:
    head = "Joint Statement from Canada, Mexico and the United States\nfollowing the First Trilateral Committee Meeting"
    assert title(f"{head}\n\n{BODY}\n") == head


def test_a_title_without_a_blank_line_after_it() -> None:
    long = f"{BODY} {BODY}"
    assert title(f"Council Elects President\n{long}\n{long}\n") == "Council Elects President"
    assert title("Council Meets\nGENEVA, May 6 (LNN) -- It met.\nIt rose.\n") == "Council Meets"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\n{BODY}",
        "GENEVA, May 6 (LNN) --\n\nThe Council met.",
        "| a | b |\n\nText",
        "Council Elects Berg",
    ],
)
def test_texts_without_a_title(text: str) -> None:
    assert title(text) is None
