"""Which of many names are worth comparing: the pairs that share a blocking key, at a cost that grows with the names.

A key that more than `most` names share tells too little and makes no pairs: names of such a block still meet under
their finer keys (all words of the name, syllables, a word with one consonant missing). So no name has more than `most`
partners per key, and the pairs grow with the names, not with their square.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from chancery.register.matching.keys import name_keys
from chancery.terms.claims import EntityType

# Names under one key. With 100, of variants planted among 100,000 names 90 % meet, not 85 %, at 2.2 times the pairs
# (bench/blocking.py, with `--block`).
BLOCK = 50
_SHARDS = 64  # in which the keys are sorted one after another, so that memory stays small
_PLACE_BITS = 28  # of the number of a name in a packed key: 268 million names


def candidate_pairs(names: Iterable[str], kind: EntityType, *, most: int = BLOCK) -> Iterator[tuple[int, int]]:
    """The pairs of places in `names` that are worth comparing, each once, the lower place first. Equal names are paired
    too: give each name once. Deterministic in what it gives, and in the order.
    """
    shards = [array("Q") for _ in range(_SHARDS)]
    count = 0
    for place, name in enumerate(names):
        count = place + 1
        for key in name_keys(name, kind):
            digest = _digest(key)
            shards[digest % _SHARDS].append(digest // _SHARDS << _PLACE_BITS | place)
    blocks: list[array[int]] = []
    blocks_of: list[list[int]] = [[] for _ in range(count)]  # ascending
    mask = (1 << _PLACE_BITS) - 1
    for shard in range(_SHARDS):
        packed, shards[shard] = sorted(shards[shard]), array("Q")
        for _, members in groupby(packed, key=lambda value: value >> _PLACE_BITS):
            block = array("I", [value & mask for value in members])
            if 1 < len(block) <= most:
                for place in block:
                    blocks_of[place].append(len(blocks))
                blocks.append(block)
    for number, block in enumerate(blocks):
        for one, other in combinations(block, 2):
            if _first_common(blocks_of[one], blocks_of[other]) == number:  # so that each pair is given once
                yield one, other


def _first_common(one: list[int], other: list[int]) -> int:
    i = j = 0
    while True:
        if one[i] == other[j]:
            return one[i]
        if one[i] < other[j]:
            i += 1
        else:
            j += 1


def _digest(key: str) -> int:
    """42 bits of the key's digest. Two keys that share one only cause a pair too many."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 22
