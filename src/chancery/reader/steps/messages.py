"""Messages: speeches, statements, letters, quotations, each sender's once for each occasion."""

from __future__ import annotations

from chancery.reader.account import Account
from chancery.reader.draft import Draft
from chancery.reader.grammar.message_nouns import Utterance
from chancery.reader.grammar.messaging import utterances_of
from chancery.reader.grammar.scoring import Weights, weights
from chancery.reader.naming.sureness import sure_features
from chancery.terms.claims import MessageFact, Ref
from chancery.terms.dates import DateSpan

_ENOUGH = 0.8  # of the best probability: a first place as likely as this is the one that a reader would quote


def run(draft: Draft) -> None:
    """State the messages that are probable enough."""
    read(draft, weights(draft.layer.language, "messages"))


def read(draft: Draft, learned: Weights) -> None:
    """The same by given weights. Of one sender's spoken words the first likely place is stated, so of the written."""
    likely: dict[tuple[tuple[Ref, ...], bool], list[tuple[float, Utterance]]] = {}
    for utterance, features in candidates(draft):
        probability = learned.probability(features)
        if probability >= learned.threshold:
            likely.setdefault((utterance.senders, utterance.written), []).append((probability, utterance))
    for places in likely.values():
        best, likeliest = max(places, key=lambda place: place[0])
        first = next(utterance for probability, utterance in places if probability >= _ENOUGH * best)
        because = draft.because("message", learned, first.features)
        if first is not likeliest:
            because += draft.because("message where it is likeliest", learned, likeliest.features)
        state(draft, first, best, because)


def candidates(draft: Draft) -> list[tuple[Utterance, list[str]]]:
    """Every place where somebody says or writes something, with the features of its probability."""
    return [
        (utterance, [*sorted(utterance.features), *sure_features(draft, "name", utterance.senders)])
        for utterance in utterances_of(draft)
    ]


def state(draft: Draft, utterance: Utterance, probability: float, because: tuple[Account, ...] = ()) -> None:
    """Add the fact to the draft."""
    items = utterance.line.items
    fact = MessageFact(
        form=utterance.kind,
        senders=utterance.senders,
        recipients=tuple(ref for ref in utterance.recipients if ref not in utterance.senders),
        date=_date(utterance),
    )
    rule = "message/" + ("noun" if "noun" in utterance.features else "verb")
    start = items[utterance.first].start if utterance.begin is None else utterance.begin
    end = items[utterance.last].end
    draft.state(fact, start, end, rule=rule, confidence=round(probability, 3), because=because)


def _date(utterance: Utterance) -> DateSpan | None:
    for item in utterance.line.items:
        if item.date is not None and item.date.span.precision == "day":
            return item.date.span
    return None
