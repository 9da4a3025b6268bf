"""Stating facts in a real browser: from the words that are selected to the fact, with and without scripts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect

from chancery.gazette.web import make_app
from chancery.gazette.web.server import address_of, bind
from chancery.office.accounts import AccountFile
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.office.writing import WorkspaceCommands
from chancery.terms.claims import Claim, PostFact
from tests.gazette.sample import add, open_record, sample_workspace

PASSWORD = "correct horse battery"
# Signs beyond the basic plane, unseen ones, and lines that end with two: each must count as the text layer counts it.
HARD = "Minutes 𝔐 of the \u200bPort\r\n\r\nOn the day \u202e𝔛 all met.\r\nMira Vane was made Warden\r\nof the Port Guild, they say.\r\n"
MADE = "Mira Vane was made Warden\r\nof the Port Guild"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = sample_workspace(tmp_path)
    add(settings, "reports/port.txt", HARD, {"o1": ("Port Guild",)}, [])
    return settings


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    accounts = AccountFile(settings.accounts)
    accounts.add("Ada", "editor", PASSWORD)
    app = make_app(partial(open_record, settings), accounts=accounts, commands=WorkspaceCommands(settings))
    with bind("127.0.0.1", 0) as bound:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        yield address_of(bound, "127.0.0.1").rstrip("/")
        server.should_exit = True
        thread.join(timeout=10)


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in?back=/documents")
    page.get_by_label("Name", exact=True).fill("Ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def claims_of(settings: Settings, source: str) -> list[Claim]:
    with open_readonly(settings) as register:
        return list(register.claims_of(register.find_document(source)))


SELECT = """words => {
    const [first, last] = words;
    const article = document.querySelector("article.text");
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.data.includes(first)) range.setStart(node, node.data.indexOf(first));
        if (node.data.includes(last)) range.setEnd(node, node.data.indexOf(last) + last.length);
    }
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
}"""


def test_the_words_that_are_selected_become_the_evidence(page: Page, address: str, settings: Settings) -> None:
    sign_in(page, address)
    page.get_by_role("link", name="Minutes").click()
    page.evaluate(SELECT, ["Mira Vane", "Guild"])
    page.get_by_role("link", name="Add a fact here").click()
    expect(page.locator("mark")).to_have_text(" ".join(MADE.split()))
    page.get_by_label("Person needed").fill("Mira Vane")
    page.get_by_label("Post, without the body").fill("Warden")
    page.get_by_label("In the body", exact=True).fill("Port Guild")
    page.get_by_label("What is said of it").select_option("appointed")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mira Vane appointed Warden, Port Guild")
    expect(page.locator("main")).to_contain_text("Stated by hand by Ada.")
    [claim] = claims_of(settings, "reports/port.txt")
    assert claim.evidence[0].quote == MADE


def test_a_wrong_fact_is_corrected_from_the_reading_view_and_taken_back(
    page: Page, address: str, settings: Settings
) -> None:
    sign_in(page, address)
    page.get_by_role("link", name="Garden League Elects Its Chair").click()
    wrong = page.locator(".margin li", has_text="Secretary")
    wrong.get_by_role("link", name="correct or cite").click()
    page.get_by_role("link", name="Correct it").click()
    expect(page.get_by_label("Person needed")).to_have_value("Bo Dahl")
    page.get_by_label("Post, without the body").fill("Treasurer")
    page.get_by_label("Why the other was wrong").fill("misread")
    page.get_by_role("button", name="Correct it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bo Dahl is Treasurer, Garden League")
    roles = [c.fact.role for c in claims_of(settings, "reports/garden.txt") if isinstance(c.fact, PostFact)]
    assert roles == ["Chair", "Treasurer"]
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".margin")).not_to_contain_text("Treasurer")
    roles = [c.fact.role for c in claims_of(settings, "reports/garden.txt") if isinstance(c.fact, PostFact)]
    assert roles == ["Chair"]


def test_a_name_of_the_record_is_offered_while_one_types(page: Page, address: str) -> None:
    sign_in(page, address)
    page.get_by_role("link", name="Minutes").click()
    page.get_by_role("link", name="Add a fact", exact=True).click()
    page.locator(".sentences a").first.click()
    page.get_by_label("Person needed").press_sequentially("Dahl")
    expect(page.locator('#names option[value^="Bo Dahl ["]')).to_be_attached()


def test_without_scripts_the_sentences_lead_to_the_form(browser: Browser, address: str, settings: Settings) -> None:
    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, address)
    page.get_by_role("link", name="Minutes").click()
    page.get_by_role("link", name="Add a fact", exact=True).click()
    page.get_by_role("link", name="Mira Vane was made").click()
    page.get_by_label("What do they state?").select_option("decision")
    page.get_by_role("button", name="Show its fields").click()
    page.get_by_label("What was decided").fill("a Warden is made")
    page.get_by_label("Decided by 1", exact=True).fill("Port Guild")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("main")).to_contain_text("Stated by hand by Ada.")
    assert len(claims_of(settings, "reports/port.txt")) == 1
    context.close()
