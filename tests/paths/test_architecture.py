"""ARCHITECTURE.md names the functions that a document passes through; each is there."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

TEXT = (Path(__file__).resolve().parents[2] / "ARCHITECTURE.md").read_text("utf-8")
NAMES = sorted(set(re.findall(r"`(chancery\.[a-z_.]+(?:\.[A-Za-z_]+)+)`", TEXT)))


def test_the_path_is_named() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_what_it_names_is_there(name: str) -> None:
    parts = name.split(".")
    for size in range(len(parts), 0, -1):
        try:
            thing: object = importlib.import_module(".".join(parts[:size]))
        except ModuleNotFoundError:
            continue
        for attribute in parts[size:]:
            thing = getattr(thing, attribute)
        return
    pytest.fail(f"{name} cannot be imported")
