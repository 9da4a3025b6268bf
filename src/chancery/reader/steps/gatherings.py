"""Gatherings: meetings of any kind that the document tells of, each once, with kind, name, days and place."""

from __future__ import annotations

import re

from chancery.reader.account import Account
from chancery.reader.draft import DateMention, Draft
from chancery.reader.grammar.cues import cues_of
from chancery.reader.grammar.gathering_clusters import Gathering, gatherings_of
from chancery.reader.grammar.gathering_features import features_of
from chancery.reader.grammar.gathering_mention import GatheringMention, nearest_date
from chancery.reader.grammar.gathering_mentions import gathering_mentions
from chancery.reader.grammar.gathering_words import gathering_words
from chancery.reader.grammar.scene import scene_of
from chancery.reader.grammar.scoring import Weights, weights
from chancery.terms.claims import GatheringFact, Mode, Ref
from chancery.terms.dates import DateSpan

VIEW = "gatherings"
_ONLINE = re.compile(r"\b(?:online|virtual(?:ly)?|video[- ]?conferenc\w*|via zoom|by video)\b", re.IGNORECASE)
_IN_PERSON = re.compile(r"\bin[- ]person\b", re.IGNORECASE)
_HYBRID = re.compile(r"\bhybrid\b", re.IGNORECASE)
_PLACE_REACH = 30
_SHORTEST_EVIDENCE = 40


def run(draft: Draft) -> None:
    """State the gatherings that are probable enough; all are kept as a view for the step `attendance`."""
    read(draft, weights(draft.layer.language, "gatherings"))


def read(draft: Draft, learned: Weights) -> None:
    """The same by given weights."""
    found = candidates(draft)
    number = 0
    for gathering, features in found:
        gathering.probability = learned.probability(features)
        if gathering.probability < learned.threshold:
            continue
        number += 1
        gathering.id = f"g{number}"
        state(draft, gathering, gathering.probability, draft.because("gathering", learned, features))
    draft.views[VIEW] = [gathering for gathering, _ in found]


def candidates(draft: Draft) -> list[tuple[Gathering, list[str]]]:
    """Everything that may be a gathering, with the features that its probability is made of."""
    scene = scene_of(draft)
    words = gathering_words(draft.layer.language)
    cues = cues_of(draft.layer.language, "gatherings")
    found = gatherings_of(gathering_mentions(scene, words), words)
    return [(gathering, features_of(draft.text, gathering, words, cues, scene.words)) for gathering in found]


def state(draft: Draft, gathering: Gathering, probability: float, because: tuple[Account, ...] = ()) -> None:
    """Add the fact to the draft; the gathering has an id."""
    assert gathering.id is not None
    best = gathering.best
    date = _date(gathering)
    start = date.span if date else None
    end = (date.until or date.span) if date else None
    fact = GatheringFact(
        gathering=gathering.id,
        form=gathering.kind,
        name=_name(draft, gathering),
        start=start,
        end=end if _is_day(end) else None,
        place=_place(gathering),
        mode=_mode(draft.text[best.line.start : best.line.end]),
    )
    first, last = _evidence(draft, best, date)
    rule = f"gathering/{best.word}"
    draft.state(fact, first, last, rule=rule, confidence=round(probability, 3), because=because)


def _is_day(span: DateSpan | None) -> bool:
    return span is not None and span.precision == "day"


def _date(gathering: Gathering) -> DateMention | None:
    ordered = [gathering.best, *gathering.mentions]
    for mention in ordered:
        date = nearest_date(mention)
        if date is not None and date.span.first is not None:
            return date
    return None


def _name(draft: Draft, gathering: Gathering) -> str | None:
    named = [m for m in gathering.mentions if not m.verbal]
    if not named:
        return None
    best = max(named, key=lambda m: (not m.line.heading, min(len(m.content), 6), -m.line.index))
    items = best.line.items
    first = best.first
    if items[first].word in ("the", "a", "an", "this", "that", "its", "their", "his", "her") and first < best.last:
        first += 1
    return " ".join(draft.text[items[first].start : best.end].split())


def _place(gathering: Gathering) -> Ref | None:
    """The first place or house after the mention that "at" or "in" leads to; else the first so led in the line."""
    for mention in [gathering.best, *gathering.mentions]:
        items = mention.line.items
        for at in (*range(mention.last + 1, min(len(items), mention.last + _PLACE_REACH)), *range(mention.first)):
            item = items[at]
            ref: Ref | None = item.ref
            if item.kind in "LO" and ref and at:
                before = items[at - 1].word
                if before in ("the", "a"):
                    before = items[at - 2].word if at > 1 else ""
                if before in ("at", "in", "to") and (item.kind == "L" or before == "at"):
                    return ref
    return None


def _mode(sentence: str) -> Mode | None:
    if _HYBRID.search(sentence):
        return "hybrid"
    if _ONLINE.search(sentence):
        return "online"
    return "in person" if _IN_PERSON.search(sentence) else None


def _evidence(draft: Draft, mention: GatheringMention, date: DateMention | None) -> tuple[int, int]:
    """From the mention to its date, or to the end of its line: long enough to be found again in the text."""
    first, last = mention.start, mention.end
    if date is not None and mention.line.start <= date.start and date.end <= mention.line.end:
        first, last = min(first, date.start), max(last, date.end)
    if last - first < _SHORTEST_EVIDENCE:
        first = min(first, max(mention.line.start, first))
        last = mention.line.end if mention.line.end - first < 200 else max(last, _next_stop(mention))
    return first, last


def _next_stop(mention: GatheringMention) -> int:
    for item in mention.line.items[mention.last + 1 :]:
        if item.text in (",", ";") and item.start - mention.start > _SHORTEST_EVIDENCE:
            return item.start
    return mention.line.end
