"""What speaks for and against a gathering: the features that its probability is made of."""

from __future__ import annotations

from itertools import pairwise

from chancery.reader.grammar.cues import Cues
from chancery.reader.grammar.gathering_clusters import Gathering
from chancery.reader.grammar.gathering_mention import GatheringMention, nearest_date
from chancery.reader.grammar.gathering_words import GatheringWords
from chancery.reader.grammar.vocabulary import Vocabulary
from chancery.reader.linking.gap import surroundings

_HEAD = 300  # characters in which minutes say that they are minutes
_NEAR = 6  # items between a mention and the verb that holds it
_HOLDING = (
    "held",
    "hosted",
    "convened",
    "organised",
    "organized",
    "holds",
    "hosts",
    "hold",
    "host",
    "attend",
    "attends",
)
_BODY_WORDS = frozenset({*_HOLDING, "attended"})


def features_of(
    text: str, gathering: Gathering, words: GatheringWords, cues: Cues, vocabulary: Vocabulary
) -> list[str]:
    """The features of all its mentions together, without doubles, in a fixed order."""
    best = gathering.best
    body = [mention for mention in gathering.mentions if not mention.line.heading]
    found = {
        f"kind={best.kind}",
        f"word={best.word}",
        f"article={best.article}",
        f"mentions={min(len(gathering.mentions), 4)}",
    }
    if not body:
        found.add("headline only")
    elif len(body) < len(gathering.mentions):
        found.add("headline and body")
    if len(body) < len(gathering.mentions) and "minutes" in text[:_HEAD].casefold():
        found.add("headline of minutes")
    if best.verbal:
        found.add("verb only")
    if best.plural:
        found.add("plural")
    if best.line.index <= 2:
        found.add("early")
    if len({m.line.index for m in body}) > 2:
        found.add("told at length")
    for mention in body[:6] or gathering.mentions[:1]:
        found |= _mention_features(text, mention, words, cues, vocabulary)
    return sorted(found)


def _mention_features(
    text: str, mention: GatheringMention, words: GatheringWords, cues: Cues, vocabulary: Vocabulary
) -> set[str]:
    line = mention.line
    items = line.items
    found = {f"cue={hit.cue}" for hit in cues.hits(text, line.start, line.end) if _beside(mention, hit.start, hit.end)}
    date = nearest_date(mention)
    if date is not None:
        found.add(f"date={date.span.precision}")
        inside = mention.start <= date.start < mention.end
        found.add("date inside" if inside else "date beside")
    found |= surroundings(items, mention.first, mention.last)
    found.add(f"{mention.word}, article={mention.article}")
    found |= {
        f"{mention.kind} {feature}"
        for feature in surroundings(items, mention.first, mention.last)
        if " has " not in feature
    }
    if line.heading and date is not None:
        found.add("heading with date")
    if mention.named:
        found.add("capital")
    if mention.inside_name:
        found.add("inside a name")
    if line.quoted[mention.head]:
        found.add("quoted")
    if any(part[:1].isdigit() or part in ("first", "annual", "inaugural") for part in mention.content):
        found.add("numbered")
    if mention.bare:
        found.add("bare")
    if len(mention.content) >= 4:
        found.add("long name")
    before = items[mention.first - 1].word if mention.first else "^"
    if before in vocabulary.prepositions or before == "^":
        found.add(f"after {before}")
    following = [item.word for item in items[mention.last + 1 : mention.last + 1 + _NEAR]]
    preceding = [item.word for item in items[max(0, mention.first - _NEAR) : mention.first]]
    if following and following[0] in ("at", "in", "on", "with", "between", "of", "held"):
        found.add(f"then {following[0]}")
    if any(word in words.held for word in following):
        found.add("held after")
    if any(word in _BODY_WORDS for word in preceding):
        found.add("held before")
    near = set(preceding) | set(following[:3])
    if near & vocabulary.doubts:
        found.add("doubt")
    if near & vocabulary.negations:
        found.add("negation")
    reach = items[mention.last + 1 : mention.last + 12]
    if any(a.word in ("at", "in") and b.kind in "LO" for a, b in pairwise(reach)):
        found.add("place")
    if any(item.kind == "P" for item in items):
        found.add("person in line")
    if mention.verbal:
        found.add(f"object={_object(mention)}")
        before_verb = {i.kind for i in items[: mention.head]}
        found.add(
            "subject=P" if before_verb & {"P", "T"} else "subject=O" if before_verb & {"O", "L"} else "subject=none"
        )
    return found


def _object(mention: GatheringMention) -> str:
    for item in mention.line.items[mention.head + 1 : mention.head + 7]:
        if item.kind in "PTOLD":
            return item.kind
    return "none"


def _beside(mention: GatheringMention, start: int, end: int) -> bool:
    return mention.start - 80 <= start and end <= mention.end + 120
