"""A quote must equal its slice, and a name must be one of the document."""

from __future__ import annotations

import msgspec
import pytest

from chancery.register.evidence import check_evidence, check_reading
from chancery.terms.claims import AttendanceFact, Evidence, GatheringFact, PostFact
from tests.register.world import Page


def elected() -> Page:
    page = Page("Ana Lopes was elected Head of the Relief Office.")
    page.say(PostFact(person=page.person("Ana Lopes"), role="Head", organisation=page.body("Relief Office")), "Head")
    return page


def test_a_quote_that_equals_its_slice_is_let_in() -> None:
    page = elected()
    checked = check_reading(page.reading, page.layer)
    assert checked.accepted == page.reading.claims
    assert checked.refused == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "head"}, "the quote is not what stands at [22, 26)"),
        ({"start": 21}, "the quote is not what stands at [21, 26)"),
        ({"end": 4000}, "evidence at [22, 4000) of a text of 48 characters"),
        ({"start": -4}, "evidence at [-4, 26) of a text of 48 characters"),
        ({"start": 26, "quote": ""}, "evidence at [26, 26) of a text of 48 characters"),
        ({"document": "f" * 64}, f"evidence in another document, {'f' * 64}"),
    ],
)
def test_any_other_quote_is_refused(change: dict[str, object], reason: str) -> None:
    page = elected()
    claim = page.claims[0]
    evidence: Evidence = msgspec.structs.replace(claim.evidence[0], **change)
    assert check_evidence(msgspec.structs.replace(claim, evidence=(evidence,)), page.layer) == reason
    both = msgspec.structs.replace(claim, evidence=(claim.evidence[0], evidence))
    assert check_evidence(both, page.layer) == reason, "one bad quote among good ones"


def test_a_claim_without_evidence_is_refused() -> None:
    page = elected()
    assert check_evidence(msgspec.structs.replace(page.claims[0], evidence=()), page.layer) == "no evidence"


def test_a_name_that_is_not_in_the_document_is_refused() -> None:
    page = elected()
    page.claims[0] = msgspec.structs.replace(page.claims[0], fact=PostFact(person="p9", role="Head"))
    [refusal] = check_reading(page.reading, page.layer).refused
    assert refusal.reason == "nothing in the document is known as p9"


def test_only_a_person_holds_a_post() -> None:
    page = elected()
    page.claims[0] = msgspec.structs.replace(page.claims[0], fact=PostFact(person="o2", role="Head"))
    assert check_reading(page.reading, page.layer).refused[0].reason == "o2 holds a post and is no person"


def test_what_leans_on_a_refused_gathering_is_refused_too() -> None:
    page = elected()
    page.say(GatheringFact(gathering="g1"), "Office")
    page.say(GatheringFact(gathering="g2", part_of="g1"), "Relief")
    page.say(AttendanceFact(who="p1", gathering="g2"), "Ana Lopes")
    assert len(check_reading(page.reading, page.layer).accepted) == 4
    bad = msgspec.structs.replace(page.claims[1].evidence[0], quote="office")
    page.claims[1] = msgspec.structs.replace(page.claims[1], evidence=(bad,))
    checked = check_reading(page.reading, page.layer)
    assert checked.accepted == (page.claims[0],)
    assert [r.reason for r in checked.refused[1:]] == [
        "no claim states the gathering g1",
        "no claim states the gathering g2",
    ]


def test_the_same_claim_twice_is_one() -> None:
    page = elected()
    page.claims.append(page.claims[0])
    assert len(check_reading(page.reading, page.layer).accepted) == 1


def test_further_evidence_may_stand_in_documents_beside_it() -> None:
    page, other = elected(), Page("The roll: Ana Lopes, born 1880.")
    claim = page.claims[0]
    far = Evidence(document=other.sha, start=10, end=19, quote="Ana Lopes")
    both = msgspec.structs.replace(claim, evidence=(claim.evidence[0], far))
    beside = {other.sha: other.layer}
    assert check_evidence(both, page.layer, beside) is None
    assert check_evidence(both, page.layer) == f"evidence in another document, {other.sha}"
    bad = msgspec.structs.replace(both, evidence=(claim.evidence[0], msgspec.structs.replace(far, start=9)))
    assert check_evidence(bad, page.layer, beside) == "the quote is not what stands at [9, 19)"
    alone = msgspec.structs.replace(claim, evidence=(far,))
    assert check_evidence(alone, page.layer, beside) == f"evidence in another document, {other.sha}"
