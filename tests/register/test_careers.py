"""What is gathered of a person before tenures are derived."""

from __future__ import annotations

from pathlib import Path

from chancery.terms.claims import PostFact
from tests.register.world import Page, new_register


def said(number: int, report: str, body: str | None, *, acting: bool = False) -> Page:
    page = Page(f"Report {number}: President Ana Lopes.", report)
    who = page.person("Ana Lopes")
    at = None if body is None else page.body(body)
    page.say(PostFact(person=who, role="President", organisation=at, acting=acting))
    return page


def posts(folder: Path, *pages: Page) -> list[tuple[str | None, str, str]]:
    """Body and both ends of each tenure of Ana Lopes."""
    with new_register(folder) as register:
        for page in pages:
            page.into(register)
        return [
            (t.post.body and t.post.body.name, str(t.start.date), str(t.end.date))
            for t in register.entity("Ana Lopes").tenures
        ]


def test_a_role_said_without_its_body_is_the_one_that_the_person_has_in_a_body(tmp_path: Path) -> None:
    pages = said(1, "1920", "Relief Office"), said(2, "1922", None)
    assert posts(tmp_path, *pages) == [("Relief Office", "1920", "1922")]


def test_in_two_bodies_it_may_be_either(tmp_path: Path) -> None:
    pages = said(1, "1920", "Relief Office"), said(2, "1921", "Harbour Board"), said(3, "1922", None)
    assert [body for body, *_ in posts(tmp_path, *pages)] == ["Relief Office", "Harbour Board", None]


def test_acting_is_a_tenure_of_its_own(tmp_path: Path) -> None:
    pages = said(1, "1920", "Relief Office", acting=True), said(2, "1922", "Relief Office")
    assert posts(tmp_path, *pages) == [("Relief Office", "1920", "1920"), ("Relief Office", "1922", "1922")]
