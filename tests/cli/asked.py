"""Commands as a terminal or a program sees them: exit code, standard output and standard error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from chancery.terms.claims import PostFact
from tests.register.world import Page, day

# Steals a terminal's title, clears it, turns the reading direction, and looks like markup of the library that prints.
HOSTILE = "Ana\x1b]0;owned\x07 \x1b[2JLopes\u202e [bold red]x[/] \x9b1m"


class Asked:
    """What one run of `chancery` gave."""

    def __init__(self, workspace: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "chancery", "--workspace", str(workspace), *arguments]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")


def lopes_workspace(folder: Path) -> Path:
    """A workspace with two reports of Ana Lopes, who presided over the Relief Committee, and a hostile one."""
    first = Page(
        "On 30 June 1919 Ana Lopes was elected President of the Relief Committee.", "1919-07-01", source="a.txt"
    )
    who, body = first.person("Ana Lopes", "Lopes"), first.body("Relief Committee")
    first.say(PostFact(person=who, role="President", organisation=body, change="elected", date=day("1919-06-30")))
    second = Page("Ana Lopes, President of the Relief Committee,\nspoke.", "1921-07-01", source="b.txt")
    who, body = second.person("Ana Lopes"), second.body("Relief Committee")
    second.say(PostFact(person=who, role="President", organisation=body), "President of the Relief Committee,\nspoke")
    third = Page(f"{HOSTILE} is Head.", "1921-07-01", source="c.txt")
    third.say(PostFact(person=third.person(HOSTILE), role="Head\x1b[0m", organisation=third.body("Circus\x1b[5m")))
    with open_for_writing(Settings(workspace=folder)) as register:
        for page in (first, second, third):
            page.into(register)
    return folder


def is_harmless(output: str) -> bool:
    """Nothing in it but line feeds moves a cursor, and nothing turns the direction of reading."""
    return not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c in "\u202e\u2066" for c in output)
