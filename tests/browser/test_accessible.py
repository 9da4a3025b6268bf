"""A page of each kind by axe-core: no violation, at desk width in the light and phone width in the dark, signed in or not."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served
from tests.browser.routes import one_of_each

NO_PAGES = ("/nowhere", "/people/nobody", "/who?on=soon", "/sign-in")  # errors, and a form that is none of the record
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


@pytest.mark.slow
@pytest.mark.parametrize("signed_in", [False, True], ids=["reading", "signed in"])
def test_no_page_has_a_violation(browser: Browser, served: Served, axe: Axe, signed_in: bool) -> None:
    # Only this test passes by the policy: what axe-core adds to a page is no page of ours.
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    if signed_in:
        served.sign_in(context)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for address in (*one_of_each(served.settings), *NO_PAGES):
        page.goto(served.address + address)
        for width, scheme in ((1280, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for violation in violations(page, axe, EVERYTHING):
                found.setdefault(violation, []).append(f"{address} {width} {scheme}")
    context.close()
    assert not found, "\n".join(f"{violation}\n  {len(at)} times, first {at[0]}" for violation, at in found.items())


def violations(page: Page, axe: Axe, options: dict[str, Any]) -> list[str]:
    """What axe-core holds against the page: the rule, the place and its first words, and why."""
    return [
        f"{one['id']}: {node['html'][:120]} — {' '.join(node['failureSummary'].split())[:300]}"
        for one in axe.run(page, options=options).response["violations"]
        for node in one["nodes"]
    ]


def test_a_violation_would_be_found(browser: Browser, served: Served, axe: Axe) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(served.address)
    page.evaluate("""() => {
        document.querySelector("main").insertAdjacentHTML("beforeend", '<input><h6>x</h6><p id="pale">pale</p>');
        document.querySelector("#pale").style.color = "color-mix(in srgb, var(--paper) 80%, black)";
    }""")
    rules = {violation.partition(":")[0] for violation in violations(page, axe, EVERYTHING)}
    assert {"label", "heading-order", "color-contrast"} <= rules
    context.close()
