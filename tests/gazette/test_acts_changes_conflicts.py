"""The pages of acts, of changes and of conflicts."""

from __future__ import annotations

import pytest

from chancery.gazette import pages
from chancery.gazette.pages import OpenRecord, large
from chancery.gazette.pages.facts_in_words import Line
from chancery.register import Answers
from chancery.terms.errors import OutputError, QuestionError


def words(line: Line) -> str:
    return "".join(phrase.text for phrase in line)


def test_agreements_have_parties_signatories_and_their_life(congress: OpenRecord) -> None:
    page = pages.acts_page(congress.register)
    assert (page.title, page.address, page.tellings) == ("Agreements", "/acts?kind=agreement", 3)
    pact, treaty = page.acts
    assert (pact.title, pact.when, pact.status, pact.stages) == ("pact on water", "3 July 1933", "signed", ())
    assert (treaty.title, treaty.when, treaty.status) == ("Apple Blossom Treaty", "1 March 1935", "in force")
    assert [(stage.status, stage.when) for stage in treaty.stages] == [
        ("signed", "4 July 1934"),
        ("in force", "1 March 1935"),
    ]
    assert treaty.stages[0].proofs[0].document == "Seventh Congress of Gardeners"
    assert {part.part: [who.name for who in part.who] for part in treaty.doers} == {
        "between": ["Garden League", "Orchard Circle"],
        "signed by": ["Bo Dahl"],
    }


def test_decisions_have_deadlines_and_annulments(congress: OpenRecord) -> None:
    page = pages.acts_page(congress.register, "decision", about="Garden League", first="1934", last="1934")
    (decided,) = page.acts
    assert (decided.title, decided.deadline) == ("count every apple tree", "May 1935")
    assert [stage.status for stage in decided.stages] == ["adopted", "annulled"]
    assert page.about_entity is not None and page.about_entity.name == "Garden League"
    assert page.address == "/acts?kind=decision&about=Garden+League&from=1934&to=1934"
    assert [each.href for each in page.kinds if each.kind == "award"] == [
        "/acts?kind=award&about=Garden+League&from=1934&to=1934"
    ]


def test_awards_and_messages_have_two_sides(congress: OpenRecord) -> None:
    (award,) = pages.acts_page(congress.register, "award").acts
    assert [(part.part, [who.name for who in part.who]) for part in award.doers] == [
        ("to", ["Bo Dahl"]),
        ("from", ["Ada Cole"]),
    ]
    assert award.when is None
    (message,) = pages.acts_page(congress.register, "message", about="Cy Fenn").acts
    assert (message.title, message.when) == ("telegram", "3 July 1934")


def test_a_page_beyond_the_last_leads_back(congress: OpenRecord) -> None:
    page = pages.acts_page(congress.register, "agreement", number=2)
    assert (page.acts, page.next) == ((), None)
    assert page.previous == "/acts?kind=agreement"
    with pytest.raises(OutputError, match="X007"):
        pages.acts_page(congress.register, "poem")


def test_changes_are_told_in_the_order_of_their_days_with_links(congress: OpenRecord) -> None:
    page = pages.changes_page(congress.register, about="Garden League", first="1935", units=True)
    assert page.address == "/changes?about=Garden+League&from=1935&units=1"
    told = [(row.day, words(row.line)) for row in page.list.rows]
    assert ("10 January 1936", "Seed Council renamed to Seed Board") in told
    assert ("30 June 1940", "Ada Cole resigned as Chair, Garden League") in told
    assert [day for day, _ in told] == sorted((day for day, _ in told), key=lambda day: day.split()[-1])
    gone = next(row for row in page.list.rows if "resigned" in words(row.line))
    assert [phrase.entity.name for phrase in gone.line if phrase.entity] == ["Ada Cole", "Garden League"]
    assert gone.proofs[0].quote == "Ada Cole resigned as Chair of the Garden League on 30 June 1940"


def test_only_one_kind_or_only_what_was_learned_since(congress: OpenRecord) -> None:
    units = pages.changes_page(congress.register, first="1900", kind="unit")
    assert {row.kind for row in units.list.rows} == {"unit"}
    assert [each.kind for each in units.kinds if each.chosen] == ["unit"]
    assert pages.changes_page(congress.register, recorded_since="2024-05-02").list.total == 0
    assert pages.changes_page(congress.register, recorded_since="2024-05-01").list.total > 10


def test_without_a_question_there_are_no_changes(congress: OpenRecord) -> None:
    page = pages.changes_page(congress.register)
    assert (page.asked, page.list.total, page.address) == (False, 0, "/changes")
    with pytest.raises(QuestionError, match="Q002"):
        pages.changes_page(congress.register, first="soon")


def test_both_sides_of_a_conflict_stand_beside_each_other(congress: OpenRecord) -> None:
    page = pages.conflicts_page(congress.register, about="Ada Cole")
    assert page.about_entity is not None and page.about_entity.name == "Ada Cole"
    (row,) = page.list.rows
    assert (row.kind, row.kind_in_words) == ("two starts", "two beginnings")
    quotes = [[proof.quote for claim in side.claims for proof in claim.proofs] for side in row.sides]
    assert sorted(quotes) == [
        ["Ada Cole was elected Chair of the Garden League on 3 July 1933"],
        ["Ada Cole was elected Chair of the Garden League on 9 July 1933"],
    ]
    assert len([side for side in row.sides if side.followed]) == (0 if "neither" in row.choice else 1)
    assert row.overruled_by is None


def test_the_whole_record_has_all_conflicts_and_pages_tell_of_theirs(congress: OpenRecord) -> None:
    everything = pages.conflicts_page(congress.register).list.rows
    assert {row.kind for row in everything} == {"two starts"}
    league = pages.body_page(congress.register, congress.register.entity("Garden League").id)
    by_id = pages.conflicts_page(congress.register, about=league.entity.id)
    assert (by_id.about, by_id.address) == ("Garden League", f"/conflicts?about={league.entity.id}")
    assert league.conflicts == len(pages.conflicts_page(congress.register, about="Garden League").list.rows) > 0


def test_a_large_record_is_gone_through_for_nobody_who_asks_nothing(
    congress: OpenRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    about_one = pages.conflicts_page(congress.register, about="Ada Cole").list
    monkeypatch.setattr(large, "MOST_FACTS", 3)
    assert pages.conflicts_page(congress.register, about="Ada Cole").list == about_one
    monkeypatch.setattr(Answers, "conflicts", None)
    page = pages.conflicts_page(congress.register)
    assert (page.unasked, page.list.rows) == (True, ())
