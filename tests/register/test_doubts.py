"""What may be misread is told so wherever it is cited, until a person accepts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from chancery.register import Register
from chancery.terms.claims import PostFact
from tests.register.world import NOON, Page, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        yield opened


def read_with(confidence: float) -> Page:
    page = Page("Ada Cole is Chair of the Garden League.", "1931-05-01")
    page.say(PostFact(person=page.person("Ada Cole"), role="Chair", organisation=page.body("Garden League")))
    page.claims[0] = msgspec.structs.replace(page.claims[0], confidence=confidence)
    return page


def cited(register: Register) -> list[float | None]:
    (holder,) = register.holders_on("Chair", "Garden League", None)
    return [citation.likely for citation in holder.tenure.citations]


def test_a_doubtful_reading_is_told_with_its_likelihood(register: Register) -> None:
    page = read_with(0.52)
    page.into(register)
    claim = page.claims[0].id
    assert cited(register) == [0.52]
    assert register.document(page.sha).doubts == {claim: 0.52}
    register.judge_claim(claim, "accept", by="Ada", why="it says so", at=NOON)
    assert cited(register) == [None]
    assert register.document(page.sha).doubts == {}


def test_a_sure_reading_is_told_without(register: Register) -> None:
    page = read_with(0.9)
    page.into(register)
    assert cited(register) == [None]
    assert register.document(page.sha).doubts == {}
