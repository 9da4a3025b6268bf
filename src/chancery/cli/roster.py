"""`chancery roster BODY --on DATE`: every post of a body with its holders."""

from __future__ import annotations

import sys

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.asked_dates import asked_span, when_in_words
from chancery.cli.known import known_option
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.gazette.pages.dates_in_words import tenure_in_words
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.register.body_views import Roster, RosterPart, RosterPost
from chancery.terms.dates import Instant
from chancery.terms.entities import Holder


@click.command()
@click.argument("body")
@click.option("--on", required=True, metavar="DATE", help="1925-06-01, 1925-06 or 1925.")
@click.option("--units", is_flag=True, help="The posts of its units too, as `chancery tree` tells them.")
@click.option("--all", "everyone", is_flag=True, help="Also who did not hold it, or of whom nothing can be said.")
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every citation.")
@click.pass_obj
def roster(
    settings: Settings, body: str, on: str, units: bool, everyone: bool, known: Instant | None, as_json: bool
) -> None:
    """Who was what in BODY (any of its names, or its id), how sure that is, and the sentences that say so.

    Exit code 1: nobody is known.
    """
    with open_as_known(settings, known) as register:
        found = register.roster_on(body, asked_span(on), units=units, everyone=everyone)
    empty = not any(part.posts for part in found.parts)
    if as_json:
        print_json(found)
    elif empty:
        click.echo(f"The record knows nobody in {shown(found.body.name)} {when_in_words(found.on)}.", err=True)
    else:
        _print_roster(found)
    if empty:
        sys.exit(NOTHING_FOUND)


def _print_roster(found: Roster) -> None:
    also = "" if found.then.id == found.body.id else f", now {shown(found.body.name)},"
    print_line(f"{shown(found.then.name)}{also} {when_in_words(found.on)}", style="bold")
    for part in found.parts:
        if part.depth:
            print_line()
            _print_heading(part)
        for post in part.posts:
            _print_post(post)


def _print_heading(part: RosterPart) -> None:
    how = "" if part.standing == "held" else f" ({part.standing} as a unit)"
    print_line(f"{'· ' * (part.depth - 1)}{shown(part.body.name)}{how}", style="bold")


def _print_post(post: RosterPost) -> None:
    for holder in post.holders:
        _print_holder(post, holder)


def _print_holder(post: RosterPost, holder: Holder) -> None:
    tenure = holder.tenure
    acting = "acting " if tenure.acting and not post.role.casefold().startswith(("acting", "interim")) else ""
    print_line(f"{acting}{shown(post.role)}: {shown(tenure.person.name)} — {holder.holding}", indent=2)
    print_line(tenure_in_words(tenure), indent=4)
    print_citations(tenure.citations[:1], indent=4)
    if len(tenure.citations) > 1:
        print_line(f"and {len(tenure.citations) - 1} more", indent=4, style="dim")
