"""Documents, names and reasons built to run, to leave or to break, in a real browser: text and nothing more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Seen, Served, serving
from tests.gazette.hostile import LONG, STRINGS, add_corpus
from tests.gazette.sample import HOSTILE_NAME, add_hostile, sample_workspace
from tests.gazette.test_app import addresses

# What a page is and did: whether something ran, leads elsewhere, is wider than the window, or turns the reading direction.
STATE = """() => ({
    ran: window.ran ?? null,
    foreign: [...document.querySelectorAll("iframe, object, embed, base, style, meta[http-equiv], main script, main img, "
        + "[onload], [onerror], [onclick], [onfocus], math, foreignObject")].map((one) => one.outerHTML),
    leaving: [...document.querySelectorAll("[href], [src], [action], [formaction]")]
        .flatMap((one) => ["href", "src", "action", "formaction"].map((name) => one.getAttribute(name)))
        .filter((value) => value !== null && new URL(value, location.href).origin !== location.origin),
    wide: document.documentElement.scrollWidth > innerWidth,
    turned: /[\\u0000\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML),
})"""
HARMLESS = {"ran": None, "foreign": [], "leaving": [], "wide": False, "turned": False}


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


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The whole corpus, served."""
    settings = sample_workspace(tmp_path_factory.mktemp("corpus"))
    hostile = add_hostile(settings)
    add_corpus(settings, tmp_path_factory.mktemp("files"))
    with serving(settings) as (address, session):
        yield Served(address, settings, hostile, session)


def few_of_many(found: list[str]) -> list[str]:
    """All addresses, but of the many forms and facts one in six: they differ in their numbers only."""
    many = [address for address in found if "/facts/" in address or "/add?" in address]
    kept = set(many[::6])
    return [address for address in found if address not in many or address in kept]


def quietly(page: Page, seen: Seen, served: Served) -> None:
    """Nothing asked, complained, opened or went elsewhere. An error page is told of by the browser, and is none."""
    assert seen.dialogs == []
    assert [told for told in seen.complaints if "the server responded with a status of" not in told] == []
    assert {url.split("/")[2] for url in seen.requests} == {served.address.split("/")[2]}
    assert len(page.context.pages) == 1


@pytest.mark.slow
def test_no_page_of_the_corpus_runs_leaves_or_breaks(page: Page, corpus: Served, seen: Seen) -> None:
    corpus.sign_in(page.context)
    page.set_viewport_size({"width": 390, "height": 844})
    found = few_of_many(addresses(corpus.settings))
    for address in found:
        page.goto(corpus.address + address)
        assert page.evaluate(STATE) == HARMLESS, address
        assert page.url == corpus.address + address
        assert page.get_by_role("heading", level=1).count() == 1, address
    page.set_viewport_size({"width": 1280, "height": 900})
    for address in found[:: max(1, len(found) // 25)]:
        page.goto(corpus.address + address)
        assert page.evaluate(STATE) == HARMLESS, address
    quietly(page, seen, corpus)


def test_what_is_asked_is_text_too(page: Page, corpus: Served, seen: Seen) -> None:
    for asked in (*STRINGS, LONG[:3000]):
        for path in (
            f"/search?{urlencode({'q': asked})}",
            f"/who?{urlencode({'role': asked, 'in': asked, 'on': asked})}",
            f"/who?{urlencode({'role': asked})}",
            f"/network?{urlencode({'about': asked, 'from': asked})}",
            f"/people/{quote(asked, safe='')}",
            f"/cite?{urlencode({'page': asked, 'title': asked})}",
            f"/sign-in?{urlencode({'back': asked})}",
        ):
            page.goto(corpus.address + path)
            assert page.evaluate(STATE) == HARMLESS, path
    quietly(page, seen, corpus)


def test_signing_in_with_such_a_name_only_fails(page: Page, corpus: Served, seen: Seen) -> None:
    for name in STRINGS[:4]:
        page.goto(f"{corpus.address}/sign-in")
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_label("Password").fill(name)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("S003")
        assert page.evaluate(STATE) == HARMLESS
    quietly(page, seen, corpus)


def test_a_ruling_with_such_a_reason_is_shown_as_it_was_given(page: Page, corpus: Served, seen: Seen) -> None:
    corpus.sign_in(page.context)
    fact = next(address for address in addresses(corpus.settings) if "/facts/" in address)
    for reason in STRINGS[:6]:
        page.goto(corpus.address + fact)
        page.get_by_label("Why").fill(reason)
        page.get_by_role("button", name="Accept").click()
        assert page.url == corpus.address + fact.replace("/facts/", "#fact-")
        page.goto(corpus.address + fact)
        expect(page.get_by_text(" ".join(reason.split()), exact=True).first).to_be_visible()
        assert page.evaluate(STATE) == HARMLESS
        page.get_by_role("button", name="Take back").first.click()
        assert page.url == corpus.address + fact
    quietly(page, seen, corpus)
