"""What surrounds an atom: who and what else is named in its documents, rare things only.

A state or a head of government that half the documents name says nothing of who somebody is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from chancery.register.identity import Key
from chancery.register.resolving.atoms import Atom, DocumentId
from chancery.register.store import Store

Near = tuple[str, Key]  # a node: the type, and the key of its name

_COMMON_SHARE = 0.02  # of all documents: what is named in more of them is no company that tells
_COMMON_LEAST = 5  # documents: in a small record nothing is common


class Surroundings:
    """The people and bodies named in each document, without those named everywhere."""

    def __init__(self, store: Store) -> None:
        near: dict[DocumentId, set[Near]] = defaultdict(set)
        spread: Counter[Near] = Counter()
        for document, kind, key in store.rows("SELECT document, type, key FROM referent WHERE type <> 'place'"):
            if (kind, key) not in near[document]:
                near[document].add((kind, key))
                spread[kind, key] += 1
        most = max(_COMMON_LEAST, _COMMON_SHARE * len(near))
        self._near = {
            document: frozenset(node for node in nodes if 1 < spread[node] <= most) for document, nodes in near.items()
        }

    def around(self, documents: Iterable[DocumentId], *, but: Atom) -> frozenset[Near]:
        """Who and what is named in these documents, the atom itself left out."""
        nodes = frozenset[Near]().union(*(self._near.get(document, frozenset()) for document in documents))
        return nodes - {(but.kind, but.key)}
