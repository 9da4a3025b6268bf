"""ARCHITECTURE.md names the functions that a document passes through; each is there."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "chancery"
TEXT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
FOLDERS = sorted(
    folder.relative_to(PACKAGE).as_posix()
    for folder in (*PACKAGE.glob("*"), *PACKAGE.glob("*/*"))
    if folder.is_dir() and any(folder.glob("*.*")) and folder.name != "__pycache__"
)
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


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_is_told_of(folder: str) -> None:
    assert f"`{folder}/" in TEXT or f"`languages/{folder.partition('/languages/')[2]}/" in TEXT
