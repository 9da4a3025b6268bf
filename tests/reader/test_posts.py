"""Posts, in sentences of our own."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.reader.grammar.items import sentence_items
from chancery.reader.grammar.people import body_with
from chancery.reader.grammar.post_dates import dates_of_list_item, years_after
from chancery.reader.grammar.predecessors import predecessor
from chancery.reader.grammar.scoring import Weights
from chancery.reader.linking.drawing import Scorers
from chancery.reader.steps import posts
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostFact
from tests.reader.marked import marked_draft

Told = list[tuple[str, str, str | None, str]]


def posts_in(marked: str) -> list[PostFact]:
    """What the reader states with the scorers that the package has."""
    draft = marked_draft(marked)
    posts.run(draft)
    return [finding.fact for finding in draft.findings if isinstance(finding.fact, PostFact)]


def told(marked: str) -> Told:
    return [(fact.person, fact.role, fact.organisation, fact.change) for fact in posts_in(marked)]


def xfail(reason: str, *values: object) -> Any:
    """A case that the learned reader gets wrong; once it gets it right the test fails, and the case moves up."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


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
        (
            "It went to the [O Relief Board], of which [P Ana Lopes] is chairman.",
            ("Ana Lopes", "chairman", "Relief Board", "holds"),
        ),
    ],
)
def test_a_post_is_read(sentence: str, expected: tuple[str, str, str | None, str]) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "[P Ana Lopes] may be elected President of the [O Relief Board].",
        "[P Ana Lopes] might be appointed Director of the [O Fund].",
        "[P Ana Lopes] would have been elected President of the [O Relief Board].",
        "[P Ana Lopes] was not elected President of the [O Relief Board].",
        "[P Ana Lopes] has never been President of the [O Relief Board].",
        "[P Ana Lopes] refused to become President of the [O Relief Board].",
        "[P Ana Lopes] is a member of the delegation of [L Norway] to the [O Relief Board].",
        "Comrade [P Ana Lopes] spoke.",
        "The [O Relief Board] did not elect [P Ana Lopes] as its President.",
        "The [O Relief Board] may appoint [P Ana Lopes] as its Director.",
        "If [P Ana Lopes] were elected President of the [O Relief Board], many would leave.",
        "[P Ana Lopes] denied that she was President of the [O Fund].",
        "[P Ana Lopes] met the President of the [O Relief Board].",
        "The delegation, headed by [P Ana Lopes], met.",
        "Dr. [P Ana Lopes] spoke.",
        "Professor [P Ana Lopes] spoke.",
        "Chair: [P Ana Lopes]",
        "Members of the [O Relief Board] delegation included [P Ana Lopes].",
    ],
)
def test_no_post_is_made_up(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "[P Ana Lopes] was elected to the [O Relief Board].",
            [("Ana Lopes", "member", "Relief Board", "elected")],
        ),
        ("Treasurer: [P Ana Lopes]", [("Ana Lopes", "Treasurer", None, "holds")]),
        (
            "The [O Relief Board], with [P Ana Lopes] as Chairman, controls the budget.",
            [("Ana Lopes", "Chairman", "Relief Board", "holds")],
        ),
        (
            "The [O Relief Board] sat with [P Ana Lopes] as Chairman.",
            [("Ana Lopes", "Chairman", "Relief Board", "holds")],
        ),
        (
            "Vice-Chairmen [P Ana Lopes], [P Bo Dahl] and [P Cy Eze] of the [O Relief Board] attended.",
            [(person, "Vice-Chairman", "Relief Board", "holds") for person in ("Ana Lopes", "Bo Dahl", "Cy Eze")],
        ),
        xfail(
            "stated as elected",
            "The following have been nominated:\n* Director of the [O First Division] - [P Ana Lopes]",
            [("Ana Lopes", "Director", "First Division", "nominated")],
        ),
        (
            "The High Commissioner in the [O Free City] decides disputes.\nThe post has been held by:\n"
            "[P Ana Lopes] (Brazil), 1921 to 1923\n[P Bo Dahl] (Norway), 1923 to 1926",
            [(person, "High Commissioner", "Free City", "former") for person in ("Ana Lopes", "Bo Dahl")],
        ),
        xfail(
            "only the first is stated, and as holding",
            "The [O Relief Council] elected the following officers:\n**Deputy Chairmen**\n"
            "1. [P Ana Lopes]\n2. [P Bo Dahl]",
            [(person, "Deputy Chairman", "Relief Council", "elected") for person in ("Ana Lopes", "Bo Dahl")],
        ),
        (
            "[P Ana Lopes], Foreign Minister ([L France]), spoke.",
            [("Ana Lopes", "Foreign Minister", "France", "holds")],
        ),
        (
            "[P Ana Lopes] was replaced as President of the [O Relief Board] by [P Bo Dahl].",
            [
                ("Ana Lopes", "President", "Relief Board", "former"),
                ("Bo Dahl", "President", "Relief Board", "appointed"),
            ],
        ),
        (
            "[P Ana Lopes] succeeded [P Bo Dahl] as President of the [O Fund].",
            [("Ana Lopes", "President", "Fund", "appointed"), ("Bo Dahl", "President", "Fund", "former")],
        ),
        (
            "The [O Relief Union] met.\nThe [O Relief Union] ate.\nThe [O Relief Union] slept.\n"
            "Treasurer [P Ana Lopes] spoke.",
            [("Ana Lopes", "Treasurer", "Relief Union", "holds")],
        ),
    ],
)
def test_lists_and_longer_forms_are_read(sentence: str, expected: Told) -> None:
    assert sorted(told(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[O Prize Committee]\nConvener: [P Ana Lopes]\nMembers: [P Bo Dahl] ([L Norway]), [P Cy Eze]",
            [
                ("Ana Lopes", "Convener", "Prize Committee", "holds"),
                ("Bo Dahl", "Member", "Prize Committee", "holds"),
                ("Cy Eze", "Member", "Prize Committee", "holds"),
            ],
        ),
        (
            "The [O Rowing Club] elected its officers: President, [P Ana Lopes]; Treasurer, [P Bo Dahl].",
            [("Ana Lopes", "President", "Rowing Club", "elected"), ("Bo Dahl", "Treasurer", "Rowing Club", "elected")],
        ),
        ("[P Ana Lopes] (Treasurer) spoke.", [("Ana Lopes", "Treasurer", None, "holds")]),
        (
            "[P Ana Lopes] is a politician who served as Minister of Roads.",
            [("Ana Lopes", "Minister of Roads", None, "former")],
        ),
        ("Speaker: [P Ana Lopes]", []),
    ],
)
def test_labels_and_plain_forms_are_certain(text: str, expected: Told) -> None:
    assert sorted(told(text), key=str) == sorted(expected, key=str)


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


