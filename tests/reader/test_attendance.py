"""Attendance, in sentences of our own."""

from __future__ import annotations

from chancery.reader.steps import attendance, gatherings
from chancery.terms.claims import AttendanceFact, GatheringFact
from tests.reader.marked import marked_draft

HELD = "The annual meeting of the [O Relief Board] was held in [L Odense] on 3 May 2021.\n"


def present(marked: str) -> dict[str, str]:
    draft = marked_draft(marked)
    gatherings.run(draft)
    attendance.run(draft)
    known = {f.fact.gathering for f in draft.findings if isinstance(f.fact, GatheringFact)}
    facts = [f.fact for f in draft.findings if isinstance(f.fact, AttendanceFact)]
    assert all(fact.gathering in known for fact in facts)
    return {fact.who: fact.capacity for fact in facts}


def test_a_roster_in_a_sentence() -> None:
    found = present(
        HELD + "The meeting was attended by [P Ana Lopes], Mayor of [L Odense], [P Juri Tamm] and [P Ito Ken]."
    )
    assert set(found) == {"Ana Lopes", "Juri Tamm", "Ito Ken"}


def test_those_present() -> None:
    found = present(HELD + "Present there were [P Ana Lopes], [P Juri Tamm] and [P Ito Ken].")
    assert set(found) == {"Ana Lopes", "Juri Tamm", "Ito Ken"}


def test_two_who_met() -> None:
    assert set(present("[P Ana Lopes] met with [P Juri Tamm] in [L Odense] on 3 May 2021.")) == {
        "Ana Lopes",
        "Juri Tamm",
    }


def test_the_chair() -> None:
    assert present(HELD + "[P Ana Lopes] chaired the meeting.") == {"Ana Lopes": "chair"}


def test_a_slate_of_officers_is_no_roster() -> None:
    text = HELD + "\nThe following board members were elected:\n\n* [P Juri Tamm]\n\n* [P Ito Ken]\n\n* [P Ivo Horak]"
    assert not present(text)


def test_without_a_gathering_nobody_attends() -> None:
    assert present("[P Ana Lopes], [P Juri Tamm] and [P Ito Ken] were born in [L Odense].") == {}
