"""Forgotten names are recognised without being known: by a digest with a key that only this register has."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from typing import Self

import msgspec

from chancery.register.forgetting.forms import Forms, forms_of, unspaced_stretches, word_runs
from chancery.register.forgetting.redacting import (
    names_of_others,
    persons_meant,
    redacted_document,
    redacted_layer,
    redacted_reading,
    referent_names,
    spans_to_mask,
    text_mask,
)
from chancery.register.ledger import Ledger
from chancery.register.store import Store
from chancery.terms.claims import Reading
from chancery.terms.document import Document, TextLayer

Name = tuple[str, int]  # a digest, and how many words the name has; of an unspaced one, minus its characters


class Withheld(msgspec.Struct, frozen=True):
    """A document as it may be recorded; `layer` is None where its text names nobody who was forgotten."""

    document: Document
    reading: Reading
    layer: TextLayer | None


class Withholding:
    """What the register was told to forget, for what comes in."""

    def __init__(self, key: bytes, names: Iterable[Name]) -> None:
        self._key = key
        self._names = frozenset(names)
        self._lengths = sorted({length for _, length in self._names})

    @classmethod
    def of(cls, store: Store) -> Self | None:
        """None where nobody was forgotten."""
        names = store.rows("SELECT DISTINCT token, length FROM withheld_name")
        key = store.first("SELECT content FROM secret ORDER BY id LIMIT 1") if names else None
        return None if key is None else cls(key[0], ((token, length) for token, length in names))

    def forms_in(self, text: str) -> Forms:
        """The full names in a text that were forgotten."""
        full: set[tuple[str, ...]] = set()
        unspaced: set[str] = set()
        words = word_runs(text)
        stretches = list(unspaced_stretches(text)) if self._lengths and self._lengths[0] < 0 else []
        for length in self._lengths:
            if length > 0:
                for at in range(len(words) - length + 1):
                    form = tuple(word for word, _, _ in words[at : at + length])
                    if (_token(self._key, form), length) in self._names:
                        full.add(form)
            for start, end in stretches if length < 0 else ():
                for at in range(start, end + length + 1):
                    if (_token(self._key, (text[at : at - length],)), length) in self._names:
                        unspaced.add(text[at : at - length])
        return Forms(full=frozenset(full), unspaced=frozenset(unspaced))

    def clean(self, text: str) -> str:
        """The text with forgotten full names masked."""
        forms = self.forms_in(text)
        return text_mask(forms, near=False)(text) if forms else text

    def withhold(
        self, document: Document, layer: TextLayer, reading: Reading, beside: Mapping[str, TextLayer]
    ) -> Withheld:
        """The document without whom it names of those forgotten: they are no referents, and their names are masked."""
        page = msgspec.json.encode(document).decode()
        said = (layer.text, page, *referent_names(reading.referents))
        forms = self.forms_in("\n.\n".join(said))
        if not forms:
            return Withheld(document, reading, None)
        meant = persons_meant(reading, forms, ())
        forms |= forms_of(referent_names(r for r in reading.referents if r.id in meant))
        spans = spans_to_mask(layer.text, forms, [(reading, meant)])
        masked = redacted_layer(layer, spans)
        redacted, _ = redacted_reading(reading, masked, meant, forms, beside=beside)
        others = names_of_others(reading, meant)
        clean = redacted_document(document, forms, near=bool(meant), others=others)
        return Withheld(clean, redacted, masked if spans else None)


def withholding(store: Store) -> Withholding | None:
    """None where nobody was forgotten."""
    return Withholding.of(store)


def is_withheld_name(store: Store, name: str) -> bool:
    """Whether a name holds one that was forgotten."""
    known = withholding(store)
    return known is not None and bool(known.forms_in(name))


def is_withheld_document(store: Store, sha: str) -> bool:
    """Whether a document is not to be taken in again."""
    return store.first("SELECT 1 FROM withheld_document WHERE sha = ?", (sha,)) is not None


def masked_documents(store: Store) -> list[str]:
    """The documents whose text is masked."""
    if store.first("SELECT 1 FROM forgotten") is None:
        return []
    rows = store.rows("SELECT DISTINCT document FROM entry WHERE kind = 'redaction' AND subject = document ORDER BY 1")
    return [row[0] for row in rows]


def keeps_bytes(store: Store, ledger: Ledger, sha: str) -> bool:
    """Whether the bytes of a document may stay: it names nobody who was forgotten, or all were with their bytes kept.

    Of a document that came later and names someone, it is not known whom: it goes if any forgetting took the bytes.
    """
    named = store.rows(
        "SELECT keep_bytes FROM withheld_document JOIN forgotten ON forgotten.entry = withheld_document.entry"
        " WHERE sha = ?",
        (sha,),
    )
    if not named and ledger.masked_text(sha) is not None:
        named = store.rows("SELECT keep_bytes FROM forgotten")
    return all(keep for (keep,) in named)


def digests_of(store: Store, forms: Forms) -> tuple[Name, ...]:
    """The full names as digests, with the register's key, which is made if there is none; in a transaction."""
    row = store.first("SELECT content FROM secret ORDER BY id LIMIT 1")
    key = secrets.token_bytes(32) if row is None else row[0]
    if row is None:
        store.run("INSERT INTO secret (id, content) VALUES (1, ?)", (key,))
    full = [(_token(key, form), len(form)) for form in forms.full]
    return tuple(sorted([*full, *((_token(key, (form,)), -len(form)) for form in forms.unspaced)]))


def _token(key: bytes, words: tuple[str, ...]) -> str:
    return hmac.new(key, msgspec.json.encode(words), hashlib.sha256).hexdigest()[:32]
