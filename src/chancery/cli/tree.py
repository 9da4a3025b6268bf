"""`chancery tree BODY --on DATE`: the units of a body, nested."""

from __future__ import annotations

import sys

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.asked_dates import asked_span, when_in_words
from chancery.cli.known import known_option
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.register.body_views import Tree, TreeUnit
from chancery.terms.dates import Instant


@click.command()
@click.argument("body")
@click.option("--on", required=True, metavar="DATE", help="1925-06-01, 1925-06 or 1925.")
@click.option("--proofs", is_flag=True, help="Under each unit, a sentence that says so.")
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every citation.")
@click.pass_obj
def tree(settings: Settings, body: str, on: str, proofs: bool, known: Instant | None, as_json: bool) -> None:
    """The units that BODY (any of its names, or its id) had then, and theirs, under the names that they bore.

    A unit without a mark is proved for that day; "presumed" and "possible" are not. Exit code 1: no unit is known.
    """
    with open_as_known(settings, known) as register:
        found = register.tree_on(body, asked_span(on))
    if as_json:
        print_json(found)
    elif found.root.units:
        _print_tree(found, proofs=proofs)
    else:
        click.echo(f"The record knows no unit of {shown(found.body.name)} {when_in_words(found.on)}.", err=True)
    if not found.root.units:
        sys.exit(NOTHING_FOUND)


def _print_tree(found: Tree, *, proofs: bool) -> None:
    root = found.root
    also = "" if root.body.id == found.body.id else f", now {shown(found.body.name)},"
    print_line(f"{shown(root.body.name)}{also} {when_in_words(found.on)}", style="bold")
    _print_units(root, "", proofs=proofs)


def _print_units(unit: TreeUnit, lead: str, *, proofs: bool) -> None:
    for place, each in enumerate(unit.units):
        last = place == len(unit.units) - 1
        marks: list[str] = [each.standing] if each.standing != "held" else []
        marks += ["suspended"] if each.suspended else []
        marks += ["its units: see above"] if each.shown_above else []
        how = f" ({', '.join(marks)})" if marks else ""
        print_line(f"{lead}{'└─ ' if last else '├─ '}{shown(each.body.name)}{how}")
        below = lead + ("   " if last else "│  ")
        if proofs:
            print_citations(each.citations[:1], indent=len(below))
        _print_units(each, below, proofs=proofs)
