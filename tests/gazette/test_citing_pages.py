"""Facts and pages that can be cited: their pages, and the references as files."""

from __future__ import annotations

import json
from functools import partial
from urllib.parse import urlencode

import pytest
from starlette.types import ASGIApp

from chancery.gazette.web import make_app
from chancery.office.settings import Settings
from tests.gazette.asking import ask
from tests.gazette.sample import open_record


@pytest.fixture
def app(settings: Settings) -> ASGIApp:
    return make_app(partial(open_record, settings))


@pytest.fixture
def fact(settings: Settings) -> str:
    with open_record(settings) as record:
        for row in record.register.documents():
            for claim in record.register.claims_of(row.document.id):
                return f"/documents/{row.document.id}/facts/{claim.id}"
    raise AssertionError("the sample states something")


def test_a_fact_has_a_page_of_its_own_with_every_form(app: ASGIApp, fact: str) -> None:
    page = ask(app, f"{fact}.json").json()
    assert [form["name"] for form in page["cite"]] == ["Footnote", "BibTeX", "CSL-JSON", "RIS"]
    assert page["proofs"][0]["quote"] in page["cite"][0]["text"]
    html = ask(app, fact).text
    assert 'action="/rulings"' not in html, "nobody is signed in"


def test_each_form_is_a_file(app: ASGIApp, fact: str) -> None:
    for form in ask(app, f"{fact}.json").json()["cite"]:
        answer = ask(app, form["href"])
        assert answer.status_code == 200 and answer.text == form["text"], form["href"]
        assert answer.headers["content-disposition"].startswith('attachment; filename="chancery-')
    assert json.loads(ask(app, f"{fact}/cite.csl.json").text)[0]["archive"] == "Chancery"


def test_there_is_no_other_form(app: ASGIApp, fact: str) -> None:
    assert ask(app, f"{fact}/cite.docx").status_code == 404


def test_a_page_is_cited_with_the_day_on_which_it_was_known(app: ASGIApp) -> None:
    query = urlencode({"page": "/bodies/x?on=1925-06", "title": "Garden League"})
    page = ask(app, f"/cite.json?{query}").json()
    assert page["cited"].startswith("http://127.0.0.1:8421/bodies/x?on=1925-06&known=")
    assert "as of 1925-06" in page["cite"][0]["text"]
    for form in page["cite"]:
        assert ask(app, form["href"]).status_code == 200


def test_a_page_that_says_when_it_was_known_keeps_it(app: ASGIApp) -> None:
    query = urlencode({"page": "/bodies/x?known=2026-01-01", "title": "Garden League"})
    assert ask(app, f"/cite.json?{query}").json()["cited"] == "http://127.0.0.1:8421/bodies/x?known=2026-01-01"


@pytest.mark.parametrize("page", ["", "//elsewhere.example/", "https://elsewhere.example", "/\\x", "/" + "x" * 3000])
def test_only_pages_of_this_server_are_cited(app: ASGIApp, page: str) -> None:
    assert ask(app, f"/cite?{urlencode({'page': page, 'title': 'x'})}").status_code == 404


@pytest.mark.parametrize("name", ["known", "on"])
def test_a_date_in_the_address_adds_no_line_to_a_reference(app: ASGIApp, name: str) -> None:
    query = urlencode({"page": f"/who?{name}=1%0D%0AER  - %0D%0ATY  - ELEC", "title": "x"})
    for form in ask(app, f"/cite.json?{query}").json()["cite"]:
        assert "\nTY  -" not in ask(app, form["href"]).text
