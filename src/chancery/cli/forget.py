"""`chancery forget PERSON`: take a person out of the record, on request."""

from __future__ import annotations

import getpass

import click

from chancery.cli.terminal import print_json, print_line, shown
from chancery.office.forgetting import Forgetting, forgetting_of
from chancery.office.forgetting import forget as forget_in
from chancery.office.settings import Settings
from chancery.register.forgetting.changes import ForgettingPlan

REMAINS = (
    "the files that were read, where they lie outside the workspace: delete them there, or they may be read elsewhere",
    "backups and copies of the workspace, and exports, pages and answers that were given out",
    "blocks that the disk has freed: an encrypted disk is the answer to that",
    "words about the person that do not name them, such as the post that they held, in the texts that stay",
    "digests of the documents, and keyed digests of the full names, by which new mentions are withheld",
)
"""What no command can take back; decision 0010 says more."""


@click.command()
@click.argument("person")
@click.option("--keep-bytes", is_flag=True, help="Keep the archived bytes of the documents; they still hold the name.")
@click.option("--by", metavar="NAME", default=None, help="Who decided it, for the ledger.  [default: your user name]")
@click.option("--why", metavar="TEXT", default="", help="On what ground, for the ledger; without the person's name.")
@click.option("--yes", is_flag=True, help="Do it. Without it, what would be done is told, and nothing is written.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def forget(
    settings: Settings, person: str, keep_bytes: bool, by: str | None, why: str, yes: bool, as_json: bool
) -> None:
    """Take PERSON (any of their names, or their id) out of the record for good.

    Erased are the person's names, facts and rulings, the name in texts, titles and paths, the indexes, and the archived
    bytes of the documents that name them. What these documents say of others stays, with the name masked. They are not
    read in again, and later documents are read without the person. This cannot be undone.
    """
    if yes:
        told = forget_in(settings, person, keep_bytes=keep_bytes, by=by or getpass.getuser(), why=why)
    else:
        told = forgetting_of(settings, person, keep_bytes=keep_bytes)
    if as_json:
        print_json({"forgetting": told, "remains": REMAINS})
    else:
        _print(told, keep_bytes=keep_bytes)


def _print(told: Forgetting, *, keep_bytes: bool) -> None:
    if told.plan is None:
        print_line("This person was forgotten before; what a stop had left to do is done now.", style="bold")
    else:
        _print_plan(told.plan, told, keep_bytes=keep_bytes)
    print_line()
    print_line("What remains, and is yours to see to:", style="bold")
    for each in REMAINS:
        print_line(f"- {each}", indent=2)
    if not told.done:
        print_line()
        print_line("Nothing was written. The same command with --yes does it, and cannot be undone.")


def _print_plan(plan: ForgettingPlan, told: Forgetting, *, keep_bytes: bool) -> None:
    if told.done:
        print_line("Forgotten.", style="bold")
    else:
        print_line(f"To be forgotten: {shown(plan.person.name)} ({plan.person.id})", style="bold")
        print_line(f"with the names {'; '.join(shown(name) for name in plan.names)}", indent=2)
    print_line(f"documents that name the person: {len(plan.documents)}", indent=2)
    kept = ", kept as you asked" if keep_bytes else ""
    print_line(f"archived bytes deleted: {told.bytes}{kept}", indent=2)
    print_line(f"readings written anew: {plan.readings}", indent=2)
    print_line(
        f"claims erased: {plan.claims_erased}; of others in the same documents, kept: {plan.claims_kept}", indent=2
    )
    print_line(f"rulings erased or written anew: {plan.rulings}; other entries: {plan.other_entries}", indent=2)
    if plan.namesakes:
        print_line(f"left alone, for they name another of that name: {plan.namesakes} documents", indent=2)
    if plan.run_on:
        others = ", ".join(f"{shown(other.name)} ({other.id})" for other in plan.run_on)
        print_line(f"not touched, but perhaps the same, with a space lost: {others}", indent=2)
    if not plan.recognised:
        print_line("a short name is no sure mark: new documents with it will be read as they are", indent=2)
