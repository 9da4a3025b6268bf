"""How likely a group of names is a person, body or place that a careful reader would list.

Features that can be read, weighed by `weights/names.yaml` (learned by `train/plausible.py`): how sure the model was,
how often the name stands, what it is made of, where it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from chancery.reader.account import Account, account
from chancery.reader.draft import Draft, Name
from chancery.reader.features import title_words
from chancery.reader.gazetteer import Gazetteer
from chancery.reader.grammar.scoring import weights
from chancery.reader.words import word_texts

_STEPS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
_LISTS = ("heads", "company", "papers", "gatherings", "place_heads", "policy_fields", "parts")


def group_features(draft: Draft, names: Sequence[Name], starts: Sequence[int], lists: Gazetteer) -> set[str]:
    """Features of a group of names that mean the same; `starts` are the offsets of the draft's tokens."""
    kind = names[0].type
    best = max(names, key=lambda name: (name.score, name.end - name.start))
    forms = sorted({draft.text[name.start : name.end] for name in names})
    longest = max(forms, key=len)
    words = [word for word in word_texts(longest) if word[0].isalnum()]
    found = {
        f"sure {sum(best.score >= step for step in _STEPS)}",
        f"rule {best.rule}",
        f"times {min(len(names), 3)}",
        f"forms {min(len(forms), 3)}",
        f"words {min(len(words), 5)}",
    }
    if len(names) == 1:
        found.add(f"once, sure {sum(best.score >= step for step in _STEPS)}")
    if all(form.isupper() for form in forms):
        found.add("capitals only" if len(words) > 1 or len(longest) > 6 else "letters only")
    if all(name.level > 0 for name in names):
        found.add("inside only")
    found |= _content(words, lists)
    found |= _position(draft, names, starts)
    return {f"{kind}: {feature}" for feature in found}


def _content(words: Sequence[str], lists: Gazetteer) -> set[str]:
    if not words:
        return {"no words"}
    found = {f"last {name}" for name in _LISTS if words[-1] in lists.organisation_words[name]}
    found |= {
        f"has {name}"
        for name in ("heads", "papers", "company")
        if any(w in lists.organisation_words[name] for w in words)
    }
    if words[0] in lists.given_names:
        found.add("given name")
    if any(word[0].isdigit() for word in words):
        found.add("digit")
    if any(word.islower() and len(word) > 3 for word in words):
        found.add("small word")
    listed = lists.place_names.get(" ".join(words))
    if listed:
        found.add(f"listed {listed}")
    if words[0] in lists.state_of_adjective:
        found.add("begins with adjective")
    return found


def _position(draft: Draft, names: Sequence[Name], starts: Sequence[int]) -> set[str]:
    titles = [(piece.start, piece.end) for piece in draft.layer.furniture if piece.kind in ("title", "dateline")]
    offices = title_words(draft.layer.language)
    found: set[str] = set()
    for name in names:
        at = bisect_left(starts, name.start)
        before = draft.tokens[at - 1].text.casefold() if at else ""
        behind = bisect_left(starts, name.end)
        after = draft.tokens[behind].text if behind < len(starts) else ""
        if before in ("the", "of", "in", "at", "by", "from", "to", "with", "and", "for", ","):
            found.add(f"after {before}")
        if after in ("(", "'s", "’s", ")", ","):
            found.add(f"before {after}")
        elif after[:1].isupper():
            found.add("before capital")
        if before[:1].isalpha() and draft.tokens[at - 1].text[0].isupper() and at:
            found.add("after capital")
        link = at - 1 - (before == "the")
        if link > 0 and draft.tokens[link].text in ("of", "at", "for"):
            if draft.tokens[link - 1].text.casefold() in offices:
                found.add("of an office")
        elif before == "," and at > 1 and draft.tokens[at - 2].text.casefold() in offices:
            found.add("behind an office")
        beyond = behind + (after == ",")
        if beyond < len(starts) and draft.tokens[beyond].text.casefold() in offices:
            found.add("before an office")
        if before in (",", "and") and after in (",", "and"):
            found.add("in a list")
        if after[:1].islower():
            found.add("before small word")
    if titles and all(any(first <= name.start < end for first, end in titles) for name in names):
        found.add("in title or dateline only")
    return found


def is_plausible(draft: Draft, names: Sequence[Name], starts: Sequence[int], lists: Gazetteer) -> bool:
    """Whether the learned weights would keep the group."""
    learned = weights(draft.layer.language, "names")
    return learned.probability(group_features(draft, names, starts, lists)) >= learned.threshold


def plausibility(draft: Draft, names: Sequence[Name], starts: Sequence[int], lists: Gazetteer) -> Account:
    """How the learned weights judge the group."""
    return account("name", weights(draft.layer.language, "names"), group_features(draft, names, starts, lists))
