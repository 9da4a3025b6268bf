"""Search over names and sentences. What is typed is words, never the database's query language."""

from __future__ import annotations

import unicodedata

import regex

from chancery.register.citations import Shown
from chancery.register.names import folded_words
from chancery.register.store import Store
from chancery.register.views import Passage, SearchHit
from chancery.terms.claims import EntityType
from chancery.terms.entities import EntityName

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")
_MOST_WORDS = 32  # a question of more words is a pasted text; the first ones find it


def search(store: Store, words: str, limit: int = 20) -> list[SearchHit]:
    """Entities named by all the words, then sentences that hold them all, best first; `limit` of each at most."""
    hits = [SearchHit(entity=entity, name=name) for entity, name in entities_named(store, words, limit=limit)]
    return hits + [SearchHit(passage=passage) for passage in _passages(store, words, limit)]


def entities_named(
    store: Store, words: str, kind: EntityType | None = None, *, limit: int
) -> list[tuple[EntityName, str]]:
    """Entities with the name by which each was found: exact names first, then own names, then those named oftener."""
    query = _query(words)
    if not query:
        return []
    rows = store.rows(
        "SELECT entity, entity_name.name, folded, own, n FROM name_words"
        " JOIN entity_name ON entity_name.id = name_words.rowid"
        " JOIN entity ON entity.id = entity WHERE name_words MATCH ?1 AND (?2 IS NULL OR type = ?2)"
        " ORDER BY rank LIMIT 2000",
        (query, kind),
    )
    asked = " ".join(folded_words(words))
    rows.sort(key=lambda row: (row[2] != asked, not row[3], -row[4], len(row[1]), row[1], row[0]))
    shown = Shown(store)
    best = {entity: name for entity, name, *_ in reversed(rows)}
    order = dict.fromkeys(row[0] for row in rows)
    return [(shown.entity(entity), best[entity]) for entity in list(order)[:limit]]


def _passages(store: Store, words: str, limit: int) -> list[Passage]:
    query = _query(words)
    if not query:
        return []
    shown = Shown(store)
    found = []
    for document, start, end in store.rows(
        "SELECT document, start, end FROM sentence_words JOIN sentence ON sentence.id = sentence_words.rowid"
        " WHERE sentence_words MATCH ? ORDER BY rank, document, start LIMIT ?",
        (query, limit),
    ):
        sentence = shown.text(document)[start:end]
        found.append(
            Passage(
                document=shown.document(document),
                sentence=sentence,
                start=start,
                end=end,
                matches=tuple((start + a, start + b) for a, b in _matches(sentence, words)),
            )
        )
    return found


def _query(words: str) -> str:
    """Every word must occur; the last may go on, for it may still be being typed."""
    asked = _asked(words)
    return " ".join(f'"{word}"' for word in asked) + "*" if asked else ""


def _asked(words: str) -> list[str]:
    return [match.group() for match in _WORD.finditer(words)][:_MOST_WORDS]


def _matches(sentence: str, words: str) -> list[tuple[int, int]]:
    asked = [_plain(word) for word in _asked(words)]
    whole, beginning = set(asked), asked[-1]
    return [
        match.span()
        for match in _WORD.finditer(sentence)
        if (plain := _plain(match.group())) in whole or plain.startswith(beginning)
    ]


def _plain(word: str) -> str:
    """As the index compares: without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
