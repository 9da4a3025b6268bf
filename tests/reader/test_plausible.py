"""What speaks for a group of names being one at all."""

from __future__ import annotations

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.plausible import group_features
from tests.reader.marked import marked_draft


def test_of_spellings_of_one_length_it_is_always_the_same_that_is_looked_at() -> None:
    draft = marked_draft("[L Upper Elmland] is in the north, and [L upper Elmland] is wet.")
    features = group_features(draft, draft.names, [token.start for token in draft.tokens], gazetteer("en"))
    assert "place: forms 2" in features
    assert "place: small word" not in features, "the form in capitals comes first, whatever a set's order"
