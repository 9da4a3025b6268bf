"""Candidates for links: every person who may hold a role, every body that it may be in, every pair of bodies, once each."""

from __future__ import annotations

import pytest

from chancery.reader.clusters import groups_of
from chancery.reader.grammar.items import sentence_items
from chancery.reader.grammar.scoring import Weights, steps_of
from chancery.reader.grammar.tenancy import Drawn
from chancery.reader.linking.drawing import Scorers, chosen_seat, distinct, drawn_posts
from chancery.reader.linking.fates import fates_of
from chancery.reader.linking.gap import among, codes_between, gap_features, nearest, outline_of
from chancery.reader.linking.holders import holders_of, listed
from chancery.reader.linking.labels import heading_body
from chancery.reader.linking.parents import pairs_of
from chancery.reader.linking.seats import Seat, background, seats_of
from chancery.reader.linking.sites import lines_of, sites_of
from chancery.reader.linking.structure import UnitScorers, drawn_units
from chancery.reader.linking.support import Support
from chancery.reader.linking.tellings import CHANGES, tellings
from chancery.terms.claims import PostFact
from tests.reader.marked import marked_draft

NONE = Weights(features={})


def holders(marked: str) -> list[tuple[str | None, str, str]]:
    lines, _ = lines_of(marked_draft(marked))
    return [
        (h.person.ref, h.site.role.role, h.how) for line in lines for site in sites_of(line) for h in holders_of(site)
    ]


def test_everyone_before_and_after_a_role_may_hold_it() -> None:
    found = holders("[P Ana Lopes], Head of the [O Relief Board], met [P Bo Dahl].")
    assert ("Ana Lopes", "Head", "before") in found
    assert ("Bo Dahl", "Head", "after") in found


def test_he_is_who_was_spoken_of() -> None:
    found = holders("[P Ana Lopes] spoke.\nShe is Head of the [O Relief Board].")
    assert ("Ana Lopes", "Head", "pronoun") in found


def test_a_role_is_told_in_one_script() -> None:
    found = holders("[P Ana Lopes], \u0421hairman of the [O Relief Board], spoke.")  # a Cyrillic letter begins it
    assert ("Ana Lopes", "Chairman", "before") in found


def test_respectively_tells_who_holds_which() -> None:
    found = holders(
        "[P Ana Lopes] and [P Bo Dahl] were elected Chair and Secretary of the [O Relief Board], respectively."
    )
    assert {(p, r) for p, r, how in found if how == "before" and r != "member"} == {
        ("Ana Lopes", "Chair"),
        ("Bo Dahl", "Secretary"),
    }


def test_respectively_tells_nothing_of_what_comes_after_it() -> None:
    marked = "Open since 1920 and 1921, respectively, they chose [P Ana Lopes] and [P Bo Dahl] Chair and Secretary."
    assert ("Ana Lopes", "Secretary", "before") in holders(marked)


def test_without_respectively_everyone_may_hold_either() -> None:
    found = holders("[P Ana Lopes] and [P Bo Dahl] were elected Chair and Secretary of the [O Relief Board].")
    assert ("Ana Lopes", "Secretary", "before") in found


def test_a_board_under_a_common_noun_has_members() -> None:
    found = holders("[P Ana Lopes] was elected to the [O Relief Fund] board of directors.")
    assert ("Ana Lopes", "member", "before") in found
    assert not [each for each in holders("The gathering of [P Ana Lopes] was fun.") if each[1] == "member"]


def test_a_list_within_a_list_is_led_in_by_both_headings() -> None:
    marked = "Those elected to the [O Relief Board]:\nTreasurers\n* [P Ana Lopes]\n* [P Bo Dahl]\n"
    lines, _ = lines_of(marked_draft(marked))
    found = {(h.person.ref, h.site.role.role) for line in lines for h in listed(line)}
    assert {("Bo Dahl", "Treasurer"), ("Bo Dahl", "member")} <= found


