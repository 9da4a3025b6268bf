"""What becomes of posts when their body is renamed, merged, split, ended, suspended: through a register."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from chancery.register import Register
from chancery.terms.claims import PostChange, PostFact, UnitChange, UnitFact
from tests.register.world import NOON, Page, day, new_register

OLD, NEW, NEWEST = "Zenda Relief Office", "Zenda Welfare Board", "Ministry of Welfare of Zenda"


def seen(
    person: str, report: str, body: str | None = OLD, change: PostChange = "holds", role: str = "Head", **more: bool
) -> Page:
    page = Page(f"{report}: {person}, {role}, {body}, {change} {more}.", report)
    at = None if body is None else page.body(body)
    dated = None if change in ("holds", "former") else day(report)
    page.say(
        PostFact(person=page.person(person), role=role, organisation=at, change=change, date=dated, **more)  # type: ignore[arg-type]
    )
    return page


def became(child: str, change: UnitChange, date: str, *into: str) -> Page:
    page = Page(f"{date}: {child} {change} {' '.join(into)}.", date)
    page.say(
        UnitFact(child=page.body(child), change=change, date=day(date), into=tuple(page.body(each) for each in into))
    )
    return page


def read(folder: Path, *pages: Page) -> Register:
    register = new_register(folder)
    for page in pages:
        page.into(register)
    return register


def times(register: Register, person: str = "Ana Lopes") -> list[str]:
    return [
        f"{t.post.body and t.post.body.name}: {t.start.kind} {t.start.date} .. {t.end.kind} {t.end.date}"
        for t in register.entity(person).tenures
    ]


def holders(register: Register, body: str, on: str) -> dict[str, str]:
    found = register.holders_on("Head", body, dt.date.fromisoformat(on))
    return {h.tenure.person.name: h.holding for h in found}


def test_a_rename_ends_no_post_and_the_tenure_goes_on_under_the_new_name(tmp_path: Path) -> None:
    pages = (
        seen("Ana Lopes", "1920-01-01"),
        became(OLD, "renamed", "1921-06-01", NEW),
        became(NEW, "renamed", "1923-06-01", NEWEST),
    )
    with read(tmp_path, *pages) as register:
        before = [f"{OLD}: at least 1920-01-01 .. silent since 1920-01-01"]
        assert times(register) == before
        assert holders(register, NEWEST, "1920-06-01") == {"Ana Lopes": "presumed"}, "asked by any of its names"
        later = seen("Ana Lopes", "1924-01-01", NEWEST)
        later.into(register)
        assert times(register) == [f"{NEWEST}: at least 1920-01-01 .. at least 1924-01-01"], "one tenure"
        for name in (OLD, NEW, NEWEST):
            assert holders(register, name, "1922-01-01") == {"Ana Lopes": "held"}
            assert [t.person.name for t in register.entity(name).holders] == ["Ana Lopes"]
            assert register.roles_in(name) == ["Head"]
        register.withdraw_document(later.source, by="Ada", why="", at=NOON)
        assert times(register) == before


def test_a_successor_under_the_new_name_ends_what_is_presumed_under_the_old(tmp_path: Path) -> None:
    pages = (
        seen("Ana Lopes", "1920-01-01"),
        became(OLD, "renamed", "1920-06-01", NEW),
        seen("Ivo Kovac", "1920-08-01", NEW),
    )
    with read(tmp_path, *pages) as register:
        assert holders(register, NEW, "1920-09-01") == {"Ana Lopes": "possible", "Ivo Kovac": "presumed"}
        assert holders(register, OLD, "1920-07-01") == {"Ana Lopes": "presumed", "Ivo Kovac": "possible"}


@pytest.mark.parametrize("change", ["abolished", "merged", "split"])
def test_the_end_of_a_body_ends_its_posts_unless_claims_attest_otherwise(tmp_path: Path, change: UnitChange) -> None:
    pages = (
        seen("Ana Lopes", "1920-01-01"),
        seen("Ivo Kovac", "1920-01-02", NEW),
        became(OLD, change, "1920-06-01", NEW),
        seen("Eva Nagy", "1920-07-01"),
    )
    with read(tmp_path, *pages) as register:
        assert times(register) == [f"{OLD}: at least 1920-01-01 .. known 1920-06-01"]
        assert times(register, "Ivo Kovac") == [f"{NEW}: at least 1920-01-02 .. at least 1920-01-02"], "it goes on"
        assert times(register, "Eva Nagy") == [f"{OLD}: at least 1920-07-01 .. at least 1920-07-01"]
        kinds = {conflict.kind for conflict in register.conflicts("Eva Nagy")}
        assert kinds == {"outside the body"}


def test_a_body_that_goes_on_after_a_split_keeps_its_posts(tmp_path: Path) -> None:
    page = Page(f"{OLD} and {NEW} came of {OLD}.", "1920-06-01")
    old = page.body(OLD)
    page.say(UnitFact(child=old, change="split", date=day("1920-06-01"), into=(old, page.body(NEW))))
    with read(tmp_path, seen("Ana Lopes", "1920-01-01"), page) as register:
        assert times(register) == [f"{OLD}: at least 1920-01-01 .. at least 1920-01-01"]


def test_nothing_is_presumed_while_the_body_is_suspended(tmp_path: Path) -> None:
    pages = (
        seen("Ana Lopes", "1920-01-01"),
        became(OLD, "suspended", "1920-03-01"),
        became(OLD, "resumed", "1920-06-01"),
    )
    with read(tmp_path, *pages) as register:
        asked = ("1920-02-29", "1920-03-01", "1920-05-31", "1920-06-01")
        found = [holders(register, OLD, on)["Ana Lopes"] for on in asked]
        assert found == ["presumed", "possible", "possible", "presumed"]
        [tenure] = register.entity("Ana Lopes").tenures
        assert [(str(s.first), str(s.last)) for s in tenure.suspended] == [("1920-03-01", "1920-05-31")]


def test_a_death_ends_every_post_of_the_person(tmp_path: Path) -> None:
    pages = (
        seen("Ana Lopes", "1920-01-01"),
        seen("Ana Lopes", "1920-01-02", NEW),
        seen("Ana Lopes", "1920-04-01", NEW, "died"),
    )
    with read(tmp_path, *pages) as register:
        assert times(register) == [
            f"{OLD}: at least 1920-01-01 .. known 1920-04-01",
            f"{NEW}: at least 1920-01-02 .. known 1920-04-01",
        ]
        register.withdraw_document(pages[2].source, by="Ada", why="", at=NOON)
        assert [end.split(" .. ")[1] for end in times(register)] == ["at least 1920-01-01", "at least 1920-01-02"]


def test_an_acting_holder_stands_beside_one_on_leave_and_acts_no_more_once_appointed(tmp_path: Path) -> None:
    pages = (
        seen("Ana Lopes", "1920-01-01"),
        seen("Ana Lopes", "1920-03-01", leave=True),
        seen("Ivo Kovac", "1920-03-01", acting=True),
    )
    with read(tmp_path, *pages) as register:
        assert register.conflicts() == []
        assert holders(register, OLD, "1920-03-01") == {"Ana Lopes": "held", "Ivo Kovac": "held"}
        assert [str(s.first) for t in register.entity("Ana Lopes").tenures for s in t.leave] == ["1920-03-01"]
        seen("Ivo Kovac", "1920-05-01", change="appointed").into(register)
        assert times(register, "Ivo Kovac") == [
            f"{OLD}: at least 1920-03-01 .. known 1920-05-01",
            f"{OLD}: known 1920-05-01 .. at least 1920-05-01",
        ]


def test_who_is_named_to_follow_on_a_day_to_come_is_scheduled(tmp_path: Path) -> None:
    page = Page("Ana Lopes will hand over to Ivo Kovac on 1 May.", "1920-04-01")
    ana, ivo, body = page.person("Ana Lopes"), page.person("Ivo Kovac"), page.body(OLD)
    page.say(
        PostFact(person=ana, role="Head", organisation=body, change="resigned", date=day("1920-05-01"), successor=ivo)
    )
    with read(tmp_path, page) as register:
        assert times(register, "Ivo Kovac") == [f"{OLD}: scheduled 1920-05-01 .. unknown None"]
        assert times(register) == [f"{OLD}: unknown None .. scheduled 1920-05-01"]
