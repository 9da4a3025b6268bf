"""Which date goes with which words."""

from __future__ import annotations

import datetime as dt

from chancery.reader.dating import dates_between, nearest_date
from chancery.reader.draft import Draft
from chancery.reader.steps import dates
from chancery.terms.dates import Instant
from chancery.terms.document import Document, TextLayer


def read(text: str) -> Draft:
    captured = Instant(dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    document = Document(id="0", source="x.txt", media_type="text/plain", size=len(text), captured=captured)
    draft = Draft(document=document, layer=TextLayer(document="0", version="text/1", text=text, language="en"))
    dates.run(draft)
    return draft


def nearest(text: str, word: str) -> str | None:
    start = text.index(word)
    found = nearest_date(read(text), start, start + len(word), within=(0, len(text)))
    return str(found.span) if found else None


def test_the_date_of_its_own_clause() -> None:
    text = "She was elected on May 3, 2021, and he resigned on June 4, 2022"
    assert nearest(text, "elected") == "2021-05-03"
    assert nearest(text, "resigned") == "2022-06-04"


def test_a_date_that_stands_first_holds_for_the_verb() -> None:
    assert nearest("On May 3, 2021 the assembly elected her", "elected") == "2021-05-03"


def test_a_preposition_ties_more_than_a_few_characters() -> None:
    assert nearest("the 1998 Forum elected her on May 3, 2021", "elected") == "2021-05-03"


def test_no_date_within_gives_none() -> None:
    text = "She was elected. It rained on May 3, 2021."
    start = text.index("elected")
    assert nearest_date(read(text), start, start + 7, within=(0, text.index("."))) is None


def test_dates_between_are_those_wholly_inside() -> None:
    text = "from May 3, 2021 to now, as in 1998"
    draft = read(text)
    start = text.index("3, 2021")
    assert [str(date.span) for date in dates_between(draft, 0, len(text))] == ["2021-05-03", "1998"]
    assert dates_between(draft, 0, start + 2) == []
