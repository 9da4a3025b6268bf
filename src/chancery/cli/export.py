"""`chancery export`: write the record in other formats."""

from __future__ import annotations

import json
from pathlib import Path

import click

from chancery.gazette.record_export import export_records
from chancery.gazette.record_files import write_records
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly


@click.command
@click.option("--format", "form", type=click.Choice(["records"]), required=True, help="records: one JSON per document.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@click.option("--tree", is_flag=True, help="Mirror the folders of the documents, from the one that all share.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def export(settings: Settings, form: str, out: Path, tree: bool, as_json: bool) -> None:
    """Write the record in other formats.

    `--format records` writes a file for each source path that was read: x/001.txt gives 001.json. Where two would
    get one name nothing is written and both are told. A document that was not read gives an empty record.
    """
    with open_readonly(settings) as register:
        exported = export_records(register.readings(), tree=tree)
    write_records(exported.records, out)
    if as_json:
        summary = {"out": str(out), "format": form, "written": len(exported.records), "not_read": exported.not_read}
        click.echo(json.dumps(summary, ensure_ascii=False))
        return
    click.echo(f"{len(exported.records)} records written to {out}")
    for language, count in exported.not_read.items():
        click.echo(f"{count} of them empty: the document was not read (language: {language})")
