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
    "development": ("Twenty documents that nothing was trained on (their scores, never their misses, were seen while thresholds were chosen: slightly flattering)", "gold/development/records", "gold/development/text"),
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
    return "\n".join(parts) + by_eye() + causes() + _NOTES


def by_eye() -> str:
    """The tally of a hundred reports that people judged, from docs/by_eye.json."""
    tally = json.loads((ROOT / "docs" / "by_eye.json").read_text("utf-8"))
    rows = [
        f"## A hundred reports judged by eye\n\n{tally['note']}\n\n| kind | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|"
    ]
    entities = ("person", "organisation", "place")
    facts = [sum(row[at] for kind, row in tally["kinds"].items() if kind not in entities) for at in range(3)]
    for kind, (right, wrong, missed) in [*tally["kinds"].items(), ("all facts", facts)]:
        rows.append(
            f"| {kind} | {right} | {wrong} | {missed} | {right / (right + wrong):.2f} | {right / (right + missed):.2f} |"
        )
    return "\n".join(rows) + "\n\n" + _COMMONEST


def causes() -> str:
    """Why posts of gold/training were missed or made up, as the packaged reader gives them."""
    table = json.loads(
        subprocess.run(
            [sys.executable, str(ROOT / "train" / "causes.py")], check=True, capture_output=True, text=True
        ).stdout
    )
    rows = [
        "## Posts of the eighty-two documents that were missed or made up, by cause\n\n| cause | posts |\n|---|---|"
    ]
    rows += [f"| {cause} | {number} |" for cause, number in table.items()]
    return "\n".join(rows) + "\n"


_COMMONEST = """The commonest faults that the four readers noted: a post given to the body or the person that stands next in the text; those present at one
gathering put at another that the text names; lists of participants, of nominees and of officers not taken whole; names of bodies cut at "on", "for" and
"and"; exhortations and reports of work taken for decisions; states that act typed as places, and the other way round.

"""

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
