"""`chancery evaluate`: score readings against gold records."""

from __future__ import annotations

import json
from pathlib import Path, PurePath

import click
import msgspec

from chancery.gazette.evaluation import TextOf, misses_of, records_among, table_lines, texts_in
from chancery.gazette.record_files import read_records
from chancery.gazette.scoring import ALL_FACTS, ENTITY_ROWS, FACT_ROWS, score_records
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.register import Register
from chancery.terms.errors import OutputError

_FOLDER = click.Path(path_type=Path)


@click.command
@click.argument("gold_dir", type=_FOLDER)
@click.option("--records", type=_FOLDER, help="Score the record files of this folder, not the workspace's readings.")
@click.option("--text", type=_FOLDER, help="The folder of the texts (.txt); default: those in the workspace.")
@click.option("--misses", type=click.Choice([*ENTITY_ROWS, *FACT_ROWS, ALL_FACTS]), help="List the misses of a row.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def evaluate(
    settings: Settings, gold_dir: Path, records: Path | None, text: Path | None, misses: str | None, as_json: bool
) -> None:
    """Score readings against the gold records in GOLD_DIR: precision, recall and F1 for each kind.

    A gold document that was not read counts as one of which nothing was found.
    """
    gold = read_records(gold_dir)
    if records is not None and text is not None:
        scores = score_records(gold, read_records(records), texts_in(text))
    else:
        with open_readonly(settings) as register:
            system = read_records(records) if records else records_among(gold, register.readings())
            scores = score_records(gold, system, texts_in(text) if text else _texts_of(settings, register))
    listed = misses_of(scores, misses) if misses else ()
    if as_json:
        plain = {
            "rows": msgspec.to_builtins(scores.rows),
            "documents": scores.documents,
            "without_record": scores.without_record,
            "misses": [
                {"what": miss.what, "row": miss.row, "document": miss.document, "words": miss.words} for miss in listed
            ],
        }
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
        return
    click.echo("\n".join(table_lines(scores)))
    if scores.without_record:
        click.echo(f"{len(scores.without_record)} of {scores.documents} gold documents have no record here", err=True)
    for miss in listed:
        click.echo(f"{miss.what:9}{miss.document}: {' '.join((miss.words or '').split())}")


def _texts_of(settings: Settings, register: Register) -> TextOf:
    documents = {PurePath(source).stem: view.document.id for view in register.readings() for source in view.sources}

    def text_of(stem: str) -> str:
        if stem not in documents:
            raise OutputError("X005", name=f"{stem}.json", place=settings.workspace)
        return register.text_of(documents[stem])

    return text_of
