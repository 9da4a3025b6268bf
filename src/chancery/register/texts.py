"""Text layers and their sentences, kept for citations and for search."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from chancery.register.store import Listed, Store
from chancery.terms.document import UNREAD_FURNITURE, Sentence, TextLayer

Span = tuple[str, int, int]  # a document, and half-open offsets in its text

# A span is asked for as one text: its two offsets with so many digits, and the document.
_DIGITS = 12
_BEFORE = (
    f"(SELECT {{bound}} FROM sentence WHERE document = substr(value, {2 * _DIGITS + 1})"
    " AND start {before} CAST(substr(value, {at}, {digits}) AS BIGINT) ORDER BY start DESC LIMIT 1)"
)
_AROUND = (
    f"SELECT value, {_BEFORE.format(bound='start', before='<=', at=1, digits=_DIGITS)},"
    f" {_BEFORE.format(bound='stop', before='<', at=_DIGITS + 1, digits=_DIGITS)} FROM json_each(?)"
)


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
    store.many(
        "INSERT INTO sentence (document, start, stop) VALUES (?, ?, ?)",
        [(layer.document, start, end) for start, end in _searched_spans(layer)],
    )
    rows = store.rows("SELECT id, start, stop FROM sentence WHERE document = ?", (layer.document,))
    store.add_sentences([(number, layer.text[start:stop]) for number, start, stop in rows])


def text_of(store: Store, document: str) -> str:
    """The text of a document. Raises LookupError where none is kept."""
    return texts_of(store, [document])[document]


def texts_of(store: Store, documents: Collection[str]) -> dict[str, str]:
    """The text of each of the documents. Raises LookupError where that of one is not kept."""
    rows = store.rows(
        "SELECT document, content FROM layer WHERE document IN (SELECT value FROM json_each(?))", (Listed(documents),)
    )
    if missing := set(documents) - {document for document, _ in rows}:
        raise LookupError(f"no text is kept of {', '.join(sorted(missing))}")
    return {document: content.decode("utf-8", "surrogatepass") for document, content in rows}


def kept_layer(store: Store, document: str) -> TextLayer:
    """The text layer of a document as far as it is kept: its text and the sentences that are searched, nothing else.

    Raises LookupError where none is kept.
    """
    (version,) = store.one("SELECT version FROM layer WHERE document = ?", (document,))
    spans = store.rows("SELECT start, stop FROM sentence WHERE document = ? ORDER BY start, stop", (document,))
    sentences = tuple(Sentence(start, stop) for start, stop in spans)
    text = text_of(store, document)
    return TextLayer(document=document, version=version, text=text, language="und", sentences=sentences)


def sentences_around(store: Store, spans: Iterable[Span]) -> dict[Span, tuple[int, int]]:
    """The sentence that holds each span, as half-open offsets; from the first to the last where it holds several."""
    asked = {f"{start:0{_DIGITS}}{end:0{_DIGITS}}{document}": (document, start, end) for document, start, end in spans}
    rows = store.rows(_AROUND, (Listed(asked),)) if asked else []
    return {
        (document, start, end): (start if first is None else min(first, start), end if last is None else max(last, end))
        for place, first, last in rows
        for document, start, end in (asked[place],)
    }


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
