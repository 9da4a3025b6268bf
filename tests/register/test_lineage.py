"""Bodies over time: renamed, merged, split, transferred, suspended; and their posts through all that."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.register import Register
from chancery.terms.claims import PostChange, PostFact, UnitChange, UnitFact
from tests.register.world import Page, day, new_register


def told_unit(
    report: str,
    child: str,
    change: UnitChange,
    *,
    parent: str | None = None,
    into: tuple[str, ...] = (),
    left: str | None = None,
    date: str | None = None,
) -> Page:
    page = Page(f"{child}: {change}, {parent}, {into}, {left}, {date}, told on {report}.", report)
    fact = UnitFact(
        child=page.body(child), change=change, parent=page.body(parent) if parent else None,
        into=tuple(page.body(name) for name in into), left=page.body(left) if left else None,
        date=day(date) if date else None,
    )  # fmt: skip
    page.say(fact)
    return page


def told_post(report: str, who: str, body: str, change: PostChange = "holds", date: str | None = None) -> Page:
    page = Page(f"{who}, Minister of the {body}: {change}, {date}, told on {report}.", report)
    page.say(
        PostFact(
            person=page.person(who), role="Minister", organisation=page.body(body), change=change,
            date=day(date) if date else None,
        )
    )  # fmt: skip
    return page


def read(register: Register, *pages: Page) -> None:
    for page in pages:
        page.into(register)


def who(register: Register, body: str, on: str) -> list[tuple[str, str, str | None, str | None]]:
    found = register.holders_on("Minister", body, day(on))
    return [
        (
            h.tenure.person.name, h.holding, h.tenure.post.body.name if h.tenure.post.body else None,
            h.body_then.name if h.body_then else None,
        )
        for h in found
    ]  # fmt: skip


def test_a_renamed_body_is_one_body_with_its_holders_under_both_names(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_post("1920-01-01", "Ana Lopes", "Zenda Trade Ministry", "appointed", "1920-01-01"),
            told_post("1921-06-01", "Ana Lopes", "Zenda Trade Ministry", "resigned", "1921-06-01"),
            told_post("1921-06-01", "Ivo Kovac", "Zenda Trade Ministry", "appointed", "1921-06-01"),
            told_post("1924-01-01", "Ivo Kovac", "Zenda Commerce Ministry"),
            told_unit(
                "1923-02-01", "Zenda Trade Ministry", "renamed", into=("Zenda Commerce Ministry",), date="1923-02-01"
            ),
        )
        assert who(register, "Zenda Commerce Ministry", "1920-05-01") == [
            ("Ana Lopes", "held", "Zenda Trade Ministry", None)
        ]
        across = [("Ivo Kovac", "held", "Zenda Commerce Ministry", "Zenda Trade Ministry")]
        assert who(register, "Zenda Trade Ministry", "1922") == across, "one tenure, though no report of 1922 says so"
        assert who(register, "Zenda Trade Ministry", "1923-06") == [
            ("Ivo Kovac", "held", "Zenda Commerce Ministry", None)
        ]
        life = register.life("Zenda Commerce Ministry")
        names = [(n.name.name, n.when.start.kind, n.when.end.kind, str(n.when.end.date)) for n in life.names]
        assert names == [
            ("Zenda Trade Ministry", "at least", "known", "1923-02-01"),
            ("Zenda Commerce Ministry", "known", "at least", "1924-01-01"),
        ]
        assert len(life.existences) == 1
        assert (life.predecessors, life.successors) == ((), ())
        assert [t.person.name for t in register.entity("Zenda Trade Ministry").holders] == ["Ana Lopes", "Ivo Kovac"]
        assert register.roles_in("Zenda Commerce Ministry") == ["Minister"]


def test_a_renaming_that_is_taken_back_parts_the_names_again(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        renamed = told_unit(
            "1923-02-01", "Zenda Trade Ministry", "renamed", into=("Zenda Commerce Ministry",), date="1923-02-01"
        )
        read(
            register, told_post("1920-01-01", "Ana Lopes", "Zenda Trade Ministry"),
            told_post("1924-01-01", "Ana Lopes", "Zenda Commerce Ministry"), renamed,
        )  # fmt: skip
        assert len(register.entity("Ana Lopes").tenures) == 1
        register.withdraw(renamed.claims[0].id, by="a tester", at=renamed.document.captured)
        assert len(register.entity("Ana Lopes").tenures) == 2


def test_a_name_can_come_back(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1918-01-08", "Zenda Housing Office", "created", date="1918-01-08"),
            told_unit("1921-09-20", "Zenda Housing Office", "renamed", into=("Zenda Towns Office",), date="1921-09-20"),
            told_unit("1924-07-09", "Zenda Towns Office", "renamed", into=("Zenda Housing Office",), date="1924-07-09"),
        )
        names = [
            (n.name.name, str(n.when.start.date), str(n.when.end.date))
            for n in register.life("Zenda Towns Office").names
        ]
        assert names == [
            ("Zenda Housing Office", "1918-01-08", "1921-09-20"),
            ("Zenda Towns Office", "1921-09-20", "1924-07-09"),
            ("Zenda Housing Office", "1924-07-09", "1924-07-09"),
        ]


def test_merged_bodies_are_predecessors_and_not_the_same(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_post("1920-01-01", "Ana Lopes", "Zenda Trade Office", "appointed", "1920-01-01"),
            told_post("1920-01-01", "Ivo Kovac", "Zenda Customs Office", "appointed", "1920-01-01"),
            told_unit(
                "1921-03-01", "Zenda Trade Office", "merged", into=("Zenda Commerce Ministry",), date="1921-03-01"
            ),
            told_unit(
                "1921-03-01", "Zenda Customs Office", "merged", into=("Zenda Commerce Ministry",), date="1921-03-01"
            ),
            told_unit(
                "1930-03-02",
                "Zenda Commerce Ministry",
                "split",
                into=("Zenda Prices Board", "Zenda Ports Board"),
                date="1930-03",
            ),
        )
        assert who(register, "Zenda Commerce Ministry", "1920-05-01") == []
        assert who(register, "Zenda Trade Office", "1921-03-02") == [], "its end is the end of its posts"
        steps = [(s.before.name, s.change, str(s.date)) for s in register.life("Zenda Commerce Ministry").predecessors]
        assert sorted(steps) == [
            ("Zenda Customs Office", "merged", "1921-03-01"),
            ("Zenda Trade Office", "merged", "1921-03-01"),
        ]
        after = [(s.before.name, s.after.name) for s in register.successors("Zenda Customs Office")]
        assert after == [
            ("Zenda Customs Office", "Zenda Commerce Ministry"),
            *sorted([("Zenda Commerce Ministry", "Zenda Ports Board"), ("Zenda Commerce Ministry", "Zenda Prices Board")],
                    key=lambda pair: register.entity(pair[1]).id),
        ]  # fmt: skip
        before = {s.before.name for s in register.predecessors("Zenda Ports Board")}
        assert before == {"Zenda Commerce Ministry", "Zenda Trade Office", "Zenda Customs Office"}
        [existence] = register.life("Zenda Trade Office").existences
        assert (existence.fate, existence.end.kind) == ("merged", "known")
        assert existence.citations


def test_a_body_that_is_split_and_goes_on_is_not_over(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        split = told_unit(
            "1930-03-02",
            "Zenda Health Board",
            "split",
            into=("Zenda Health Board", "Zenda Baths Board"),
            date="1930-03",
        )
        read(register, split)
        [existence] = register.life("Zenda Health Board").existences
        assert existence.end.kind == "at least"
        [existence] = register.life("Zenda Baths Board").existences
        assert (existence.start.kind, str(existence.start.date)) == ("known", "1930-03")


def test_a_transfer_ends_one_place_and_begins_another(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1920-01-01", "Zenda Ports Desk", "exists", parent="Zenda Trade Office"),
            told_unit(
                "1922-05-01",
                "Zenda Ports Desk",
                "transferred",
                parent="Zenda Sea Office",
                left="Zenda Trade Office",
                date="1922-05-01",
            ),
        )
        places = [
            (p.parent.name, p.when.start.kind, p.when.end.kind, str(p.when.end.date))
            for p in register.life("Zenda Ports Desk").parents
        ]
        assert places == [
            ("Zenda Trade Office", "at least", "known", "1922-05-01"),
            ("Zenda Sea Office", "known", "at least", "1922-05-01"),
        ]


def test_suspended_and_resumed(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1920-01-01", "Zenda Ports Desk", "suspended", date="1920-01-01"),
            told_unit("1922-05-01", "Zenda Ports Desk", "resumed", date="1922"),
        )
        [suspended] = register.life("Zenda Ports Desk").suspensions
        assert (str(suspended.start.date), str(suspended.end.date)) == ("1920-01-01", "1922")


@pytest.mark.parametrize("change", ["merged", "renamed"])
def test_what_is_only_proposed_moves_nobody(tmp_path: Path, change: UnitChange) -> None:
    with new_register(tmp_path) as register:
        page = Page(f"The Zenda Trade Office may be {change} to the Zenda Sea Office.", "1920-01-01")
        page.say(
            UnitFact(child=page.body("Zenda Trade Office"), change=change, into=(page.body("Zenda Sea Office"),)),
            stance="proposed",
        )
        read(register, page, told_post("1920-01-01", "Ana Lopes", "Zenda Trade Office", "appointed", "1920-01-01"))
        assert who(register, "Zenda Sea Office", "1920-05-01") == []
        assert who(register, "Zenda Trade Office", "1920-05-01") != []
        assert register.life("Zenda Sea Office").predecessors == ()
