"""What a page says about itself."""

from __future__ import annotations

import pytest

from chancery.archive.furniture import find_furniture
from chancery.archive.page_facts import PageFacts, page_facts, plain_title
from chancery.terms.dates import DateSpan


def facts(text: str) -> PageFacts:
    return page_facts(text, find_furniture(text))


def test_everything_that_a_page_may_say() -> None:
    said = facts(
        "# Council Meets\n\n**Agency** | 2025-12-30 00:00 |\n\n[English] [Deutsch]\n\n"
        "GENEVA, Dec. 29 (LNN) -- It met.\n\nCategory: News | Views: 1 | Tags: A, B,\n"
    )
    assert said == PageFacts(
        title="Council Meets", dateline="GENEVA, Dec. 29 (LNN)", publisher="Agency",
        published=DateSpan.parse("2025-12-30"), category="News", tags=("A", "B"), links=("en", "de"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("2024-07-20\n\nTitle\n\nGENEVA, July 19 (LNN) -- It met.", "2024-07-20"),
        ("Title\n\nGENEVA, July 19, 2024 (LNN) -- It met.", "2024-07-19"),
        ("Title\n\nGENEVA, July 19 (LNN) -- It met.", None),
        ("Title\n\nIt met on July 19, 2024.", None),
    ],
)
def test_the_day_of_publication_has_a_year_or_is_not_known(text: str, published: str | None) -> None:
    assert facts(text).published == (DateSpan.parse(published) if published else None)


def test_a_page_that_says_nothing() -> None:
    assert facts("The Council met.") == PageFacts()


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("## Council  Meets", "Council Meets"), ("**Council Meets**", "Council Meets"),
        ("President\\_Berg Announces the\\", "President_Berg Announces the"), ("A\nB\xa0C", "A B C"),
        ("C# wins", "C# wins"),
    ],
)  # fmt: skip
def test_plain_title(title: str, plain: str) -> None:
    assert plain_title(title) == plain
