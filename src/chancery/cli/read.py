"""`chancery read PATH...`: files, folders and patterns into the record."""

from __future__ import annotations

import json
import sys
from collections import Counter

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from chancery.cli import ERROR, SOME_NOT_READ, print_error
from chancery.office.daily import Outcome, Read, read_paths
from chancery.office.readers import DEFAULT_READER, READERS, reader_named
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.register.views import Counts

_ORDER: tuple[Outcome, ...] = ("read", "nothing found", "not read", "already read", "withdrawn", "refused", "failed")
_MEANING = {
    "read": "read, with what they say recorded",
    "nothing found": "read, but they name no one and nothing",
    "not read": "kept, in a language that no reader reads yet",
    "already read": "nothing new: the same bytes were read before",
    "withdrawn": "left alone: a person withdrew them; --again reads them",
    "refused": "not taken in; each with its reason above",
    "failed": "kept, but the reader failed on them",
}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--reader",
    type=click.Choice(READERS),
    default=DEFAULT_READER,
    show_default=True,
    help="Who reads: the steps of this package, or a language model that you run or rent (llm; see Settings).",
)
@click.option("--again", is_flag=True, help="Read also documents that were withdrawn.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for programs, instead of lines for people.")
@click.pass_obj
def read(settings: Settings, paths: tuple[str, ...], reader: str, again: bool, as_json: bool) -> None:
    """Read files, folders and patterns (.txt, .md, .html) into the record.

    Reading the same file again adds nothing; a reading that was stopped goes on where it was. Exit code 3 says that
    something was refused or failed; the rest was read all the same.
    """
    outcomes: list[Read] = []
    chosen = reader_named(reader)
    console = Console(stderr=True)
    with Progress(
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console,
        disable=as_json or not console.is_terminal, transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task("reading", total=None)
        for outcome in read_paths(
            paths, settings, reader=chosen, begin=lambda total: progress.update(task, total=total), again=again
        ):
            outcomes.append(outcome)
            progress.advance(task)
            if not as_json:
                _say(outcome, quiet=console.is_terminal)
    counts = Counter(outcome.outcome for outcome in outcomes)
    with open_readonly(settings) as register:
        orphaned = register.orphaned_count()
        if as_json:
            summary = {**_summary(outcomes, counts), "orphaned_rulings": orphaned}
            click.echo(json.dumps(summary, ensure_ascii=False))
        else:
            _print_summary(outcomes, counts)
            _print_record(register.counts(), waiting=len(register.suggestions()))
            if orphaned:
                have, their = ("ruling has", "its") if orphaned == 1 else ("rulings have", "their")
                click.echo(f"{orphaned} {have} lost {their} fact: see `chancery orphans`")
    if counts["refused"] or counts["failed"]:
        sys.exit(ERROR if counts["refused"] == len(outcomes) else SOME_NOT_READ)


def _say(outcome: Read, *, quiet: bool) -> None:
    """Errors in full; in a pipe also a plain line for each document."""
    if outcome.error is not None:
        print_error(outcome.error)
    elif not quiet:
        detail = f"  {outcome.claims} claims" if outcome.outcome == "read" else ""
        language = f" ({outcome.language})" if outcome.outcome == "not read" else ""
        click.echo(f"{outcome.outcome + language:16}{click.format_filename(outcome.source)}{detail}")


def _print_summary(outcomes: list[Read], counts: Counter[Outcome]) -> None:
    click.echo("")
    click.echo(f"{len(outcomes)} documents, {sum(outcome.claims for outcome in outcomes)} new claims")
    for name in _ORDER:
        if counts[name]:
            click.echo(f"  {counts[name]:5}  {name:14} {_MEANING[name]}")
    refused = sum(outcome.refused for outcome in outcomes)
    if refused:
        click.echo(f"{refused} names and facts that the reader gave were refused: the text does not bear them out")


def _print_record(held: Counts, *, waiting: int) -> None:
    click.echo(
        f"the record holds {held.documents} documents: {held.people} people, {held.bodies} bodies, {held.posts} posts, "
        f"{held.gatherings} gatherings, {held.acts} acts and messages"
    )
    if waiting:
        click.echo(f"{waiting} pairs of names may be one and wait for a person's eye: chancery review")


def _summary(outcomes: list[Read], counts: Counter[Outcome]) -> dict[str, object]:
    return {
        "documents": len(outcomes),
        "claims": sum(outcome.claims for outcome in outcomes),
        "refused_claims": sum(outcome.refused for outcome in outcomes),
        "outcomes": {name: counts[name] for name in _ORDER},
        "sources": [
            {
                "source": outcome.source,
                "outcome": outcome.outcome,
                "language": outcome.language,
                "claims": outcome.claims,
                "refused_claims": outcome.refused,
                **({"error": outcome.error.as_dict()} if outcome.error else {}),
            }
            for outcome in outcomes
        ],
    }
