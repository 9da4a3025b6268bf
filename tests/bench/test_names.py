"""The committed run over labelled names: recomputed case by case, with a floor under its F1."""

from __future__ import annotations

import csv

import pytest
from bench.name_cases import BENCH, Case, Figures, figures, load_cases
from bench.names import FROZEN, compared, frozen_row

needs_names = pytest.mark.skipif(not BENCH.is_dir(), reason="the labelled names of ../shared are not here")
FLOORS = {"all": 0.86, "held out": 0.81, "Person": 0.86, "Company": 0.86}  # only an explicit edit lowers them


@pytest.fixture(scope="module")
def scored() -> list[tuple[Case, float]]:
    return [(case, compared(case).score) for case in load_cases()]


@needs_names
def test_every_case_scores_as_in_the_committed_run(scored: list[tuple[Case, float]]) -> None:
    with FROZEN.open(encoding="utf-8", newline="") as file:
        frozen = {row["case"]: row for row in csv.DictReader(file)}
    now = {case.id: frozen_row(case, score) for case, score in scored}
    differing = {case: (frozen.get(case), now.get(case)) for case in frozen | now if frozen.get(case) != now.get(case)}
    assert not differing, "renew with `python -m bench.names --write`, and say why in the commit"


@needs_names
def test_the_figures_stay_above_their_floors(scored: list[tuple[Case, float]]) -> None:
    parts = {
        "all": scored,
        "held out": [(case, score) for case, score in scored if case.held_out],
        "Person": [(case, score) for case, score in scored if case.schema == "Person"],
        "Company": [(case, score) for case, score in scored if case.schema == "Company"],
    }
    assert {part: figures(pairs).f1 for part, pairs in parts.items() if figures(pairs).f1 < FLOORS[part]} == {}
    for pairs in (parts["all"], parts["held out"], parts["Person"]):
        assert figures(pairs).f1 > figures((case, case.peer or 0.0) for case, _ in pairs).f1


@needs_names
def test_the_cases_are_those_of_the_peers_run_and_a_third_is_held_out() -> None:
    cases = load_cases()
    assert sum(case.times for case in cases) == 812
    assert 0.28 < sum(case.held_out for case in cases) / len(cases) < 0.38
    assert len({case.id for case in cases}) == len(cases)


def test_figures_count_lines_at_the_threshold() -> None:
    def case(*, same: bool, times: int) -> Case:
        return Case("0", False, "Person", "A", "B", same, 0.5, times)

    pairs = [
        (case(same=True, times=2), 0.7),
        (case(same=True, times=1), 0.69),
        (case(same=False, times=1), 0.9),
        (case(same=False, times=1), 0.1),
        (case(same=True, times=0), 0.9),
    ]
    assert figures(pairs) == Figures(right=2, wrong=1, missed=1)
    assert figures(pairs).f1 == pytest.approx(4 / 6)
