"""What was decided: clauses whose verb or noun decides, orders or commits, as candidates for decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chancery.reader.draft import Draft
from chancery.reader.grammar.cues import Hit, cues_of
from chancery.reader.grammar.decided_rows import FAR, clause_end, clauses_of, decided_sections
from chancery.reader.grammar.deciding_sites import deciding_nouns, deciding_verbs, places_of
from chancery.reader.grammar.deciding_traits import Traits
from chancery.reader.grammar.deciding_words import DecidingVerb, deciding_words
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.joined import people_joined
from chancery.reader.grammar.rows import row_start
from chancery.reader.grammar.scene import Line, Scene, scene_of
from chancery.reader.grammar.subjects import Subject, subject_of
from chancery.reader.grammar.words import BE, ENDS
from chancery.reader.linking.gap import surroundings
from chancery.terms.claims import DecisionStatus, Ref

_OPEN = frozenset({":", ";", ","})
_PROPOSALS = frozenset({"proposal", "plan", "plans", "offer", "motion"})
_ADOPTING = frozenset({"carried", "passed", "adopted", "approved", "accepted", "agreed"})
_ANNULLING = frozenset({"cancel", "annul", "revoke", "rescind", "repeal", "withdraw", "quash", "invalidate", "nullify"})


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


def decidings_of(draft: Draft) -> list[Deciding]:
    """All of them, in the order of the text."""
    return _Finder(draft).found()


class _Finder:
    """One document's search; `lead` is the deciding verb whose list may still go on."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.scene = draft, scene_of(draft)
        self.language = draft.layer.language
        self.words = deciding_words(self.language)
        self.traits = Traits(draft, self.scene, self.words)
        self.types = self.traits.types
        self.sections = decided_sections(self.scene.lines, self.words)
        self.lead: Deciding | None = None

    def found(self) -> list[Deciding]:
        cues = cues_of(self.language, "decisions")
        found: list[Deciding] = []
        for line in self.scene.lines:
            if self.lead is not None and line.index - self.lead.line.index > FAR:
                self.lead = None
            before = len(found)
            if self.lead is not None:
                found.extend(self._listed(line, 0, self.lead))
            places = places_of(line, self.words)
            told = [self._told(line, at, verb) for at, verb in deciding_verbs(line, places, self.words)]
            told += [self._noun(line, at) for at in deciding_nouns(line, places, self.words)]
            found += told
            ruling = next((d for d in told if "leads" in d.features), None)
            if ruling is not None:
                found.extend(self._listed(line, ruling.verb + 1, ruling))
                if line.items[-1].text in _OPEN:
                    self.lead = ruling
            if line.index in self.sections:
                for deciding in found[before:]:
                    deciding.features.add("in a section of decisions")
                if len(found) == before:
                    found.extend(self._row(line))
            if len(found) > before:
                hits = list(cues.hits(self.draft.text, line.start, line.end))
                for deciding in found[before:]:
                    _add_cues(deciding, hits)
        return found

    def _listed(self, line: Line, begin: int, lead: Deciding) -> Iterator[Deciding]:
        """What a verb before it decides: a row "- to do it", a clause "; that it be done"."""
        for at, last in clauses_of(line, begin):
            features = {
                "listed",
                f"listed {line.items[at].word}",
                "listed in a row" if line is not lead.line else "listed after",
            }
            features |= {name for name in lead.features if name.startswith(("strength=", "by=", "nobody"))}
            features |= surroundings(line.items, at, at, "row ") | self.traits.kind_of_word("to", line, at + 1)
            yield Deciding(line, at, at, last, lead.by, lead.status, features)

    def _row(self, line: Line) -> Iterator[Deciding]:
        """A row of a list of decisions that has no verb of its own."""
        begin = row_start(line.items)
        if begin is None or line.items[begin].kind not in "WTOPL":
            return
        items = line.items
        features = {"row", f"row under {self.sections[line.index]}", "numbered" if begin else "plain row"}
        features |= surroundings(items, begin, begin, "row ") | self.traits.kind_of_word("row", line, begin)
        features.add(f"row begins {items[begin].kind}")
        if any(item.date is not None for item in items):
            features.add("date in line")
        by = self.lead.by if self.lead is not None else ()
        yield Deciding(line, begin, begin, clause_end(line, begin), by, "adopted", features)

    def _told(self, line: Line, at: int, verb: DecidingVerb) -> Deciding:
        items = line.items
        passive = any(item.word in BE for item in items[max(0, at - 3) : at])
        subject = _agent(self.scene, line, at) if passive else subject_of(self.scene, line, at)
        strength, after = verb.strength, _next(items, at)
        by = self.types.get(subject.refs[0], "?") if subject else "nobody"
        voice = "passive" if passive else "active"
        features = self.traits.around(line, at, subject) | {
            f"verb={verb.verb}",
            f"{verb.verb} {voice} by {by}",
            f"shape={verb.shape}",
            f"{strength} {verb.shape} {voice}",
            f"next={after}",
            voice,
            f"strength={strength}",
            f"{strength} by {by}",
            f"{strength} {'passive' if passive else 'then ' + after}",
            f"{verb.verb} then {after}",
        }
        features |= self.traits.kind_of_word("verb", line, at) | self.traits.object_of(line, at)
        if strength in ("ruling", "binding"):
            features.add("leads")
        before = {item.word for item in items[max(0, at - 4) : at]}
        first = at
        if subject is not None and not passive and 0 <= at - subject.at <= 12:
            first = subject.at
        elif passive:
            first = max(0, at - 8)
        refs = subject.refs if subject else ()
        return Deciding(line, first, at, clause_end(line, at), refs, _status(verb, before), features)

    def _noun(self, line: Line, at: int) -> Deciding:
        """ "its decision to sell", "the ruling of the court"."""
        items = line.items
        owner = _owner(items, at)
        subject = Subject((items[owner].ref or "",), owner, "owner") if owner is not None else None
        if subject is None:
            subject = _agent(self.scene, line, at) or subject_of(self.scene, line, at)
        word = items[at].word
        features = self.traits.around(line, at, subject) | {
            "noun",
            f"noun={word}",
            f"noun by {self.types.get(subject.refs[0], '?') if subject else 'nobody'}",
            f"{word} then {_next(items, at)}",
            f"noun then {_next(items, at)}",
        }
        features |= self.traits.kind_of_word("verb", line, at)
        first = subject.at if subject is not None and 0 <= at - subject.at <= 8 else at
        last = clause_end(line, at)
        open_still = word in _PROPOSALS and not any(item.word in _ADOPTING for item in items[at + 1 : last + 1])
        status: DecisionStatus = "proposed" if open_still else "adopted"
        return Deciding(line, first, at, last, subject.refs if subject else (), status, features)


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
        if items[index].text in ENDS:
            break
    return None