def test_a_body_in_a_list_of_bodies_leads_in_to_nothing() -> None:
    lines, _ = lines_of(marked_draft("Officers:\n* [O Relief Fund]\n* [P Ana Lopes]\n"))
    assert [line.lead.number for line in lines if line.lead is not None] == [0, 0]


def test_people_listed_below_may_be_what_the_lead_in_says() -> None:
    lines, _ = lines_of(marked_draft("The members of the [O Relief Board] are:\n* [P Ana Lopes]\n* [P Bo Dahl]\n"))
    found = [(h.person.ref, h.site.role.role) for line in lines for h in listed(line)]
    assert ("Ana Lopes", "member") in found and ("Bo Dahl", "member") in found


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The [O Relief Board] is headed by [P Ana Lopes].", "Head"),
        ("[P Ana Lopes] directs the [O Relief Board].", "Director"),
        ("The [O Relief Board] worked under the leadership of [P Ana Lopes].", "leader"),
    ],
)
def test_a_verb_may_give_the_role(sentence: str, role: str) -> None:
    assert ("Ana Lopes", role) in [(person, said) for person, said, _ in holders(sentence)]


def seats(marked: str) -> list[str | None]:
    draft = marked_draft(marked)
    lines, known = lines_of(draft)
    holder = next(h for line in lines for site in sites_of(line) for h in holders_of(site))
    return [seat.body for seat in seats_of(background(draft, known, lines), holder, None, heading_body(holder))]


def test_bodies_of_the_line_and_of_the_lines_before_may_be_meant_and_none() -> None:
    found = seats("The [O Relief Board] met.\nChairman [P Ana Lopes] of the [O Fund] spoke.")
    assert found[0] is None
    assert set(found[1:]) == {"Relief Board", "Fund"}
    assert len(found) == len(set(found))


def test_a_body_is_taken_before_none_if_it_would_be_the_one() -> None:
    none, one, other = Seat(None, []), Seat("a", ["owner"]), Seat("b", ["owner"])
    assert chosen_seat([none, one, other], [0.5, 0.4, 0.1]) == 1
    assert chosen_seat([none, one, other], [0.4, 0.3, 0.3]) == 0
    assert chosen_seat([none, one, other], [0.9, 0.1, 0.0]) == 0


def test_a_body_that_only_other_lines_name_must_be_likelier() -> None:
    none, far, here = Seat(None, []), Seat("a", ["home"]), Seat("a", ["home"], start=3, end=9)
    assert chosen_seat([none, far], [0.45, 0.55]) == chosen_seat([none, far], [0.55, 0.45]) == 0
    assert chosen_seat([none, far], [0.3, 0.7]) == chosen_seat([none, here], [0.45, 0.55]) == 1


def test_every_change_is_weighed() -> None:
    lines, _ = lines_of(marked_draft("[P Ana Lopes] was elected Head of the [O Relief Board]."))
    holder = next(h for line in lines for site in sites_of(line) for h in holders_of(site))
    told = tellings(holder)
    assert len(told) == len(CHANGES)
    assert "elected: gap=elected" in told[CHANGES.index("elected")]


def test_what_is_denied_or_supposed_is_not_drawn() -> None:
    sure = Scorers(Weights(features={}, bias=5.0), NONE, NONE, Weights(features={}, bias=5.0))
    for verb in ("may be elected", "was not elected", "refused to become", "would be"):
        draft = marked_draft(f"[P Ana Lopes] {verb} President of the [O Relief Board].")
        assert drawn_posts(draft, sure, 0.0) == []
    assert drawn_posts(marked_draft("[P Ana Lopes] was elected President of the [O Relief Board]."), sure, 0.0)


def test_a_holding_gives_way_to_a_change_and_no_body_to_a_body() -> None:
    def drawn(body: str | None, change: str) -> Drawn:
        return Drawn(PostFact(person="p", role="Head", organisation=body, change=change), 0, 1, "")  # type: ignore[arg-type]

    assert [
        (p.fact.organisation, p.fact.change)
        for p in distinct([drawn(None, "holds"), drawn("o", "holds"), drawn("o", "elected")])
    ] == [("o", "elected")]


