"""`chancery import KIND PATH`: a data set that others made, into the record."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from chancery.cli import SOME_NOT_READ, print_error
from chancery.cli.terminal import print_json
from chancery.office.importing import KINDS, Imported, import_data
from chancery.office.settings import Settings

_MOST_ROWS = 20  # told one by one to people; --json has all


@click.command("import")
@click.argument("kind", type=click.Choice(tuple(KINDS)), metavar="KIND")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for programs, instead of lines for people.")
@click.pass_obj
def import_(settings: Settings, kind: str, path: Path, as_json: bool) -> None:
    """Take a data set into the record, with that data set as the source of every fact.

    KIND is ifg (the folder with the tables of the Institute for Government's ministers database). Importing the same
    files again adds nothing; a file that changed takes the place of the earlier one. Exit code 3 says that some rows
    were not taken; the rest was taken all the same.
    """
    done = import_data(kind, path, settings)
    if as_json:
        print_json(_summary(done))
    else:
        _print(done)
    if done.untaken:
        sys.exit(SOME_NOT_READ)


def _print(done: Imported) -> None:
    for error in done.untaken[:_MOST_ROWS]:
        print_error(error)
    if len(done.untaken) > _MOST_ROWS:
        click.echo(f"and {len(done.untaken) - _MOST_ROWS} more; --json has all", err=True)
    if done.new:
        click.echo(f"{len(done.files)} files, {done.new} of them new, {done.claims:,} new claims")
    else:
        click.echo(f"{len(done.files)} files: nothing new, they were imported before")
    if done.replaced:
        click.echo(f"{done.replaced} earlier files were replaced, and what they alone said was taken back")
    if done.untaken:
        click.echo(f"{len(done.untaken):,} of {done.rows:,} rows not taken; each with its reason above")
    if done.refused:
        click.echo(f"{done.refused:,} claims were refused: the files do not bear them out")


def _summary(done: Imported) -> dict[str, object]:
    return {
        "kind": done.kind,
        "files": list(done.files),
        "new_files": done.new,
        "replaced_files": done.replaced,
        "claims": done.claims,
        "refused_claims": done.refused,
        "rows": done.rows,
        "rows_not_taken": len(done.untaken),
        "errors": [error.as_dict() for error in done.untaken],
    }
