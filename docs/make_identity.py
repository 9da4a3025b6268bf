"""Writes into docs/identity.md how well the record's clusters agree with the judged files; needs ../shared.

`python docs/make_identity.py WORKSPACE` takes a workspace into which all of ../shared/corpora was read for the second
file; without one they are read first, which takes ten minutes.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path

import msgspec
import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from chancery.office.daily import read_paths  # noqa: E402
from chancery.office.settings import Settings  # noqa: E402
from chancery.office.workspace import open_readonly  # noqa: E402
from tests.paths.identity.scoring import Drawn, score_drawn, score_pairs  # noqa: E402

TARGET = ROOT / "docs" / "identity.md"
JUDGED = ROOT / "tests" / "paths" / "identity"
SHARED = ROOT.parent / "shared"
NOUNS = {"person": "people", "organisation": "bodies"}


def figures(settings: Settings) -> str:
    """A sentence with the figures of today's record of the five reports."""
    with open_readonly(settings) as register:
        scores = score_pairs(register, yaml.safe_load((JUDGED / "seeds.yaml").read_text("utf-8")))
    said = [
        f"{NOUNS[kind]} at precision {score.precision:.2f} and recall {score.recall:.2f} ({score.said} pairs)"
        for kind, score in scores.items()
    ]
    return " and ".join(said) + "."


def figures_at_scale(settings: Settings) -> str:
    """A table with the figures of today's record of all reports of the corpora."""
    judged = json.loads((JUDGED / "reports.json").read_text("utf-8"))
    nouns = {"person": "people", "organisation": "bodies and places"}
    lines = [
        "| | clusters | of them without a wrong name | pairs that are one | precision | recall |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    with open_readonly(settings) as register:
        documents = register.counts().documents
        for draw, said in {"first": "", "anew": ", drawn anew"}.items():
            for kind, noun in nouns.items():
                score = score_drawn(register, msgspec.convert(judged[draw][kind], list[Drawn]))
                pairs = score.pairs
                recall = f"{pairs.recall:.3f}" if draw == "first" else ""
                lines.append(
                    f"| {noun}{said} | {score.clusters} | {score.whole} | {pairs.said} | {pairs.precision:.3f}"
                    f" | {recall} |"
                )
    return "\n" + "\n".join([*lines, "", f"(a record of {documents:,} documents)"]) + "\n"


def read_into(folder: Path, *reports: Path) -> Settings:
    settings = Settings(workspace=folder)
    for _ in read_paths([str(path) for path in reports], settings):
        pass
    return settings


def put(text: str, mark: str, words: str) -> str:
    pattern = rf"(<!-- {mark} -->).*?(<!-- /{mark} -->)"
    return re.sub(pattern, lambda m: m[1] + words + m[2], text, flags=re.DOTALL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        seeds = figures(read_into(Path(folder) / "seeds", SHARED / "seeds"))
        given = sys.argv[1:]
        publishers = sorted(path for path in (SHARED / "corpora").iterdir() if path.is_dir())
        reports = Settings(workspace=Path(given[0])) if given else read_into(Path(folder) / "all", *publishers)
        scale = figures_at_scale(reports)
    text = put(put(TARGET.read_text("utf-8"), "identity", seeds), "identity at scale", scale)
    TARGET.write_text(text, "utf-8")
