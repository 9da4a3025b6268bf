"""When gatherings of two documents are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register import same_gathering
from chancery.register.same_gathering import GatheringSaying, contradict, likeness, one_gatherings
from chancery.terms.claims import GatheringKind
from tests.register.world import day


def told(
    claim: str,
    name: str | None = None,
    start: str | None = "1921-05-01",
    *,
    end: str | None = None,
    form: GatheringKind = "meeting",
    place: str | None = None,
    at: str = "",
    document: str = "",
    report: str | None = "1921-05-02",
    people: str = "",
) -> GatheringSaying:
    """`at` are one-letter people."""
    return GatheringSaying(
        claim=claim, document=document or claim, form=form, name=name, start=day(start) if start else None,
        end=day(end) if end else None, place=place, attendees=frozenset(at), report=day(report) if report else None,
        people=frozenset(people.split()),
    )  # fmt: skip


def one(a: GatheringSaying, b: GatheringSaying) -> bool:
    return len(one_gatherings([a, b])) == 1


FAIR = "Zenda Tariff Conference"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (told("a", FAIR), told("b", "Conference of Zenda on the Tariff")),
        (told("a", FAIR, end="1921-05-04"), told("b", FAIR, "1921-05-03")),
        (told("a", FAIR, "1921-05"), told("b", FAIR, "1921-05-12")),
        (told("a", "Fifth Zenda Fair", form="celebration"), told("b", "5th Zenda fair", form="ceremony")),
        (told("a", "Fifth Zenda Fair", None), told("b", "5th Zenda Fair", None, report="1921-05-20")),
        (told("a", FAIR), told("b", "Zenda Tariff Conference of the Coast States")),
        (told("a", at="xy"), told("b", at="xyz")),
        (told("a", "talks", form="talks", at="xy"), told("b", "discussion", at="xy")),
        (told("a", FAIR, place="p"), told("b", FAIR, place="p")),
        (told("a", FAIR, place="p"), told("b", FAIR)),
    ],
)
def test_one(a: GatheringSaying, b: GatheringSaying) -> None:
    assert one(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (told("a", FAIR), told("b", FAIR, document="a")),
        (told("a", FAIR), told("b", FAIR, "1921-05-02")),
        (told("a", FAIR), told("b", FAIR, place="p", form="visit")),
        (told("a", FAIR, place="p"), told("b", FAIR, place="q")),
        (told("a", "Fifth Zenda Fair"), told("b", "Sixth Zenda Fair")),
        (told("a", "meeting"), told("b", "meeting")),
        (told("a", "meeting", place="p", at="x"), told("b", "meeting", place="p", at="x")),
        (told("a", at="xyz"), told("b", at="xyw")),
        (told("a", form="visit", at="xy"), told("b", form="visit", at="xy")),
        (told("a", FAIR, "1921"), told("b", FAIR, "1921-05-12")),
        (told("a", "Zenda Fair", None), told("b", "Zenda Fair", None)),
        (told("a", "Fifth Zenda Fair", None), told("b", "5th Zenda Fair", None, report="1922-05-20")),
        (told("a", FAIR, None, report=None), told("b", FAIR, None, report=None)),
        (
            told("a", "call on President Ana Lopes", people="ana lopes"),
            told("b", "call on President Ana Lopes", people="ana lopes"),
        ),
    ],
)
def test_not_one(a: GatheringSaying, b: GatheringSaying) -> None:
    assert not one(a, b)


def test_guests_of_one_host_on_one_day_are_not_joined_by_a_report_that_names_the_hosts_only() -> None:
    found = one_gatherings([told("a", at="hs"), told("b", at="hsx"), told("c", at="hsy")])
    assert sorted(len(group) for group in found) == [1, 2]


sayings = st.lists(
    st.builds(
        told,
        st.integers(0, 30).map(str),
        st.sampled_from([None, FAIR, "Fifth Zenda Fair", "Sixth Zenda Fair", "meeting", "Zenda Fair"]),
        st.sampled_from([None, "1921-05-01", "1921-05-02", "1921-05", "1921"]),
        end=st.sampled_from([None, "1921-05-03"]),
        form=st.sampled_from(["meeting", "talks", "visit", "other"]),
        place=st.sampled_from([None, "p", "q"]),
        at=st.sampled_from(["", "x", "xy", "xyz", "xw"]),
        document=st.sampled_from("abcdef"),
    ),
    max_size=10,
    unique_by=lambda saying: saying.claim,
)


@given(sayings, st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing_and_nothing_that_contradicts_is_joined(
    several: list[GatheringSaying], chance: object
) -> None:
    groups = one_gatherings(several)
    assert sorted(s.claim for group in groups for s in group) == sorted(s.claim for s in several)
    for group in groups:
        assert not any(contradict(a, b) for a in group for b in group if a is not b)
    chance.shuffle(several)  # type: ignore[attr-defined]
    assert one_gatherings(several) == groups


@given(sayings)
def test_no_pair_that_is_alike_is_passed_over(several: list[GatheringSaying]) -> None:
    """The pairs that are looked at are few; they must hold all that looking at every pair would find."""
    looked = {(a.claim, b.claim) for a, b in same_gathering._near_pairs(several)}
    assert len(looked) == len(list(same_gathering._near_pairs(several))), "each once"
    alike = {
        (a.claim, b.claim)
        for a in several
        for b in several
        if a.claim < b.claim and not contradict(a, b) and likeness(a, b)
    }
    assert alike <= looked
