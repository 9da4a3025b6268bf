"""A document built to run something, shown in a real browser: it is text and nothing more."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Seen, Served
from tests.gazette.sample import HOSTILE_NAME


@pytest.fixture
def paths(context: BrowserContext, served: Served) -> list[str]:
    """Every page on which something of the hostile document stands."""
    found = ["/", "/documents", "/people", "/bodies", "/who?role=Chair", "/search?q=Eve", "/search?q=%3Cscript%3E"]
    for listing in ("people", "bodies", "documents", "places"):
        rows = json.loads(context.request.get(f"{served.address}/{listing}.json").text())["list"]["rows"]
        found += [row["href"] for row in rows]
    met = json.loads(context.request.get(f"{served.address}/gatherings.json").text())["rows"]
    found += [row["row"]["href"] for row in met]
    found += ["/gatherings", "/acts", "/acts?kind=decision", "/acts?kind=award", "/changes?from=1900", "/conflicts"]
    return found


def test_nothing_runs_and_nothing_leaves(page: Page, served: Served, seen: Seen, paths: list[str]) -> None:
    for path in paths:
        page.goto(served.address + path)
        page.wait_for_timeout(100)  # time enough for a refresh or a handler to run
        assert page.evaluate("window.ran") is None, path
        assert page.locator("iframe, object, embed, base, style, main script, main img").count() == 0, path
        assert page.url == served.address + path
    assert seen.dialogs == []
    assert seen.complaints == [], "the policy had something to refuse, so something was not escaped"
    assert {url.split("/")[2] for url in seen.requests} == {served.address.split("/")[2]}


def test_the_document_shows_what_it_holds_as_text(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/documents/{served.hostile}")
    text = page.locator("main")
    expect(text).to_contain_text('<script>window.ran=(window.ran||0)+1</script><svg onload="window.ran')
    expect(text).to_contain_text('<base href="https://evil.example/">')
    expect(text).to_contain_text("{{ 7 * 7 }}")
    expect(text.locator(".unseen", has_text="RLO").first).to_be_visible()
    assert "\u202e" not in page.content()


def test_a_policy_would_stop_what_escaping_might_miss(page: Page, served: Served, seen: Seen) -> None:
    page.goto(served.address)
    page.evaluate("""() => {
        const image = document.createElement("div");
        image.innerHTML = '<img src=x onerror="window.ran=1"><p style="color:red">';
        document.body.append(image);
        const script = document.createElement("script");
        script.textContent = "window.ran=1";
        document.body.append(script);
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in seen.complaints)


def test_a_hostile_name_is_one_line_of_a_list(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/people")
    page.get_by_role("link", name="Eve").first.click()
    shown = page.get_by_role("heading", level=1).inner_text()
    assert shown == HOSTILE_NAME.replace("\u202e", "RLO")