def test_a_post_told_with_more_of_its_role_or_filled_more_likely_is_told_once() -> None:
    def drawn(role: str, change: str, probability: float) -> Drawn:
        fact = PostFact(person="p", role=role, organisation="o", change=change)  # type: ignore[arg-type]
        return Drawn(fact, 0, 1, "", probability)

    long, short = drawn("Deputy Adviser for Trade", "holds", 0.6), drawn("Deputy Adviser", "holds", 0.9)
    assert distinct([long, short]) == [long]
    assert len(distinct([drawn("Adviser", "holds", 0.6), short])) == 2
    likelier, other = drawn("Head", "elected", 0.9), drawn("Head", "appointed", 0.6)
    assert distinct([other, likelier, drawn("Head", "resigned", 0.6)]) == [likelier, drawn("Head", "resigned", 0.6)]


def test_bodies_near_each_other_are_pairs_both_ways_once() -> None:
    found = [
        (pair.child, pair.parent) for pair in pairs_of(marked_draft("The [O Southern Division] of the [O Agency] met."))
    ]
    assert ("Southern Division", "Agency") in found and ("Agency", "Southern Division") in found
    assert len(found) == len(set(found))


def test_a_body_far_below_may_be_part_of_the_one_that_is_named_most() -> None:
    far = "It rained.\n" * 3
    marked = f"The [O Relief Fund] met.\nThe [O Trade Club] met.\n{far}The [O Relief Fund] rose.\n{far}[O Prize Jury]\n"
    found = {(pair.child, pair.parent): pair for pair in pairs_of(marked_draft(marked))}
    assert "of the body named most 0" in found["Prize Jury", "Relief Fund"].features
    assert "of the body named most 0" not in found["Prize Jury", "Trade Club"].features


def test_a_body_beside_a_word_of_change_has_a_fate_with_its_date() -> None:
    fates = list(fates_of(marked_draft("The [O Relief Board] was dissolved on 3 May 1921.")))
    assert ("Relief Board", "abolished") in [(fate.child, fate.change) for fate in fates]
    assert {str(fate.date) for fate in fates} == {"1921-05-03"}


def test_of_two_ways_the_likelier_is_stated() -> None:
    scorers = UnitScorers(Weights(features={"child first [of the]": 3.0}, threshold=0.9), NONE)
    facts = [
        unit.fact for unit in drawn_units(marked_draft("The [O Southern Division] of the [O Agency] met."), scorers)
    ]
    assert [(fact.child, fact.parent, fact.change) for fact in facts] == [("Southern Division", "Agency", "exists")]


def test_a_gap_is_told_by_kinds_small_words_and_signs() -> None:
    items = sentence_items(marked_draft("[P Ana Lopes], the eminent and learned Head of the [O Board], spoke."))[0]
    assert codes_between(items, 1, 6) == [",", "the", "w", "and", "w"]
    assert "x [, the w and w]" in gap_features(items, 1, 6, "x")


def test_running_counts_tell_what_stands_in_any_gap() -> None:
    items = sentence_items(marked_draft("[P Ana Lopes]; the [O Board]; and [P Juri Tamm], Head of the [O Club], met."))[
        0
    ]
    outline = outline_of(items)
    for first in range(len(items) + 1):
        for after in range(len(items) + 1):
            gap = items[first:after]
            assert among(outline.persons, first, after) == sum(item.kind == "P" for item in gap)
            assert among(outline.semicolons, first, after) == sum(item.word == ";" for item in gap)
            assert among(outline.named, first, after) == sum(item.kind in "OL" for item in gap)
    assert outline_of(items) is outline


def test_of_two_places_as_near_the_one_before_is_nearest() -> None:
    assert [nearest([2, 6], at) for at in (0, 2, 4, 5, 6, 9)] == [2, 2, 2, 6, 6, 6]


def test_steps_of_a_probability_add_up() -> None:
    assert steps_of("p", 0.0) == []
    assert steps_of("p", 0.25) == ["p 0.05", "p 0.1", "p 0.2"]
    assert len(steps_of("p", 1.0)) == 13


