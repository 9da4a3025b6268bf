"""On paper: the record in black on white with its sources, and none of what only a screen can use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.browser.routes import one_of_each


@pytest.fixture
def printed(browser: Browser, served: Served) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    served.sign_in(context)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def test_what_only_a_screen_can_use_is_left_out(printed: Page, served: Served) -> None:
    for address in one_of_each(served.settings):
        printed.goto(served.address + address)
        expect(printed.get_by_role("heading", level=1)).to_be_visible()
        for place in printed.locator("nav, form, button, input, .skip, .foot").all():
            assert not place.is_visible(), f"{address}: {place.evaluate('one => one.outerHTML')}"


def test_it_is_black_on_white_even_where_the_screen_is_dark(printed: Page, served: Served) -> None:
    for address in one_of_each(served.settings):
        printed.goto(served.address + address)
        colours = printed.evaluate("""() => [document.body, ...document.querySelectorAll("main *")].flatMap((one) => {
            const style = getComputedStyle(one);
            return one.closest("svg") ? [] : [["ink", style.color], ["paper", style.backgroundColor]];
        }).map((pair) => pair.join(" "))""")
        inks = {colour for colour in colours if colour.startswith("ink")}
        papers = {colour for colour in colours if colour.startswith("paper")}
        assert inks <= {"ink rgb(0, 0, 0)", "ink rgb(51, 51, 51)"}, address
        assert papers <= {"paper rgba(0, 0, 0, 0)", "paper rgb(255, 255, 255)"}, address


def test_a_citation_says_where_it_leads(printed: Page, served: Served) -> None:
    printed.goto(f"{served.address}/people/Ada%20Cole")
    link = printed.locator(".proof cite a").first
    shown = link.evaluate("one => getComputedStyle(one, '::after').content")
    assert link.get_attribute("href") in shown


def test_what_was_folded_is_open(printed: Page, served: Served) -> None:
    printed.goto(f"{served.address}/bodies/Garden%20League")
    folded = printed.locator("details.more .proof").first
    assert folded.evaluate("one => one.getBoundingClientRect().height") > 0
