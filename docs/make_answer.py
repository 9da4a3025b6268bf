"""Writes into README.md the answer that its own question gets from the example bulletins. A test compares."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
_QUESTION = re.compile(r"```console\n\$ chancery (.+)\n```\n\n(<!-- answer -->\n)(.*?)(<!-- /answer -->)", re.DOTALL)


def answered(text: str) -> str:
    """The README with the answer of today's program to its question."""
    import shlex

    question = _QUESTION.search(text)
    if question is None:
        raise ValueError("README.md asks no question")
    with tempfile.TemporaryDirectory() as folder:
        base = [sys.executable, "-m", "chancery", "--workspace", folder]
        subprocess.run([*base, "read", "examples/league-of-nations"], cwd=ROOT, check=True, capture_output=True)
        done = subprocess.run(
            [*base, *shlex.split(question[1])], cwd=ROOT, check=False, capture_output=True, text=True, env=_narrow()
        )
    block = f"```text\n{done.stdout.rstrip()}\n```\n"
    return text[: question.start(3)] + block + text[question.end(3) :]


def _narrow() -> dict[str, str]:
    import os

    return {**os.environ, "COLUMNS": "120"}


if __name__ == "__main__":
    README.write_text(answered(README.read_text("utf-8")), "utf-8")
