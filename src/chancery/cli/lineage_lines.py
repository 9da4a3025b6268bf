"""Lines that tell, beside an answer about a body, that it bore another name then, or which bodies were before it."""

from __future__ import annotations

from collections.abc import Iterable

import click

from chancery.cli.terminal import print_citations, print_line, shown
from chancery.gazette.pages.dates_in_words import on_date_in_words
from chancery.register import Answers
from chancery.register.body_views import Succession
from chancery.terms.entities import EntityName

_HOW = {"merged": "merged into", "split": "split into", "abolished": "abolished, then", "renamed": "renamed as"}


def print_renamings(register: Answers, asked: str, answered: Iterable[EntityName | None]) -> None:
    """Where the answer names the body otherwise than it was asked for: that it is one body, and who says so."""
    life = register.life(asked)
    others = {name.id: name.name for name in answered if name is not None and name.id != life.body.id}
    known = [each for each in life.names if each.name.id in others]
    for each in {name.name.id: name for name in known}.values():
        renamed = [n.when for n in life.names if n.name.id == each.name.id and n.when.fate == "renamed"]
        print_line(f"{shown(each.name.name)} is another name of {shown(life.body.name)}:")
        for when in renamed or [each.when]:
            print_line(f"renamed{on_date_in_words(when.end.date)}" if when.fate else "renamed", indent=2)
            print_citations([c for c in when.citations if c.claim == when.citations[-1].claim], indent=4)


def say_predecessors(register: Answers, body: str) -> None:
    """On standard error: the bodies that it came from, whose posts are not its own."""
    for step in register.predecessors(body):
        click.echo(f"Before it: {shown(succession_in_words(step))}.", err=True)


def succession_in_words(step: Succession) -> str:
    """ "Trade Office, merged into Ministry of Commerce on 1 March 1921"."""
    return f"{step.before.name}, {_HOW[step.change]} {step.after.name}{on_date_in_words(step.date)}"
