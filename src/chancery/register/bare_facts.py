"""Claims as far as most questions look at them: the fact without its evidence, which is most of what is kept."""

from __future__ import annotations

import msgspec

from chancery.terms.claims import PostFact, UnitFact


class _Post(msgspec.Struct, frozen=True):
    fact: PostFact


class _Unit(msgspec.Struct, frozen=True):
    fact: UnitFact


# Made once, when the register is imported: see `decoding`.
_POSTS, _UNITS = msgspec.json.Decoder(_Post), msgspec.json.Decoder(_Unit)


def post_in(content: bytes) -> PostFact:
    """The fact of a claim of a post, from the claim's JSON."""
    return _POSTS.decode(content).fact


def unit_in(content: bytes) -> UnitFact:
    """The fact of a claim about a body, from the claim's JSON."""
    return _UNITS.decode(content).fact
