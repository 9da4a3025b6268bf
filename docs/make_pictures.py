"""Takes the pictures of the guides: the example record in Chromium, at desk and phone width. Needs Debian's chromium.

A picture more is a line more in SHOTS; names of pictures may be given, to take only those.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESK, PHONE, DARK = (1280, "", "light"), (390, "-phone", "light"), (1280, "-dark", "dark")
ALL = (DESK, PHONE, DARK)


@dataclass(frozen=True)
class Shot:
    """A picture: the page at `path`, or where the links of these names lead from there; `at` is scrolled into view."""

    name: str
    path: str
    links: tuple[str, ...] = ()
    at: str = ""  # a CSS selector
    looks: tuple[tuple[int, str, str], ...] = (DESK,)


SHOTS = (
    Shot("overview", "/", looks=ALL),
    Shot("body", "/bodies", ("League of Nations",), looks=ALL),
    Shot("person", "/people", ("Joseph Avenol",), looks=ALL),
    Shot("document", "/documents", ("Locarno Treaties Signed in London",), looks=ALL),
    Shot("beside", "/documents", ("The Assembly Dissolves the League of Nations", "side by side")),
    Shot("fact", "/people/Joseph%20Avenol", ("cite",)),
    Shot("search", "/search?q=Locarno"),
    Shot("who", "/who?role=High+Commissioner&in=Free+City+of+Danzig&on=1935-01-01"),
    Shot("network", "/network?from=1920&to=1939"),
    Shot("review", "/review"),
    Shot("cite", "/people/Joseph%20Avenol", ("Cite this page",)),
)


def main(names: Sequence[str]) -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        base = [sys.executable, "-m", "chancery", "--workspace", folder]
        subprocess.run([*base, "read", "examples/league-of-nations"], cwd=ROOT, check=True, capture_output=True)
        server = subprocess.Popen([*base, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split(" on ")[1].split()[0].rstrip("/")
            sign_in = server.stdout.readline().split()[-1]  # once: the address that `serve` prints
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
                cookies = _session(browser, sign_in)
                for width, suffix, scheme in ALL:
                    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
                    context.add_cookies(cookies)
                    page = context.new_page()
                    for shot in SHOTS:
                        if (width, suffix, scheme) in shot.looks and (not names or shot.name in names):
                            _take(page, address, shot, suffix)
                browser.close()
        finally:
            server.terminate()
            server.wait()


def _session(browser: Browser, sign_in: str) -> list[object]:
    context = browser.new_context()
    context.new_page().goto(sign_in)
    return list(context.cookies())


def _take(page: Page, address: str, shot: Shot, suffix: str) -> None:
    page.goto(address + shot.path)
    for link in shot.links:
        page.get_by_role("link", name=link, exact=True).first.click()
    if shot.at:
        page.locator(shot.at).first.scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / f"{shot.name}{suffix}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
