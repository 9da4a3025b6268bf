"""When acts of two documents are one, and which decision annuls which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.same_act import ActSaying, annulled_by, are_one, one_acts
from tests.register.world import day


def act(
    claim: str,
    kind: str,
    text: str = "",
    *,
    by: str = "",
    to: str = "",
    date: str | None = None,
    status: str = "",
    form: str = "",
    report: str | None = "1921-05-02",
    document: str = "",
) -> ActSaying:
    return ActSaying(
        claim=claim, document=document or claim, kind=kind, text=text, by=frozenset(by), to=frozenset(to),
        date=day(date) if date else None, status=status, form=form, report=day(report) if report else None,
    )  # fmt: skip


def agreement(claim: str, text: str, **kwargs: str) -> ActSaying:
    return act(claim, "agreement", text, **{"status": "signed", **kwargs})


LINE = "Treaty on the Zenda Strelsau railway"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (agreement("a", LINE, by="xy", date="1921-05-01"), agreement("b", "Zenda-Strelsau Railway Treaty", by="xy")),
        (agreement("a", LINE, date="1919", status="in preparation"), agreement("b", LINE, by="xy", date="1921-05-01")),
        (agreement("a", LINE, date="1921-05-01"), agreement("b", LINE, date="1921-05-11")),
        (
            agreement("a", "joint statement", by="xy", date="1921-05-01"),
            agreement("b", "Joint Statement", by="xy", date="1921-05-01"),
        ),
        (
            agreement("a", "Zenda Declaration on Fish and Salt, we"),
            agreement("b", "Zenda Declaration on Fish and Salt in making conditions for a safe coast"),
        ),
        (
            agreement("a", "lease deed between Strelsau and Zenda to open the old mill again", by="xy"),
            agreement("b", "lease deed of Zenda with Strelsau to open the mill again soon", by="xy"),
        ),
        (act("a", "award", "Order of Merit", to="x"), act("b", "award", "order of merit", to="x", by="z")),
        (
            act("a", "decision", "begin to carry fresh water to dry Zenda villages", by="x", report="1920-01-01"),
            act("b", "decision", "begin to carry fresh water to dry Zenda villages", by="x", report="1925-01-01"),
        ),
        (
            act("a", "decision", "build a port at Zenda by autumn", by="x", date="1921-05"),
            act("b", "decision", "to build the port of Zenda by autumn", by="x", date="1921-05-01"),
        ),
        (
            act("a", "message", form="letter", by="x", to="y", date="1921-05-01"),
            act("b", "message", form="letter", by="x", to="y", date="1921-05-01"),
        ),
        (act("a", "message", form="speech", by="x"), act("b", "message", form="speech", by="x")),
        (
            act("a", "message", form="quote", by="x", document="d"),
            act("b", "message", form="quote", by="x", document="d"),
        ),
    ],
)
def test_one(a: ActSaying, b: ActSaying) -> None:
    assert are_one(a, b)
    assert are_one(b, a)
    assert len(one_acts([b, a])) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (agreement("a", LINE, date="1919"), agreement("b", LINE, date="1921-05-01")),
        (agreement("a", LINE, by="xy"), agreement("b", LINE, by="xz")),
        (agreement("a", "joint statement", by="xy"), agreement("b", "joint statement", by="xy", report="1921-05-03")),
        (agreement("a", "joint statement"), agreement("b", "joint statement")),
        (agreement("a", LINE, document="d"), agreement("b", "Zenda Strelsau railway", document="d")),
        (
            agreement("a", "lease deed between Strelsau and Zenda to open the old mill again"),
            agreement("b", "lease deed of Zenda with Strelsau to open the mill again soon"),
        ),
        (
            act("a", "decision", "begin to carry fresh water to dry Zenda villages", by="x", date="1920-01-01"),
            act("b", "decision", "begin to carry fresh water to dry Zenda villages", by="x", date="1925-01-01"),
        ),
        (act("a", "award", "Order of Merit", to="x"), act("b", "award", "Order of Merit", to="y")),
        (act("a", "award", "Order of Merit", to="x"), act("b", "award", "Order of Merit", to="x", report="1922-05-02")),
        (
            act("a", "decision", "build a port at Zenda", by="x", status="adopted"),
            act("b", "decision", "build a port at Zenda", by="x", status="annulled"),
        ),
        (act("a", "decision", "build a port at Zenda"), act("b", "decision", "build a port at Zenda")),
        (act("a", "message", form="quote", by="x"), act("b", "message", form="quote", by="x")),
        (act("a", "message", form="letter", by="x", to="y"), act("b", "message", form="letter", by="x", to="z")),
    ],
)
def test_not_one(a: ActSaying, b: ActSaying) -> None:
    assert not are_one(a, b)


def test_an_annulment_undoes_the_likest_decision_of_the_same_body_before_it() -> None:
    port = act("a", "decision", "build a port at Zenda", by="x", status="adopted", date="1920")
    road = act("b", "decision", "build a road at Strelsau", by="x", status="adopted", date="1920")
    other = act("c", "decision", "build a port at Zenda", by="y", status="adopted", date="1920")
    later = act("d", "decision", "build a port at Zenda", by="x", status="adopted", date="1930")
    undone = act("e", "decision", "the port at Zenda is not built", by="x", status="annulled", date="1925-01-01")
    assert annulled_by([port, road, other, later, undone]) == {"a": "e"}
    assert annulled_by([road, other, later, undone]) == {}


acts = st.lists(
    st.builds(
        act,
        st.integers(0, 30).map(str),
        st.sampled_from(["agreement", "decision", "message"]),
        st.sampled_from([LINE, "Zenda Strelsau", "joint statement", "build a port at Zenda"]),
        by=st.sampled_from(["", "x", "xy"]),
        date=st.sampled_from([None, "1921-05-01", "1921-05"]),
        status=st.sampled_from(["signed", "annulled", "adopted"]),
        form=st.sampled_from(["letter", "quote"]),
        document=st.sampled_from("abcdef"),
    ),
    max_size=10,
    unique_by=lambda saying: saying.claim,
)


@given(acts, st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(several: list[ActSaying], chance: object) -> None:
    groups, undone = one_acts(several), annulled_by(several)
    for group in groups:
        assert all(are_one(a, b) for a in group for b in group if a is not b)
    chance.shuffle(several)  # type: ignore[attr-defined]
    assert (one_acts(several), annulled_by(several)) == (groups, undone)
