"""`chancery rule`: judgements of a person on the record, each of which can be taken back singly."""

from __future__ import annotations

import sys

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.judging import judged, print_judgement
from chancery.cli.terminal import print_json
from chancery.office.daily import utc_now
from chancery.office.settings import Settings
from chancery.office.workspace import open_existing, open_readonly
from chancery.register import Register
from chancery.terms.rulings import BY_RULE


@click.group()
def rule() -> None:
    """Judge a claim, take a judgement back, or list all of them. Nothing in the ledger is changed: each is an entry
    with its day, who made it and why."""


@rule.command()
@click.argument("claim")
@judged
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def accept(settings: Settings, claim: str, by: str, why: str, as_json: bool) -> None:
    """Let CLAIM (its id, or the beginning of it) win every conflict that it has a side in."""
    with open_existing(settings) as register:
        entry = register.judge_claim(claim, "accept", by=by, why=why, at=utc_now())
        _print_entry(register, entry.id, as_json=as_json)


@rule.command()
@click.argument("claim")
@judged
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def reject(settings: Settings, claim: str, by: str, why: str, as_json: bool) -> None:
    """Leave CLAIM (its id, or the beginning of it) out of the record until this is withdrawn."""
    with open_existing(settings) as register:
        entry = register.judge_claim(claim, "reject", by=by, why=why, at=utc_now())
        _print_entry(register, entry.id, as_json=as_json)


@rule.command()
@click.argument("entry")
@judged
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def withdraw(settings: Settings, entry: str, by: str, why: str, as_json: bool) -> None:
    """Take back the ruling ENTRY (its id, or the beginning of it) and nothing else, whatever came after it."""
    with open_existing(settings) as register:
        taken_back = register.withdraw_ruling(entry, by=by, why=why, at=utc_now())
        _print_entry(register, taken_back.id, as_json=as_json)


@rule.command("list")
@click.option("--all", "everything", is_flag=True, help="Also what rules of the program judged.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_(settings: Settings, everything: bool, as_json: bool) -> None:
    """Every ruling and withdrawal of people, oldest first: its id, who, when and why. Exit code 1: there is none."""
    with open_readonly(settings) as register:
        views = [view for view in register.rulings() if everything or not view.by.startswith(BY_RULE)]
    if as_json:
        print_json(views)
    for view in [] if as_json else views:
        print_judgement(view)
    if not views:
        sys.exit(NOTHING_FOUND)


def _print_entry(register: Register, entry: str, *, as_json: bool) -> None:
    [view] = [each for each in register.rulings() if each.id == entry]
    if as_json:
        print_json(view)
    else:
        print_judgement(view)
