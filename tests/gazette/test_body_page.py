"""The page of a body as of a date, and its life as a strip."""

from __future__ import annotations

import datetime as dt

import pytest

from chancery.gazette import pages
from chancery.gazette.pages import BodyPage, OpenRecord
from chancery.gazette.pages.as_of import AsOf
from chancery.terms.errors import QuestionError


def body(record: OpenRecord, name: str, **asked: str) -> BodyPage:
    return pages.body_page(record.register, record.register.entity(name).id, **asked)


def then(page: BodyPage) -> AsOf:
    assert page.as_of is not None
    return page.as_of


def posts(page: BodyPage) -> dict[str, list[tuple[str, str]]]:
    return {
        post.role: [(each.person.name, each.surety) for each in post.holders]
        for part in then(page).roster
        for post in part.posts
    }


def test_a_roster_is_of_the_day_that_the_address_names(congress: OpenRecord) -> None:
    page = body(congress, "Garden League", on="1934-07-04")
    assert then(page).words == "on 4 July 1934"
    assert posts(page)["Chair"] == [("Ada Cole", "")]
    (chair,) = then(page).roster[0].posts[0].holders
    assert chair.proofs[0].quote.startswith("Ada Cole was elected Chair of the Garden League")
    assert page.address == f"/bodies/{page.entity.id}?on=1934-07-04"
    assert "Chair" not in posts(body(congress, "Garden League", on="1950-01-01"))
    with pytest.raises(QuestionError, match="Q002"):
        body(congress, "Garden League", on="soon")


def test_without_a_date_it_is_the_last_day_that_is_known(congress: OpenRecord) -> None:
    page = body(congress, "Garden League")
    assert page.address == f"/bodies/{page.entity.id}?on={then(page).on}"
    assert then(page).day == then(page).last == dt.date(1940, 6, 30)
    assert body(congress, "Garden League", on=then(page).on) == page


def test_a_body_that_ended_is_shown_as_of_its_last_whole_day(congress: OpenRecord) -> None:
    page = then(body(congress, "Orchard Circle"))
    assert page.day == dt.date(1938, 5, 4), "merged into another on the day after"
    assert page.last >= dt.date(1938, 5, 5)


def test_a_step_leads_to_the_days_on_which_something_changed(congress: OpenRecord) -> None:
    page = then(body(congress, "Garden League", on="1934-07-05"))
    assert page.before is not None and page.after is not None
    assert (page.before.day, page.after.day) == ("4 July 1934", "1 March 1935")
    assert page.after.href.endswith("?on=1935-03-01")
    first = then(body(congress, "Garden League", on="1900"))
    assert first.before is None and first.first == dt.date(1900, 1, 1)


def test_units_stand_nested_and_their_posts_where_they_are_asked_for(congress: OpenRecord) -> None:
    page = body(congress, "Garden League", on="1937-03-01")
    (unit,) = then(page).tree
    assert unit.body.name == "Seed Board"
    assert "suspended" in unit.marks
    both = pages.body_page(congress.register, page.entity.id, on="1937-03-01", units=True)
    assert both.address.endswith("?on=1937-03-01&units=1")
    assert then(both).before is not None and then(both).before.href.endswith("&units=1")  # type: ignore[union-attr]


def test_the_strip_tells_names_suspensions_and_what_became_of_it(congress: OpenRecord) -> None:
    page = body(congress, "Seed Board")
    assert [band.entity.name for band in page.strip.names if band.entity] == ["Seed Council", "Seed Board"]
    assert [parent.name for parent in page.parents] == ["Garden League"]
    assert [band.when for band in page.strip.suspensions] == ["from 1 February 1937, until 1 April 1937"]
    told = ["".join(phrase.text for phrase in each.line) for each in page.strip.turnings]
    assert told == [
        "Seed Council renamed to Seed Board on 10 January 1936",
        "Seed Board suspended on 1 February 1937",
        "Seed Board resumed on 1 April 1937",
    ]
    assert [each.number for each in page.strip.turnings] == [1, 2, 3]
    assert then(body(congress, "Seed Board", on="1934-07-03")).then.name == "Seed Council"


def test_what_was_merged_into_it_is_told_too(congress: OpenRecord) -> None:
    page = body(congress, "Garden League")
    told = ["".join(phrase.text for phrase in each.line) for each in page.strip.turnings]
    assert told == ["Orchard Circle merged into Garden League on 5 May 1938"]


def test_marks_that_would_lie_over_each_other_stand_in_rows(congress: OpenRecord) -> None:
    page = body(congress, "Seed Board")
    assert page.axis is not None
    marks = page.strip.marks(page.axis)
    assert [mark.number for mark in marks] == [1, 2, 3]
    assert marks[1].row != marks[2].row
    assert all(0 <= mark.x <= 100 for mark in marks)


def test_a_body_without_any_day_has_no_date(record: OpenRecord) -> None:
    page = body(record, "Orchard Circle")
    assert page.as_of is not None  # its agreement has one
    assert page.conflicts == 0
