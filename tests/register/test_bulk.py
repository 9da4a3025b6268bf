"""Many documents in one transaction: the same record as one by one, or nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.terms.claims import PostFact, UnitFact
from tests.register.derived import derived_state
from tests.register.world import NOON, Page, day, new_register


def reports() -> list[Page]:
    """Five of Ana Lopes and Ivo Kovac in the Relief Office, the second read anew, the last of the Office's end."""
    found = []
    for number, version in ((0, "1"), (1, "1"), (1, "2"), (2, "1"), (3, "1"), (4, "1")):
        page = Page(f"Report {number} of the Relief Office.", f"192{number}-05-02", version=version)
        ana, ivo, office = page.person("Ana Lopes"), page.person("Ivo Kovac"), page.body("Relief Office")
        page.say(PostFact(person=ana, role="Head", organisation=office, change="holds"))
        page.say(
            PostFact(person=ivo, role="Head", organisation=office, predecessor=ana, date=day(f"192{number}-05-01"))
        )
        if number == 4:
            page.say(UnitFact(child=office, change="abolished", date=day("1924-01-01")))
        found.append(page)
    return found


def test_in_bulk_or_one_by_one_it_is_the_same(tmp_path: Path) -> None:
    for folder in ("single", "bulk"):
        (tmp_path / folder).mkdir()
    with new_register(tmp_path / "single") as single, new_register(tmp_path / "bulk") as bulk:
        for page in reports():
            page.into(single)
        with bulk.in_bulk():
            for page in reports()[:4]:
                page.into(bulk)
        reports()[4].into(bulk)
        with bulk.in_bulk():
            reports()[5].into(bulk)
        assert derived_state(bulk) == derived_state(single)
        assert list(bulk.ledger.entries()) == list(single.ledger.entries())
        assert len(bulk.entity("Ana Lopes").tenures) >= 1


def test_what_fails_in_bulk_leaves_nothing(tmp_path: Path) -> None:
    first, second, *_ = reports()
    with new_register(tmp_path) as register:
        first.into(register)
        before = derived_state(register), list(register.ledger.entries())
        with pytest.raises(KeyError), register.in_bulk():
            second.into(register)
            register.record_capture(reports()[3].document, at=NOON)
            raise KeyError
        assert (derived_state(register), list(register.ledger.entries())) == before
        second.into(register)
        assert register.holders_on("Head", "Relief Office", None), "and single ones derive at once again"
