"""What one claim tells, as events."""

from __future__ import annotations

import pytest

from chancery.register.sayings import PostSaying, days_in, events_of, is_after, is_ahead, is_before
from chancery.terms.claims import PostChange
from tests.register.world import day


@pytest.mark.parametrize(
    ("change", "date", "events"),
    [
        ("elected", "1920", ["start 1920"]),
        ("elected", None, ["attest 1921-05-01"]),
        ("holds", None, ["attest 1921-05-01"]),
        ("reappointed", "1920", ["attest 1920"]),
        ("reappointed", "1930", ["attest 1921-05-01"]),  # announced: until then the earlier term
        ("resigned", "1920", ["end 1920"]),
        ("former", None, ["ended 1921-05-01"]),
        ("candidate", "1920", []),
        ("nominated", None, []),
    ],
)
def test_events(change: PostChange, date: str | None, events: list[str]) -> None:
    said = PostSaying(claim="c", change=change, role="Head", date=day(date) if date else None, report=day("1921-05-01"))
    assert [f"{event.what} {event.date}" for event in events_of(said)] == events


def test_dates_beside_each_other() -> None:
    assert (days_in(day("1920")), days_in(day("1920-05-01"))) == (366, 1)
    assert days_in(None) == days_in(day("--05-01")) > 10_000, "not known at all is vaguer than any date"
    assert is_ahead(day("1922"), day("1921"))
    assert not is_ahead(day("1921-12"), day("1921")), "within the report's own span nothing is sure"
    assert not is_ahead(day("1922"), None)
    assert is_before(day("1920-01-01"), day("1920"))
    assert is_after(day("1920-01-01"), day("1920")), "of two that begin together the closer one says more"
    assert not is_before(day("--05-01"), day("1920"))
