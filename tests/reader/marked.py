"""Drafts from sentences in which the names are marked: "[P Ana Lopes] was elected President of the [O Relief Board]"."""

from __future__ import annotations

import re

from chancery.reader.draft import Draft, Name
from chancery.reader.steps import dates, titles, tokens
from chancery.terms.claims import EntityType, Mention, Referent
from chancery.terms.dates import Instant
from chancery.terms.document import Document, Sentence, TextLayer

_MARK = re.compile(r"\[([POL]) ([^\[\]]+)\]")
_TYPES: dict[str, EntityType] = {"P": "person", "O": "organisation", "L": "place"}


def marked_draft(marked: str) -> Draft:
    """A draft with tokens, titles, dates, names and referents; one line is one sentence, one blank line a new block.

    A name that is written alike is one referent; its id is the name itself.
    """
    text, names = "", []
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        start = len(text)
        text += mark[2]
        names.append(Name(start, len(text), _TYPES[mark[1]], entity=mark[2]))
        at = mark.end()
    text += marked[at:]
    sentences, offset, block = [], 0, 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            sentences.append(Sentence(offset, offset + len(line.rstrip("\n")), block))
        else:
            block += 1
        offset += len(line)
    layer = TextLayer(document="0" * 64, version="marked", text=text, language="en", sentences=tuple(sentences))
    document = Document(
        id="0" * 64, source="marked", media_type="text/plain", size=len(text),
        captured=Instant.parse("2026-01-01T00:00:00+00:00"), language="en",
    )  # fmt: skip
    draft = Draft(document=document, layer=layer)
    for step in (tokens, titles, dates):
        step.run(draft)
    draft.names = names
    for name in names:
        assert name.entity is not None
        known = draft.referents.get(name.entity)
        mentions = (*(known.mentions if known else ()), Mention(name.start, name.end))
        draft.referents[name.entity] = Referent(id=name.entity, type=name.type, name=name.entity, mentions=mentions)
    return draft
