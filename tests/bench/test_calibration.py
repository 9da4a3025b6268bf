"""The calibration curve: claims in bins of their confidence, and what is right by the judge."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.calibration import Judged, curve, judged_claims, table_lines

from bench import calibration
from chancery.terms.claims import Claim, Evidence, PostFact, Reading, Referent
from tests.paths.shared import needs_shared

TEXT = "Ana Lopes, President of the Relief Board, met Bo Dahl, Treasurer of the Relief Board. Ana Lopes was President."


def test_a_bin_begins_with_its_lower_edge_and_the_last_holds_one() -> None:
    row = curve([Judged("post", at, at >= 0.6) for at in (0.2, 0.5, 0.59, 0.6, 0.9, 1.0)])["post"]
    assert [(each["claims"], each["right"]) for each in row] == [(1, 0), (2, 0), (1, 1), (0, 0), (0, 0), (2, 2)]
    assert row[1]["stated"] == pytest.approx(0.545)
    assert (row[3]["share"], row[5]["share"]) == (None, 1.0)


def test_all_facts_are_those_of_all_kinds() -> None:
    rows = curve([Judged("post", 0.7, True), Judged("unit", 0.7, False)])
    assert (rows["all facts"][3]["claims"], rows["all facts"][3]["share"]) == (2, 0.5)
    assert table_lines(rows)[-1].split() == ["all", "facts", "–", "–", "–", "2", "50%", "–", "–"]


@needs_shared
def test_a_second_answer_is_neither_right_nor_wrong() -> None:
    def claim(person: str, role: str, quote: str, confidence: float) -> Claim:
        start = TEXT.index(quote)
        evidence = Evidence(document="d", start=start, end=start + len(quote), quote=quote)
        fact = PostFact(person=person, role=role, organisation="o1" if role != "Clerk" else None)
        return Claim(id=quote, fact=fact, evidence=(evidence,), confidence=confidence)

    entities = [("p1", "person", "Ana Lopes"), ("p2", "person", "Bo Dahl"), ("o1", "organisation", "Relief Board")]
    reading = Reading(
        document="d", reader="", version="", language="en", read=True,
        referents=tuple(Referent(id=i, type=kind, name=name) for i, kind, name in entities),  # type: ignore[arg-type]
        claims=(
            claim("p1", "President", "Ana Lopes, President", 0.95),
            claim("p1", "President", "Ana Lopes was President", 0.65),
            claim("p2", "Clerk", "Bo Dahl", 0.55),
        ),
    )  # fmt: skip
    gold = {
        "entities": [{"id": i, "type": kind, "name": name, "aliases": []} for i, kind, name in entities],
        "facts": [{"type": "post", "person": "p1", "role": "President", "organisation": "o1", "change": "holds",
                   "date": None, "evidence": "Ana Lopes, President"}],
    }  # fmt: skip
    judged = judged_claims(calibration.judge(), gold, TEXT, reading)
    assert sorted(judge.right for judge in judged) == [False, True]
    assert [judge.confidence for judge in judged if not judge.right] == [0.55]


def test_without_the_shared_data_it_says_why_it_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(calibration, "SHARED", tmp_path)
    monkeypatch.setattr(calibration, "ROOT", tmp_path)
    calibration.main()
    assert "skipped" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
