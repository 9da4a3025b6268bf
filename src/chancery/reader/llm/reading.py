"""The second reader: asks a language model piece by piece, and keeps what the text bears out."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from chancery.reader.llm.answers import parse_answer
from chancery.reader.llm.asking import Ask, question_about
from chancery.reader.llm.pieces import pieces_of
from chancery.reader.llm.taking import Taking
from chancery.terms.claims import Reading
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import ReadingError

READER = "llm"
_SHOWN = 80  # characters of an answer that an error repeats


def read_with_model(document: Document, layer: TextLayer, ask: Ask, *, model: str) -> Reading:
    """What a model takes from one document, in any language; `model` is its name, for the version.

    Every name and quote is looked up in the layer, and what does not stand there is in `refused`. A model need not
    answer the same twice, so two readings of one version may differ. Raises ReadingError R006 for an answer that is no
    record, and whatever `ask` raises; then nothing of the document is read.
    """
    taking = Taking.of(layer)
    pieces = pieces_of(layer)
    for number, piece in enumerate(pieces, start=1):
        question = question_about(piece.words, document, part=number, parts=len(pieces), known=taking.known())
        said = ask(question)
        answer = parse_answer(said)
        if answer is None:
            reason = f"it holds no JSON object with entities and facts, and begins with {said[:_SHOWN]!r}"
            raise ReadingError("R006", path=document.source, reason=reason)
        taking.take(piece, answer)
    referents = taking.cast.referents()
    claims, refused = taking.claims(referents)
    return Reading(
        document=document.id,
        reader=READER,
        version=version_with(model),
        language=layer.language,
        read=True,
        dated=document.published,
        referents=referents,
        claims=claims,
        refused=refused,
    )


def version_with(model: str) -> str:
    """The model's name, and a digest of the prompt and of the code that asks and checks."""
    return f"{model}+{_digest()}"


@cache
def _digest() -> str:
    digest = hashlib.sha256()
    for entry in sorted(files("chancery.reader.llm").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith((".py", ".txt")):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:10]
