"""`chancery gatherings`: a calendar of who met."""

from __future__ import annotations

import sys

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.asked_dates import asked_span
from chancery.cli.gathering_lines import gathering_line
from chancery.cli.known import known_option
from chancery.cli.terminal import print_citations, print_json, print_line
from chancery.gazette.pages.dates_in_words import period_in_words
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.register.views import GatheringView
from chancery.terms.dates import Instant


@click.command()
@click.option("--from", "first", metavar="DATE", help="From that day, month or year on.")
@click.option("--to", "last", metavar="DATE", help="Up to that day, or the end of that month or year.")
@click.option("--proofs", is_flag=True, help="Under each, a sentence that says so.")
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every citation.")
@click.pass_obj
def gatherings(
    settings: Settings, first: str | None, last: str | None, proofs: bool, known: Instant | None, as_json: bool
) -> None:
    """The gatherings of the record that have a date, in the order of their days.

    What several documents tell of one gathering is one line. `chancery show NAME-OR-ID` tells all of one. Exit code 1:
    none is known.
    """
    start = None if first is None else asked_span(first).first
    end = None if last is None else asked_span(last).last
    with open_as_known(settings, known) as register:
        found = register.gatherings(start, end)
    if as_json:
        print_json(found)
    elif found:
        for gathering in found:
            _print(gathering, proofs=proofs)
    else:
        click.echo("The record knows no gathering of those days.", err=True)
    if not found:
        sys.exit(NOTHING_FOUND)


def _print(gathering: GatheringView, *, proofs: bool) -> None:
    print_line(f"{period_in_words(gathering.start, gathering.end)}: {gathering_line(gathering)}")
    if proofs:
        print_citations(gathering.citations[:1], indent=4)
