"""Every page over HTTP, as HTML and as JSON, with hostile documents in the record, and errors in one shape."""

from __future__ import annotations

import json
import re
from functools import partial

import pytest
from starlette.types import ASGIApp

from chancery.gazette.web import make_app
from chancery.gazette.web.app import json_path
from chancery.gazette.web.routes import ROUTES
from chancery.office.settings import Settings
from tests.gazette.asking import ask
from tests.gazette.sample import HOSTILE_NAME, LONG_NAME, open_record


@pytest.fixture
def app(hostile_settings: Settings) -> ASGIApp:
    return make_app(partial(open_record, hostile_settings))


def addresses(settings: Settings) -> list[str]:
    """Every page of the record."""
    found = [
        "/",
        "/documents",
        "/people",
        "/bodies",
        "/who",
        "/search",
        "/search?q=chair",
        "/who?role=Chair",
        "/review",
        "/places",
        "/acts",
        "/acts?kind=decision&about=Garden+League&from=1934&to=1936",
        "/acts?kind=award&page=3",
        "/acts?kind=message",
        "/changes",
        "/changes?about=Garden+League&from=1934&units=1",
        "/changes?recorded-since=2024-01-01&kind=unit",
        "/conflicts",
        "/conflicts?about=Ada+Cole",
        "/gatherings",
        "/gatherings?from=1934&to=1934&on=1984-06-05",
        "/network",
        "/network?from=1930&to=1940&about=Garden+League",
    ]
    found += ["/documents?page=99", "/people?page=x", "/who?role=Chair&in=Garden+League&on=1936-01"]
    found.append("/cite?page=%2Fbodies%2Fx%3Fon%3D1925&title=A+%3Cb%3E")
    with open_record(settings) as record:
        found += [f"/documents/{row.document.id}" for row in record.register.documents()]
        garden = [row.document.id for row in record.register.documents() if "garden." in row.document.source]
        found += [f"/documents/{one}/beside/{other}" for one in garden for other in garden if one != other]
        found += [
            f"/documents/{row.document.id}/facts/{claim.id}"
            for row in record.register.documents()
            for claim in record.register.claims_of(row.document.id)[:2]
        ]
        found += [f"/documents/{row.document.id}/add?kind=post" for row in record.register.documents()]
        found += [
            f"/documents/{row.document.id}/add?kind={kind}&start=0&end=20"
            for row in record.register.documents()
            for kind in ("attendance", "decision")
        ]
        found += [
            f"/documents/{row.document.id}/add?instead-of={claim.id}"
            for row in record.register.documents()
            for claim in record.register.claims_of(row.document.id)[:2]
        ]
        found += [f"/gatherings/{view.id}" for view in record.register.gatherings()]
        found += [f"/places/{row.entity.id}" for row in record.register.places()]
        found += [f"/people/{row.entity.id}" for row in record.register.people()]
        found += [f"/bodies/{row.entity.id}" for row in record.register.bodies()]
        found += [f"/bodies/{row.entity.id}?on=1936-12&units=1" for row in record.register.bodies()]
    return found


def test_every_page_is_html_without_anything_that_runs(app: ASGIApp, hostile_settings: Settings) -> None:
    for address in addresses(hostile_settings):
        answer = ask(app, address)
        assert answer.status_code == 200, address
        html = answer.text
        assert "\u202e" not in html
        assert "\x00" not in html
        assert not re.search(r"<(img|iframe|base|style|object|embed)\b", html), address
        scripts = re.findall(r"<script[^>]*>", html)
        assert scripts and all(re.fullmatch(r'<script type="module" src="/static/\w+\.js">', s) for s in scripts), (
            address
        )
        assert not re.search(r"<[^>]*\s(on\w+|style)\s*=", re.sub(r'"[^"]*"', '""', html)), address
        assert "javascript:" not in " ".join(re.findall(r'(?:href|src|action)="([^"]*)"', html))


