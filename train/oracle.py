"""Drafts to train on: filled from gold records (names as a perfect reader gives them), or by the reader's own steps."""

from __future__ import annotations

import hashlib
import importlib
import importlib.machinery
import importlib.util
import json
import os
import re
from bisect import bisect_right
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from chancery.archive.layers import text_layer
from chancery.reader.draft import Draft, Name, Token
from chancery.terms.claims import Mention, Referent
from chancery.terms.dates import Instant
from chancery.terms.document import Document

SHARED = Path(os.environ.get("CHANCERY_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
_NOW = Instant.parse("2026-01-01T00:00:00+00:00")


def judge() -> ModuleType:
    """The scorer of `../shared`, as a module."""
    path = SHARED / "gold" / "score"
    loader = importlib.machinery.SourceFileLoader("gold_score", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("gold_score", loader))  # type: ignore[arg-type]
    loader.exec_module(module)
    return module


def documents(part: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Stem, text and gold record of each document of "training" or "development", in order."""
    folder = SHARED / "gold" / part
    return [
        (path.stem, (folder / "text" / f"{path.stem}.txt").read_text("utf-8"), json.loads(path.read_text("utf-8")))
        for path in sorted((folder / "records").glob("*.json"))
    ]


def empty_draft(text: str) -> Draft:
    """A draft with its text layer, nothing read yet."""
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    layer, facts = text_layer(data, document=digest, media_type="text/plain", source="gold")
    document = Document(
        id=digest, source="gold", media_type="text/plain", size=len(data), captured=_NOW, title=facts.title,
        dateline=facts.dateline, publisher=facts.publisher, published=facts.published, language="en",
    )  # fmt: skip
    return Draft(document=document, layer=msgspec.structs.replace(layer, language="en"))


def run_steps(draft: Draft, names: list[str]) -> None:
    for name in names:
        importlib.import_module(f"chancery.reader.steps.{name}").run(draft)


def gold_draft(text: str, gold: dict[str, Any]) -> Draft:
    """Tokens, titles and dates by the reader's steps, names and referents from the gold record, with its ids."""
    draft = empty_draft(text)
    run_steps(draft, ["tokens"])
    run_steps(draft, ["titles"])
    run_steps(draft, ["dates"])
    _names(draft, gold)
    return draft


def _names(draft: Draft, gold: dict[str, Any]) -> None:
    spans: dict[tuple[int, int], Name] = {}
    for entity in gold["entities"]:
        mentions = []
        for form in {entity["name"], *entity["aliases"]}:
            pattern = r"\s+".join(re.escape(word) for word in form.split())
            if pattern:
                for found in re.finditer(pattern, draft.text):
                    if (found.start(), found.end()) not in spans:
                        spans[found.span()] = Name(*found.span(), entity["type"], 1.0, "gold", 0, entity["id"])
                    mentions.append(Mention(*found.span()))
        draft.referents[entity["id"]] = Referent(id=entity["id"], type=entity["type"], name=entity["name"],
                                                 aliases=tuple(entity["aliases"]), mentions=tuple(mentions))  # fmt: skip
    end = -1
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        name = spans[span]
        if span[0] >= end:
            end = span[1]
        elif span[1] <= end:
            name.level = 1
        else:
            continue
        draft.names.append(name)
    _split_tokens(draft)


def _split_tokens(draft: Draft) -> None:
    """Names glued to words ("ComradeTan") cut their tokens, as the reader's own tokens step does."""
    borders = sorted({edge for name in draft.names for edge in (name.start, name.end)})
    tokens, ranges = [], []
    for first, after in draft.sentence_tokens:
        begin = len(tokens)
        for token in draft.tokens[first:after]:
            at = token.start
            inside = borders[bisect_right(borders, at) : bisect_right(borders, token.end - 1)]
            for edge in [*inside, token.end]:
                tokens.append(Token(at, edge, draft.text[at:edge]))
                at = edge
        ranges.append((begin, len(tokens)))
    draft.tokens, draft.sentence_tokens = tokens, ranges


def summary(tally: dict[str, Any], kinds: list[str]) -> str:
    lines = []
    for kind in kinds:
        gold, system, hit = tally[kind]
        p, r = hit / system if system else 0.0, hit / gold if gold else 0.0
        lines.append(
            f"{kind:22}{gold:5}{system:6}{hit:5}  P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0:.3f}"
        )
    return "\n".join(lines)


__all__ = ["SHARED", "real_draft", "documents", "empty_draft", "gold_draft", "judge", "run_steps", "summary"]


def real_draft(text: str) -> Draft:
    """The draft as the reader's own steps fill it, up to those for acts."""
    from chancery.reader.wordlists import word_list

    draft = empty_draft(text)
    names = word_list("en", "pipeline")["steps"]
    run_steps(draft, names[: names.index("gatherings")])
    return draft