def test_words_of_like_meaning_share_a_group() -> None:
    assert groups_of("regiment", "en") is not None
    assert groups_of("regiment", "en") == groups_of("battalion", "en")
    assert groups_of("qwxyz", "en") is None
    assert groups_of("regiment's", "en") == groups_of("regiment", "en")


@pytest.mark.parametrize(
    ("row", "shape"),
    [
        ("Minister [P Ana Lopes], Secretary, [P Bo Dahl], Director, [P Cy Eze] came.", "T..P, as many, in turn"),
        ("[P Ana Lopes], Secretary, [P Bo Dahl], Director, came.", "P..T, as many, in turn"),
        ("[P Ana Lopes], [P Bo Dahl], Director, came.", "P..T, more people, mixed"),
    ],
)
def test_a_row_of_people_and_roles_has_a_direction(row: str, shape: str) -> None:
    lines, _ = lines_of(marked_draft(row))
    assert {run.shape for run in lines[0].runs.values()} == {shape}


def test_two_alone_or_with_a_verb_between_are_no_row() -> None:
    lines, _ = lines_of(marked_draft("[P Ana Lopes], Director, met the Secretary, [P Bo Dahl]."))
    assert not lines[0].runs


def test_a_sentence_within_a_paragraph_is_no_row_of_a_list() -> None:
    below, _ = lines_of(marked_draft("The officers of the [O Relief Board] met.\n[P Ana Lopes] spoke."))
    behind, _ = lines_of(marked_draft("The officers of the [O Relief Board] met. [P Ana Lopes] spoke."))
    assert below[-1].lead is not None
    assert behind[-1].lead is None


def test_a_post_told_twice_supports_itself() -> None:
    lines, _ = lines_of(marked_draft("President [P Ana Lopes] spoke.\nThe President was [P Ana Lopes]."))
    found = [h for line in lines for site in sites_of(line) for h in holders_of(site) if h.how == "after"]
    support = Support([(holder, link) for holder, link in zip(found, (0.4, 0.8), strict=True)])
    assert "told elsewhere 0.8" in support.of(found[0], 0.4)
    assert "told elsewhere 0.4" in support.of(found[1], 0.8)
    assert "told elsewhere 0.5" not in support.of(found[1], 0.8)


def test_a_body_with_a_constitution_was_not_set_up_by_that() -> None:
    draft = marked_draft("The [O Free Port] was set up under the [O Relief League], which guarantees its constitution.")
    assert {draft.text[fate.start : fate.end].split()[-1] for fate in fates_of(draft)} == {"up", "League"}


def test_of_a_name_only_the_word_for_its_kind_teaches() -> None:
    draft = marked_draft("President [P Ana Lopes] of the [O Lagoon Club] spoke.\nThe [O Zephyr Lagoon] came.")
    lines, known = lines_of(draft)
    holder = next(h for site in sites_of(lines[0]) for h in holders_of(site))
    about = background(draft, known, lines)
    kinds = {seat.body: set(seat.features) for seat in seats_of(about, holder, None, None)}
    assert "ends=club" in kinds["Lagoon Club"]
    assert "ends=NAME" in kinds["Zephyr Lagoon"]
    assert not any("lagoon" in feature for features in kinds.values() for feature in features)


def test_a_post_joined_to_another_is_told_with_its_body() -> None:
    draft = marked_draft("[O Elm Council] President [P Ana Lopes] and Secretary [P Bo Dahl] spoke.")
    lines, known = lines_of(draft)
    after = [h for site in sites_of(lines[0]) for h in holders_of(site) if h.how == "after"]
    first = next(h for h in after if h.person.ref == "Ana Lopes" and h.site.role.role == "President")
    second = next(h for h in after if h.person.ref == "Bo Dahl" and h.site.role.role == "Secretary")
    about = background(draft, known, lines)
    joined = next(s for s in seats_of(about, second, (first, "Elm Council"), None) if s.body == "Elm Council")
    assert "body before, joined to it" in joined.features
