"""Which acts of several documents are one, and which decision annuls which, as pure functions.

Two acts are of one kind and told by two documents (or twice in the same words by one), and:

- agreements: titles that say the same, and parties of which neither side has one that the other lacks. A title that
  says what the agreement is about, by most of its words or by the name that it begins with, joins across the stages of
  its life (in preparation, signed, in force, annulled); of one stage, days over a month apart are two agreements. Of
  "joint statement" and the like, the same parties and day.
- awards: the same object and recipients, near in time, and givers that can be the same.
- decisions: by the same, of one status, near in time, and most of their telling words the same; where no two days are
  given, a long one in just the same words is told again, however much later.
- messages: from the same to the same, of one form and day. A statement to nobody in particular is joined with no other.

Near in time are dates that overlap; an act without a date is taken for at most a week older than the report of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from chancery.register.names import folded_words, word_lists
from chancery.terms.dates import DateSpan

_WEEK = dt.timedelta(days=7)
_MONTH = dt.timedelta(days=31)
_LONG = 6  # telling words of a decision that is hardly taken twice
_MOSTLY = 0.6  # of the telling words of two decisions
_ALIKE = 0.4  # of an annulment, which tells in other words what it undoes, and of the decision
_BETWEEN = frozenset({"of", "on", "and", "the", "for", "in", "between", "to", "with"})  # small words within a name
_UNADDRESSED = frozenset({"statement", "quote"})

Names = frozenset[str]


class ActSaying(msgspec.Struct, frozen=True, kw_only=True):
    """An act as one document states it, with entities in place of names.

    `text` is the title, summary or object; `by` the parties, deciders, givers or senders; `to` the recipients.
    """

    claim: str
    document: str
    kind: str
    text: str = ""
    form: str = ""
    status: str = ""
    by: Names = frozenset()
    to: Names = frozenset()
    date: DateSpan | None = None
    report: DateSpan | None = None

    def day(self) -> dt.date | None:
        """Its first day, or else that of the report."""
        dated = self.date if self.date is not None and self.date.first is not None else self.report
        return None if dated is None else dated.first


def are_one(a: ActSaying, b: ActSaying) -> bool:
    """Whether two sayings are of one act."""
    if a.kind != b.kind:
        return False
    if a.document == b.document:
        return msgspec.structs.replace(a, claim="") == msgspec.structs.replace(b, claim="")
    match a.kind:
        case "agreement":
            return _one_agreement(a, b)
        case "award":
            same = bool(a.to) and a.to == b.to and bool(_words(a.text)) and _words(a.text) == _words(b.text)
            return same and _may_be_same(a.by, b.by) and _is_near(a, b)
        case "decision":
            if not a.by or not b.by or a.status != b.status or not _may_be_same(a.by, b.by):
                return False
            if _telling(a.text) == _telling(b.text) and len(_telling(a.text)) >= _LONG and not (a.date and b.date):
                return True  # told again later, in the same words
            return _shared(a, b) >= _MOSTLY and len(_telling(a.text) & _telling(b.text)) > 1 and _is_near(a, b)
        case _:
            told = a.form == b.form and bool(a.by) and a.by == b.by and a.to == b.to
            return told and (bool(a.to) or a.form not in _UNADDRESSED) and _is_same_day(a, b)


def one_acts(sayings: Iterable[ActSaying]) -> list[tuple[ActSaying, ...]]:
    """The sayings by act, each group and the list of them in the order of claims; all of a group are pairwise one."""
    groups: list[list[ActSaying]] = []
    by_word: dict[tuple[str, str], list[list[ActSaying]]] = {}
    for saying in sorted(sayings, key=lambda s: s.claim):
        near = {id(group): group for key in _handles(saying) for group in by_word.get(key, ())}
        home = next((g for g in near.values() if all(are_one(saying, other) for other in g)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(saying)
        for key in _handles(saying):
            known = by_word.setdefault(key, [])
            if home not in known:
                known.append(home)
    return [tuple(group) for group in groups]


def annulled_by(decisions: Sequence[ActSaying]) -> dict[str, str]:
    """Of each decision that another annuls, the claim of that one: by the same, later, and of most of the same words.

    An annulment undoes the likest decision before it; of equals the latest.
    """
    found: dict[str, str] = {}
    undone = sorted((d for d in decisions if d.status == "annulled"), key=_order)
    adopted = sorted((d for d in decisions if d.status == "adopted"), key=_order)
    for annulment in undone:
        day = annulment.day()
        before = [
            (_shared(annulment, d), _order(d), d.claim)
            for d in adopted
            if d.by & annulment.by and d.claim not in found and _is_before(d.day(), day) and _is_undone(d, annulment)
        ]
        if before:
            found[max(before)[2]] = annulment.claim
    return found


def _is_undone(decision: ActSaying, annulment: ActSaying) -> bool:
    words = _telling(decision.text)
    return bool(words) and (_shared(decision, annulment) >= _ALIKE or words <= _telling(annulment.text))


def _one_agreement(a: ActSaying, b: ActSaying) -> bool:
    if not _may_be_same(a.by, b.by):
        return False
    own_a, own_b = _telling(a.text), _telling(b.text)
    alike = own_a <= own_b or own_b <= own_a or bool(a.by and b.by and _shared(a, b) >= _MOSTLY)
    named = _named(a.text) == _named(b.text) and len(_named(a.text)) > 2
    if min(len(own_a), len(own_b)) > 1 and (alike or named):
        return not _is_apart(a, b)
    if not a.by or a.by != b.by or _words(a.text) != _words(b.text):
        return False
    return (bool(own_a) and not _is_apart(a, b)) or (len(a.by) > 1 and _is_same_day(a, b))


def _is_apart(a: ActSaying, b: ActSaying) -> bool:
    """Whether two agreements of one name reached the same stage at times so different that they are two."""
    days = [s.date.first for s in (a, b) if s.date is not None and s.date.first is not None]
    far = len(days) == 2 and abs(days[0] - days[1]) > _MONTH and not _overlap(a.date, b.date)
    return far and a.status == b.status


def _may_be_same(one: Names, other: Names) -> bool:
    return not one or not other or one <= other or other <= one


def _is_near(a: ActSaying, b: ActSaying) -> bool:
    if a.date is not None and b.date is not None:
        return _overlap(a.date, b.date)
    day_a, day_b = a.day(), b.day()
    return day_a is not None and day_b is not None and abs(day_a - day_b) <= _WEEK


def _is_same_day(a: ActSaying, b: ActSaying) -> bool:
    one, other = a.date or a.report, b.date or b.report
    return one is not None and one == other and one.precision == "day"


def _overlap(a: DateSpan | None, b: DateSpan | None) -> bool:
    return a is not None and b is not None and a.overlaps(b)


def _shared(a: ActSaying, b: ActSaying) -> float:
    """The part of the telling words of two acts that both have."""
    one, other = _telling(a.text), _telling(b.text)
    return len(one & other) / len(one | other) if one or other else 0.0


def _handles(saying: ActSaying) -> list[tuple[str, str]]:
    """What two that are one have in common, one of these at least."""
    words = _telling(saying.text) or _words(saying.text)
    return [(saying.kind, each) for each in sorted(saying.by if saying.kind == "message" else words)]


def _order(saying: ActSaying) -> tuple[dt.date, str]:
    return saying.day() or dt.date.min, saying.claim


def _is_before(one: dt.date | None, other: dt.date | None) -> bool:
    return one is not None and other is not None and one < other


@lru_cache(maxsize=65536)
def _words(text: str) -> Names:
    return frozenset(folded_words(text))


@lru_cache(maxsize=65536)
def _telling(text: str) -> Names:
    return frozenset(
        word for word in folded_words(text) if word not in _general() and word.removesuffix("s") not in _general()
    )


@lru_cache(maxsize=65536)
def _named(text: str) -> Names:
    """The telling words of the name at the beginning of a title: "Zenda Pact on Fish and Salt, aiming to" has three."""
    found: list[str] = []
    for word in text.split():
        if not word[0].isupper() and word not in _BETWEEN:
            break
        found.append(word)
        if word.endswith((",", ";", ":")):
            break
    return _telling(" ".join(found))


@cache
def _general() -> frozenset[str]:
    return frozenset(word_lists()["general_act_words"])
