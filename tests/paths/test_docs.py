"""The documents say what the program does: the reference is the program's own, links lead somewhere, commands run."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "examples" / "SOURCES.md"])


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_what_the_program_says() -> None:
    written = (ROOT / "docs" / "reference.md").read_text("utf-8")
    assert written == _script("make_reference").reference(), "run: python docs/make_reference.py"


def test_the_answer_in_the_readme_is_todays() -> None:
    written = (ROOT / "README.md").read_text("utf-8")
    assert written == _script("make_answer").answered(written), "run: python docs/make_answer.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), f"{target} in {page.name}"


def _commands() -> list[str]:
    """The `chancery` commands in the blocks of the guides, in order, those that serve for ever left out."""
    found = []
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            for line in block.splitlines():
                command = line.removeprefix("$ ").split("  #")[0].strip()
                if command.startswith("chancery ") and " serve" not in command:
                    found.append(command)
    return found


@pytest.mark.slow
def test_the_guides_commands_run(tmp_path: Path) -> None:
    """Every command of the guides, one after another, in a copy of the examples' place."""
    commands = _commands()
    assert commands
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for command in dict.fromkeys(["chancery read examples/league-of-nations", *commands]):
        words = shlex.split(command)[1:]
        done = subprocess.run(
            [sys.executable, "-m", "chancery", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode in (0, 1), f"{command}\n{done.stdout}\n{done.stderr}"
