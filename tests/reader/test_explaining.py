"""Derivations: what is traced is what is read, and each scorer's account belongs to the fact that it judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chancery.reader.draft import Draft, Finding, Name
from chancery.reader.explaining import derivation_of, explain_claim
from chancery.reader.grammar.scoring import Weights
from chancery.reader.linking.certain import CERTAIN
from chancery.reader.pipeline import draft_of, read_document
from chancery.reader.steps import agreements, messages, posts, units
from chancery.terms.claims import Referent, kind_of
from tests.reader.marked import marked_draft
from tests.reader.scorers import POSTS, UNITS, use_small_scorers

POST = "[P Ana Lopes] was elected President of the [O Relief Board]."
REPORT = marked_draft(
    "On 3 July 1933 the Relief Board and the Harbour Office signed a treaty on fishing rights in Geneva.\n"
    "Mr. Bo Dahl said that the treaty was long overdue.\n"
    "The Relief Board met in Geneva on 4 July 1933, and Bo Dahl was elected President of the Relief Board.\n"
)


def traced(marked: str) -> Draft:
    draft = marked_draft(marked)
    draft.tracing = True
    return draft


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    use_small_scorers(monkeypatch)


def test_a_post_has_the_accounts_of_all_its_scorers() -> None:
    draft = traced(POST)
    posts.read(draft, POSTS)
    (finding,) = draft.findings
    assert [account.name for account in finding.because] == ["holder", "body", "change", "post"]
    holder, body, change, post = finding.because
    assert holder.features == (("role before person 0", 2.0),)
    assert body.among[0] == ("Relief Board", body.probability)
    assert change.among[0] == ("elected", change.probability)
    assert ("change=elected", 0.5) in post.features
    assert finding.confidence == max(CERTAIN, round(post.probability, 3))  # the form of words leaves no doubt


def test_a_unit_has_the_accounts_of_its_parent_and_its_fate() -> None:
    draft = traced("The [O Youth Section of the Relief Board] was founded in 1921.")
    start = draft.text.index("Relief Board")
    draft.names.append(Name(start, start + len("Relief Board"), "organisation", level=1, entity="Relief Board"))
    draft.referents["Relief Board"] = Referent(id="Relief Board", type="organisation", name="Relief Board")
    units.read(draft, UNITS)
    (finding,) = draft.findings
    assert {account.name: account.features for account in finding.because} == {
        "fate": (("trigger=founded", 2.0),),
        "parent": (("nested", 2.0),),
    }


def test_an_act_has_the_account_of_its_scorer() -> None:
    draft = traced("The [O Harbour Office] and the [O Relief Board] signed a treaty on fishing rights on 3 May 2021.")
    agreements.run(draft)
    (finding,) = draft.findings
    (account,) = finding.because
    assert (account.name, round(account.probability, 3)) == ("agreement", finding.confidence)
    assert ("cue=signed" in dict(account.features)) and account.bias


def test_a_message_stated_at_its_first_place_tells_where_it_is_likeliest() -> None:
    draft = traced("[P Ana Lopes] said that it was late.\n[P Ana Lopes] stressed that it was good.")
    places = [dict.fromkeys(features, 0.0) for _, features in messages.candidates(draft)]
    only = next(iter(places[1].keys() - places[0].keys()))
    messages.read(draft, Weights({only: 0.1}, bias=2.0))
    (finding,) = draft.findings
    first, likeliest = finding.because
    assert (first.features, likeliest.features) == ((), ((only, 0.1),))
    assert finding.confidence == round(likeliest.probability, 3)


def test_without_tracing_nothing_is_kept() -> None:
    draft = marked_draft(POST)
    posts.read(draft, POSTS)
    assert [finding.because for finding in draft.findings] == [()]


def test_tracing_changes_nothing_that_is_found(small: None) -> None:
    plain = draft_of(REPORT.document, REPORT.layer)
    told = draft_of(REPORT.document, REPORT.layer, tracing=True)
    assert plain is not None and told is not None

    def bare(findings: list[Finding]) -> list[Finding]:
        return [replace(finding, because=()) for finding in findings]

    assert bare(told.findings) == plain.findings != []
    assert all(finding.because for finding in told.findings)
    assert (plain.named_because, set(told.named_because)) == ({}, set(told.referents))


def test_every_claim_of_a_reading_can_be_explained(small: None) -> None:
    reading = read_document(REPORT.document, REPORT.layer)
    assert {"agreement", "post"} <= {kind_of(claim.fact) for claim in reading.claims}
    for claim in reading.claims:
        derivation = explain_claim(REPORT.document, REPORT.layer, claim.id)
        assert derivation is not None
        assert (derivation.rule, derivation.confidence) == (claim.rule, claim.confidence)


def test_a_claim_that_is_not_drawn_has_no_derivation(small: None) -> None:
    assert explain_claim(REPORT.document, REPORT.layer, "0" * 24) is None


def test_a_name_tells_where_it_stands_and_what_it_was_joined_with() -> None:
    draft = traced(f"[P Ana Lopes] spoke.\n{POST}")
    draft.names[1].rule, draft.names[1].score = "model", 0.91234
    posts.read(draft, POSTS)
    person, body = derivation_of(draft, draft.findings[0]).names
    assert (person.name, body.name, body.type) == ("Ana Lopes", "Relief Board", "organisation")
    assert [(mention.start, mention.stated, mention.rule, mention.score) for mention in person.mentions] == [
        (0, False, "", 1.0), (17, True, "model", 0.912),
    ]  # fmt: skip
