"""Each page object over the sample workspace."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import pytest

from chancery.gazette import pages
from chancery.gazette.pages import OpenRecord
from chancery.gazette.pages.facts_in_words import Line
from chancery.gazette.web import make_app
from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from chancery.terms.errors import ChanceryError, OutputError, QuestionError
from tests.gazette.asking import ask
from tests.gazette.sample import open_record
from tests.register.test_disputes import ANA, IVO


def words(line: Line) -> str:
    return "".join(phrase.text for phrase in line)


def sha_of(record: OpenRecord, ending: str) -> str:
    return next(row.document.id for row in record.register.documents() if row.document.source.endswith(ending))


def id_of(record: OpenRecord, name: str) -> str:
    return record.register.entity(name).id


def test_the_overview_counts_and_tells_what_was_not_read(record: OpenRecord) -> None:
    page = pages.overview_page(record.register)
    counts = {figure.name: figure.count for figure in page.figures}
    assert (counts["documents"], counts["people"], counts["bodies"], counts["facts"]) == (4, 2, 3, 10)
    assert [(item.label, item.what) for item in page.attention] == [
        ("not read", "1 document in French"),
        ("refused A003", "reports/empty.txt is empty"),
    ]
    assert {row.source: row.outcome for row in page.documents} == {
        "reports/garden.txt": "read",
        "reports/later.txt": "read",
        "reports/garden.fr.txt": "not read",
        "reports/quiet.txt": "nothing found",
    }
    assert page.bodies[0].entity.name == "Garden League"


def test_the_overview_tells_who_met_last_and_what_needs_a_choice(congress: OpenRecord) -> None:
    page = pages.overview_page(congress.register)
    assert [row.name for row in page.gatherings][:2] == ["closing sitting", "opening sitting"]
    assert ("1 contradiction between documents", "/conflicts") in [(item.what, item.href) for item in page.attention]
    assert page.since == "2024-05-01"


def test_lists_have_every_row_and_an_address_for_each(record: OpenRecord) -> None:
    people = pages.people_page(record.register)
    assert [row.entity.name for row in people.list.rows] == ["Ada Cole", "Bo Dahl"]
    assert people.counted == "2 people"
    assert all(row.href == f"/people/{row.entity.id}" for row in people.list.rows)
    assert [row.entity.name for row in pages.bodies_page(record.register).list.rows] == [
        "Garden League",
        "Orchard Circle",
        "Seed Council",
    ]
    assert pages.documents_page(record.register).list.total == 4


def test_a_document_has_its_facts_in_the_order_of_the_text(record: OpenRecord) -> None:
    page = pages.document_page(record, sha_of(record, "garden.txt"))
    assert [words(fact.line) for fact in page.facts[:5]] == [
        "Ada Cole elected Chair, Garden League on 3 July 1933",
        "Seed Council is part of Garden League",
        "Meeting in Lower Mill on 3 July 1933 called by Seed Council",
        "Bo Dahl is Secretary, Garden League",
        "Bo Dahl chaired the meeting of 3 July 1933",
    ]
    assert page.facts[-1].note == "attributed"
    marked = {claim for block in page.blocks for segment in block.segments for claim in segment.claims}
    assert marked == {fact.claim for fact in page.facts}
    opened = [claim for block in page.blocks for segment in block.segments for claim in segment.opens]
    assert sorted(opened) == sorted(marked)
    known = {item.name: item.value for item in page.metadata}
    assert known["Captured"] == "1 May 2024, 08:30 UTC"
    assert known["SHA-256"] == page.sha
    assert known["In French"] == "La Ligue des jardins"


@pytest.mark.parametrize(
    ("ending", "words_for_it"),
    [("garden.fr.txt", "Not read: French."), ("quiet.txt", "Nothing found here.")],
)
def test_not_read_and_nothing_found_are_told_apart(record: OpenRecord, ending: str, words_for_it: str) -> None:
    page = pages.document_page(record, sha_of(record, ending))
    assert page.outcome_in_words.startswith(words_for_it)
    assert page.facts == ()
    assert page.blocks


def test_a_person_has_a_career_with_its_proof(record: OpenRecord) -> None:
    page = pages.person_page(record.register, id_of(record, "Ada Cole"))
    (chair,) = page.career.rows
    assert (chair.role, chair.when) == ("Chair", "from 3 July 1933, until 30 June 1940")
    assert [(part.surety, part.first, part.after) for part in chair.bar] == [
        ("certain", dt.date(1933, 7, 3), dt.date(1940, 7, 1))
    ]
    quotes = [proof.quote for proof in chair.proofs]
    assert quotes[0] == "Ada Cole was elected Chair of the Garden League on 3 July 1933"
    assert chair.proofs[0].following == " in Lower Mill."
    assert chair.proofs[0].href == f"/documents/{sha_of(record, 'garden.txt')}#at-{chair.proofs[0].claim}"
    assert {name.spelling for name in page.names} == {"Ada Cole", "Cole"}
    assert [section.heading for section in page.sections] == ["Awards"]


def test_a_person_attends_and_is_given_things(record: OpenRecord) -> None:
    page = pages.person_page(record.register, id_of(record, "Bo Dahl"))
    facts = {section.heading: [words(fact.line) for fact in section.facts] for section in page.sections}
    (attended,) = page.attended
    assert (attended.capacity, attended.row.name, attended.row.when) == ("in the chair", "Meeting", "on 3 July 1933")
    assert attended.proofs[0].quote == "Bo Dahl, Secretary of the Garden League, presided over the meeting"
    assert facts == {
        "Awards": ["silver spade to Bo Dahl from Ada Cole"],
    }


def test_leave_is_told_and_drawn(congress: OpenRecord) -> None:
    page = pages.person_page(congress.register, id_of(congress, "Bo Dahl"))
    secretary = next(row for row in page.career.rows if row.role == "Secretary")
    assert "on leave from 1 June 1936 to 1 September 1936" in secretary.when
    assert [(part.first, part.after) for part in secretary.away] == [(dt.date(1936, 6, 1), dt.date(1936, 9, 2))]


def test_a_body_has_successions_units_and_acts(record: OpenRecord) -> None:
    page = pages.body_page(record.register, id_of(record, "Garden League"))
    assert {post.role: [row.person.name for row in post.rows] for post in page.posts} == {
        "Chair": ["Ada Cole"],
        "Secretary": ["Bo Dahl"],
    }
    facts = {section.heading: [words(fact.line) for fact in section.facts] for section in page.sections}
    assert facts["Units over time"] == ["Seed Council is part of Garden League"]
    assert facts["Agreements"] == ["pact on water — signed on 3 July 1933 between Garden League and Orchard Circle"]
    council = pages.body_page(record.register, id_of(record, "Seed Council"))
    assert [parent.name for parent in council.parents] == ["Garden League"]
    headings = {section.heading: len(section.facts) for section in council.sections}
    assert headings == {"Gatherings": 1, "Decisions": 1}


def test_an_id_of_another_type_has_no_such_page(record: OpenRecord) -> None:
    with pytest.raises(OutputError, match="X007"):
        pages.person_page(record.register, id_of(record, "Garden League"))
    with pytest.raises(QuestionError, match="Q001"):
        pages.body_page(record.register, "nobody at all")
    with pytest.raises(QuestionError, match="Q001"):
        pages.document_page(record, "0" * 64)


def test_a_search_finds_names_and_marks_words(record: OpenRecord) -> None:
    page = pages.search_page(record.register, "  cole ")
    assert [hit.entity.name for hit in page.names] == ["Ada Cole"]
    assert page.names[0].name == "Cole"
    pieces = [[(piece.text, piece.found) for piece in hit.pieces] for hit in page.sentences]
    assert [("Cole", True), (" had been Chair since 1933.", False)] in pieces
    assert page.address == "/search?q=cole"
    empty = pages.search_page(record.register, "")
    assert (empty.names, empty.sentences, empty.address) == ((), (), "/search")


def test_two_in_a_single_seat_are_disputed(tmp_path: Path) -> None:
    settings = Settings(workspace=tmp_path)
    with open_for_writing(settings) as register:
        for page in (ANA, IVO):
            page.into(register)
    app = make_app(partial(open_record, settings))
    answer = ask(app, "/who?role=President&in=Relief+Office&on=1921-07-01").text
    ana = ask(app, "/who.json?role=President&in=Relief+Office&on=1921-07-01").json()["answers"][0]
    assert [other["name"] for other in ana["disputed"]] == ["Ivo Kovac"]
    href = f"/conflicts?about={ana['row']['person']['id']}"
    assert f'<a class="tag alert" href="{href}">disputed</a>' in answer
    assert "two holders of one seat" in ask(app, href).text
    assert "disputed" not in ask(app, "/who?role=President&in=Relief+Office&on=1920-05-01").text


def test_who_held_a_post_on_a_day(record: OpenRecord) -> None:
    page = pages.who_page(record.register, role="Chair", body="Garden League", on="1936-01-01")
    assert [(answer.row.person.name, answer.holding_in_words) for answer in page.answers] == [("Ada Cole", "held it")]
    assert page.axis is not None
    assert pages.who_page(record.register, role="Chair", on="1950").answers == ()
    assert not pages.who_page(record.register).asked
    for question in ({"on": "soon"}, {"body": "nobody at all"}):
        with pytest.raises(ChanceryError, match=r"Q00[12]"):
            pages.who_page(record.register, role="Chair", **question)
