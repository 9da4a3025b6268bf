"""Score one document's record against its gold record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from chancery.gazette.record_format import GatheringRecord, Record, RecordFact, kind_of_record
from chancery.gazette.scoring.entities import Identities, identities
from chancery.gazette.scoring.likeness import Also, Pairing, fact_likeness
from chancery.gazette.scoring.places import FoldedText
from chancery.gazette.scoring.table import ENTITY_ROWS, FACT_ROWS, Counts


@dataclass(frozen=True)
class Miss:
    """Something of the gold record that was not given, or something given that the gold record lacks."""

    what: Literal["missed", "spurious"]
    row: str
    document: str
    words: str | None  # an entity's name, or a fact's evidence


@dataclass(frozen=True)
class DocumentScore:
    """The counts of each row for one document, and every miss."""

    counts: dict[str, Counts]
    misses: tuple[Miss, ...]


def score_document(gold: Record, system: Record, text: str) -> DocumentScore:
    """Match entities first, then gatherings, then whatever speaks of them."""
    pairing = Pairing(FoldedText(text), identities(gold.entities, system.entities))
    counts: dict[str, Counts] = {}
    misses: list[Miss] = []
    for row in ENTITY_ROWS:
        counts[row], missed = _score_entities(row, gold, system, pairing.identities)
        misses += missed
    for row in FACT_ROWS:
        kind, _, also = row.partition("+")
        wanted = [fact for fact in gold.facts if kind_of_record(fact) == kind]
        given = [fact for fact in system.facts if kind_of_record(fact) == kind]
        matched = _best_pairs(wanted, given, pairing, cast(Also, also or None))
        if row == "gathering":
            pairing = replace(pairing, gathering_in_gold=_gathering_ids(wanted, given, matched))
        counts[row] = Counts(len(wanted), len(given), len(matched))
        answered = set(matched.values())
        misses += [Miss("missed", row, gold.document, f.evidence) for i, f in enumerate(wanted) if i not in matched]
        misses += [Miss("spurious", row, gold.document, f.evidence) for j, f in enumerate(given) if j not in answered]
    return DocumentScore(counts, tuple(misses))


def _score_entities(row: str, gold: Record, system: Record, found: Identities) -> tuple[Counts, list[Miss]]:
    types = {entity.id: entity.type for entity in gold.entities}
    wanted = [entity for entity in gold.entities if entity.type == row]
    given = [entity for entity in system.entities if entity.type == row]
    right = [types.get(found.gold_of.get(entity.id, "")) == row for entity in given]
    matched = set(found.gold_of.values())
    misses = [Miss("missed", row, gold.document, entity.name) for entity in wanted if entity.id not in matched]
    misses += [
        Miss("spurious", row, gold.document, entity.name) for entity, hit in zip(given, right, strict=True) if not hit
    ]
    return Counts(len(wanted), len(given), sum(right)), misses


def _best_pairs(gold: Sequence[RecordFact], system: Sequence[RecordFact], among: Pairing, also: Also) -> dict[int, int]:
    """Gold fact to system fact, by their places in the lists: the best pairs first, each fact once."""
    scored = (
        (score, i, j)
        for i, wanted in enumerate(gold)
        for j, given in enumerate(system)
        if (score := fact_likeness(wanted, given, among, also=also)) > 0
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored, reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _gathering_ids(
    gold: Sequence[RecordFact], system: Sequence[RecordFact], matched: dict[int, int]
) -> dict[str | None, str | None]:
    found: dict[str | None, str | None] = {}
    for i, j in matched.items():
        wanted, given = gold[i], system[j]
        assert isinstance(wanted, GatheringRecord) and isinstance(given, GatheringRecord)
        found[given.id] = wanted.id
    return found
