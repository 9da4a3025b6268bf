"""How much the record holds."""

from __future__ import annotations

from pathlib import Path

from chancery.terms.claims import AwardFact, GatheringFact, MessageFact, PostFact
from tests.register.world import Page, new_register


def test_counts_of_an_empty_and_of_a_filled_register(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        empty = register.counts()
        assert (empty.documents, empty.people, set(empty.claims.values())) == (0, 0, {0})
        for number in range(2):
            page = Page(f"Report {number}: Ana Lopes, Head of the Relief Office, spoke in Strelsau.", "1921")
            ana, office = page.person("Ana Lopes"), page.body("Relief Office")
            page.say(PostFact(person=ana, role="Head", organisation=office))
            page.say(PostFact(person=ana, role="Citizen"))
            page.say(GatheringFact(gathering="g1", place=page.place("Strelsau")))
            page.say(MessageFact(senders=(ana,)))
            page.say(AwardFact(givers=(office,), recipients=(ana,)))
            page.into(register)
        counts = register.counts()
        assert (counts.documents, counts.read) == (2, 2)
        assert (counts.people, counts.bodies, counts.places) == (1, 1, 1)
        assert (counts.posts, counts.tenures) == (1, 2), "a role in no body is no post of one"
        assert (counts.gatherings, counts.acts) == (2, 4)
        assert counts.claims == {
            "post": 4, "unit": 0, "gathering": 2, "attendance": 0, "agreement": 0, "award": 2, "decision": 0, "message": 2,
        }  # fmt: skip
