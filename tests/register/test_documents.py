"""Documents as the register knows them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chancery.terms.claims import PostFact
from chancery.terms.errors import QuestionError
from tests.register.world import NOON, Page, day, new_register


def report() -> Page:
    page = Page("Ana Lopes, Head.", "1921-05-02")
    page.say(PostFact(person=page.person("Ana Lopes"), role="Head"))
    page.body("Relief Office")
    return page


def test_a_document_by_its_digest_or_the_beginning_of_it(tmp_path: Path) -> None:
    page = report()
    with new_register(tmp_path) as register:
        page.into(register)
        view = register.document(page.sha)
        assert register.document(page.sha[:8]) == view
        assert (view.document, view.outcome, view.reader, view.version) == (page.document, "read", "test", "1")
        assert (view.dated, view.recorded) == (day("1921-05-02"), NOON)
        assert [r.referent for r in view.referents] == list(page.reading.referents)
        assert [r.entity.name for r in view.referents] == ["Ana Lopes", "Relief Office"]
        assert [r.member for r in view.referents][:1] == list(register.entity("Ana Lopes").members)
        assert view.claims == page.reading.claims
        assert register.text_of(page.sha[:8]) == page.text
        assert register.claims_of(page.sha[:8]) == page.reading.claims


@pytest.mark.parametrize("sha", ["", "abc", "f" * 64, "zzzz", "%", "____"])
def test_an_unknown_digest(tmp_path: Path, sha: str) -> None:
    with new_register(tmp_path) as register:
        report().into(register)
        with pytest.raises(QuestionError, match="Q001"):
            register.document(sha)


def test_a_beginning_that_several_share(tmp_path: Path) -> None:
    by_start: dict[str, Page] = {}
    for number in range(5000):
        page = Page(f"Report {number}.")
        if page.sha[:4] in by_start:
            break
        by_start[page.sha[:4]] = page
    with new_register(tmp_path) as register:
        page.into(register)
        by_start[page.sha[:4]].into(register)
        with pytest.raises(QuestionError, match="Q003"):
            register.document(page.sha[:4])
        assert register.document(page.sha[:32]).document.id == page.sha


def test_the_list_is_in_the_order_of_coming_in(tmp_path: Path) -> None:
    several = [Page(f"Report {number}.") for number in range(5)]
    with new_register(tmp_path) as register:
        for page in several:
            page.into(register)
        listed = register.documents()
        assert [listing.document.id for listing in listed] == [page.sha for page in several]
        assert listed[0].document.source == several[0].source
        assert (listed[0].language, listed[0].claims) == ("en", 0)


def test_readings_are_as_the_reader_gave_them(tmp_path: Path) -> None:
    page = report()
    with new_register(tmp_path) as register:
        page.into(register)
        [view] = register.readings()
        assert view.reading == page.reading
        assert (view.document, view.sources) == (page.document, (page.source,))


@pytest.mark.parametrize("text", ["a\x00b Ana", "a\ud800b Ana", "a\r\n\u2028b Ana", "𝒜na Ana", "e\u0301 Ana"])
def test_offsets_hold_in_texts_that_databases_stumble_over(tmp_path: Path, text: str) -> None:
    page = Page("x")
    page.text = text
    page.say(PostFact(person=page.person("Ana"), role="Head"), "Ana")
    page.claims = []  # its evidence would hold the text, which no JSON can: only the text is of interest
    with new_register(tmp_path) as register:
        page.into(register)
        assert register.text_of(page.sha) == text
        [hit] = [hit for hit in register.search("ana") if hit.passage and "Ana" in hit.passage.sentence]
        assert hit.passage is not None
        assert [text[a:b] for a, b in hit.passage.matches] in (["Ana"], ["𝒜na", "Ana"])


@pytest.mark.sqlite
def test_a_document_is_shown_without_going_through_the_claims_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = report()
    with new_register(tmp_path) as register:
        page.into(register)
        asked: list[tuple[str, tuple[object, ...]]] = []
        rows = register.store.rows

        def noted(sql: str, values: tuple[object, ...] = ()) -> list[Any]:
            asked.append((sql, values))
            return rows(sql, values)

        with monkeypatch.context() as watched:
            watched.setattr(register.store, "rows", noted)
            register.document(page.sha)
        plans = [step[3] for sql, values in asked for step in rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert any(plan.startswith("SEARCH claim") for plan in plans)
        assert not [plan for plan in plans if plan.startswith("SCAN claim")]
