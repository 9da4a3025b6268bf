"""One claim of a document, by its id, and a document by its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.terms.claims import PostFact
from chancery.terms.errors import QuestionError
from tests.register.world import Page, new_register


def report() -> Page:
    page = Page("Ana Lopes, Head.\nBo Dahl, Clerk.", "1921-05-02", source="reports/a.txt")
    page.say(PostFact(person=page.person("Ana Lopes"), role="Head"), "Ana Lopes, Head")
    page.say(PostFact(person=page.person("Bo Dahl"), role="Clerk"), "Bo Dahl, Clerk")
    return page


def test_a_claim_by_its_id_or_the_beginning_of_it(tmp_path: Path) -> None:
    page = report()
    _, clerk = page.claims
    with new_register(tmp_path) as register:
        page.into(register)
        view = register.claim(page.sha, clerk.id)
        assert register.claim(page.sha[:8], clerk.id[:6]) == view
        assert (view.claim, view.reader, view.version) == (clerk, "test", "1")
        assert [citation.sentence for citation in view.citations] == ["Bo Dahl, Clerk."]


@pytest.mark.parametrize("claim", ["", "abc", "0" * 24, "%", "____"])
def test_q004_an_unknown_claim(tmp_path: Path, claim: str) -> None:
    page = report()
    with new_register(tmp_path) as register:
        page.into(register)
        with pytest.raises(QuestionError, match="Q004"):
            register.claim(page.sha, claim)


def test_q004_a_claim_of_another_document(tmp_path: Path) -> None:
    page, other = report(), Page("It rained.")
    with new_register(tmp_path) as register:
        page.into(register)
        other.into(register)
        with pytest.raises(QuestionError, match="Q004"):
            register.claim(other.sha, page.claims[0].id)


def test_q003_a_beginning_that_several_claims_share(tmp_path: Path) -> None:
    text = "\n".join(f"Ana Lopes, Head of {number}." for number in range(700))
    page = Page(text)
    person = page.person("Ana Lopes")
    by_start: dict[str, str] = {}
    for line in text.split("\n"):
        claim = page.say(PostFact(person=person, role=line), line)
        if by_start.setdefault(claim.id[:4], claim.id) != claim.id:
            break
    else:
        pytest.fail("no two ids begin alike")
    with new_register(tmp_path) as register:
        page.into(register)
        with pytest.raises(QuestionError, match="Q003"):
            register.claim(page.sha, claim.id[:4])
        assert register.claim(page.sha, claim.id[:12]).claim.id == claim.id


def test_a_document_by_the_source_that_last_gave_it(tmp_path: Path) -> None:
    page = report()
    later = Page("It rained.", source=page.source)
    with new_register(tmp_path) as register:
        page.into(register)
        assert register.find_document(page.source) == register.find_document(page.sha[:8]) == page.sha
        later.into(register)
        assert register.find_document(page.source) == later.sha
        for name in ("reports/b.txt", "", "abc", "a\udcff"):
            with pytest.raises(QuestionError, match="Q001"):
                register.find_document(name)
