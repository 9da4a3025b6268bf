"""The made-up mentions by which candidate generation is timed."""

from __future__ import annotations

from bench.blocking import measured, mentions


def test_mentions_are_distinct_the_same_in_every_run_and_collide_as_names_do() -> None:
    names, variants = mentions(2000)
    assert len(set(names)) == 2000
    assert mentions(2000)[0] == names
    assert all(origin < place for place, origin in variants.items())
    assert len(variants) > 100
    surnames = [name.split()[-1] for name in names]
    assert max(map(surnames.count, set(surnames))) > 10, "a frequent surname has many bearers"


def test_most_variants_meet_their_name() -> None:
    row = measured(2000, most=50)
    assert row["variants_met"] > 0.9
    assert row["pairs_per_mention"] < 50
