"""What commands that write a judgement have in common: who judges and why, and how an entry is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from chancery.cli.terminal import print_line, shown
from chancery.register.views import RulingView

_Command = TypeVar("_Command", bound=Callable[..., object])


def judged(command: _Command) -> _Command:
    """Adds the options that every judgement needs: it stands in the ledger for ever, so it says whose and why."""
    why = click.option("--why", required=True, metavar="TEXT", help="The reason, kept in the ledger.")
    by = click.option("--by", required=True, metavar="NAME", help="Who judges, kept in the ledger.")
    return why(by(command))


def print_judgement(view: RulingView) -> None:
    """Its id, judgement and subjects, then who, when and why, in two lines."""
    back = f" (taken back by {view.withdrawn})" if view.withdrawn else ""
    print_line(f"{view.id}  {view.judgement} {' '.join(shown(each) for each in view.subjects)}{back}")
    day = view.recorded.iso()[:10]
    print_line(f"{shown(view.by)}, {day}{': ' if view.why else ''}{shown(view.why)}", indent=4, style="dim")
