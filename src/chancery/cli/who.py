"""`chancery who ROLE`: who held a post, on a day."""

from __future__ import annotations

import sys

import click
import msgspec

from chancery.cli import NOTHING_FOUND
from chancery.cli.known import known_option
from chancery.cli.lineage_lines import print_renamings, say_predecessors
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.gazette.pages.dates_in_words import date_in_words, role_in_words, tenure_in_words
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.register import Answers
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.entities import Holder
from chancery.terms.errors import QuestionError


class Answer(msgspec.Struct, frozen=True):
    """What `chancery who --json` prints."""

    role: str
    body: str | None
    on: str | None
    known: Instant | None
    holders: tuple[Holder, ...]


@click.command()
@click.argument("role")
@click.option("--in", "body", metavar="BODY", help="The body: any of its names, or its id. Without it, every body.")
@click.option(
    "--on", metavar="DATE", help="1925-06-01, 1925-06 or 1925. Without it, everyone who is known to have held it."
)
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def who(settings: Settings, role: str, body: str | None, on: str | None, known: Instant | None, as_json: bool) -> None:
    """Who held the post ROLE, how sure that is, and the sentences that say so.

    "held" is proved for that day; "presumed" and "possible" are not; see the reference. Exit code 1: nobody is known.
    """
    asked = None if on is None else _span(on)
    with open_as_known(settings, known) as register:
        holders = register.holders_on(role, body, asked)
        if as_json:
            print_json(Answer(role, body, on, known, tuple(holders)))
        elif holders:
            _print_holders(holders, dated=asked is not None)
            if body is not None:
                print_renamings(register, body, [holder.body_then or holder.tenure.post.body for holder in holders])
        else:
            _say_nobody(register, role, body, asked)
    if not holders:
        sys.exit(NOTHING_FOUND)


def _span(text: str) -> DateSpan:
    try:
        span = DateSpan.parse(text)
    except ValueError as error:
        raise QuestionError("Q002", text=text) from error
    if span.first is None:
        raise QuestionError("Q002", text=text)
    return span


def _print_holders(holders: list[Holder], *, dated: bool) -> None:
    """Those of whom something can be said, in full; the others in one line, if there are any of the first."""
    told = [holder for holder in holders if holder.holding != "unknown"] if dated else holders
    for holder in told or holders:
        _print_holder(holder, dated=dated)
    others = dict.fromkeys(shown(holder.tenure.person.name) for holder in holders if holder not in told)
    if told and others:
        print_line(f"Nothing can be said of that day for: {', '.join(others)}.")


def _print_holder(holder: Holder, *, dated: bool) -> None:
    tenure = holder.tenure
    how: str = "candidate" if tenure.standing == "candidate" else holder.holding
    if holder.disputed:
        how += f", disputed with {', '.join(shown(other.name) for other in holder.disputed)}"
    said = f" — {how}" if dated or how != "held" else ""
    print_line(shown(tenure.person.name) + said, style="bold")
    named = holder.body_then or tenure.post.body
    body = f", {shown(named.name)}" if named else ""
    print_line(f"{shown(role_in_words(tenure))}{body}: {tenure_in_words(tenure)}", indent=2)
    print_citations(tenure.citations, indent=4)


def _say_nobody(register: Answers, role: str, body: str | None, asked: DateSpan | None) -> None:
    at = f" of {body}" if body else ""
    when = "" if asked is None else f" in {date_in_words(asked)}"
    if asked is not None and asked.precision == "day":
        when = f" on {date_in_words(asked)}"
    click.echo(f"The record knows nobody as {role}{at}{when}.", err=True)
    others = register.holders_on(role, body, None)
    if others:
        names = dict.fromkeys(f"{shown(h.tenure.person.name)} ({tenure_in_words(h.tenure)})" for h in others)
        click.echo(f"At other times: {'; '.join(names)}.", err=True)
    elif body is not None and (roles := register.roles_in(body)):
        click.echo(f"Posts that it knows there: {', '.join(map(shown, roles))}.", err=True)
    if body is not None:
        say_predecessors(register, body)
