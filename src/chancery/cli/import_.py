"""`chancery import KIND PATH`: a data set that others made, into the record."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from chancery.cli import SOME_NOT_READ
from chancery.cli.terminal import print_json, shown
from chancery.office.importing import KINDS, Imported, import_data
from chancery.office.settings import Settings
from chancery.terms.errors import PROBLEMS

_MOST_ROWS = 5  # of one code, told one by one to people; --json has all


@click.command("import")
@click.argument("kind", type=click.Choice(tuple(KINDS)), metavar="KIND")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@click.option(
    "--dataset",
    metavar="NAME",
    help="What has one id in files of one data set is one person or body. [default: ifg, or the file's name]",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object for programs, instead of lines for people.")
@click.pass_obj
def import_(settings: Settings, kind: str, path: Path, dataset: str | None, as_json: bool) -> None:
    """Take a data set into the record, with that data set as the source of every fact.

    KIND is ifg (a folder with the tables of the Institute for Government's ministers database), popolo (a file of
    Popolo JSON) or ftm (a file of FollowTheMoney entities, one on each line). Importing the same files again adds
    nothing; a file that changed takes the place of the earlier one. Exit code 3 says that some rows were not taken; the
    rest was taken all the same.
    """
    done = import_data(kind, path, settings, dataset=dataset)
    if as_json:
        print_json(_summary(done))
    else:
        _print(done)
    if done.untaken:
        sys.exit(SOME_NOT_READ)


def _print(done: Imported) -> None:
    for code, count in sorted(done.counts.items()):
        click.echo(f"{code}  {count:,} not taken", err=True)
        errors = [error for error in done.untaken if error.code == code]
        for error in errors[:_MOST_ROWS]:
            click.echo(f"      {shown(error.what)}", err=True)
        if count > _MOST_ROWS:
            click.echo(f"      and {count - len(errors[:_MOST_ROWS]):,} more; --json has them", err=True)
        click.echo(f"      likely cause: {PROBLEMS[code].cause}", err=True)
        click.echo(f"      next step:    {PROBLEMS[code].next}", err=True)
    files = "1 file" if len(done.files) == 1 else f"{len(done.files)} files"
    if done.new:
        click.echo(f"{files}, {done.new} with something new: {done.claims:,} new claims")
    else:
        click.echo(f"{files}: nothing new, imported before")
    if done.replaced:
        click.echo(f"{done.replaced} earlier files were replaced, and what they alone said was taken back")
    if done.untaken:
        click.echo(f"{sum(done.counts.values()):,} of {done.rows:,} rows not taken; each with its reason above")
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
        "rows_not_taken": sum(done.counts.values()),
        "rows_not_taken_by_code": done.counts,
        "errors": [error.as_dict() for error in done.untaken],
    }
