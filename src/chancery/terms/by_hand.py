"""What a person states that a document says: a claim by hand, on the same terms as one that a reader draws."""

from __future__ import annotations

import msgspec

from chancery.terms.claims import Fact, Ref, Referent, Stance

BY_HAND = "by hand"  # the reader of claims that people enter; no other reader is called so


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as a person enters it, with the passages of one document that state it.

    `spans` are half-open character offsets in the document's text layer, the first the most telling one; the quotes are
    cut from the text by whoever records it. `referents` are those whom the fact names, by ids that hold in here only;
    `entities` gives the entity of the record that one of them is, where the person chose it. A gathering that the fact
    refers to (of an attendance, or the whole of a session) is named by the id of the claim that states it; the
    gathering that the fact itself states may have any id. `instead_of` is a claim that this one is to take the place
    of.
    """

    document: str
    fact: Fact
    referents: tuple[Referent, ...]
    spans: tuple[tuple[int, int], ...]
    stance: Stance = "asserted"
    entities: dict[Ref, str] = msgspec.field(default_factory=dict)
    instead_of: str | None = None
