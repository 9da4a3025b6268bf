"""Posts, in sentences of our own."""

from __future__ import annotations

import pytest

from chancery.reader.grammar.items import sentence_items
from chancery.reader.grammar.people import body_with
from chancery.reader.grammar.scoring import Weights
from chancery.reader.steps import posts
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostFact
from tests.reader.marked import marked_draft


def posts_in(marked: str) -> list[PostFact]:
    """What the grammar draws, before the scorer judges it."""
    return [post.fact for post in posts.candidates(marked_draft(marked))]


def told(marked: str) -> list[tuple[str, str, str | None, str]]:
    return [(fact.person, fact.role, fact.organisation, fact.change) for fact in posts_in(marked)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[P Ana Lopes] (Head of the [O Relief Board]) spoke.", ("Ana Lopes", "Head", "Relief Board", "holds")),
        ("[P Ana Lopes], Head of the [O Relief Board], spoke.", ("Ana Lopes", "Head", "Relief Board", "holds")),
        ("Chairman [P Lopes] spoke.", ("Lopes", "Chairman", None, "holds")),
        (
            "[P Ana Lopes] was elected President of the [O Relief Board].",
            ("Ana Lopes", "President", "Relief Board", "elected"),
        ),
        (
            "The [O Relief Board] appointed [P Ana Lopes] as its Director.",
            ("Ana Lopes", "Director", "Relief Board", "appointed"),
        ),
        (
            "The speaker of the [O Relief Board], [P Ana Lopes], agreed.",
            ("Ana Lopes", "speaker", "Relief Board", "holds"),
        ),
        ("[O Relief Board] President [P Ana Lopes] spoke.", ("Ana Lopes", "President", "Relief Board", "holds")),
        (
            "[P Ana Lopes] resigned as Treasurer of the [O Relief Board].",
            ("Ana Lopes", "Treasurer", "Relief Board", "resigned"),
        ),
        (
            "The vice-chairman of the [O Relief Board] was [P Ana Lopes].",
            ("Ana Lopes", "vice-chairman", "Relief Board", "former"),
        ),
        (
            "Former Director of the [O Relief Board] [P Ana Lopes] spoke.",
            ("Ana Lopes", "Director", "Relief Board", "former"),
        ),
        ("[P Ana Lopes] was elected to the [O Relief Board].", ("Ana Lopes", "member", "Relief Board", "elected")),
        ("Treasurer: [P Ana Lopes]", ("Ana Lopes", "Treasurer", None, "holds")),
        (
            "The [O Relief Board], with [P Ana Lopes] as Chairman, controls the budget.",
            ("Ana Lopes", "Chairman", "Relief Board", "holds"),
        ),
        (
            "It went to the [O Relief Board], of which [P Ana Lopes] is chairman.",
            ("Ana Lopes", "chairman", "Relief Board", "holds"),
        ),
        ("The [O Relief Board] sat with [P Ana Lopes] as Chairman.", ("Ana Lopes", "Chairman", None, "holds")),
    ],
)
def test_a_post_is_read(sentence: str, expected: tuple[str, str, str | None, str]) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "[P Ana Lopes] may be elected President of the [O Relief Board].",
        "[P Ana Lopes] was not elected President of the [O Relief Board].",
        "[P Ana Lopes] met the President of the [O Relief Board].",
        "Comrade [P Ana Lopes] spoke.",
        "Dr. [P Ana Lopes] spoke.",
        "Professor [P Ana Lopes] spoke.",
        "Chair: [P Ana Lopes]",
    ],
)
def test_no_post_is_made_up(sentence: str) -> None:
    assert told(sentence) == []


def test_a_title_in_the_plural_is_everyones() -> None:
    found = told("Vice-Chairmen [P Ana Lopes], [P Bo Dahl] and [P Cy Eze] of the [O Relief Board] attended.")
    assert found == [
        (person, "Vice-Chairman", "Relief Board", "holds") for person in ("Ana Lopes", "Bo Dahl", "Cy Eze")
    ]


def test_roles_joined_by_and_share_their_body() -> None:
    found = told("[P Ana Lopes], President and CEO of the [O Relief Board], spoke.")
    assert found == [("Ana Lopes", "President", "Relief Board", "holds"), ("Ana Lopes", "CEO", "Relief Board", "holds")]


def test_a_row_of_roles_belongs_to_one_person() -> None:
    found = told(
        "[P Ana Lopes], member of the [O Council], secretary of the [O Relief Board] and head of the [O Fund], led it."
    )
    assert found == [
        ("Ana Lopes", "member", "Council", "holds"),
        ("Ana Lopes", "secretary", "Relief Board", "holds"),
        ("Ana Lopes", "head", "Fund", "holds"),
    ]


def test_a_lead_in_holds_for_the_list_below_it() -> None:
    found = told(
        "The members of the [O Relief Committee] are:\n* [P Ana Lopes]\n* [P Bo Dahl]\n\nThe [O Fund] thanked [P Cy Eze]."
    )
    assert found == [
        ("Ana Lopes", "member", "Relief Committee", "holds"),
        ("Bo Dahl", "member", "Relief Committee", "holds"),
    ]


def test_nominations_of_a_list_are_nominations() -> None:
    found = told("The following have been nominated:\n* Director of the [O First Division] - [P Ana Lopes]")
    assert found == [("Ana Lopes", "Director", "First Division", "nominated")]


