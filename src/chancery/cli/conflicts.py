"""`chancery conflicts [NAME]`: what the documents contradict each other in."""

from __future__ import annotations

import sys

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.known import known_option
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.register.views import Conflict
from chancery.terms.dates import Instant


@click.command()
@click.argument("name", required=False)
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every citation.")
@click.pass_obj
def conflicts(settings: Settings, name: str | None, known: Instant | None, as_json: bool) -> None:
    """What cannot both be true, in all the record or of NAME (a person, body or place, by any of its names or its id).

    Both sides are shown with their sentences and claims, and which one the record follows, by what rule;
    `chancery rule` overrules it. Exit code 1: there is none.
    """
    with open_as_known(settings, known) as register:
        found = register.conflicts(name)
    if as_json:
        print_json(found)
    for conflict in [] if as_json else found:
        print_conflict(conflict)
    if not found:
        sys.exit(NOTHING_FOUND)


def print_conflict(conflict: Conflict, *, indent: int = 0) -> None:
    """Its kind and words, each side with its claims and sentences, and the choice."""
    print_line(f"{conflict.kind}: {shown(conflict.words)}", style="bold", indent=indent)
    for place, side in enumerate(conflict.sides):
        mark = "→" if place == conflict.chosen else "-"
        print_line(f"{mark} {shown(side.says)} [{' '.join(side.claims)}]", indent=indent + 2)
        print_citations(side.citations, indent=indent + 6)
    print_line(_choice(conflict), indent=indent + 2)


def _choice(conflict: Conflict) -> str:
    rule = None if conflict.by_rule is None or conflict.rule is None else conflict.rule
    if conflict.overruled_by is not None:
        ruling = conflict.overruled_by
        instead = f", instead of: {rule}" if rule is not None and conflict.by_rule != conflict.chosen else ""
        return f"follows a ruling of {shown(ruling.by)} ({ruling.id}): {shown(ruling.why)}{instead}"
    return "follows neither: no rule prefers one alone" if conflict.chosen is None else f"follows: {rule}"
