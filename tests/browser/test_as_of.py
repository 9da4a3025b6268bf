"""A body's slider, and the same by the form where no module runs."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served


def league(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/bodies")
    page.get_by_role("link", name="Garden League").click()


def test_the_slider_shows_the_body_as_of_its_day_and_says_so_in_the_address(page: Page, served: Served) -> None:
    league(page, served)
    expect(page.locator("#as-of")).to_contain_text("Who was who on 30 June 1940")
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator("#as-of")).to_contain_text("Who was who on 3 July 1933")
    expect(page.locator("#as-of")).to_contain_text("Ada Cole")
    assert page.url.endswith("?on=1933-07-03")
    expect(slider).to_be_focused()
    expect(page.get_by_label("As of", exact=True)).to_have_value("1933-07-03")
    expect(page.get_by_role("link", name="This page as JSON")).to_have_attribute(
        "href", "/bodies/" + page.url.split("/")[-1].replace("?", ".json?")
    )
    page.get_by_role("link", name="30 June 1940").click()
    expect(page.locator("#as-of")).to_contain_text("Who was who on 30 June 1940")


def test_without_modules_the_form_does_it(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    league(page, served)
    expect(page.get_by_role("slider")).to_have_count(0)
    page.get_by_label("As of", exact=True).fill("1950")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#as-of")).to_contain_text("Who was who in 1950")
    assert "on=1950" in page.url
    context.close()
