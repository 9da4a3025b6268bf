"""Text layers and their sentences, kept for citations and for search."""

from __future__ import annotations

from chancery.register.store import Store
from chancery.terms.document import UNREAD_FURNITURE, Sentence, TextLayer


def add_text(store: Store, layer: TextLayer) -> None:
    """Keep the text of a document in place of the one that was kept before."""
    kept = store.first("SELECT version FROM layer WHERE document = ?", (layer.document,))
    if kept is not None:
        if kept[0] == layer.version and text_of(store, layer.document) == layer.text:
            return  # another text of one version is a masked one
        _remove_text(store, layer.document)
    content = layer.text.encode("utf-8", "surrogatepass")
    store.run(
        "INSERT INTO layer (document, version, content) VALUES (?, ?, ?)", (layer.document, layer.version, content)
    )
    for start, end in _searched_spans(layer):
        place = (layer.document, start, end)
        number = store.insert("INSERT INTO sentence (document, start, stop) VALUES (?, ?, ?)", place)
        store.add_sentence(number, layer.text[start:end])


def text_of(store: Store, document: str) -> str:
    """The text of a document. Raises LookupError where none is kept."""
    content: bytes = store.one("SELECT content FROM layer WHERE document = ?", (document,))[0]
    return content.decode("utf-8", "surrogatepass")


def kept_layer(store: Store, document: str) -> TextLayer:
    """The text layer of a document as far as it is kept: its text and the sentences that are searched, nothing else.

    Raises LookupError where none is kept.
    """
    (version,) = store.one("SELECT version FROM layer WHERE document = ?", (document,))
    spans = store.rows("SELECT start, stop FROM sentence WHERE document = ? ORDER BY start, stop", (document,))
    sentences = tuple(Sentence(start, stop) for start, stop in spans)
    text = text_of(store, document)
    return TextLayer(document=document, version=version, text=text, language="und", sentences=sentences)


def sentence_around(store: Store, document: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds a span, as half-open offsets; from the first to the last where it holds several."""
    first = store.first(
        "SELECT start FROM sentence WHERE document = ? AND start <= ? ORDER BY start DESC LIMIT 1", (document, start)
    )
    last = store.first(
        "SELECT stop FROM sentence WHERE document = ? AND start < ? ORDER BY start DESC LIMIT 1", (document, end)
    )
    return (min(first[0], start) if first else start, max(last[0], end) if last else end)


def _remove_text(store: Store, document: str) -> None:
    text = text_of(store, document)
    for number, start, stop in store.rows("SELECT id, start, stop FROM sentence WHERE document = ?", (document,)):
        store.remove_sentence(number, text[start:stop])
    store.run("DELETE FROM sentence WHERE document = ?", (document,))
    store.run("DELETE FROM layer WHERE document = ?", (document,))


def _searched_spans(layer: TextLayer) -> list[tuple[int, int]]:
    unread = [f for f in layer.furniture if f.kind in UNREAD_FURNITURE]
    spans = [(s.start, s.end) for s in layer.sentences if s.start < s.end]
    return [(a, b) for a, b in spans if not any(f.start <= a and b <= f.end for f in unread)]
