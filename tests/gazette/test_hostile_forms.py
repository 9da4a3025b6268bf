"""Hostile questions and fields, without a browser: an answer that says what is wrong, never a mistake of ours."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.types import ASGIApp

from chancery.gazette.web import make_app
from chancery.gazette.web.routes import ROUTES
from chancery.office.accounts import AccountFile
from chancery.office.settings import Settings
from chancery.office.writing import WorkspaceCommands
from tests.gazette.asking import ask
from tests.gazette.hostile import LONG, STRINGS, add_corpus
from tests.gazette.sample import open_record, sample_workspace
from tests.gazette.test_actions import PASSWORD, form_token, signed_in

# As they stand in an address or a form: bytes that are no text, a NUL, broken escapes, and all strings of the corpus.
RAW = ("%ED%A0%80", "%00", "%FF%FE", "%", "%zz", "%0d%0aSet-Cookie:%20x=y", "%u0041", "a" * 3000, "&&==;;", "%26%3D")
DAYS = ("0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00", "0001-01-01", "9999-12-31")
QUERIES = (*RAW, *DAYS, *(quote(string, safe="") for string in STRINGS))
QUESTIONS = (
    "q", "page", "title", "role", "in", "on", "from", "to", "about", "at", "back", "known", "recorded-since", "kind",
    "units", "start", "end", "instead-of",
)  # fmt: skip
FIELDS = ("first", "second", "why", "back", "judgement", "name", "password", "form_token")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = sample_workspace(tmp_path_factory.mktemp("fields"))
    add_corpus(settings, tmp_path_factory.mktemp("files"))
    return settings


@pytest.fixture
def app(settings: Settings, tmp_path: Path) -> ASGIApp:
    accounts = AccountFile(tmp_path / "users.sqlite")  # whoever tried too often in one test may try in the next
    accounts.add("Ada", "editor", PASSWORD)
    return make_app(partial(open_record, settings), accounts=accounts, commands=WorkspaceCommands(settings))


@pytest.mark.parametrize("route", [route.path for route in ROUTES])
def test_a_hostile_question_is_answered(app: ASGIApp, route: str) -> None:
    for raw in QUERIES:
        path = "/".join(raw if part.startswith("{") else part for part in route.split("/"))
        address = f"{path}?" + "&".join(f"{name}={raw}" for name in QUESTIONS)
        answer = ask(app, address)
        assert answer.status_code < 500, address
        assert "set-cookie" not in answer.headers, address


@pytest.mark.parametrize("path", ["/rulings", "/rulings/x/withdraw", "/sign-in", "/sign-out"])
def test_a_hostile_form_does_nothing_and_says_why(app: ASGIApp, path: str) -> None:
    cookies = signed_in(app, "Ada")
    token = form_token(app, cookies)
    for value in (*STRINGS, LONG):
        form = dict.fromkeys(FIELDS, value) | {"form_token": token}
        if path == "/rulings":
            form |= {"judgement": "same"}
        if path == "/sign-in":
            form |= {"name": "Ada"}  # what is tried too often is refused for a while: see the tests of accounts
            cookies = {}
        answer = ask(app, path, method="POST", form=form, cookies=cookies)
        assert answer.status_code < 500, value[:60]
        assert answer.headers.get("location", "/").startswith("/")
        assert not answer.headers.get("location", "/").startswith("//")
        assert "<script>" not in answer.text
        if path == "/sign-out":
            cookies = signed_in(app, "Ada")
            token = form_token(app, cookies)


@pytest.mark.parametrize("raw", RAW)
def test_bytes_that_are_no_form_are_refused(app: ASGIApp, raw: str) -> None:
    cookies = signed_in(app, "Ada")
    body = f"form_token={form_token(app, cookies)}&judgement={raw}&first={raw}&second={raw}&why={raw}&back={raw}"
    answer = ask(
        app, "/rulings", method="POST", cookies=cookies, content=body.encode(),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    assert 400 <= answer.status_code < 500


def test_a_name_of_a_hundred_thousand_letters_is_a_line_like_others(app: ASGIApp) -> None:
    assert LONG[:200] in ask(app, "/people").text  # by its beginning: see `register.identity`
    assert ask(app, f"/search?q={LONG[:9]}").status_code == 200


def test_the_guards_stand_around_files_that_are_downloaded(app: ASGIApp, settings: Settings) -> None:
    with open_record(settings) as record:
        sha = next(
            row.document.id for row in record.register.documents() if row.document.source.startswith("reports/0")
        )
        claim = record.register.claims_of(sha)[0].id
    for form in ("txt", "bib", "csl.json", "ris"):
        answer = ask(app, f"/documents/{sha}/facts/{claim}/cite.{form}")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-disposition"].startswith('attachment; filename="')
        assert "\n" not in answer.headers["content-disposition"]
        assert not answer.headers["content-type"].startswith("text/html")
