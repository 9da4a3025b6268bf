"""What tells whether a clause decides something, as features: who does it, in what mood, about what."""

from __future__ import annotations

from chancery.reader.clusters import groups_of
from chancery.reader.draft import Draft
from chancery.reader.grammar.deciding_words import DecidingWords
from chancery.reader.grammar.scene import Line, Scene
from chancery.reader.grammar.subjects import Subject
from chancery.reader.linking.gap import surroundings

_BODY_REACH = 6  # items before a verb in which an unnamed body stands
_OBJECT_REACH = 7  # items from a verb in which what it is about begins
_LONG = 4  # letters that a word has more than, to tell what a clause is about
_CONDITIONS = frozenset({"once", "if", "when", "unless", "until", "whether", "after"})
_MOODS = frozenset({"to", "who", "which", "has", "have", "will", "by"})


class Traits:
    """Of one document; `types` tells whether a referent is a person, an organisation or a place."""

    def __init__(self, draft: Draft, scene: Scene, words: DecidingWords) -> None:
        self.draft, self.scene, self.words = draft, scene, words
        self.types = {ref: str(referent.type) for ref, referent in draft.referents.items()}

    def around(self, line: Line, at: int, subject: Subject | None) -> set[str]:
        """Who decides, and what stands around the word at item `at`."""
        items = line.items
        features = surroundings(items, at, at, "verb ")
        if subject is None:
            features.add("nobody")
            body = next((i.word for i in items[max(0, at - _BODY_REACH) : at] if i.word in self.words.bodies), None)
            if body is not None:
                features |= {"unnamed body", f"unnamed {body}"}
        else:
            kind = self.types.get(subject.refs[0], "?")
            features |= {f"how={subject.how}", f"by={kind}", f"{subject.how} {kind}"}
            if kind == "organisation":
                name = self.draft.referents[subject.refs[0]].name.casefold().split()
                features |= {f"by a {word}" for word in name if word in self.words.bodies}
        before = {item.word for item in items[max(0, at - 4) : at]}
        vocabulary = self.scene.words
        moods = before & (vocabulary.doubts | vocabulary.negations | _MOODS)
        features |= {f"mood={word}" for word in moods}
        if line.quoted[at]:
            features.add("quoted")
        if line.heading:
            features.add("heading")
        if any(item.word in self.words.nouns for item in items[at + 1 : at + 9]):
            features.add("decision noun after")
        if any(item.word in self.words.nouns for item in items[max(0, at - 8) : at]):
            features.add("decision noun before")
        if any(item.word in _CONDITIONS for item in items[:at]):
            features.add("condition")
        if items[0].word in ("the", "it", "they", "he", "she"):
            features.add("plain beginning")
        if any(item.date is not None for item in items):
            features.add("date in line")
        return features

    def object_of(self, line: Line, at: int) -> set[str]:
        """What the first longer word behind the verb is like."""
        items = line.items
        reach = range(at + 1, min(len(items), at + _OBJECT_REACH))
        place = next((i for i in reach if items[i].kind == "W" and len(items[i].text) > _LONG), None)
        return self.kind_of_word("object", line, place) if place is not None else set()

    def kind_of_word(self, name: str, line: Line, at: int) -> set[str]:
        """The groups of like words that the word at item `at` is in, each beginning with `name`."""
        if at >= len(line.items) or line.items[at].kind != "W":
            return set()
        groups = groups_of(line.items[at].word, self.draft.layer.language)
        return {f"{name} {group}" for group in groups} if groups else set()