def _owner(items: list[Item], at: int) -> int | None:
    """Whose the noun is: the name before "'s" on its left, or behind "of" on its right."""
    for back in range(at - 1, max(0, at - 5), -1):
        if items[back].text in ("'s", "’s") and items[back - 1].ref and items[back - 1].kind in "POL":
            return back - 1
    if at + 1 < len(items) and items[at + 1].word == "of":
        for index in range(at + 2, min(len(items), at + 6)):
            if items[index].ref and items[index].kind in "POL":
                return index
    return None


def _add_cues(deciding: Deciding, hits: list[Hit]) -> None:
    items = deciding.line.items
    start, end = items[deciding.verb].start, items[deciding.last].end
    for hit in hits:
        if hit.start < end and hit.end > start - 60:
            deciding.features.add(f"cue={hit.cue}")


def _next(items: list[Item], at: int) -> str:
    if at + 1 >= len(items):
        return "$"
    item = items[at + 1]
    return item.kind if item.kind in "POLTDX" else item.word if len(item.word) <= 4 else "word"


def _status(verb: DecidingVerb, before: set[str]) -> DecisionStatus:
    if verb.verb in _ANNULLING:
        return "annulled"
    if verb.strength == "proposing" or "will" in before:
        return "proposed"
    return "adopted"
