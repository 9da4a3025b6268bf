"""Decisions: what a body adopts, or somebody with the power orders, each clause by itself."""

from __future__ import annotations

from chancery.reader.account import Account
from chancery.reader.draft import Draft
from chancery.reader.grammar.deciding import Deciding, decidings_of
from chancery.reader.grammar.scoring import Weights, weights
from chancery.reader.naming.sureness import sure_features
from chancery.terms.claims import DecisionFact
from chancery.terms.dates import DateSpan

_SUMMARY = 15  # words, as gold/FORMAT.md allows
_APART = 40  # characters: two verbs nearer than that tell one decision

_STEM, _SHARED = 5, 4  # letters of a longer word; words that two clauses must share at least
_MANY = 60  # decisions that a further one is compared with


def run(draft: Draft) -> None:
    """State the decisions that are probable enough."""
    read(draft, weights(draft.layer.language, "decisions"))


def read(draft: Draft, learned: Weights) -> None:
    """The same by given weights. Of verbs that stand together the likeliest is stated."""
    likely = [
        (learned.probability(features), number, deciding)
        for number, (deciding, features) in enumerate(candidates(draft))
    ]
    taken: dict[int, list[tuple[int, int]]] = {}  # per line
    told: list[frozenset[str]] = []
    stated: list[tuple[int, float, Deciding]] = []
    for probability, number, deciding in sorted(likely, key=lambda entry: (-entry[0], entry[1])):
        if probability < learned.threshold:
            break
        verb = deciding.line.items[deciding.verb]
        spans = taken.setdefault(deciding.line.index, [])
        if any(verb.start < end + _APART and start - _APART < verb.end for start, end in spans):
            continue
        content = content_of(draft.text[verb.start : deciding.line.items[deciding.last].end])
        if any(is_told_again(content, other) for other in told[-_MANY:]):
            continue
        told.append(content)
        spans.append((verb.start, verb.end))
        stated.append((number, probability, deciding))
    for _, probability, deciding in sorted(stated, key=lambda entry: entry[0]):  # as the text tells them
        state(draft, deciding, probability, draft.because("decision", learned, deciding.features))


def content_of(clause: str) -> frozenset[str]:
    """The longer words of a clause, without what inflection adds, by which it is known again."""
    words = ("".join(filter(str.isalnum, word)) for word in clause.casefold().split())
    return frozenset(word[:_STEM] for word in words if len(word) >= _STEM)


def is_told_again(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two clauses tell the same decision: most longer words of the shorter one stand in the other."""
    shared = len(one & other)
    return shared >= _SHARED and shared * 3 >= 2 * min(len(one), len(other))


def candidates(draft: Draft) -> list[tuple[Deciding, list[str]]]:
    """Every clause that may decide something, with the features of its probability."""
    return [
        (deciding, [*sorted(deciding.features), *sure_features(draft, "name", deciding.by)])
        for deciding in decidings_of(draft)
    ]


def state(draft: Draft, deciding: Deciding, probability: float, because: tuple[Account, ...] = ()) -> None:
    """Add the fact to the draft."""
    items = deciding.line.items
    words = draft.text[items[deciding.verb].start : items[deciding.last].end].split()
    fact = DecisionFact(
        by=deciding.by,
        summary=" ".join(words[:_SUMMARY]),
        date=_date(deciding),
        status=deciding.status,
    )
    rule = f"decision/{items[deciding.verb].word}"
    start, end = items[deciding.first].start, items[deciding.last].end
    draft.state(fact, start, end, rule=rule, confidence=round(probability, 3), because=because)


def _date(deciding: Deciding) -> DateSpan | None:
    for item in deciding.line.items[: deciding.verb + 12]:
        if item.date is not None and item.date.span.precision in ("day", "month"):
            return item.date.span
    return None
