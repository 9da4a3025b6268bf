"""The keyboard alone: Tab reaches everything that can be used, in the order of the page, and shows where it is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.browser.routes import one_of_each

# What Tab must reach, in order: of radio buttons of one name, one.
USABLE = """() => {
    const all = [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
    const groups = new Map();
    for (const radio of all.filter((one) => one.type === "radio"))
        if (!groups.has(radio.name) || radio.checked) groups.set(radio.name, radio);
    const usable = all.filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility()
        && (one.type !== "radio" || groups.get(one.name) === one));
    usable.forEach((one, place) => { one.dataset.place = place; });
    return usable.map((one) => one.outerHTML.slice(0, 100));
}"""
FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    return {place: one.dataset.place ?? null, html: one.outerHTML.slice(0, 100),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
        onScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""


@pytest.mark.parametrize("signed_in", [False, True], ids=["reading", "signed in"])
def test_tab_reaches_everything_in_order_and_shows_it(browser: Browser, served: Served, signed_in: bool) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    if signed_in:
        served.sign_in(context)
    page = context.new_page()
    for address in [*one_of_each(served.settings), "/sign-in"]:
        page.goto(served.address + address)
        usable = page.evaluate(USABLE)
        walked = walk(page, len(usable))
        places = [int(step["place"]) for step in walked if step["place"] is not None]
        begin = places[0]  # a script may have put the focus on what the page is for
        assert places == [*range(begin, len(usable)), *range(begin)], f"{address}: {walked[len(places) - 1]['html']}"
        for step in walked:
            assert step["outlined"], f"{address}: no focus to be seen on {step['html']}"
            assert step["onScreen"], f"{address}: the focus is out of sight on {step['html']}"
    context.close()


def walk(page: Page, steps: int) -> list[dict[str, Any]]:
    """Where Tab goes, step by step; between the last place and the first it may leave the page."""
    found: list[dict[str, Any]] = []
    while len(found) < steps:
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step["html"].startswith("<body"):
            page.keyboard.press("Tab")
            step = page.evaluate(FOCUSED)
        found.append(step)
    return found


def test_the_first_tab_skips_to_the_content(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/people")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_page_without_motion_moves_nothing(browser: Browser, served: Served) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for address in one_of_each(served.settings):
        page.goto(served.address + address)
        moving = page.evaluate("""() => [document.documentElement, ...document.querySelectorAll("body *")].filter((one) => {
            const style = getComputedStyle(one);
            return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
                || style.scrollBehavior !== "auto";
        }).length""")
        assert moving == 0, address
    context.close()
