"""Drafts to train on: filled from gold records (names as a perfect reader gives them), or by the reader's own steps."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib
import importlib.machinery
import importlib.util
import json
import os
import re
from bisect import bisect_right
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from chancery.reader.draft import DateMention, Draft, Name, Token
from chancery.terms.claims import Mention, Referent
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import Document, Furniture, Sentence, TextLayer

SHARED = Path(os.environ.get("CHANCERY_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
_STOP = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘(\[]?[A-Z0-9])|\n\s*\n|\n(?=\s*[-*•–] )")
_NO_STOP = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Lt|Col|Rev|Ven|St|No|Jr|Sr|U\.S|D\.C|[A-Z])\.)$")


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
    digest = hashlib.sha256(text.encode()).hexdigest()
    now = Instant.parse("2026-01-01T00:00:00+00:00")
    document = Document(id=digest, source="gold", media_type="text/plain", size=len(text), captured=now, language="en")
    try:
        module = importlib.import_module("chancery.archive.layers")
        layer = module.text_layer(document.id, text)
    except (ImportError, AttributeError):
        layer = _plain_layer(digest, text)
    return Draft(document=document, layer=layer)


def _plain_layer(digest: str, text: str) -> TextLayer:
    sentences, at, block = [], 0, 0
    for stop in [*_STOP.finditer(text), None]:
        end = stop.start() if stop else len(text)
        if stop and "\n" not in stop.group() and _NO_STOP.search(text[max(0, end - 8) : end]):
            continue
        if text[at:end].strip():
            sentences.append(Sentence(at, end, block))
        if stop and "\n" in stop.group():
            block += 1
        at = stop.end() if stop else end
    furniture = ()
    first = re.match(r"\s*\d{4}-\d\d-\d\d[^\n]*\n", text)
    if first:
        furniture = (Furniture("date line", 0, first.end()),)
    return TextLayer(document=digest, version="oracle", text=text, language="en", furniture=furniture,
                     sentences=tuple(sentences))  # fmt: skip


def run_steps(draft: Draft, names: list[str]) -> None:
    for name in names:
        importlib.import_module(f"chancery.reader.steps.{name}").run(draft)


def gold_draft(text: str, gold: dict[str, Any]) -> Draft:
    """Tokens, titles and dates by the reader's steps, names and referents from the gold record, with its ids."""
    draft = empty_draft(text)
    run_steps(draft, ["tokens"])
    run_steps(draft, ["titles"])
    try:
        run_steps(draft, ["dates"])
    except ImportError:
        _dates(draft)
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
    """Names glued to words ("ComradeKim") cut their tokens, as the reader's own tokens step does."""
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


_MONTHS = {m: i + 1 for i, m in enumerate(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"])}
_DAYS = {d: i for i, d in enumerate(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])}
_DATE = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d)|(?P<m1>" + "|".join(_MONTHS) + r")\s+(?P<d1>\d{1,2})(?:[-–](?P<u1>\d{1,2}))?(?:st|nd|rd|th)?(?:,?\s+(?P<y1>\d{4}))?\b|"
    r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m2>" + "|".join(_MONTHS) + r")(?:,?\s+(?P<y2>\d{4}))?|(?P<m3>" + "|".join(_MONTHS) + r"),?\s+(?P<y3>\d{4})|"
    r"(?P<word>[Tt]oday|[Yy]esterday|this (?:morning|afternoon|evening))(?:\s*\(\d+\))?|(?P<week>" + "|".join(_DAYS) + r")\b|\b(?P<year>(?:19|20)\d\d)\b"
)


def _dates(draft: Draft) -> None:
    """A stopgap until the step `dates` is there."""
    day0 = None
    found = re.search(r"\d{4}-\d\d-\d\d", draft.text[:300])
    if found:
        day0 = dt.date.fromisoformat(found.group())
    for found in _DATE.finditer(draft.text):
        g = found.groupdict()
        span = until = None
        try:
            if g["iso"]:
                span = DateSpan.of_day(dt.date.fromisoformat(g["iso"]))
            elif g["m1"] or g["m2"]:
                month = _MONTHS[g["m1"] or g["m2"]]
                year = int(g["y1"] or g["y2"] or (day0.year if day0 else 0))
                if year:
                    span = DateSpan.of_day(dt.date(year, month, int(g["d1"] or g["d2"])))
                    if day0 is None:
                        day0 = span.first
                    if g["u1"]:
                        until = DateSpan.of_day(dt.date(year, month, int(g["u1"])))
            elif g["m3"]:
                span = DateSpan.of_month(int(g["y3"]), _MONTHS[g["m3"]])
            elif g["word"] and day0:
                span = DateSpan.of_day(day0 - dt.timedelta(days=g["word"].lower().startswith("y")))
            elif g["week"] and day0:
                span = DateSpan.of_day(day0 - dt.timedelta(days=(day0.weekday() - _DAYS[g["week"]]) % 7))
            elif g["year"]:
                span = DateSpan.of_year(int(g["year"]))
        except ValueError:
            span = None
        if span:
            draft.dates.append(DateMention(found.start(), found.end(), span, until))
    draft.dated = DateSpan.of_day(day0) if day0 else None


def summary(tally: dict[str, Any], kinds: list[str]) -> str:
    lines = []
    for kind in kinds:
        gold, system, hit = tally[kind]
        p, r = hit / system if system else 0.0, hit / gold if gold else 0.0
        lines.append(f"{kind:22}{gold:5}{system:6}{hit:5}  P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0:.3f}")
    return "\n".join(lines)


__all__ = ["Counter", "SHARED", "documents", "empty_draft", "gold_draft", "judge", "run_steps", "summary"]


def real_draft(text: str) -> Draft:
    """The draft as the reader's own steps fill it, up to those for acts."""
    from chancery.reader.wordlists import word_list

    draft = empty_draft(text)
    names = word_list("en", "pipeline")["steps"]
    run_steps(draft, names[: names.index("gatherings")])
    return draft
