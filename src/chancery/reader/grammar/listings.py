"""Documents that list the offices of one body, row by row: a cabinet, a board."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from chancery.reader.draft import Draft
from chancery.reader.grammar.items import Item, sentence_items
from chancery.reader.grammar.membership import is_collegiate
from chancery.reader.grammar.tenancy import Drawn
from chancery.terms.claims import Ref

_ROWS = 4  # offices in rows that make a listing; chosen on the training records
_COLUMN_GAP = 3  # characters between two columns


def is_row(items: Sequence[Item]) -> bool:
    """Whether the sentence is a row of a table: columns far apart, or cells between bars."""
    if any(item.word == "|" for item in items):
        return True
    return any(after.start - before.end >= _COLUMN_GAP for before, after in pairwise(items))


def listing_body(draft: Draft, drawn: Sequence[Drawn]) -> Ref | None:
    """The body whose offices the document lists: the collegiate body in its heading, or the only one there.

    None where there is no listing.
    """
    if sum(post.listed and post.fact.organisation is None for post in drawn) < _ROWS:
        return None
    bodies = [item for item in next(iter(sentence_items(draft)), []) if item.kind == "O"]
    collegiate = next((item.ref for item in bodies if is_collegiate(item)), None)
    return collegiate or (bodies[0].ref if len(bodies) == 1 else None)
