"""What careful researchers do with dates of postings, told with other people and places.

The rules are those that the Security Force Monitor teaches in its Research Handbook; each test names the page. Where
Chancery differs on purpose, the test says why. Their words for it: a range is *precise* where it holds on each of its
days, *imprecise* where it holds on one of them at least; `starting` and `ending` tell whether the ends of the range are
those of the posting. Here a known end is their `starting` or `ending`, an end "at least" is neither, and a coarse date
is their imprecise range.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from chancery.register import Register
from chancery.register.conflicts.found import Seat
from chancery.register.conflicts.of_posts import two_dates
from chancery.register.holding import holding_in, holding_on
from chancery.register.tenures import derive_tenures
from chancery.terms.claims import PostChange, PostFact
from chancery.terms.entities import Holding
from tests.register.test_holding import tenure
from tests.register.test_tenures import saying, tenures
from tests.register.world import Page, day, new_register


def post(
    person: str,
    change: PostChange,
    date: str | None,
    report: str,
    *,
    role: str = "Harbour Master",
    body: str = "Port of Zenda",
    since: str | None = None,
    before: str | None = None,
    acting: bool = False,
) -> Page:
    """A report of one fact."""
    page = Page(f"{report}: {person}, {role} of the {body}: {change} {date} {since} {before}.", report)
    who, where = page.person(person), page.body(body)
    predecessor = None if before is None else page.person(before)
    page.say(
        PostFact(
            person=who, role=role, organisation=where, change=change, date=day(date) if date else None,
            since=day(since) if since else None, predecessor=predecessor, acting=acting,
        )
    )  # fmt: skip
    return page


def read(folder: Path, *pages: Page) -> Register:
    register = new_register(folder)
    for page in pages:
        page.into(register)
    return register


def times(register: Register, person: str) -> list[str]:
    return [
        f"{t.post.role}, {t.post.body and t.post.body.name}: {t.start.kind} {t.start.date} .. {t.end.kind} {t.end.date}"
        for t in register.entity(person).tenures
    ]


def test_an_appointment_starts_a_posting_on_its_day_and_tells_nothing_of_its_end() -> None:
    """How Dates Work, "Precise ranges", first example."""
    assert tenures(saying("appointed", "1931-04-02", "1931-04-02")) == ["known 1931-04-02 .. at least 1931-04-02"]


def test_the_day_of_the_report_is_the_last_day_that_it_attests() -> None:
    """How Dates Work, "Precise ranges", second example: seen today, and in the post since the first of the month."""
    told = saying("holds", None, "1931-11-05", since="1931-11-01")
    assert tenures(told) == ["known 1931-11-01 .. at least 1931-11-05"]
    assert [holding_on(tenure(told), dt.date(1931, 11, d)) for d in (1, 3, 5)] == ["held"] * 3
    assert holding_on(tenure(told), dt.date(1931, 10, 31)) == "not held"


def test_appointed_last_month_is_vague_within_the_month_and_sure_after_it() -> None:
    """How Dates Work, "Connecting Precise and Imprecise ranges": the vague month meets the sure days without a gap."""
    told = saying("holds", None, "1905-06-03", since="1905-05")
    assert tenures(told) == ["known 1905-05 .. at least 1905-06-03"]
    on: dict[str, Holding] = {
        "1905-04-30": "not held", "1905-05-01": "possible", "1905-05-30": "possible", "1905-05-31": "held",
        "1905-06-01": "held", "1905-06-03": "held", "1905-06-04": "presumed",
    }  # fmt: skip
    assert {text: holding_on(tenure(told), dt.date.fromisoformat(text)) for text in on} == on
    assert holding_in(tenure(told), day("1905-05")) == "held"


def test_a_vague_date_is_never_stretched_beyond_what_was_said() -> None:
    """How Dates Work, "Imprecise ranges": between the day of an event and that of the report is no "February".

    A span between any two days is one DateSpan here, and nothing is known outside it.
    """
    told = saying("holds", "[1924-02-15..1924-03-24]", "1924-03-24")
    assert holding_in(tenure(told), day("1924-02")) == "possible"
    assert holding_on(tenure(told), dt.date(1924, 3, 25)) == "presumed", "it ended no earlier than it is attested"
    assert holding_in(tenure(told), day("[1924-02-15..1924-03-24]")) == "held"


def test_previously_means_at_some_time_before_the_report() -> None:
    """How Dates Work, "Imprecise ranges", last example: over by the day of the report, begun nobody knows when."""
    told = saying("former", None, "1931-04-02")
    assert tenures(told) == ["unknown .. ended, date unknown 1931-04-02"]
    assert holding_on(tenure(told), dt.date(1931, 4, 3)) == "not held"
    assert holding_on(tenure(told), dt.date(1931, 4, 1)) == "unknown"


def test_a_ceremony_dates_the_start_and_the_appointment_is_kept_as_a_conflict() -> None:
    """Start and End Dates for Postings, "Appointments versus Ceremonies"."""
    appointed = saying("appointed", "1931-04-02", "1931-04-05")
    took_over = saying("holds", None, "1931-04-05", since="1931-04-05")
    [derived] = derive_tenures([appointed, took_over])
    assert tenures(appointed, took_over) == ["known 1931-04-05 .. at least 1931-04-05"]
    assert holding_on(tenure(appointed, took_over), dt.date(1931, 4, 3)) == "not held"
    seat = Seat(id="t", person="p", body=None, role="head", post=("head", None), acting=False, tenure=derived)
    [conflict] = two_dates([seat], str)
    assert [str(side.says) for side in conflict.sides] == ["on 1931-04-02", "on 1931-04-05"]
    assert (conflict.choice.chosen, conflict.choice.rule) == (1, "the day it was taken up, not that of the appointment")


def test_a_ceremony_that_other_documents_contradict_dates_nothing() -> None:
    """Start and End Dates for Postings, its last note: where others see the person in the post before the ceremony."""
    told = [
        saying("appointed", "1931-04-02", "1931-04-02"),
        saying("holds", None, "1931-04-04"),
        saying("holds", None, "1931-04-05", since="1931-04-05"),
    ]
    assert tenures(*told) == ["known 1931-04-02 .. at least 1931-04-05"]


def test_replacing_somebody_is_the_end_of_the_other_posting(tmp_path: Path) -> None:
    """Start and End Dates for Postings, "Guidance on Appointments and Ceremonies", last example.

    There the one who is replaced is in the post up to the day before. Here the day of the hand-over is the last day of
    the one and the first of the other: a document that sees either on that day is right.
    """
    with read(tmp_path, post("Ana Lopes", "appointed", "1931-04-02", "1931-04-03", before="Ivo Kovac")) as register:
        assert times(register, "Ivo Kovac") == ["Harbour Master, Port of Zenda: unknown None .. known 1931-04-02"]
        holders = register.holders_on("Harbour Master", "Port of Zenda", dt.date(1931, 4, 2))
        assert {h.tenure.person.name: h.holding for h in holders} == {"Ana Lopes": "held", "Ivo Kovac": "held"}
        assert register.conflicts() == []


@pytest.mark.parametrize("silence", ["1912-08-03", "1919-08-03"])
def test_two_attestations_are_one_posting_however_long_the_silence(silence: str) -> None:
    """Establishing Contiguous or Non-Contiguous Claims: "from at least" the one "to at least" the other.

    Their positionings of mobile units are two claims unless a day apart; postings always one unless a source says
    otherwise, and so it is here.
    """
    told = saying("holds", None, "1912-07-01"), saying("holds", None, silence)
    assert tenures(*told) == [f"at least 1912-07-01 .. at least {silence}"]
    assert holding_on(tenure(*told), dt.date(1912, 7, 20)) == "held"


def test_who_comes_back_to_a_post_holds_it_a_second_time(tmp_path: Path) -> None:
    """Establishing Contiguous or Non-Contiguous Claims, "Postings", first example: three claims of one posting, and a
    return, on a temporary basis, to the one that was left, which is another."""
    north, south = "Northern Harbours", "Southern Harbours"
    pages = (
        post("Ana Lopes", "holds", None, "1910-02-01", body=south),
        post("Ana Lopes", "former", "1910-08-27", "1910-08-28", body=south),
        post("Ana Lopes", "appointed", "1910-08-27", "1910-08-28", body=north),
        post("Ana Lopes", "holds", None, "1911-07-05", body=north),
        post("Ana Lopes", "appointed", "1911-07-05", "1911-07-05", body=south),
        post("Ana Lopes", "resigned", "1915-08-10", "1915-08-11", body=north),
    )
    with read(tmp_path, *pages) as register:
        assert times(register, "Ana Lopes") == [
            "Harbour Master, Southern Harbours: at least 1910-02-01 .. known 1910-08-27",
            "Harbour Master, Northern Harbours: known 1910-08-27 .. known 1915-08-10",
            "Harbour Master, Southern Harbours: known 1911-07-05 .. at least 1911-07-05",
        ]
        assert register.conflicts() == []


def test_one_person_may_hold_several_postings_at_once(tmp_path: Path) -> None:
    """Posting, first paragraph: rare, and no contradiction."""
    pages = (
        post("Ana Lopes", "holds", None, "1912-01-01"),
        post("Ana Lopes", "holds", None, "1912-01-02", role="President", body="Harbour Union"),
        post("Ana Lopes", "holds", None, "1913-01-01"),
    )
    with read(tmp_path, *pages) as register:
        assert len(times(register, "Ana Lopes")) == 2
        assert register.conflicts() == []


def test_three_reports_of_one_holder_outweigh_a_vague_one_of_another(tmp_path: Path) -> None:
    """Cross-Referencing Claims, "Incorrect Commander".

    There a researcher looks for a pattern among other units before deciding. Here the record says which side it follows
    and why, keeps both, and waits for a ruling; no answer is changed by the choice.
    """
    pages = [post("Ana Lopes", "holds", None, date) for date in ("1923-02-04", "1924-10-11", "1925-01-18")]
    with read(tmp_path, *pages, post("Ivo Kovac", "holds", "1924", "1926-01-01")) as register:
        [conflict] = register.conflicts("Port of Zenda")
        assert conflict.kind == "two holders"
        assert conflict.chosen is not None
        assert conflict.sides[conflict.chosen].says == "Ana Lopes held it"
        holders = register.holders_on("Harbour Master", "Port of Zenda", day("1924"))
        assert {h.tenure.person.name: h.holding for h in holders} == {"Ana Lopes": "held", "Ivo Kovac": "held"}


def test_a_claim_is_taken_for_what_it_is_right_in(tmp_path: Path) -> None:
    """Claims With Multiple Citations, "Citations with both Accepted and Conflicted Information".

    There a claim with a wrong rank is entered twice, with the rank as conflict and without it as accepted. Here rank
    and post are claims of their own from the start, so that one can be rejected without the other.
    """
    page = post("Ana Lopes", "holds", None, "1920-06-07")
    ref = next(ref for ref, each in page.referents.items() if each.name == "Ana Lopes")
    rank = page.say(PostFact(person=ref, role="Admiral", rank=True), "Ana Lopes")
    with read(tmp_path, page) as register:
        register.judge_claim(rank.id, "reject", by="Ada", why="she was a captain", at=page.document.captured)
        assert times(register, "Ana Lopes") == [
            "Harbour Master, Port of Zenda: at least 1920-06-07 .. at least 1920-06-07"
        ]
