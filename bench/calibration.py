"""How far a stated confidence can be believed: of the claims stated at so much, what share is right.

Read by the packaged reader, judged by `../shared/gold/score`, for each kind and for all facts. Prints a table and
writes bench/results/calibration.json. On the training documents the figures flatter, as the reader has learned from
them; those of the development documents are the ones to go by. A second answer to a gold fact that is answered already
is neither right nor wrong, and is left out.
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
import itertools
import json
import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import msgspec

from chancery.archive.layers import text_layer
from chancery.gazette.records import record_of
from chancery.reader import read_document, reader_version
from chancery.terms.claims import CLAIM_KINDS, AttendanceFact, GatheringFact, Reading, kind_of
from chancery.terms.dates import Instant
from chancery.terms.document import Document

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CHANCERY_SHARED", ROOT.parent / "shared"))
CAPTURED = Instant.parse("2026-01-01T00:00:00+00:00")
SETS = {
    "training": "training: the documents that the reader learned from (flattering)",
    "development": "development: documents that nothing was trained on",
}
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)  # of the bins; the last holds 1 too
ALL = "all facts"


class Judged(NamedTuple):
    """A claim with the confidence that it was stated at, and whether a gold fact bears it out."""

    kind: str
    confidence: float
    right: bool


def judge() -> ModuleType:
    """The scorer of `../shared`, as a module."""
    loader = importlib.machinery.SourceFileLoader("gold_score", str(SHARED / "gold" / "score"))
    spec = importlib.util.spec_from_loader("gold_score", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def reading_of(path: Path) -> tuple[str, Reading]:
    """The text of a file, and what the packaged reader takes from it."""
    data = path.read_bytes()
    layer, facts = text_layer(data, document="0" * 64, media_type="text/plain", source=path.name)
    document = Document(
        id="0" * 64, source=path.name, media_type="text/plain", size=len(data), captured=CAPTURED, title=facts.title,
        dateline=facts.dateline, publisher=facts.publisher, published=facts.published, language=layer.language,
    )  # fmt: skip
    return layer.text, read_document(document, layer)


def stated_facts(reading: Reading) -> Iterable[tuple[float, dict[str, Any]]]:
    """Each claim that the record format holds, as a fact of it, with its confidence; none are joined."""
    hosts = {claim.fact.gathering: claim for claim in reading.claims if isinstance(claim.fact, GatheringFact)}
    for claim in reading.claims:
        host = hosts.get(claim.fact.gathering) if isinstance(claim.fact, AttendanceFact) else None
        alone = msgspec.structs.replace(reading, claims=(claim,) if host is None else (host, claim))
        found = [fact for fact in record_of(alone, "")["facts"] if fact["type"] == kind_of(claim.fact)]
        if found:
            yield claim.confidence, found[0]


def judged_claims(score: Any, gold: dict[str, Any], text: str, reading: Reading) -> list[Judged]:
    """The claims of one document, each right or wrong; second answers are left out."""
    entities = record_of(reading, "")["entities"]
    to_gold = score.match_entities(gold["entities"], entities)
    stated: dict[str, list[tuple[float, dict[str, Any]]]] = defaultdict(list)
    for confidence, fact in stated_facts(reading):
        at = score.spans(text, fact.get("evidence"))
        stated[fact["type"]].append((confidence, {**score.mapped(fact, to_gold), "_at": at}))
    wanted = [{**fact, "_at": score.spans(text, fact.get("evidence"))} for fact in gold["facts"]]
    gatherings: dict[str, str] = {}
    judged = []
    for kind in CLAIM_KINDS:  # gatherings stand before attendance, which is judged by them
        golds = [fact for fact in wanted if fact["type"] == kind]
        facts = [fact for _, fact in stated[kind]]
        pairs = score.assign(kind, golds, facts, gatherings)
        if kind == "gathering":
            gatherings = {facts[j]["id"]: golds[i]["id"] for i, j in pairs.items()}
        taken = set(pairs.values())
        for number, (confidence, fact) in enumerate(stated[kind]):
            if kind == "message":  # another place where the sender speaks is no other message
                is_second = _senders(score, fact) in {_senders(score, facts[j]) for j in taken}
            else:
                is_second = any(score.alike(kind, each, fact, gatherings) for each in golds)
            if number in taken or not is_second:
                judged.append(Judged(kind, confidence, number in taken))
    return judged


def _senders(score: Any, fact: dict[str, Any]) -> tuple[str, ...]:
    return tuple(score.as_list(fact.get("from")))


def curve(judged: Iterable[Judged]) -> dict[str, list[dict[str, Any]]]:
    """For each kind and for all facts, per bin: how many claims, how many right, their share, the mean confidence."""
    bins: dict[str, list[list[Judged]]] = {kind: [[] for _ in EDGES[1:]] for kind in (*CLAIM_KINDS, ALL)}
    for claim in judged:
        number = sum(claim.confidence >= edge for edge in EDGES[1:-1])
        for kind in (claim.kind, ALL):
            bins[kind][number].append(claim)
    return {kind: [_bin(number, claims) for number, claims in enumerate(row)] for kind, row in bins.items()}


def _bin(number: int, claims: list[Judged]) -> dict[str, Any]:
    right, many = sum(claim.right for claim in claims), len(claims)
    stated = sum(claim.confidence for claim in claims)
    return {
        "from": EDGES[number], "to": EDGES[number + 1], "claims": many, "right": right,
        "share": round(right / many, 3) if many else None, "stated": round(stated / many, 3) if many else None,
    }  # fmt: skip


def table_lines(rows: dict[str, list[dict[str, Any]]]) -> list[str]:
    """One line for each kind, below the bins: how many claims, and the share that is right."""
    heads = "".join(f"{f'{low:g}–{high:g}':>13}" for low, high in itertools.pairwise(EDGES))
    lines = [f"{'kind':12}{heads}"]
    for kind, row in rows.items():
        cells = (f"{b['claims']:6} {b['share']:6.0%}" if b["claims"] else f"{'–':>13}" for b in row)
        lines.append(f"{kind:12}{''.join(cells)}")
    return lines


def main() -> None:
    gold = SHARED / "gold"
    if not (gold / "score").is_file():
        print("calibration skipped: the shared data are not beside this checkout (../shared, or CHANCERY_SHARED)")
        return
    score = judge()
    results: dict[str, Any] = {"reader": reader_version()}
    for part, title in SETS.items():
        judged: list[Judged] = []
        for path in sorted((gold / part / "records").glob("*.json")):
            text, reading = reading_of(gold / part / "text" / f"{path.stem}.txt")
            judged += judged_claims(score, json.loads(path.read_text("utf-8")), text, reading)
        results[part] = curve(judged)
        print(f"\n{title}; per bin of stated confidence, how many claims and how many of them are right")
        print("\n".join(table_lines(results[part])))
    folder = ROOT / "bench" / "results"
    folder.mkdir(exist_ok=True)
    (folder / "calibration.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
