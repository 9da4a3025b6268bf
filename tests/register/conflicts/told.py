"""Reports that contradict each other, and the conflicts that come of them, for short tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from chancery.register import Register
from chancery.register.views import Conflict
from chancery.terms.claims import Fact, Stance
from chancery.terms.dates import DateSpan
from tests.register.world import Page, day, new_register

Say = Callable[[Page], Fact]


def report(number: int, dated: str | None, *facts: Say, stance: Stance = "asserted") -> Page:
    """A report that says the facts; `stance` is that of all of them."""
    page = Page(f"Report {number} of {dated}.\nSome things are said here.", dated, source=f"{number}.txt")
    for fact in facts:
        page.say(fact(page), page.text.splitlines()[0], stance=stance)
    return page


def on(text: str | None) -> DateSpan | None:
    return None if text is None else day(text)


def known(page: Page, kind: str, name: str) -> str:
    """The id of a name in the page, which is made where it is new."""
    for ref, referent in page.referents.items():
        if (referent.type, referent.name) == (kind, name):
            return ref
    return page.person(name) if kind == "person" else page.body(name) if kind == "organisation" else page.place(name)


def read(folder: Path, *pages: Page) -> Register:
    folder.mkdir(exist_ok=True)
    register = new_register(folder)
    for page in pages:
        page.into(register)
    return register


def in_words(conflict: Conflict) -> tuple[str, list[str], str | None, int | None]:
    """What it is, what its sides say, and what was chosen by which rule."""
    return conflict.words, [side.says for side in conflict.sides], conflict.rule, conflict.chosen


def found(folder: Path, *pages: Page, kind: str | None = None) -> list[Conflict]:
    """The conflicts of a register that read the pages; the same when asked entity by entity."""
    with read(folder, *pages) as register:
        conflicts = register.conflicts()
        listed = [*register.people(), *register.bodies(), *register.places()]
        around = {c.id: c for each in listed for c in register.conflicts(each.entity.id)}
        assert {c.id: c for c in conflicts if c.entities} == around
        return [c for c in conflicts if kind is None or c.kind == kind]
