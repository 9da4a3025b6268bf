"""The pages in a real browser: what a reader sees, and the way from a fact to the words that state it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Seen, Served

CHAIR = "Ada Cole was elected Chair of the Garden League on 3 July 1933"


@pytest.fixture(autouse=True)
def quiet(seen: Seen) -> object:
    """No page may complain, ask, or reach beyond this machine."""
    yield
    assert seen.complaints == []
    assert seen.dialogs == []
    assert seen.requests
    assert [url for url in seen.requests if not url.startswith("http://127.0.0.1:")] == []


def open_document(page: Page, served: Served, title: str) -> None:
    page.goto(f"{served.address}/documents")
    page.get_by_role("link", name=title).first.click()


def test_from_the_overview_to_a_document(page: Page, served: Served) -> None:
    page.goto(served.address)
    expect(page.get_by_role("heading", level=1)).to_have_text("What the documents say")
    expect(page.locator(".figures")).to_contain_text("documents")
    expect(page.locator("main")).to_contain_text("1 document in French")
    expect(page.locator("main")).to_contain_text("reports/empty.txt is empty")
    page.get_by_role("link", name="Garden League Elects Its Chair").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Garden League Elects Its Chair")


def test_evidence_is_highlighted_and_a_fact_leads_to_it(page: Page, served: Served) -> None:
    open_document(page, served, "Garden League Elects Its Chair")
    fact = page.locator(".margin li", has_text="Ada Cole elected Chair")
    claim = fact.get_attribute("data-claims")
    highlights = page.locator(f'.text [data-claims~="{claim}"]')
    assert " ".join("".join(highlights.all_text_contents()).split()) == CHAIR
    colour = highlights.first.evaluate("element => getComputedStyle(element).backgroundColor")
    assert colour not in ("rgba(0, 0, 0, 0)", "transparent")
    fact.get_by_role("link", name="in the text").click()
    assert page.url.endswith(f"#at-{claim}")
    expect(page.locator(f"#at-{claim}")).to_be_in_viewport()


def test_facts_and_words_light_each_other_up(page: Page, served: Served) -> None:
    open_document(page, served, "Garden League Elects Its Chair")
    fact = page.locator(".margin li", has_text="Seed Council is part of")
    claim = fact.get_attribute("data-claims")
    fact.hover()
    expect(page.locator(f'.text [data-claims~="{claim}"].lit').first).to_be_visible()
    page.locator("h1").hover()
    expect(page.locator(".lit")).to_have_count(0)
    page.locator(f'.text [data-claims~="{claim}"]').first.hover()
    expect(fact).to_have_class("unit lit")


def test_without_scripts_the_way_to_the_words_is_the_same(browser: Browser, served: Served, seen: Seen) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.on("request", lambda request: seen.requests.append(request.url))
    open_document(page, served, "Garden League Elects Its Chair")
    fact = page.locator(".margin li").first
    fact.get_by_role("link", name="in the text").click()
    target = page.locator(f"#at-{fact.get_attribute('data-claims')}")
    expect(target).to_be_in_viewport()
    expect(target).to_have_css("outline-style", "solid")
    context.close()


def test_what_was_not_read_and_what_holds_nothing_say_so(page: Page, served: Served) -> None:
    open_document(page, served, "La Ligue des jardins")
    expect(page.locator(".none")).to_contain_text("Not read: French")
    open_document(page, served, "Opening Hours")
    expect(page.locator(".none")).to_contain_text("Nothing found here")
    expect(page.locator(".text")).to_contain_text("The office is open from nine to five.")


def test_a_person_has_bars_and_each_post_leads_to_its_sentence(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/people")
    page.get_by_role("link", name="Ada Cole").click()
    post = page.locator(".bars li").first
    expect(post).to_contain_text("from 3 July 1933, until 30 June 1940")
    bar = post.locator("rect.part.certain")
    box, row = bar.bounding_box(), post.bounding_box()
    assert box is not None and row is not None
    assert box["width"] > row["width"] / 2
    post.locator("cite a").first.click()
    expect(page.locator(":target")).to_contain_text("Ada Cole")
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_body_has_its_posts_and_units(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/bodies")
    page.get_by_role("link", name="Garden League").first.click()
    expect(page.get_by_role("heading", name="Chair")).to_be_visible()
    expect(page.locator(".bars").first.get_by_role("link", name="Ada Cole")).to_be_visible()
    page.locator("main").get_by_role("link", name="Seed Council").first.click()
    expect(page.locator("main")).to_contain_text("Part of Garden League")


def test_search_and_question_are_asked_by_forms(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.get_by_role("searchbox").fill("hedges")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("mark")).to_have_text("hedges")
    page.get_by_role("link", name="Who held it?").click()
    page.get_by_label("Post").fill("Chair")
    page.get_by_label("In which body").fill("Garden League")
    page.get_by_label("On which day").fill("1936-01-01")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator(".answer").first).to_have_text("Ada Cole held it")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_window(
    browser: Browser, served: Served, seen: Seen, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("request", lambda request: seen.requests.append(request.url))
    people = json.loads(context.request.get(f"{served.address}/people.json").text())["list"]["rows"]
    bodies = json.loads(context.request.get(f"{served.address}/bodies.json").text())["list"]["rows"]
    rows = json.loads(context.request.get(f"{served.address}/documents.json").text())["list"]["rows"]
    paths = ["/", "/documents", "/people", "/bodies", "/search?q=chair", "/who?role=Chair", "/nowhere"]
    for path in paths + [row["href"] for row in people + bodies + rows]:
        page.goto(served.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