def test_hostile_names_are_shown_as_text(app: ASGIApp, hostile_settings: Settings) -> None:
    people = ask(app, "/people").text
    assert "Eve&#34;&gt;&lt;img src=x onerror=" in people
    assert '<span class="unseen" title="U+202E">RLO</span>elttaS' in people
    assert LONG_NAME[:150] in ask(app, "/bodies").text
    listed = ask(app, "/people.json").json()["list"]["rows"]
    assert HOSTILE_NAME in {row["entity"]["name"] for row in listed}


def test_documents_are_no_templates(app: ASGIApp, hostile_settings: Settings) -> None:
    with open_record(hostile_settings) as record:
        sha = next(row.document.id for row in record.register.documents() if "<img" in row.document.source)
    assert "{{ 7 * 7 }} {% include &#34;base.html&#34; %} &amp;lt;b&amp;gt;" in ask(app, f"/documents/{sha}").text


def test_every_page_has_the_same_object_as_json(app: ASGIApp, hostile_settings: Settings) -> None:
    for address in addresses(hostile_settings):
        answer = ask(app, json_path(address))
        assert answer.headers["content-type"] == "application/json"
        page = answer.json()
        assert page["title"], address
        assert ask(app, page["address"]).status_code == 200
        linked = f'href="{json_path(page["address"])}"'.replace("&", "&amp;")
        assert linked in ask(app, address).text


def test_every_route_is_asked_for_here(hostile_settings: Settings) -> None:
    paths = [address.partition("?")[0] for address in addresses(hostile_settings)]
    asked = {route.path for route in ROUTES if any(re.fullmatch(_pattern(route.path), path) for path in paths)}
    assert {route.path for route in ROUTES} == asked


def _pattern(path: str) -> str:
    return re.sub(r"\{\w+\}", "[^/]+", path)


def test_a_digest_may_be_short_and_an_address_may_use_a_name(app: ASGIApp, hostile_settings: Settings) -> None:
    with open_record(hostile_settings) as record:
        sha = record.register.documents()[0].document.id
    assert ask(app, f"/documents/{sha[:12]}.json").json()["sha"] == sha
    assert ask(app, "/people/Bo%20Dahl.json").json()["title"] == "Bo Dahl"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/nowhere", 404, "X007"),
        ("/people/nobody%20at%20all", 404, "Q001"),
        ("/bodies/Bo%20Dahl", 404, "X007"),
        ("/who?role=Chair&on=soon", 400, "Q002"),
        ("/acts?kind=poem", 404, "X007"),
        ("/changes?recorded-since=soon", 400, "Q002"),
        ("/conflicts?about=nobody+at+all", 404, "Q001"),
        ("/documents/..%2f..%2fetc%2fpasswd", 404, "X007"),
        ("/static/../app.py", 404, "X007"),
        ("/static/%2e%2e/app.py", 404, "X007"),
    ],
)
def test_errors_have_one_shape_as_a_page_and_as_json(app: ASGIApp, path: str, status: int, code: str) -> None:
    page = ask(app, path)
    assert (page.status_code, code in page.text) == (status, True)
    assert "What to do:" in page.text
    error = ask(app, path, headers={"accept": "application/json"})
    assert error.status_code == status
    assert error.json()["error"]["code"] == code
    assert set(error.json()["error"]) == {"code", "what", "cause", "next"}


def test_nothing_can_be_written(app: ASGIApp) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert ask(app, "/", method=method).status_code == 405
    assert ask(app, "/", method="HEAD").text == ""


def test_a_mistake_of_ours_is_told_without_its_innards(hostile_settings: Settings) -> None:
    def broken() -> object:
        raise ZeroDivisionError("secret innards")

    answer = ask(make_app(broken), "/index.json")  # type: ignore[arg-type]
    assert answer.status_code == 500
    assert json.loads(answer.text)["error"]["code"] == "X009"
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_workspace_that_is_gone_is_told_by_its_code(settings: Settings) -> None:
    gone = Settings(workspace=settings.workspace / "gone")
    answer = ask(make_app(partial(open_record, gone)), "/index.json")
    assert answer.json()["error"]["code"] == "W004"
