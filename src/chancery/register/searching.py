"""Search over names and sentences. What is typed is words, never the database's query language."""

from __future__ import annotations

from chancery.register.citations import Shown
from chancery.register.names import folded_words
from chancery.register.search_words import search_words, word_spans
from chancery.register.store import Store
from chancery.register.views import Passage, SearchHit
from chancery.terms.claims import EntityType
from chancery.terms.entities import EntityName

_MOST_WORDS = 32  # a question of more words is a pasted text; the first ones find it
_MOST_NAMES = 2000  # that are put in order


def search(store: Store, words: str, limit: int = 20) -> list[SearchHit]:
    """Entities named by all the words, then sentences that hold them all, best first; `limit` of each at most."""
    hits = [SearchHit(entity=entity, name=name) for entity, name in entities_named(store, words, limit=limit)]
    return hits + [SearchHit(passage=passage) for passage in _passages(store, words, limit)]


def entities_named(
    store: Store, words: str, kind: EntityType | None = None, *, limit: int
) -> list[tuple[EntityName, str]]:
    """Entities with the name by which each was found: exact names first, then own names, then those named oftener."""
    wanted = _asked(words)
    if not wanted:
        return []
    rows = store.names_with(wanted, kind, _MOST_NAMES)
    asked = " ".join(folded_words(words))
    rows.sort(key=lambda row: (row[2] != asked, not row[3], -row[4], len(row[1]), row[1], row[0]))
    shown = Shown(store)
    best = {entity: name for entity, name, *_ in reversed(rows)}
    order = dict.fromkeys(row[0] for row in rows)
    return [(shown.entity(entity), best[entity]) for entity in list(order)[:limit]]


def _passages(store: Store, words: str, limit: int) -> list[Passage]:
    wanted = _asked(words)
    if not wanted:
        return []
    shown = Shown(store)
    found = []
    for document, start, stop in store.sentences_with(wanted, limit):
        sentence = shown.text(document)[start:stop]
        found.append(
            Passage(
                document=shown.document(document),
                sentence=sentence,
                start=start,
                end=stop,
                matches=tuple((start + a, start + b) for a, b in _matches(sentence, wanted)),
            )
        )
    return found


def _asked(words: str) -> list[str]:
    """Every word must occur; the last may go on, for it may still be being typed."""
    return search_words(words)[:_MOST_WORDS]


def _matches(sentence: str, asked: list[str]) -> list[tuple[int, int]]:
    whole, beginning = set(asked), asked[-1]
    return [(a, b) for word, a, b in word_spans(sentence) if word in whole or word.startswith(beginning)]
