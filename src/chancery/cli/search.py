"""`chancery search WORDS`: names and sentences."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.known import known_option
from chancery.cli.terminal import print_json, print_line, shown
from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.register.views import Passage, SearchHit
from chancery.terms.dates import Instant
from chancery.terms.entities import EntityName

_KINDS = {"person": "person", "organisation": "body", "place": "place"}


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Of names and of sentences.")
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def search(settings: Settings, words: tuple[str, ...], limit: int, known: Instant | None, as_json: bool) -> None:
    """Names, then sentences, that hold all the WORDS; the last word may be a beginning. Exit code 1: none does."""
    with open_as_known(settings, known) as register:
        hits = register.search(" ".join(words), limit)
    if as_json:
        print_json({"words": list(words), "hits": hits})
    else:
        _print_hits(hits)
    if not hits:
        if not as_json:
            click.echo("Nothing in the record holds these words.", err=True)
        sys.exit(NOTHING_FOUND)


def _print_hits(hits: Iterable[SearchHit]) -> None:
    for hit in hits:
        if hit.entity is not None:
            _print_entity(hit.entity, hit.name)
        elif hit.passage is not None:
            _print_passage(hit.passage)


def _print_entity(entity: EntityName, name: str | None) -> None:
    as_found = f", as {shown(name)}" if name and name != entity.name else ""
    print_line(f"{shown(entity.name)}{as_found} ({_KINDS[entity.type]} {entity.id})", style="bold")


def _print_passage(passage: Passage) -> None:
    document = passage.document
    day = f", {date_in_words(document.published)}" if document.published else ""
    title = shown(document.title) if document.title else "untitled"
    print_line(f"“{shown(passage.sentence)}”", indent=2, style="italic")
    print_line(f"{title}{day} · {shown(document.source)} [{passage.start}–{passage.end}]", indent=2, style="dim")
