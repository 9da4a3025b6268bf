"""Every code has its words, and a test that brings it about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chancery.terms.errors import PROBLEMS, ChanceryError

TESTS = Path(__file__).resolve().parents[1]
SOURCES = "\n".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py") if path != Path(__file__).resolve())


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_test_brings_it_about(code: str) -> None:
    assert re.search(rf"\b{code}\b", SOURCES), f"no test names {code}"


@pytest.mark.parametrize(("code", "problem"), PROBLEMS.items())
def test_it_says_what_why_and_what_to_do(code: str, problem: object) -> None:
    fields = dict.fromkeys(re.findall(r"{(\w+)}", str(problem)), "THIS")
    error = ChanceryError(code, **fields)
    assert str(error).startswith(f"{code} ")
    for words in (error.what, error.cause, error.next):
        assert words and "{" not in words
