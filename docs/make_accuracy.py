"""Writes docs/accuracy.md, and the one figure of the README, from `../shared/gold` by the judge that lies there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from chancery.reader import reader_version

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CHANCERY_SHARED", ROOT.parent / "shared"))
SETS = {
    "development": ("Twenty documents that nothing was trained or tuned on", "gold/development/records", "gold/development/text"),
    "seeds": ("Two of the first five reports", "gold/seeds", "seeds"),
    "training": ("The eighty-two documents that the reader learns from (flattering, as it has seen them)", "gold/training/records", "gold/training/text"),
}  # fmt: skip


def scores(gold: str, texts: str) -> dict[str, dict[str, Any]]:
    """The judge's table for one set of documents."""
    with tempfile.TemporaryDirectory() as folder:
        base = [sys.executable, "-m", "chancery", "--workspace", f"{folder}/w"]
        subprocess.run([*base, "read", str(SHARED / texts)], check=True, capture_output=True)
        subprocess.run(
            [*base, "export", "--format", "records", "--out", f"{folder}/r"], check=True, capture_output=True
        )
        judge = [
            sys.executable,
            str(SHARED / "gold" / "score"),
            str(SHARED / gold),
            f"{folder}/r",
            str(SHARED / texts),
            "--json",
        ]
        table: dict[str, dict[str, Any]] = json.loads(subprocess.run(judge, check=True, capture_output=True).stdout)
        return table


def page(tables: dict[str, dict[str, dict[str, Any]]]) -> str:
    parts = [
        "# Accuracy\n\nWritten by `make accuracy`. Scored by the rules of the record format: a fact counts as found if its people, bodies and key "
        f"fields are right; the rows with a plus ask for one more field. Reader version {reader_version()}.\n"
    ]
    for name, (title, _, _) in SETS.items():
        parts.append(
            f"## {title}\n\n| kind | gold | found | right | precision | recall | F1 |\n|---|---|---|---|---|---|---|"
        )
        for kind, row in tables[name].items():
            figures = " | ".join(f"{row[figure]:.2f}" for figure in ("precision", "recall", "f1"))
            parts.append(f"| {kind} | {row['gold']} | {row['system']} | {row['match']} | {figures} |")
        parts.append("")
    return "\n".join(parts) + _NOTES


_NOTES = """
## What this means

*Precision* is how many of the facts that Chancery states are right; *recall*, how many of those in the text it finds. A second careful human
reading of such texts agrees with the first at F1 0.90–0.94.

Most of what goes wrong: bodies whose names are cut too short or too long, so that a fact hangs on the wrong name; posts whose body stands elsewhere in the
text; several people on one list; what is told in a clause of its own after the name. Confidence is given with every claim in the JSON.
"""


def main() -> None:
    if not SHARED.is_dir():
        sys.exit("the shared data are not beside this checkout (../shared, or CHANCERY_SHARED)")
    tables = {name: scores(gold, texts) for name, (_, gold, texts) in SETS.items()}
    (ROOT / "docs" / "accuracy.md").write_text(page(tables), "utf-8")
    facts, person = tables["development"]["all facts"], tables["development"]["person"]
    sentence = (
        f"{person['recall']:.0%} of the people and {facts['recall']:.0%} of all facts, and {facts['precision']:.0%} of the facts that it "
        "states are right"
    )
    readme = (ROOT / "README.md").read_text("utf-8")
    readme = re.sub(r"(<!-- accuracy -->).*?(<!-- /accuracy -->)", rf"\g<1>{sentence}\g<2>", readme, flags=re.DOTALL)
    (ROOT / "README.md").write_text(readme, "utf-8")


if __name__ == "__main__":
    main()
