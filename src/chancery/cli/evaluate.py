"""`chancery evaluate`: score readings against gold records."""

from __future__ import annotations

import json
import sys
from pathlib import Path, PurePath

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from chancery.cli import SOME_NOT_READ, print_error
from chancery.gazette.evaluation import (
    TextOf,
    misses_of,
    records_among,
    side_by_side_lines,
    table_lines,
    texts_in,
)
from chancery.gazette.record_files import read_records
from chancery.gazette.record_format import Record
from chancery.gazette.scoring import ALL_FACTS, ENTITY_ROWS, FACT_ROWS, Miss, Scores, score_records
from chancery.office.comparing import Compared, compare, documents_in, documents_of
from chancery.office.readers import READERS, reader_named
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.register import Register
from chancery.terms.errors import OutputError

_FOLDER = click.Path(path_type=Path)


@click.command
@click.argument("gold_dir", type=_FOLDER)
@click.option("--records", type=_FOLDER, help="Score the record files of this folder, not the workspace's readings.")
@click.option("--text", type=_FOLDER, help="The folder of the texts (.txt); default: those in the workspace.")
@click.option(
    "--reader",
    "readers",
    type=click.Choice(READERS),
    multiple=True,
    help="Read the texts anew with this reader, and score that; given several times, side by side.",
)
@click.option("--misses", type=click.Choice([*ENTITY_ROWS, *FACT_ROWS, ALL_FACTS]), help="List the misses of a row.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def evaluate(
    settings: Settings,
    gold_dir: Path,
    records: Path | None,
    text: Path | None,
    readers: tuple[str, ...],
    misses: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Score readings against the gold records in GOLD_DIR: precision, recall and F1 for each kind.

    A gold document that was not read counts as one of which nothing was found. With --reader the texts are read anew
    and nothing of it enters the record; exit code 3 says that a reader failed on some of them.
    """
    if readers and records is not None:
        raise click.UsageError("--reader reads the texts, --records scores what was read of them: give one of the two")
    gold = read_records(gold_dir)
    if readers:
        _side_by_side(settings, gold, text, tuple(dict.fromkeys(readers)), misses, as_json)
        return
    if records is not None and text is not None:
        scores = score_records(gold, read_records(records), texts_in(text))
    else:
        with open_readonly(settings) as register:
            system = read_records(records) if records else records_among(gold, register.readings())
            scores = score_records(gold, system, texts_in(text) if text else _texts_of(settings, register))
    listed = misses_of(scores, misses) if misses else ()
    if as_json:
        click.echo(json.dumps(_plain(scores, listed), ensure_ascii=False, indent=1))
        return
    click.echo("\n".join(table_lines(scores)))
    if scores.without_record:
        click.echo(f"{len(scores.without_record)} of {scores.documents} gold documents have no record here", err=True)
    _print_misses(listed)


def _side_by_side(
    settings: Settings,
    gold: dict[str, Record],
    text: Path | None,
    names: tuple[str, ...],
    misses: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Read, score and print; ends with exit code 3 where a reader failed on a document."""
    readers = [reader_named(name) for name in names]
    documents = documents_in(text, gold) if text else documents_of(settings, gold)
    console = Console(stderr=True)
    with Progress(
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console,
        disable=as_json or not console.is_terminal, transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task("reading", total=len(documents) * len(readers))
        compared = [compare(gold, documents, reader, told=lambda: progress.advance(task)) for reader in readers]
    listed = {one.reader: misses_of(one.scores, misses) if misses else () for one in compared}
    if as_json:
        plain = {"documents": len(gold), "readers": {one.reader: _of(one, listed[one.reader]) for one in compared}}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(side_by_side_lines({one.reader: one.scores for one in compared})))
        for one in compared:
            _print_remarks(one)
            if misses:
                click.echo(f"\n{one.reader}")
                _print_misses(listed[one.reader])
    if any(one.failures for one in compared):
        sys.exit(SOME_NOT_READ)


def _print_remarks(one: Compared) -> None:
    if one.refused:
        click.echo(f"{one.reader}: {one.refused} names and facts refused, which the texts do not bear out", err=True)
    for failure in one.failures:
        print_error(failure)


def _print_misses(listed: tuple[Miss, ...]) -> None:
    for miss in listed:
        click.echo(f"{miss.what:9}{miss.document}: {' '.join((miss.words or '').split())}")


def _of(one: Compared, listed: tuple[Miss, ...]) -> dict[str, object]:
    return {
        "version": one.version,
        **_plain(one.scores, listed),
        "refused": one.refused,
        "failures": [failure.as_dict() for failure in one.failures],
    }


def _plain(scores: Scores, listed: tuple[Miss, ...]) -> dict[str, object]:
    return {
        "rows": msgspec.to_builtins(scores.rows),
        "documents": scores.documents,
        "without_record": scores.without_record,
        "misses": [
            {"what": miss.what, "row": miss.row, "document": miss.document, "words": miss.words} for miss in listed
        ],
    }


def _texts_of(settings: Settings, register: Register) -> TextOf:
    documents = {PurePath(source).stem: view.document.id for view in register.readings() for source in view.sources}

    def text_of(stem: str) -> str:
        if stem not in documents:
            raise OutputError("X005", name=f"{stem}.json", place=settings.workspace)
        return register.text_of(documents[stem])

    return text_of