def test_holders_in_turn_have_their_years() -> None:
    facts = posts_in(
        "The High Commissioner in the [O Free City] decides disputes.\nThe post has been held by:\n"
        "[P Ana Lopes] (Brazil), 1921 to 1923\n[P Bo Dahl] (Norway), 1923 to 1926"
    )
    assert [(f.person, f.change, str(f.since), str(f.until)) for f in facts] == [
        ("Ana Lopes", "former", "1921", "1923"),
        ("Bo Dahl", "former", "1923", "1926"),
    ]


def test_a_change_has_its_date_and_a_holding_its_beginning() -> None:
    (elected,) = posts_in("On 3 July 1933 [P Ana Lopes] was elected President of the [O Relief Board].")
    assert str(elected.date) == "1933-07-03"
    (holds,) = posts_in("[P Ana Lopes] has been a member of the [O Relief Board] since 2013.")
    assert (holds.change, str(holds.since)) == ("holds", "2013")


def test_who_is_replaced_had_the_post() -> None:
    (new, old) = posts_in("[P Ana Lopes] was elected President of the [O Relief Board] in place of [P Bo Dahl].")
    assert (new.person, new.change, new.predecessor) == ("Ana Lopes", "elected", "Bo Dahl")
    assert (old.person, old.change, old.organisation) == ("Bo Dahl", "former", "Relief Board")
    assert told("[P Ana Lopes] was replaced as President of the [O Relief Board] by [P Bo Dahl].")[0][3] == "former"


def test_headings_give_their_role_to_the_people_below() -> None:
    found = told(
        "The [O Relief Council] elected the following officers:\n**Deputy Chairmen**\n1. [P Ana Lopes]\n2. [P Bo Dahl]"
    )
    assert found == [(person, "Deputy Chairman", "Relief Council", "elected") for person in ("Ana Lopes", "Bo Dahl")]


def test_roles_joined_before_a_name_are_both_its() -> None:
    found = told("Minister of Labour and Deputy Minister of Trade [P Ana Lopes] spoke.")
    assert found == [
        ("Ana Lopes", "Minister of Labour", None, "holds"),
        ("Ana Lopes", "Deputy Minister of Trade", None, "holds"),
    ]


def test_who_heads_a_body_is_its_head() -> None:
    assert told("The [O Relief Committee], headed by [P Ana Lopes], met.") == [
        ("Ana Lopes", "Head", "Relief Committee", "holds")
    ]
    assert told("The delegation, headed by [P Ana Lopes], met.") == []


def test_a_state_in_brackets_after_a_role_is_its_body() -> None:
    assert told("[P Ana Lopes], Foreign Minister ([L France]), spoke.") == [
        ("Ana Lopes", "Foreign Minister", "France", "holds")
    ]
    assert told("[P Ana Lopes], Foreign Minister ([P Bo Dahl]), spoke.") == [
        ("Ana Lopes", "Foreign Minister", None, "holds")
    ]


def test_a_retired_rank_is_a_former_one() -> None:
    found = told("Deputy Minister of Defence Major General (Retd) [P Ana Lopes] attended.")
    assert ("Ana Lopes", "Major General", None, "former") in found
    assert ("Ana Lopes", "Deputy Minister of Defence", None, "holds") in found


def test_the_adjective_of_a_state_names_the_body() -> None:
    found = told("[O Brazil] abstained.\nBrazilian Foreign Minister [P Ana Lopes] spoke.")
    assert found == [("Ana Lopes", "Foreign Minister", "Brazil", "holds")]


def test_only_what_is_likely_enough_is_stated_with_its_probability() -> None:
    draft = marked_draft("[P Ana Lopes], Head of the [O Relief Board], met Chairman [P Bo Dahl].")
    posts.read(draft, Weights(bias=0.0, threshold=0.5, features={"head=head": 2.0, "head=chairman": -2.0}))
    (finding,) = draft.findings
    assert isinstance(finding.fact, PostFact)
    assert finding.fact.person == "Ana Lopes"
    assert finding.confidence == pytest.approx(0.881, abs=0.001)
    assert draft.evidence(finding).quote == "Ana Lopes, Head of the Relief Board"


@pytest.mark.parametrize("entry", word_list("en", "posts")["passive"], ids=lambda entry: entry["change"])
def test_each_entry_matches_its_sentence_and_not_the_other(entry: dict[str, object]) -> None:
    def changes(sentence: str) -> list[str]:
        marked = (
            sentence.replace("Ana Lopes", "[P Ana Lopes]").replace("Society", "[O Society]").replace("Fund", "[O Fund]")
        )
        return [change for *_, change in told(marked)]

    assert entry["change"] in changes(str(entry["matches"]))
    assert entry["change"] not in changes(str(entry["not"]))


def test_a_body_named_since_the_home_body_is_marked() -> None:
    """The scorer is to know that "Treasurer" may be of the body that was spoken of last."""
    text = "The [O Relief Union] met. The [O Relief Union] ate. The [O Relief Union] slept. "
    far = posts.candidates(marked_draft(text + "Treasurer [P Ana Lopes] spoke."))
    near = posts.candidates(marked_draft(text + "The [O Harbour Trust] sang. Treasurer [P Ana Lopes] spoke."))
    assert [(post.fact.organisation, post.body) for post in far] == [("Relief Union", "home")]
    assert [(post.fact.organisation, post.body) for post in near] == [("Relief Union", "home, past another")]


def test_a_person_of_another_sentence_is_with_no_body() -> None:
    here = sentence_items(marked_draft("The [O Relief Board], with [P Ana Lopes], agreed."))[0]
    other = sentence_items(marked_draft("[P Bo Dahl] spoke."))[0]
    person = next(item for item in here if item.kind == "P")
    assert (found := body_with(here, person)) is not None and found.ref == "Relief Board"
    assert body_with(here, other[0]) is None
