"""`chancery changes [NAME]`: what changed between two days."""

from __future__ import annotations

import datetime as dt
import sys

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.asked_dates import asked_instant, asked_span
from chancery.cli.known import known_option
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.gazette.pages.changes_in_words import change_in_words, day_of_change
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.register.change_views import CHANGE_KINDS, Change, ChangeKind, Changes
from chancery.terms.dates import Instant


@click.command()
@click.argument("name", required=False)
@click.option("--from", "first", metavar="DATE", help="From that day, month or year on.")
@click.option("--to", "last", metavar="DATE", help="Up to that day, or the end of that month or year.")
@click.option("--since", metavar="DATE", help="The same as --from.")
@click.option("--kind", "kinds", type=click.Choice(CHANGE_KINDS), multiple=True, help="Only these; may be repeated.")
@click.option("--units", is_flag=True, help="Of a body, its units' changes too.")
@click.option(
    "--recorded-since", metavar="DATE", help="Only what the record has learned since: a day (UTC) or an instant."
)
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every citation.")
@click.pass_obj
def changes(
    settings: Settings,
    name: str | None,
    first: str | None,
    last: str | None,
    since: str | None,
    kinds: tuple[ChangeKind, ...],
    units: bool,
    recorded_since: str | None,
    known: Instant | None,
    as_json: bool,
) -> None:
    """Who came and left, what became of bodies, who met, and what was decided, signed, awarded and said, day by day.

    Of NAME (a person, a body or a place), or of the whole record. "as reported": no document gives the day, it is
    the report's. Exit code 1: nothing changed, as far as the record knows.
    """
    begin = asked_span(first or since or "0001-01-01").first if first or since else None
    end = asked_span(last).last if last else None
    learned = asked_instant(recorded_since) if recorded_since else None
    with open_as_known(settings, known) as register:
        found = register.changes(name, begin, end, kinds=kinds or CHANGE_KINDS, units=units, recorded_since=learned)
    if as_json:
        print_json(found)
    elif found.changes:
        _print_changes(found)
    else:
        of = f" of {shown(found.about.name)}" if found.about else ""
        click.echo(f"The record knows no change{of} in those days.", err=True)
    if not found.changes:
        sys.exit(NOTHING_FOUND)


def _print_changes(found: Changes) -> None:
    before: dt.date | str = ""
    for change in found.changes:
        day = day_of_change(change)
        if day != before:
            print_line(day, style="bold")
            before = day
        _print_change(change)


def _print_change(change: Change) -> None:
    print_line(shown(change_in_words(change)), indent=2)
    print_citations(change.citations[:1], indent=4)
    documents = {citation.document for citation in change.citations}
    if len(documents) > 1:
        print_line(f"told by {len(documents)} documents", indent=4, style="dim")
