"""Writing through pages: only signed-in users, only from our own forms, and every ruling names its user."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from chancery.gazette.web import make_app
from chancery.office.accounts import AccountFile
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.office.writing import WorkspaceCommands
from chancery.register.ledger import Entry
from tests.gazette.asking import ask
from tests.gazette.congress import add_congress
from tests.gazette.sample import open_record, sample_workspace

PASSWORD = "correct horse battery"
COOKIE = "chancery-session"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return sample_workspace(tmp_path)


@pytest.fixture
def accounts(settings: Settings) -> AccountFile:
    made = AccountFile(settings.accounts, once_for="keeper")
    made.add("Ada", "editor", PASSWORD)
    made.add("Rea", "reader", PASSWORD)
    return made


@pytest.fixture
def app(settings: Settings, accounts: AccountFile) -> ASGIApp:
    return make_app(partial(open_record, settings), accounts=accounts, commands=WorkspaceCommands(settings))


def signed_in(app: ASGIApp, name: str) -> dict[str, str]:
    answer = ask(app, "/sign-in", method="POST", form={"name": name, "password": PASSWORD, "back": "/review"})
    assert answer.status_code == 303 and answer.headers["location"] == "/review"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "samesite=strict" in cookie.casefold()
    return {COOKIE: answer.cookies[COOKIE]}


def form_token(app: ASGIApp, cookies: dict[str, str]) -> str:
    found = re.search(r'name="form_token" value="([0-9a-f]{64})"', ask(app, "/people", cookies=cookies).text)
    assert found
    return found[1]


def members(settings: Settings) -> list[str]:
    with open_readonly(settings) as register:
        return [register.entity(row.entity.id).members[0] for row in register.people()][:2]


def rulings(settings: Settings) -> list[Entry]:
    with open_readonly(settings) as register:
        return [entry for entry in register.ledger.entries() if entry.kind == "ruling"]


def judge(
    app: ASGIApp, settings: Settings, cookies: dict[str, str], headers: dict[str, str] | None = None, **more: str
) -> httpx.Response:
    first, second = members(settings)
    form = {"judgement": "not the same", "first": first, "second": second, "why": "two careers", **more}
    return ask(app, "/rulings", method="POST", form=form, cookies=cookies, headers=headers)


def test_an_editor_rules_and_the_ruling_names_the_user(app: ASGIApp, settings: Settings) -> None:
    cookies = signed_in(app, "Ada")
    answer = judge(app, settings, cookies, form_token=form_token(app, cookies), back="/review")
    assert answer.status_code == 303 and answer.headers["location"] == "/review"
    (entry,) = rulings(settings)
    with open_readonly(settings) as register:
        content = register.ledger.payload(entry) or b""
    assert b'"by":"Ada"' in content and b"two careers" in content


def test_and_takes_it_back(app: ASGIApp, settings: Settings) -> None:
    cookies = signed_in(app, "Ada")
    token = form_token(app, cookies)
    judge(app, settings, cookies, form_token=token)
    (entry,) = rulings(settings)
    answer = ask(
        app, f"/rulings/{entry.id}/withdraw", method="POST", form={"form_token": token, "why": "no"}, cookies=cookies
    )
    assert answer.status_code == 303
    with open_readonly(settings) as register:
        assert register.store.rows("SELECT 1 FROM ruling") == []


def test_nobody_known_writes_nothing(app: ASGIApp, settings: Settings) -> None:
    answer = judge(app, settings, {})
    assert answer.status_code == 401 and "S001" in answer.text
    assert rulings(settings) == []


def test_a_reader_may_not_rule(app: ASGIApp, settings: Settings) -> None:
    cookies = signed_in(app, "Rea")
    answer = judge(app, settings, cookies, form_token=form_token(app, cookies))
    assert answer.status_code == 403 and "S002" in answer.text
    assert rulings(settings) == []


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_this_sessions_token_is_refused(app: ASGIApp, settings: Settings, token: str) -> None:
    answer = judge(app, settings, signed_in(app, "Ada"), form_token=token)
    assert answer.status_code == 403 and "S006" in answer.text
    assert rulings(settings) == []


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "http://127.0.0.1:9999"])
def test_a_form_from_another_site_is_refused_even_with_the_token(app: ASGIApp, settings: Settings, origin: str) -> None:
    cookies = signed_in(app, "Ada")
    answer = judge(app, settings, cookies, {"origin": origin}, form_token=form_token(app, cookies))
    assert answer.status_code == 403 and "S006" in answer.text
    assert rulings(settings) == []


def test_what_is_no_form_or_too_large_is_refused(app: ASGIApp, settings: Settings) -> None:
    cookies = signed_in(app, "Ada")
    plain = ask(app, "/rulings", method="POST", cookies=cookies, headers={"content-type": "text/plain"})
    assert plain.status_code == 403
    large = judge(app, settings, cookies, form_token=form_token(app, cookies), why="x" * 300_000)
    assert large.status_code == 403
    assert rulings(settings) == []


@pytest.mark.parametrize("back", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "x"])
def test_signing_in_never_leads_elsewhere(app: ASGIApp, back: str) -> None:
    answer = ask(app, "/sign-in", method="POST", form={"name": "Ada", "password": PASSWORD, "back": back})
    assert answer.headers["location"] == "/"


def test_the_printed_address_signs_in_once(app: ASGIApp, accounts: AccountFile) -> None:
    address = f"/sign-in?token={accounts.one_time_token}"
    assert ask(app, address).status_code == 303
    assert ask(app, address).status_code == 403


def test_signing_out_ends_the_session(app: ASGIApp, settings: Settings) -> None:
    cookies = signed_in(app, "Ada")
    token = form_token(app, cookies)
    assert ask(app, "/sign-out", method="POST", form={"form_token": token}, cookies=cookies).status_code == 303
    assert judge(app, settings, cookies, form_token=token).status_code == 401


def test_a_wrong_password_is_told_on_the_form(app: ASGIApp) -> None:
    answer = ask(app, "/sign-in", method="POST", form={"name": "Ada", "password": "wrong password"})
    assert answer.status_code == 403 and 'role="alert"' in answer.text and "S003" in answer.text


def test_where_reading_is_not_open_pages_are_for_users_only(settings: Settings, accounts: AccountFile) -> None:
    closed = make_app(
        partial(open_record, settings), accounts=accounts, commands=WorkspaceCommands(settings), reading_is_open=False
    )
    for path in ("/", "/people", "/people.json", "/search?q=chair"):
        assert ask(closed, path).status_code == 401, path
    assert ask(closed, "/people", cookies=signed_in(closed, "Rea")).status_code == 200


def test_without_accounts_there_is_nothing_to_write_to(settings: Settings) -> None:
    reading = make_app(partial(open_record, settings))
    assert ask(reading, "/rulings", method="POST", form={}).status_code == 404


def test_an_editor_chooses_a_side_of_a_conflict_and_takes_it_back(app: ASGIApp, settings: Settings) -> None:
    add_congress(settings)
    assert 'value="accept"' not in ask(app, "/conflicts").text
    cookies = signed_in(app, "Ada")
    form = re.findall(r'name="first" value="([0-9a-f]+)"', ask(app, "/conflicts", cookies=cookies).text)
    assert len(form) == 2
    token = form_token(app, cookies)
    sent = {"form_token": token, "first": form[1], "judgement": "accept", "why": "the minutes", "back": "/conflicts"}
    assert ask(app, "/rulings", method="POST", form=sent, cookies=cookies).status_code == 303
    (row,) = ask(app, "/conflicts.json").json()["list"]["rows"]
    assert (row["overruled_by"]["by"], row["overruled_by"]["why"]) == ("Ada", "the minutes")
    assert [side["claims"][0]["claim"] == form[1] for side in row["sides"]] == [
        side["followed"] for side in row["sides"]
    ]
    back = f"/rulings/{row['overruled_by']['entry']}/withdraw"
    assert f'action="{back}"' in ask(app, "/conflicts", cookies=cookies).text
    assert ask(app, back, method="POST", form={"form_token": token}, cookies=cookies).status_code == 303
    (row,) = ask(app, "/conflicts.json").json()["list"]["rows"]
    assert row["overruled_by"] is None


def test_a_person_shows_the_rulings_on_its_names_and_an_editor_takes_one_back(app: ASGIApp, settings: Settings) -> None:
    cookies = signed_in(app, "Ada")
    token = form_token(app, cookies)
    judge(app, settings, cookies, form_token=token)
    person = ask(app, "/people.json").json()["list"]["rows"][0]["href"]
    (row,) = ask(app, f"{person}.json").json()["rulings"]
    assert (row["judgement"], row["by"], row["why"], row["by_rule"]) == ("not the same", "Ada", "two careers", False)
    assert {name["name"] for name in row["names"]} == {"Ada Cole", "Bo Dahl"}
    assert "Take back" not in ask(app, person).text
    page = ask(app, person, cookies=cookies).text
    assert "Take back" in page and "two careers" in page
    back = f"/rulings/{row['entry']}/withdraw"
    assert ask(app, back, method="POST", form={"form_token": token, "back": person}, cookies=cookies).status_code == 303
    assert ask(app, f"{person}.json").json()["rulings"] == []


@pytest.mark.parametrize(
    "form",
    [
        {"judgement": "same", "first": "no such", "second": "no such"},
        {"judgement": "same", "first": "no such", "second": "nor this"},
        {"judgement": "accept", "first": "x" * 5000},
        {"judgement": "annul", "first": "anything"},
        {"judgement": "perhaps", "first": "a", "second": "b"},
    ],
)
def test_what_is_not_in_the_record_is_not_ruled_on(app: ASGIApp, settings: Settings, form: dict[str, str]) -> None:
    cookies = signed_in(app, "Ada")
    form = form | {"form_token": form_token(app, cookies)}
    assert ask(app, "/rulings", method="POST", form=form, cookies=cookies).status_code in (400, 403, 404)
    assert rulings(settings) == []


def test_a_document_is_not_withdrawn_as_if_it_were_a_ruling(app: ASGIApp, settings: Settings) -> None:
    cookies = signed_in(app, "Ada")
    with open_readonly(settings) as register:
        reading = next(entry for entry in register.ledger.entries() if entry.kind == "reading")
    form = {"form_token": form_token(app, cookies)}
    answer = ask(app, f"/rulings/{reading.id}/withdraw", method="POST", form=form, cookies=cookies)
    assert answer.status_code == 404
    with open_readonly(settings) as register:
        assert all(entry.kind != "withdrawal" for entry in register.ledger.entries())


def test_a_broken_origin_is_another_site(app: ASGIApp) -> None:
    form = {"name": "Ada", "password": PASSWORD}
    answer = ask(app, "/sign-in", method="POST", form=form, headers={"origin": "http://["})
    assert answer.status_code == 403 and "S006" in answer.text


def test_where_reading_is_not_open_the_page_leads_to_the_form(settings: Settings, accounts: AccountFile) -> None:
    closed = make_app(
        partial(open_record, settings), accounts=accounts, commands=WorkspaceCommands(settings), reading_is_open=False
    )
    assert 'href="/sign-in?back=%2Fsearch%3Fq%3Dchair"' in ask(closed, "/search?q=chair").text
