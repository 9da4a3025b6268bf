from __future__ import annotations

import pytest

from chancery.reader.importing.dates import check_order, date_in
from chancery.reader.importing.holding import holding_fact, latest_day
from chancery.terms.claims import PostFact
from chancery.terms.dates import DateSpan
from chancery.terms.errors import DataError
from tests.reader.importing.given import data_file


def span(text: str | None) -> DateSpan | None:
    return None if text is None else DateSpan.parse(text)


def told(start: str | None, end: str | None, latest: str | None = "2020-01-01") -> tuple[str, ...]:
    fact: PostFact = holding_fact(
        person="p1", organisation=None, role="Head", start=span(start), end=span(end), latest=span(latest)
    )
    return (fact.change, *(str(date or "") for date in (fact.date, fact.since, fact.until)))


def test_what_has_both_ends_was_held_between_them() -> None:
    assert told("2001-02-03", "2004") == ("appointed", "2001-02-03", "", "2004")
    assert told(None, "2004") == ("holds", "", "", "2004")


def test_what_has_no_end_is_seen_on_the_latest_day() -> None:
    assert told("2001-02-03", None) == ("holds", "2020-01-01", "2001-02-03", "")
    assert told(None, None) == ("holds", "2020-01-01", "", "")


def test_what_begins_around_or_after_that_day_is_told_by_its_start() -> None:
    assert told("2020", None) == ("appointed", "2020", "", "")
    assert told("2021-01-01", None) == ("appointed", "2021-01-01", "", "")
    assert told("2001-01-01", None, latest=None) == ("appointed", "2001-01-01", "", "")


def test_the_latest_day_is_one_on_which_something_began_or_ended_before_the_capture() -> None:
    file = data_file("t.csv", "id\n")
    starts = [span(text) for text in ("2001-05-06", None, "2019", "2999-01-01")]
    assert str(latest_day(starts, file)) == "2019-01-01"
    assert latest_day([None, span("2999")], file) is None


def test_dates_as_data_sets_write_them() -> None:
    for text, date in (("", "None"), ("1979-05-04T00:00:00Z", "1979-05-04"), ("1979-05", "1979-05"), ("1979", "1979")):
        assert str(date_in(text, where="w")) == date


@pytest.mark.parametrize(
    "text", ["0000-00-00", "1979-02-30", "04/05/1979", "-", "193X", "9999-12-31", "١٩٧٩", "1979 or"]
)
def test_what_is_no_date_is_told(text: str) -> None:
    with pytest.raises(DataError) as caught:
        date_in(text, where="line 3 of t.csv")
    assert caught.value.code == "D003"
    assert "line 3 of t.csv" in caught.value.what


def test_an_end_before_its_start_is_told() -> None:
    check_order(span("1979"), span("1979-01-01"), where="w")
    check_order(span("1979"), None, where="w")
    with pytest.raises(DataError, match="D006"):
        check_order(span("1979"), span("1978-12-31"), where="w")
