"""What `chancery evaluate` scores: the readings of a workspace or record files, with the texts that they quote."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path, PurePath

import msgspec

from chancery.gazette.record_export import export_records
from chancery.gazette.record_format import Record
from chancery.gazette.scoring import ALL_FACTS, ENTITY_ROWS, Miss, Scores
from chancery.register.views import ReadingView
from chancery.terms.errors import OutputError

TextOf = Callable[[str], str]  # the text of a document, by the stem of its file's name


def records_among(gold: Iterable[str], readings: Iterable[ReadingView]) -> dict[str, Record]:
    """The records of those sources that have a gold record, by the stem of their names.

    Raises OutputError X001 where two source paths share a stem of the gold.
    """
    stems = frozenset(gold)
    exported = export_records(sources_with(stems, readings)).records
    return {PurePath(name).stem: msgspec.convert(record, Record) for name, record in exported.items()}


def sources_with(stems: Container[str], readings: Iterable[ReadingView]) -> Iterator[ReadingView]:
    """The readings, with those of their sources only whose file names have one of the stems."""
    for view in readings:
        yield msgspec.structs.replace(
            view, sources=tuple(source for source in view.sources if PurePath(source).stem in stems)
        )


def texts_in(folder: Path) -> TextOf:
    """The texts of a folder: "001" is 001.txt. The function given back raises OutputError X005."""

    def text_of(stem: str) -> str:
        try:
            return (folder / f"{stem}.txt").read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise OutputError("X005", name=f"{stem}.json", place=folder) from error

    return text_of


def table_lines(scores: Scores) -> list[str]:
    """The table in the judge's own layout, one line for each row below the heads."""
    heads = f"{'type':20}{'gold':>6}{'system':>8}{'match':>7}{'P':>8}{'R':>8}{'F1':>8}"
    return [heads] + [
        f"{name:20}{row.gold:6}{row.system:8}{row.match:7}{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}"
        for name, row in scores.rows.items()
    ]


def side_by_side_lines(scores: Mapping[str, Scores]) -> list[str]:
    """Several readers' scores: a group of columns for each, a block of rows for the entities and for each kind of fact.

    `scores` is by the readers' names, all against the same gold records.
    """
    names = list(scores)
    tables = [scores[name].rows for name in names]
    lines = [
        f"{'':26}" + "".join(f"{name:>26}" for name in names),
        f"{'type':20}{'gold':>6}" + f"{'P':>10}{'R':>8}{'F1':>8}" * len(names),
    ]
    block = ""
    for row, first in tables[0].items():
        kind = "entities" if row in ENTITY_ROWS else row.partition("+")[0]
        if block and kind != block:
            lines.append("")
        block = kind
        measures = (f"{t[row].precision:10.3f}{t[row].recall:8.3f}{t[row].f1:8.3f}" for t in tables)
        lines.append(f"{row:20}{first.gold:6}" + "".join(measures))
    return lines


def misses_of(scores: Scores, row: str) -> tuple[Miss, ...]:
    """The misses of one row; those of all rows without a plus for "all facts"."""
    if row == ALL_FACTS:
        return tuple(miss for miss in scores.misses if "+" not in miss.row)
    return tuple(miss for miss in scores.misses if miss.row == row)
