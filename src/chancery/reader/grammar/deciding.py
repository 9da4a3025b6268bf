"""What was decided: clauses whose verb decides, orders or commits, as candidates for decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from chancery.reader.draft import Draft
from chancery.reader.grammar.cues import Hit, cues_of
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.joined import people_joined
from chancery.reader.grammar.scene import Line, Scene, scene_of
from chancery.reader.grammar.subjects import Subject, subject_of
from chancery.reader.linking.gap import surroundings
from chancery.reader.wordlists import word_list
from chancery.terms.claims import DecisionStatus, Ref

_CLAUSE = 28  # items of the clause behind the verb that are looked at
_FAR = 25  # lines behind a verb at which its list has ended
_OPEN = frozenset({":", ";", ","})
_BEFORE_A_ROW = frozenset({":", ";", "*", "-", "–", "—", "•", ")", ".", "“", '"'})
_ENDS = frozenset({".", ";", "”", "!", "?"})
_BE = frozenset({"was", "were", "been", "be", "is", "are", "being"})


class _Words(msgspec.Struct, frozen=True):
    ruling: frozenset[str]
    binding: frozenset[str]
    telling: frozenset[str]
    proposing: frozenset[str]
    nouns: frozenset[str]
    telling_nouns: frozenset[str]

    def strength(self, word: str) -> str | None:
        """How surely the verb decides; None for a verb that does not."""
        for name in ("ruling", "binding", "telling", "proposing"):
            if word in getattr(self, name):
                return name
        return None


@dataclass(slots=True)
class Deciding:
    """One clause: who decides, the items (inclusive) that state it, and where what is decided begins."""

    line: Line
    first: int
    verb: int
    last: int
    by: tuple[Ref, ...]
    status: DecisionStatus
    features: set[str]


@cache
def _words(language: str) -> _Words:
    lists = word_list(language, "decisions")
    return msgspec.convert({name: lists[name] for name in _Words.__struct_fields__}, _Words)


def decidings_of(draft: Draft) -> list[Deciding]:
    """All of them, in the order of the text."""
    scene = scene_of(draft)
    words = _words(draft.layer.language)
    cues = cues_of(draft.layer.language, "decisions")
    types = {ref: str(referent.type) for ref, referent in draft.referents.items()}
    found: list[Deciding] = []
    lead: Deciding | None = None
    for line in scene.lines:
        if lead is not None and line.index - lead.line.index > _FAR:
            lead = None
        if lead is not None:
            found.extend(_listed(line, 0, lead))
        before = len(found)
        hits: list[Hit] | None = None
        for at in _verbs(line, words):
            if hits is None:
                hits = list(cues.hits(draft.text, line.start, line.end))
            found.append(_deciding(scene, line, at, words, hits, types))
        ruling = [d for d in found[before:] if words.strength(line.items[d.verb].word) in ("ruling", "binding")]
        if ruling:
            found.extend(_listed(line, ruling[0].verb + 1, ruling[0]))
            if line.items[-1].text in _OPEN:
                lead = ruling[0]
    return found


def _listed(line: Line, begin: int, lead: Deciding) -> Iterator[Deciding]:
    """What a verb before it decides: a row "- to do it", a clause "; that it be done"."""
    items = line.items
    for at in range(begin, len(items) - 1):
        if items[at].word not in ("to", "that") or (at and items[at - 1].text not in _BEFORE_A_ROW):
            continue
        last = at
        while last + 1 < len(items) and last - at < _CLAUSE and items[last + 1].text not in _ENDS:
            last += 1
        features = {
            "listed",
            f"listed {items[at].word}",
            "listed in a row" if line is not lead.line else "listed after",
        }
        features |= {name for name in lead.features if name.startswith(("strength=", "by=", "nobody"))}
        features |= surroundings(items, at, at, "row ")
        yield Deciding(line, at, at, last, lead.by, lead.status, features)


def _verbs(line: Line, words: _Words) -> Iterator[int]:
    items = line.items
    for at, item in enumerate(items):
        if item.kind != "W":
            continue
        if words.strength(item.word) is not None:
            if not _adjectival(items, at):
                yield at
        elif item.word in words.telling_nouns and at + 1 < len(items) and items[at + 1].word in ("to", "that"):
            yield at  # "its decision to sell"


def _adjectival(items: list[Item], at: int) -> bool:
    """ "previously agreed groups", "a planned visit", "we are committed to": no verb that decides."""
    word = items[at].word
    after = items[at + 1].word if at + 1 < len(items) else ""
    if (word, after) in (
        ("passed", "away"),
        ("carried", "forward"),
        ("carried", "out"),
        ("carried", "on"),
        ("set", "up"),
    ):
        return True
    before = items[at - 1].word if at else ""
    if before in ("a", "an", "the", "its", "their", "his", "her", "previously", "in", "of", "this", "free"):
        return True
    return word in ("committed", "assigned", "determined", "directed", "dedicated") and (
        before in _BE | {"remain", "remains", "remained"}
        or (at > 1 and items[at - 2].word in _BE)
        or after in ("toward", "towards")
    )


def _deciding(scene: Scene, line: Line, at: int, words: _Words, hits: list[Hit], types: dict[Ref, str]) -> Deciding:
    items = line.items
    verb = items[at]
    passive = any(item.word in _BE for item in items[max(0, at - 3) : at])
    strength = words.strength(verb.word)
    nominal = strength is None
    subject = _agent(scene, line, at) if passive else subject_of(scene, line, at)
    last = at
    while last + 1 < len(items) and last - at < _CLAUSE and items[last + 1].text not in _ENDS:
        last += 1
    features = {f"verb={verb.word}", f"next={_next(items, at)}"}
    if subject is None:
        features.add("nobody")
    else:
        features |= {f"how={subject.how}", f"by={types.get(subject.refs[0], '?')}"}
    before = {item.word for item in items[max(0, at - 4) : at]}
    features |= {
        f"mood={word}"
        for word in before & (scene.words.doubts | scene.words.negations | {"to", "who", "which", "has", "have"})
    }
    features.add("passive" if passive else "noun" if nominal else "active")
    by = types.get(subject.refs[0], "?") if subject else "nobody"
    features |= {
        f"strength={strength}",
        f"{strength} by {by}",
        f"{strength} {'passive' if passive else 'then ' + _next(items, at)}",
    }
    features |= surroundings(items, at, at, "verb ")
    if line.quoted[at]:
        features.add("quoted")
    if line.heading:
        features.add("heading")
    if any(item.word in words.nouns for item in items[at + 1 : at + 9]):
        features.add("decision noun after")
    if any(item.word in words.nouns for item in items[max(0, at - 8) : at]):
        features.add("decision noun before")
    if any(item.word in ("once", "if", "when", "unless", "until", "whether", "after") for item in items[:at]):
        features.add("condition")
    first_subject = items[0].word in ("the", "it", "they", "he", "she")
    if first_subject:
        features.add("plain beginning")
    start, end = verb.start, items[last].end
    for hit in hits:
        if hit.start < end and hit.end > start - 60:
            features.add(f"cue={hit.cue}")
    if any(item.date is not None for item in items):
        features.add("date in line")
    begin = at
    if subject is not None and not passive and 0 <= at - subject.at <= 12:
        begin = subject.at
    elif passive:
        begin = max(0, at - 8)
    return Deciding(line, begin, at, last, subject.refs if subject else (), _status(verb.word, before, words), features)


def _agent(scene: Scene, line: Line, at: int) -> Subject | None:
    """The "by ..." behind a passive verb."""
    items = line.items
    for index in range(at + 1, min(len(items), at + 16)):
        if items[index].word == "by":
            for place in range(index + 1, min(len(items), index + 9)):
                ref = items[place].ref
                if ref and items[place].kind in "PO":
                    refs = people_joined(scene, line, place) if items[place].kind == "P" else (ref,)
                    return Subject(refs, place, "agent")
        if items[index].text in _ENDS:
            break
    return None


def _next(items: list[Item], at: int) -> str:
    if at + 1 >= len(items):
        return "$"
    item = items[at + 1]
    return item.kind if item.kind in "POLTDX" else item.word if len(item.word) <= 4 else "word"


def _status(verb: str, before: set[str], words: _Words) -> DecisionStatus:
    if verb in ("cancelled", "canceled", "annulled", "revoked", "rescinded", "repealed", "withdrew"):
        return "annulled"
    if verb in words.proposing - {"shall"} or "will" in before:
        return "proposed"
    return "adopted"
