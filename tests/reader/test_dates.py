"""Dates in text: each form beside what it must give, and what is no date beside nothing at all."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.reader.calendars import relative
from chancery.reader.calendars.patterns import patterns
from chancery.reader.draft import Draft
from chancery.reader.steps import dates
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import Document, Furniture, TextLayer

SHARED = Path(os.environ.get("CHANCERY_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))


def read(text: str, *, published: str | None = None, furniture: tuple[Furniture, ...] = ()) -> Draft:
    digest = "0" * 64
    document = Document(
        id=digest,
        source="report.txt",
        media_type="text/plain",
        size=len(text),
        captured=Instant(dt.datetime(2025, 1, 1, tzinfo=dt.UTC)),
        published=DateSpan.parse(published) if published else None,
    )
    layer = TextLayer(document=digest, version="text/1", text=text, language="en", furniture=furniture)
    draft = Draft(document=document, layer=layer)
    dates.run(draft)
    return draft


def told(text: str, *, published: str | None = None) -> list[str]:
    """Each mention as "words = date" or "words = first / last"."""
    return [
        f"{text[mention.start : mention.end]} = {mention.span}" + (f" / {mention.until}" if mention.until else "")
        for mention in read(text, published=published).dates
    ]


WRITTEN = [
    ("signed on September 30, 2024 in", "September 30, 2024 = 2024-09-30"),
    ("SEPTEMBER 30, 2024", "SEPTEMBER 30, 2024 = 2024-09-30"),
    ("**30 September 2024**", "30 September 2024 = 2024-09-30"),
    ("the 30th of September, 2024.", "30th of September, 2024 = 2024-09-30"),
    ("on 5<sup>th</sup> May 2021", "5<sup>th</sup> May 2021 = 2021-05-05"),
    ("the fifteenth day of May, 1830", "fifteenth day of May, 1830 = 1830-05-15"),
    ("on Thursday, 5 December 1991,", "Thursday, 5 December 1991 = 1991-12-05"),
    ("September\n  17, 2025", "September\n  17, 2025 = 2025-09-17"),
    ("September 30,2024", "September 30,2024 = 2024-09-30"),
    ("on 2024-08-13 at", "2024-08-13 = 2024-08-13"),
    ("on 13/08/2024", "13/08/2024 = 2024-08-13"),
    ("on 8/13/2024", "8/13/2024 = 2024-08-13"),
    ("am 03.04.2024", "03.04.2024 = 2024-04-03"),
    ("in January 1920 it", "January 1920 = 1920-01"),
    ("founded in 1934.", "1934 = 1934"),
    ("the IASSIST 1999 conference", "1999 = 1999"),
    ("in late August 1950", "late August 1950 = 1950-08"),
    ("in early 2023", "early 2023 = 2023"),
    ("in the spring of 2023", "spring of 2023 = 2023"),
    ("during the 1930s", "1930s = 193X"),
    ("in the early nineties", "nineties = 199X"),
    ("met on Sept. 30 there", "Sept. 30 = XXXX-09-30"),
    ("in June they", "June = XXXX-06"),
]

RANGES = [
    ("held from August 13 to 31.", "August 13 to 31 = XXXX-08-13 / XXXX-08-31"),
    ("August 13-31, 2024", "August 13-31, 2024 = 2024-08-13 / 2024-08-31"),
    ("from 15 to 22 July", "15 to 22 July = XXXX-07-15 / XXXX-07-22"),
    ("May 12, 13, 14, and 15, 2025", "May 12, 13, 14, and 15, 2025 = 2025-05-12 / 2025-05-15"),
    (
        "from 19 January 1954 until 10 February 1954",
        "19 January 1954 until 10 February 1954 = 1954-01-19 / 1954-02-10",
    ),
    ("3 October - 5 November 2018", "3 October - 5 November 2018 = 2018-10-03 / 2018-11-05"),
    ("December 28 to January 3, 2021", "December 28 to January 3, 2021 = 2020-12-28 / 2021-01-03"),
    ("leaders (2013–2017)", "2013–2017 = 2013 / 2017"),
    ("between 1990 and 1995", "1990 and 1995 = 1990 / 1995"),
    ("the 2025-26 fiscal year", "2025-26 = 2025 / 2026"),
]

ERAS = [
    ("September 23, Juche 113 (2024)", "September 23, Juche 113 (2024) = 2024-09-23"),
    ("in Juche 101 it", "Juche 101 = 2012"),
    ("Minguo 113", "Minguo 113 = 2024"),
    ("Reiwa 6", "Reiwa 6 = 2024"),
    ("Showa 20", "Showa 20 = 1945"),
    ("in 2567 BE", "2567 BE = 2024"),
    ("in AH 1445", "AH 1445 = 2023"),
    ("18 Brumaire an VIII", "18 Brumaire an VIII = 1799-11-09"),
    ("9 Thermidor Year II", "9 Thermidor Year II = 1794-07-27"),
    ("25 October 1917 (O.S.)", "25 October 1917 (O.S.) = 1917-11-07"),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN + RANGES + ERAS)
def test_written_dates(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "he may attend",
        "they march on the capital",
        "Sat down with the second delegation",
        "in 2000 delegates met",
        "some 1945 people came",
        "No. 1945",
        "Resolution 1325 of the Council",
        "see page 1934",
        "1,945 guests",
        "version 2.1934",
        "call +1 202-555-1990",
        "worth $1945 then",
        "at 1930 hours",
        "on 03/04/2024",
        "https://example.org/2023/12/05/report-of-june-2022",
        "April Jones and June Smith spoke; August Schmidt agreed",
        "the March on the capital",
        "Good Friday, every Sunday, the Sunday Times",
        "the youth of today and the concerns of tomorrow",
        "in the past year",
        "on the 4th floor of Section 52 (1)",
        "between December and April each year",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert told(text, published="2024-11-24") == []


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2024-11-24", "It was held today (24).", ["today (24) = 2024-11-24"]),
        ("2024-12-01", "It was held yesterday afternoon (30).", ["yesterday afternoon (30) = 2024-11-30"]),
        ("2025-01-18", "He left tonight (17). This morning he", ["tonight (17) = 2025-01-17", "This morning = 2025-01-17"]),
        ("2024-11-24", "a vote on Friday", ["Friday = 2024-11-22"]),
        ("2024-11-24", "He will come on Friday", ["Friday = 2024-11-29"]),
        ("2015-05-27", "The court will decide whether the vote on Tuesday stands", ["Tuesday = 2015-05-26"]),
        ("2024-11-22", "on Friday; last Friday; next Friday", ["Friday = 2024-11-22", "last Friday = 2024-11-15", "next Friday = 2024-11-29"]),
        ("2024-11-24", "last month, this year, next year", ["last month = 2024-10", "this year = 2024", "next year = 2025"]),
        ("2024-11-24", "two years ago, 10 days ago", ["two years ago = 2022", "10 days ago = 2024-11-14"]),
        ("2024-11-24", "On May 3 he came. On the same day, and the next day", ["May 3 = 2024-05-03", "the same day = 2024-05-03", "the next day = 2024-05-04"]),
        ("2024-11-24", "in June next year", ["June next year = 2025-06"]),
        ("2024-11-24", "by December 31 last year", ["December 31 last year = 2023-12-31"]),
        ("2024-11-24", "last June and next April", ["last June = 2024-06", "next April = 2025-04"]),
        ("2025-09-24", "met on the 23rd afternoon", ["the 23rd = 2025-09-23"]),
        ("2024-01-10", "On December 24, they met", ["December 24 = 2023-12-24"]),
        ("2022-02-01", "At the beginning of November, a yard opened", ["November = 2021-11"]),
        ("2024-11-20", "The talks are to be held on Monday", ["Monday = 2024-11-25"]),
        ("2024-12-20", "They will meet on January 5", ["January 5 = 2025-01-05"]),
        ("2024-11-24", "On Monday, May 26, they will", ["Monday, May 26 = 2025-05-26"]),
        ("2023-04-26", "In late August 1950 they came. On August 31 they left.", ["late August 1950 = 1950-08", "August 31 = 1950-08-31"]),
    ],
)  # fmt: skip
def test_dates_that_need_the_day_of_the_report(published: str, text: str, expected: list[str]) -> None:
    assert told(text, published=published) == expected


def test_without_a_report_nothing_relative_is_invented() -> None:
    assert told("He came yesterday, on Friday, last week and two years ago.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 29 November 1983 it began. On December 3 it ended.", "December 3 = 1983-12-03"),
        ("It was founded in 1974. Since 31 August, following the 2016 election, he leads.", "31 August = 2016-08-31"),
        ("Held 3–28 October 2018.\n\nIn June 2017 a letter came.\n\nIn September they met.", "September = 2017-09"),
        (
            "It took place 3–28 October 2018.\n\nIn June 2017 a letter came.\n\nOn 9 October they voted.",
            "9 October = 2018-10-09",
        ),
        (
            "Held from August 13 to 31 to mark August 15, 1945.\n\nThe rally of August 16 was long.\n\nAugust 14, Juche 113 (2024)",
            "August 16 = 2024-08-16",
        ),
        ("On September 22 they met.\n\nSeptember 23, Juche 113 (2024)", "September 22 = 2024-09-22"),
    ],
)
def test_years_that_the_text_tells(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("2024-08-09\n\nA Headline\n\nPyongyang, August 9 (Agency) -- On August 7", "2024-08-09"),
        ("Group Met Guests\n\n   Beijing, September 30 (Bureau)   \n\nOn September 22.\n\nSeptember 23, Juche 113 (2024)", "2024-09-30"),
        ("# Head\n\nTRENTON, NJ, June 25, 2025 /Wire/ -- A lawyer was sworn in.", "2025-06-25"),
        ("Minutes 1999\n\nGeneral Meeting, May 20, 1999, Toronto\n\nThe meeting was called to order.", "1999-05-20"),
        ("The Cabinet\n\nThe cabinet held office from 19 January 1954 until 10 February 1954.", None),
        ("Paris, May 5 (Agency)\n\nThey met.", "XXXX-05-05"),
        ("Paris, May 5 (Agency)\n\nThe decision of July 2018 was annulled; during 2024 they will", "XXXX-05-05"),
        ("Paris, January 3 (Agency)\n\nThey met on December 30, 2021.", "2022-01-03"),
        (" date 2022-10-02 President speaks with his guest ahead of a format meeting of heads of states.", "2022-10-02"),
    ],
)  # fmt: skip
def test_the_day_of_the_report(text: str, dated: str | None) -> None:
    found = read(text).dated
    assert (str(found) if found else None) == dated


def test_what_the_page_says_of_its_date_comes_first() -> None:
    assert read("Paris, May 5, 2023 (Agency)", published="2023-05-06").dated == DateSpan.parse("2023-05-06")


def test_nothing_is_read_from_a_footer() -> None:
    text = "They met on May 5, 2023.\n\nAdded: June 1, 2023"
    footer = Furniture("footer", text.index("Added"), len(text))
    assert [text[mention.start : mention.end] for mention in read(text, furniture=(footer,)).dates] == ["May 5, 2023"]


@given(
    st.dates(dt.date(1700, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%B {d}, %Y", "{d} %B %Y", "%Y-%m-%d", "%b. {d}, %Y"]),
)
def test_every_day_is_read_as_itself(day: dt.date, form: str) -> None:
    written = day.strftime(form.replace("{d}", str(day.day))).replace("May.", "May")
    mentions = read(f"It was signed on {written} by both.").dates
    assert [mention.span for mention in mentions] == [DateSpan.of_day(day)]


@given(st.text(alphabet="0123456789 ,.-–/()\nJuneMaythofdays", max_size=200))
def test_mentions_stand_in_order_inside_the_text_whatever_it_is(text: str) -> None:
    draft = read(text, published="2024-05-20")
    ends = [0]
    for mention in draft.dates:
        assert ends[-1] <= mention.start < mention.end <= len(text)
        assert mention.until is None or mention.until != mention.span
        ends.append(mention.end)


def _all_patterns() -> Iterator[re.Pattern[str]]:
    forms = patterns("en")
    yield from (getattr(forms, field.name) for field in dataclasses.fields(forms))
    yield relative._pattern("en")


def test_no_pattern_can_run_far_from_where_it_begins() -> None:
    # What a try costs has a bound that does not grow with the text, so reading is linear in its length.
    parser = re._parser  # type: ignore[attr-defined]
    for pattern in _all_patterns():
        _, widest = parser.parse(pattern.pattern, pattern.flags).getwidth()
        assert widest < 500, pattern.pattern


@pytest.mark.skipif(not (SHARED / "gold" / "training").is_dir(), reason="the shared gold is not here")
def test_the_days_of_the_gold_facts_are_found() -> None:
    found = stated = 0
    for path in sorted((SHARED / "gold" / "training" / "records").glob("*.json")):
        text = (SHARED / "gold" / "training" / "text" / f"{path.stem}.txt").read_text("utf-8")
        draft = read(text)
        known = {span.iso() for mention in draft.dates for span in (mention.span, mention.until) if span}
        known.add(draft.dated.iso() if draft.dated else None)
        for fact in json.loads(path.read_text("utf-8"))["facts"]:
            for field in ("date", "start", "end", "deadline"):
                if len(fact.get(field) or "") == len("2024-08-13"):
                    stated += 1
                    found += fact[field] in known
    assert stated > 300
    assert found / stated >= 0.98
