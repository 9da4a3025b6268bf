"""Messages: speeches, statements, letters, quotations, each sender's once for each occasion."""

from __future__ import annotations

from chancery.reader.draft import Draft
from chancery.reader.grammar.messaging import Utterance, utterances_of
from chancery.reader.grammar.scoring import Weights, weights
from chancery.terms.claims import MessageFact, Ref
from chancery.terms.dates import DateSpan


def run(draft: Draft) -> None:
    """State the messages that are probable enough."""
    read(draft, weights(draft.layer.language, "messages"))


def read(draft: Draft, learned: Weights) -> None:
    """The same by given weights. Of one sender's spoken words the likeliest place is stated, and so of the written."""
    best: dict[tuple[tuple[Ref, ...], bool], tuple[float, Utterance]] = {}
    for utterance, features in candidates(draft):
        probability = learned.probability(features)
        key = (utterance.senders, utterance.written)
        if probability >= learned.threshold and (key not in best or probability > best[key][0]):
            best[key] = (probability, utterance)
    for probability, utterance in best.values():
        state(draft, utterance, probability)


def candidates(draft: Draft) -> list[tuple[Utterance, list[str]]]:
    """Every place where somebody says or writes something, with the features of its probability."""
    return [(utterance, sorted(utterance.features)) for utterance in utterances_of(draft)]


def state(draft: Draft, utterance: Utterance, probability: float) -> None:
    """Add the fact to the draft."""
    items = utterance.line.items
    fact = MessageFact(
        form=utterance.kind,
        senders=utterance.senders,
        recipients=tuple(ref for ref in utterance.recipients if ref not in utterance.senders),
        date=_date(utterance),
    )
    rule = "message/" + ("noun" if "noun" in utterance.features else "verb")
    draft.state(
        fact, items[utterance.first].start, items[utterance.last].end, rule=rule, confidence=round(probability, 3)
    )


def _date(utterance: Utterance) -> DateSpan | None:
    for item in utterance.line.items:
        if item.date is not None and item.date.span.precision == "day":
            return item.date.span
    return None