def test_a_change_has_its_date_and_a_holding_its_beginning() -> None:
    (elected,) = posts_in("On 3 July 1933 [P Ana Lopes] was elected President of the [O Relief Board].")
    assert str(elected.date) == "1933-07-03"
    (holds,) = posts_in("[P Ana Lopes] has been a member of the [O Relief Board] since 2013.")
    assert (holds.change, str(holds.since)) == ("holds", "2013")


def test_who_is_replaced_had_the_post() -> None:
    (new, old) = posts_in("[P Ana Lopes] was elected President of the [O Relief Board] in place of [P Bo Dahl].")
    assert (new.person, new.change, new.predecessor) == ("Ana Lopes", "elected", "Bo Dahl")
    assert (old.person, old.change, old.organisation) == ("Bo Dahl", "former", "Relief Board")


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("[P Ana Lopes] was elected President in place of [P Bo Dahl].", "Bo Dahl"),
        ("[P Ana Lopes] took over from Colonel [P Bo Dahl] as President.", "Bo Dahl"),
        ("[P Ana Lopes] was replaced by [P Bo Dahl] as President.", None),
        ("[P Ana Lopes] spoke in place of the President.", None),
    ],
)
def test_the_predecessor_stands_behind_a_phrase_of_replacing(sentence: str, before: str | None) -> None:
    items = sentence_items(marked_draft(sentence))[0]
    found = predecessor(items, [item for item in items if item.ref == "Ana Lopes"])
    assert (found.ref if found else None) == before


