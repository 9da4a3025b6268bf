"""Takes the pictures of the guides: the example record in Chromium, at desk and phone width. Needs Debian's chromium."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

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


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        base = [sys.executable, "-m", "chancery", "--workspace", folder]
        subprocess.run([*base, "read", "examples/league-of-nations"], cwd=ROOT, check=True, capture_output=True)
        server = subprocess.Popen([*base, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split(" on ")[1].split()[0].rstrip("/")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
                for width, suffix, scheme in ((1280, "", "light"), (390, "-phone", "light"), (1280, "-dark", "dark")):
                    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
                    _take(page, address, suffix)
                browser.close()
        finally:
            server.terminate()
            server.wait()


def _take(page: Page, address: str, suffix: str) -> None:
    page.goto(f"{address}/")
    page.screenshot(path=PICTURES / f"overview{suffix}.png")
    for name, kind, link in (("body", "bodies", "League of Nations"), ("person", "people", "Joseph Avenol")):
        page.goto(f"{address}/{kind}")
        page.get_by_role("link", name=link, exact=True).first.click()
        page.screenshot(path=PICTURES / f"{name}{suffix}.png")
    page.goto(f"{address}/documents")
    page.get_by_role("link", name="Locarno Treaties Signed in London").first.click()
    page.screenshot(path=PICTURES / f"document{suffix}.png")


if __name__ == "__main__":
    main()
