"""A browser, and a served workspace that it may look at: nothing else."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from chancery.gazette.web import make_app
from chancery.gazette.web.server import address_of, bind
from chancery.gazette.web.visitors import COOKIE
from chancery.office.accounts import AccountFile
from chancery.office.settings import Settings
from chancery.office.writing import WorkspaceCommands
from tests.gazette.sample import add_hostile, open_record, sample_workspace

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


USER = '"><img src=x onerror=window.ran=1>'  # who signs in bears a hostile name


@dataclass(frozen=True)
class Served:
    """An address at which a workspace is served."""

    address: str
    settings: Settings
    hostile: str  # SHA-256 of the hostile document
    session: str  # of a signed-in owner

    def sign_in(self, context: BrowserContext) -> None:
        """What the context opens from now on is for the owner."""
        context.add_cookies([{"name": COOKIE, "value": self.session, "url": self.address}])


@dataclass
class Seen:
    """What a page did besides being shown."""

    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    settings = sample_workspace(tmp_path_factory.mktemp("served"))
    hostile = add_hostile(settings)
    with serving(settings) as (address, session):
        yield Served(address, settings, hostile, session)


@contextmanager
def serving(settings: Settings) -> Iterator[tuple[str, str]]:
    """The address at which the workspace is served with all that a user may do, and the session of an owner."""
    accounts = AccountFile(settings.accounts)
    accounts.add(USER, "owner", "correct horse battery")
    session = accounts.sign_in(USER, "correct horse battery", client="test")
    with bind("127.0.0.1", 0) as bound:
        app = make_app(partial(open_record, settings), accounts=accounts, commands=WorkspaceCommands(settings))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        yield address_of(bound, "127.0.0.1").rstrip("/"), session
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        reason = f"there is no Chromium at {CHROMIUM}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(context: BrowserContext, seen: Seen) -> Page:
    opened = context.new_page()

    def note(request: Request) -> None:
        seen.requests.append(request.url)

    def refuse(dialog: object) -> None:
        seen.dialogs.append(str(dialog))
        dialog.dismiss()  # type: ignore[attr-defined]

    context.on("request", note)
    opened.on("dialog", refuse)
    opened.on("console", lambda message: seen.complaints.append(message.text))
    opened.on("pageerror", lambda error: seen.complaints.append(str(error)))
    return opened
