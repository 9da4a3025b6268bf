"""Conflicts as the register tells them: citations, rulings that overrule, and what leaves the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register.fates import Fates
from chancery.terms.errors import QuestionError
from tests.register.conflicts.test_of_posts import post
from tests.register.conflicts.told import read, report
from tests.register.test_fold import Session, act
from tests.register.world import NOON, passing_register

APPOINTED = report(1, "2014-08-01", post("Ana Lopes", "appointed", "2014-08-01"))
TOOK_OVER = report(2, "2014-08-03", post("Ana Lopes", since="2014-08-03"))


def test_each_side_has_its_claims_and_their_sentences(tmp_path: Path) -> None:
    with read(tmp_path, APPOINTED, TOOK_OVER) as register:
        [conflict] = register.conflicts("Ana Lopes")
        assert [side.claims for side in conflict.sides] == [(APPOINTED.claims[0].id,), (TOOK_OVER.claims[0].id,)]
        assert [side.citations[0].sentence for side in conflict.sides] == [
            "Report 1 of 2014-08-01.",
            "Report 2 of 2014-08-03.",
        ]
        assert register.conflicts("Relief Office") == register.conflicts() == [conflict]
        with pytest.raises(QuestionError):
            register.conflicts("Nobody At All")


def test_a_ruling_overrules_the_rule_and_can_be_taken_back(tmp_path: Path) -> None:
    with read(tmp_path, APPOINTED, TOOK_OVER) as register:
        [by_rule] = register.conflicts()
        ruling = register.judge_claim(APPOINTED.claims[0].id[:8], "accept", by="Ada", why="the gazette", at=NOON)
        [conflict] = register.conflicts()
        assert (conflict.id, conflict.rule, conflict.by_rule, conflict.chosen) == (by_rule.id, by_rule.rule, 1, 0)
        assert conflict.overruled_by is not None
        assert (conflict.overruled_by.id, conflict.overruled_by.why) == (ruling.id, "the gazette")
        [tenure] = register.entity("Ana Lopes").tenures
        assert str(tenure.start.date) == "2014-08-01", "and the tenure follows it"
        taken_back = register.withdraw_ruling(ruling.id[:8], by="Ada", why="misread", at=NOON)
        assert register.conflicts() == [by_rule]
        assert [(r.judgement, r.withdrawn) for r in register.rulings()] == [
            ("accept", taken_back.id),
            ("withdraw", None),
        ]


def test_a_rejected_claim_leaves_the_record_and_its_conflicts(tmp_path: Path) -> None:
    with read(tmp_path, APPOINTED, TOOK_OVER) as register:
        ruling = register.judge_claim(TOOK_OVER.claims[0].id, "reject", by="Ada", why="a slip", at=NOON)
        assert register.conflicts() == []
        [tenure] = register.entity("Ana Lopes").tenures
        assert str(tenure.start.date) == "2014-08-01"
        again = register.judge_claim(TOOK_OVER.claims[0].id[:6], "reject", by="Ada", why="twice", at=NOON)
        assert register.rulings()[-1].subjects == (TOOK_OVER.claims[0].id,), "it can be ruled on again"
        register.withdraw_ruling(again.id, by="Ada", why="once is enough", at=NOON)
        register.withdraw_ruling(ruling.id, by="Ada", why="it was none", at=NOON)
        assert len(register.conflicts()) == 1


def test_a_claim_or_ruling_that_is_not_there(tmp_path: Path) -> None:
    with read(tmp_path, APPOINTED) as register:
        for call in (
            lambda: register.judge_claim("0000", "accept", by="Ada", why="", at=NOON),
            lambda: register.judge_claim(APPOINTED.claims[0].id[:3], "accept", by="Ada", why="", at=NOON),
            lambda: register.withdraw_ruling(APPOINTED.claims[0].id, by="Ada", why="", at=NOON),
        ):
            with pytest.raises(QuestionError) as caught:
                call()
            assert caught.value.code == "Q007"


@pytest.mark.sqlite
@settings(max_examples=40)
@given(st.data(), st.integers(2, 7))
def test_those_of_one_entity_are_those_of_all_that_name_it(data: st.DataObject, steps: int) -> None:
    with passing_register() as register:
        session = Session(register)
        for _ in range(steps):
            act(session, data.draw)
        everything = register.conflicts()
        fates = Fates(register.store)
        for listing in (*register.people(), *register.bodies()):
            one = fates.one_body(listing.entity.id)
            about = [each for each in everything if {entity.id for entity in each.entities} & set(one)]
            assert register.conflicts(listing.entity.id) == about
