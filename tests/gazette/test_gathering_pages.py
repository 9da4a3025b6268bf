"""The page of a gathering and the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from chancery.gazette import pages
from chancery.gazette.pages import OpenRecord
from chancery.gazette.pages.calendar import CalendarPage
from chancery.terms.errors import QuestionError

TODAY = dt.date(2024, 6, 20)


def calendar(record: OpenRecord, **asked: str) -> CalendarPage:
    return pages.calendar_page(record.register, today=TODAY, **asked)


def test_a_gathering_has_its_programme_by_day_and_place(congress: OpenRecord) -> None:
    page = pages.gathering_page(congress.register, "Seventh Congress of Gardeners")
    assert page.row.when == "from 3 July 1934 to 5 July 1934"
    told = [
        (day.day, at.place.name if at.place else None, [session.row.name for session in at.sessions])
        for day in page.programme
        for at in day.places
    ]
    assert told == [
        ("3 July 1934", "Long Barn", ["opening sitting"]),
        ("5 July 1934", "Long Barn", ["closing sitting"]),
    ]
    (opening,) = page.programme[0].places[0].sessions
    assert [(part.heading, [each.who.name for each in part.people]) for part in opening.parts] == [
        ("In the chair", ["Ada Cole"])
    ]


def test_who_took_part_is_told_by_capacity_with_the_sentence(congress: OpenRecord) -> None:
    page = pages.gathering_page(congress.register, "Seventh Congress of Gardeners")
    assert {part.heading: [each.who.name for each in part.people] for part in page.parts} == {
        "Called by": ["Garden League"],
        "In the chair": ["Bo Dahl"],
        "Speakers": ["Ada Cole"],
        "From afar": ["Cy Fenn"],
    }
    chair = page.parts[1].people[0]
    assert [proof.quote for proof in chair.proofs] == ["Bo Dahl presided over the Seventh Congress"]


def test_what_came_of_it_and_who_sent_word(congress: OpenRecord) -> None:
    page = pages.gathering_page(congress.register, "Seventh Congress of Gardeners")
    told = {s.heading: ["".join(p.text for p in fact.line) for fact in s.facts] for s in page.sections}
    assert list(told) == ["Decided", "Signed", "Word sent"]
    assert told["Word sent"] == ["Telegram from Cy Fenn to Garden League on 3 July 1934"]


def test_its_series_and_how_documents_date_it(congress: OpenRecord) -> None:
    page = pages.gathering_page(congress.register, "Seventh Congress of Gardeners")
    assert page.series is not None and page.series.before is not None
    assert (page.series.number, page.series.before.name, page.series.after) == (7, "Sixth Congress of Gardeners", None)
    assert {each.when for each in page.stated} == {
        "from 3 July 1934 to 5 July 1934",
        "from 4 July 1934 to 5 July 1934",
    }
    sixth = pages.gathering_page(congress.register, "Sixth Congress of Gardeners")
    assert sixth.series is not None and sixth.series.after is not None
    assert sixth.series.after.href == page.address
    assert sixth.stated == ()


def test_a_session_leads_to_the_whole(congress: OpenRecord) -> None:
    page = pages.gathering_page(congress.register, "closing sitting")
    assert page.part_of is not None
    assert page.part_of.name == "Seventh Congress of Gardeners"
    with pytest.raises(QuestionError, match="Q001"):
        pages.gathering_page(congress.register, "Eighth Congress")


def test_attendance_links_to_the_gathering(congress: OpenRecord) -> None:
    page = pages.person_page(congress.register, congress.register.entity("Cy Fenn").id)
    (attended,) = page.attended
    address = pages.gathering_page(congress.register, "Seventh Congress of Gardeners").address
    assert (attended.row.href, attended.capacity) == (address, "from afar")
    league = pages.body_page(congress.register, congress.register.entity("Garden League").id)
    (sixth, *_) = next(section.facts for section in league.sections if section.heading == "Gatherings")
    assert [phrase.href for phrase in sixth.line if phrase.href] == [
        pages.gathering_page(congress.register, "Sixth Congress of Gardeners").address
    ]


def test_the_calendar_is_by_year_and_month(congress: OpenRecord) -> None:
    page = calendar(congress)
    assert [year.year for year in page.years] == [1932, 1933, 1934]
    assert [(row.year, row.month_name, row.row.name) for row in page.rows] == [
        (1932, "July", "Sixth Congress of Gardeners"),
        (1933, "July", "Meeting"),
        (1934, "July", "Seventh Congress of Gardeners"),
        (1934, "July", "opening sitting"),
        (1934, "July", "closing sitting"),
    ]
    assert page.address == "/gatherings"


def test_the_calendar_of_one_year(congress: OpenRecord) -> None:
    page = calendar(congress, first="1934", last="1934", on="1940")
    assert len(page.rows) == 3
    assert [year.year for year in page.years if year.current] == [1934]
    assert page.years[0].href == "/gatherings?from=1932&to=1932&on=1940"
    assert page.address == "/gatherings?from=1934&to=1934&on=1940"
    with pytest.raises(QuestionError, match="Q002"):
        calendar(congress, first="soon")


def test_anniversaries_come_round_within_a_month_of_the_day(congress: OpenRecord) -> None:
    near = [(each.years, each.words, each.row.name) for each in calendar(congress, on="1984-06-05").anniversaries]
    assert near == [
        (52, "52 years on 1 July 1984", "Sixth Congress of Gardeners"),
        (50, "50 years on 3 July 1984", "Seventh Congress of Gardeners"),
        (51, "51 years on 3 July 1984", "Meeting"),
        (50, "50 years on 3 July 1984", "opening sitting"),
        (50, "50 years on 5 July 1984", "closing sitting"),
    ]
    assert calendar(congress, on="1984-07-06").anniversaries == ()
    assert calendar(congress, on="1984-12-20").anniversaries == ()
    assert calendar(congress).on == TODAY
    assert [each.years for each in calendar(congress, on="1933-07-03").anniversaries] == []


def test_a_place_tells_who_met_there(congress: OpenRecord) -> None:
    page = pages.place_page(congress.register, congress.register.entity("Lower Mill").id)
    assert [(row.name, row.when) for row in page.gatherings] == [
        ("Sixth Congress of Gardeners", "on 1 July 1932"),
        ("Meeting", "on 3 July 1933"),
        ("Seventh Congress of Gardeners", "from 3 July 1934 to 5 July 1934"),
    ]
    assert page.sections == ()
    assert [row.entity.name for row in pages.places_page(congress.register).list.rows] == ["Long Barn", "Lower Mill"]


def test_a_long_calendar_is_cut_between_days(congress: OpenRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [row.row.href for row in calendar(congress).rows]
    monkeypatch.setattr("chancery.gazette.pages.calendar.SHOWN", 2)
    first = pages.calendar_page(congress.register, today=TODAY)
    assert (first.previous, first.next) == (None, "/gatherings?page=2")
    found = [
        row.row.href for n in (1, 2, 3, 4) for row in pages.calendar_page(congress.register, today=TODAY, number=n).rows
    ]
    assert list(dict.fromkeys(found)) == whole
    assert pages.calendar_page(congress.register, today=TODAY, number=99).next is None


def test_one_that_goes_on_when_the_asked_days_begin_is_told(congress: OpenRecord) -> None:
    page = calendar(congress, first="1934-07-04", last="1934-07-04")
    assert [row.row.name for row in page.rows] == ["Seventh Congress of Gardeners"]
