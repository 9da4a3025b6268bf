"""Pages of the record as it stood on a day, by `known` in the address."""

from __future__ import annotations

from functools import partial

import pytest
from starlette.types import ASGIApp

from chancery.gazette.web import make_app
from chancery.office.settings import Settings
from tests.gazette.asking import ask
from tests.gazette.sample import open_record


@pytest.fixture
def app(settings: Settings) -> ASGIApp:
    return make_app(partial(open_record, settings))


def test_before_anything_was_recorded_there_is_nobody(app: ASGIApp) -> None:
    before = ask(app, "/people.json?known=2024-04-30").json()
    assert before["list"]["rows"] == []
    assert before["address"] == "/people?known=2024-04-30"
    after = ask(app, "/people.json?known=2024-05-01").json()
    assert after["list"] == ask(app, "/people.json").json()["list"]


def test_the_page_says_of_when_it_is_and_is_cited_so(app: ASGIApp) -> None:
    page = ask(app, "/bodies/Garden%20League?on=1936&known=2024-05-01T08%3A30%3A00Z").text
    assert "As the record stood on 1 May 2024, 08:30 UTC" in page
    assert "on%3D1936%26known%3D2024-05-01T08%253A30%253A00Z" in page.replace("&amp;", "&"), "in the link to cite it"
    assert "As the record stood" not in ask(app, "/bodies/Garden%20League").text


def test_what_is_no_day_is_told(app: ASGIApp) -> None:
    answer = ask(app, "/people.json?known=soon")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "Q005")


def test_what_waits_for_a_judgement_waits_now(app: ASGIApp) -> None:
    assert ask(app, "/review.json?known=2024-04-30").json()["address"] == "/review"
