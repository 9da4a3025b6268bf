"""Score records against gold records: `score_records` gives the table that the judge of the gold gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chancery.gazette.record_format import Record
from chancery.gazette.scoring.documents import DocumentScore, Miss, score_document
from chancery.gazette.scoring.table import ALL_FACTS, ENTITY_ROWS, FACT_ROWS, Counts, Row, table_of

__all__ = [
    "ALL_FACTS",
    "ENTITY_ROWS",
    "FACT_ROWS",
    "Counts",
    "Miss",
    "Row",
    "Scores",
    "score_document",
    "score_records",
]


@dataclass(frozen=True)
class Scores:
    """The table over all documents, and every miss in the documents' order."""

    rows: dict[str, Row]
    misses: tuple[Miss, ...]
    documents: int
    without_record: tuple[str, ...]  # documents of which nothing was given, which counts as a record with nothing


def score_records(gold: Mapping[str, Record], system: Mapping[str, Record], text_of: Callable[[str], str]) -> Scores:
    """Score records by the stems of their file names. `text_of` gives the text of a stem that has a record."""
    tally: dict[str, Counts] = {}
    misses: list[Miss] = []
    for stem in sorted(gold):
        score = _score_one(stem, gold[stem], system.get(stem), text_of)
        for row, counts in score.counts.items():
            tally[row] = tally.get(row, Counts()) + counts
        misses += score.misses
    without = tuple(stem for stem in sorted(gold) if stem not in system)
    return Scores(table_of(tally), tuple(misses), len(gold), without)


def _score_one(stem: str, gold: Record, system: Record | None, text_of: Callable[[str], str]) -> DocumentScore:
    if system is None:
        return score_document(gold, Record(document=gold.document, entities=[], facts=[]), "")
    return score_document(gold, system, text_of(stem))
