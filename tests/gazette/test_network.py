"""The drawing of ties: every tie has its ends in it, inside its borders, and the same ties are drawn the same way."""

from __future__ import annotations

import datetime as dt

import pytest

from chancery.gazette.pages import OpenRecord, large, network_page
from chancery.gazette.pages.network import HEIGHT, WIDTH
from chancery.terms.errors import QuestionError


def test_the_drawing_and_the_table_show_the_same_ties(record: OpenRecord) -> None:
    page = network_page(record.register)
    assert page.rows and len(page.rows) == len(page.edges)
    drawn = {node.entity.id for node in page.nodes}
    assert {row.first.id for row in page.rows} | {row.second.id for row in page.rows} == drawn
    assert all(0 < node.x < WIDTH and 0 < node.y < HEIGHT for node in page.nodes)
    assert all(row.proofs for row in page.rows)


def test_the_same_ties_are_drawn_the_same_way(record: OpenRecord) -> None:
    assert network_page(record.register).nodes == network_page(record.register).nodes


def test_the_question_stands_in_the_address(record: OpenRecord) -> None:
    page = network_page(record.register, begin="1890", end="1891")
    assert page.address == "/network?from=1890&to=1891" and page.rows == () and page.nodes == ()


@pytest.mark.parametrize("text", ["soon", "--05-01", "0000"])
def test_what_is_no_date_is_told(record: OpenRecord, text: str) -> None:
    with pytest.raises(QuestionError):
        network_page(record.register, begin=text)


def test_of_a_large_record_the_last_ten_years_are_shown_until_something_is_asked(
    record: OpenRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = network_page(record.register)
    assert (whole.recent, whole.begin) == (False, "")
    monkeypatch.setattr(large, "MOST_FACTS", 3)
    latest = record.register.latest_tie_day(dt.date.max)
    assert latest is not None and record.register.latest_tie_day(latest - dt.timedelta(days=1)) != latest
    page = network_page(record.register)
    assert (page.recent, page.begin, page.address) == (True, str(latest.year - 10), "/network")
    assert page.rows == network_page(record.register, begin=page.begin).rows
    assert not network_page(record.register, end="1950").recent
    assert network_page(record.register, about="Garden League").begin == ""


def test_no_name_in_the_drawing_covers_another(record: OpenRecord) -> None:
    named = [node for node in network_page(record.register).nodes if node.label]
    assert named
    for place, one in enumerate(named):
        for other in named[place + 1 :]:
            apart = abs(one.x - other.x) >= 4 * (len(one.label or "") + len(other.label or ""))
            assert apart or abs((one.y - one.size) - (other.y - other.size)) >= 17
