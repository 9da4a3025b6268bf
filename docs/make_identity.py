"""Writes into docs/identity.md how well the record's clusters agree with the hand-checked file; needs ../shared."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from chancery.office.daily import read_paths  # noqa: E402
from chancery.office.settings import Settings  # noqa: E402
from chancery.office.workspace import open_readonly  # noqa: E402
from tests.paths.identity.scoring import score_pairs  # noqa: E402

TARGET = ROOT / "docs" / "identity.md"
CLUSTERS = ROOT / "tests" / "paths" / "identity" / "seeds.yaml"
NOUNS = {"person": "people", "organisation": "bodies"}


def figures() -> str:
    """A sentence with the figures of today's record."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(workspace=Path(folder))
        for _ in read_paths([str(ROOT.parent / "shared" / "seeds")], settings):
            pass
        with open_readonly(settings) as register:
            scores = score_pairs(register, yaml.safe_load(CLUSTERS.read_text("utf-8")))
    said = [
        f"{NOUNS[kind]} at precision {score.precision:.2f} and recall {score.recall:.2f} ({score.said} pairs)"
        for kind, score in scores.items()
    ]
    return " and ".join(said) + "."


if __name__ == "__main__":
    text = TARGET.read_text("utf-8")
    marked = re.sub(
        r"(<!-- identity -->).*?(<!-- /identity -->)", lambda m: m[1] + figures() + m[2], text, flags=re.DOTALL
    )
    TARGET.write_text(marked, "utf-8")