def test_rows_of_holders_in_turn_have_their_years() -> None:
    rows = sentence_items(marked_draft("[P Ana Lopes] (Brazil), 1921 to 1923\n[P Bo Dahl], Norway"))
    dates = dates_of_list_item(rows[0], "former")
    assert dates is not None
    assert (str(dates.since), str(dates.until)) == ("1921", "1923")
    assert dates_of_list_item(rows[1], "former") is None


def test_years_in_brackets_after_a_name_are_those_in_office() -> None:
    (fact,) = posts_in("[P Ana Lopes] (1921 to 1923), President of the [O Fund]")
    assert (fact.change, str(fact.since), str(fact.until)) == ("former", "1921", "1923")
    items = sentence_items(marked_draft("[P Ana Lopes] (Brazil), 1921 to 1923"))[0]
    assert years_after(items, items[0]) is None


@pytest.mark.parametrize(
    ("sentence", "acting"),
    [
        ("[P Ana Lopes] was appointed acting President of the [O Fund].", True),
        ("Acting Director of the [O Fund] [P Ana Lopes] spoke.", True),
        ("[P Ana Lopes] was appointed President of the [O Fund].", False),
    ],
)
def test_who_only_acts_in_a_post_is_said_to(sentence: str, acting: bool) -> None:
    (fact,) = posts_in(sentence)
    assert fact.acting is acting


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


def test_a_person_in_brackets_after_a_role_is_not_its_body() -> None:
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
    scorers = Scorers(
        links=Weights({"tie=untied": -9.0, "tie=tied to another": -9.0}),
        seats=Weights({"said in the role": 3.0}),
        tellings=Weights({"holds: any": 1.0}),
        posts=Weights({"last=head": 2.0, "last=chairman": -2.0}, threshold=0.5),
    )
    posts.read(draft, scorers)
    (finding,) = draft.findings
    assert isinstance(finding.fact, PostFact)
    assert finding.fact.person == "Ana Lopes"
    assert finding.confidence == pytest.approx(0.881, abs=0.001)
    assert draft.evidence(finding).quote == "Ana Lopes, Head of the Relief Board"


ENTRIES = [
    pytest.param(
        entry, which, id=f"{voice}-{entry['change']}-{which}",
    )
    for voice in ("passive", "active")
    for entry in word_list("en", "posts")[voice]
    for which in ("matches", "not")
]  # fmt: skip


@pytest.mark.parametrize(("entry", "which"), ENTRIES)
def test_each_entry_matches_its_sentence_and_not_the_other(entry: dict[str, str], which: str) -> None:
    sentence = entry[which]
    for name, kind in (("Ana Lopes", "P"), ("Society", "O"), ("Fund", "O")):
        sentence = sentence.replace(name, f"[{kind} {name}]")
    assert (entry["change"] in [change for *_, change in told(sentence)]) is (which == "matches")


@pytest.mark.parametrize("verb", ["congratulated", "thanked"])
def test_a_verb_that_fills_no_post_appoints_nobody(verb: str) -> None:
    assert "appointed" not in [change for *_, change in told(f"The [O Fund] {verb} [P Ana Lopes] as its Director.")]


def test_a_body_named_since_speaks_against_the_home_body() -> None:
    """ "Treasurer" is of the body that the document is about, but may be of the one that was spoken of last."""
    text = "The [O Relief Union] met. The [O Relief Union] ate. The [O Relief Union] slept. "
    assert told(text + "Treasurer [P Ana Lopes] spoke.") == [("Ana Lopes", "Treasurer", "Relief Union", "holds")]
    near = told(text + "The [O Harbour Trust] sang. Treasurer [P Ana Lopes] spoke.")
    assert "Relief Union" not in [body for _, _, body, _ in near]


def test_a_person_of_another_sentence_is_with_no_body() -> None:
    here = sentence_items(marked_draft("The [O Relief Board], with [P Ana Lopes], agreed."))[0]
    other = sentence_items(marked_draft("[P Bo Dahl] spoke."))[0]
    person = next(item for item in here if item.kind == "P")
    assert (found := body_with(here, person)) is not None and found.ref == "Relief Board"
    assert body_with(here, other[0]) is None
