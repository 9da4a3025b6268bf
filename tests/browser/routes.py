"""Addresses by route, for tests that look at one page of each kind."""

from __future__ import annotations

import re

from chancery.gazette.web.routes import ROUTES
from chancery.office.settings import Settings
from tests.gazette.test_app import addresses


def one_of_each(settings: Settings) -> list[str]:
    """An address of each route, and one with a question where the route takes one."""
    found: dict[tuple[str, bool], str] = {}
    for address in addresses(settings):
        path, mark, _ = address.partition("?")
        for route in ROUTES:
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", route.path), path):
                found.setdefault((route.path, bool(mark)), address)
    return list(found.values())
