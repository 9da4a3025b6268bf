"""People who belong to a body without a word for it: "was elected to the Board", "the Committee consists of"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from chancery.reader.grammar.changes import change_before, change_between
from chancery.reader.grammar.complements import ARTICLES
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.people import coordinated_before, people_from
from chancery.reader.grammar.tenancy import Drawn
from chancery.reader.grammar.ties import REACH
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange, PostFact

_BEFORE_HEADED = frozenset({",", "is", "was", "are", "will", "be", "which", "currently", "now", "(", "to", "shall"})
_FILLERS = frozenset({"will", "is", "of", ",", ":", "the", "was"})


def memberships(items: list[Item], subject: Item | None) -> Iterator[Drawn]:
    """ "X was elected to the Board", "the Committee, consisting of X, Y and Z"."""
    lists = word_list("en", "posts")
    for at, item in enumerate(items):
        if item.kind != "O" or item.ref is None or not is_collegiate(item):
            continue
        before = at - 1
        while before >= 0 and items[before].word in ARTICLES:
            before -= 1
        if before >= 0 and items[before].word in lists["joins"]:
            yield from _joined(items, item, before, subject)
        yield from _headed(items, at)
        after = at + 1
        if after + 1 < len(items) and items[after].word in (*lists["consists"], "will", "is", ","):
            while after < len(items) and items[after].word in (
                *lists["consists"],
                "will",
                "consist",
                "is",
                "of",
                ",",
                ":",
                "the",
            ):
                after += 1
            if not any(other.word in lists["consists"] or other.word == "consist" for other in items[at + 1 : after]):
                continue
            people, end = people_from(items, after, many=True)
            for person in people:
                if person.ref is not None:
                    yield Drawn(
                        PostFact(person=person.ref, role="member", organisation=item.ref),
                        item.start,
                        end,
                        "post: consists of",
                    )


def _headed(items: list[Item], at: int) -> Iterator[Drawn]:
    """ "the Committee, headed by X", "the Department is directed by X"."""
    roles = word_list("en", "posts")["headed_by"]
    index = at + 1
    while index < len(items) and items[index].word in _BEFORE_HEADED:
        index += 1
    if index + 1 >= len(items) or items[index].word not in roles or items[index + 1].word != "by":
        return
    people, end = people_from(items, index + 2, many=False)
    if people and people[0].ref is not None:
        coming = any(item.word == "will" for item in items[at:index])
        change: PostChange = "appointed" if coming else "holds"
        fact = PostFact(person=people[0].ref, role=roles[items[index].word], organisation=items[at].ref, change=change)
        yield Drawn(fact, items[at].start, end, "post: headed by")


def _joined(items: list[Item], body: Item, before: int, subject: Item | None) -> Iterator[Drawn]:
    for index in range(before, max(-1, before - REACH), -1):
        if items[index].kind == "P" or items[index].word in ("he", "she"):
            gap = items[index + 1 : before + 1]
            people = coordinated_before(items, index) if items[index].kind == "P" else ()
            change = change_between(gap)
            if change is None and people and {item.word for item in gap} <= {"to", "the", "on"}:
                first = next(k for k, item in enumerate(items) if item is people[0])
                while first > 0 and items[first - 1].kind in ("H", "R"):
                    first -= 1
                change = change_before(items[first - 1].word) if first else None
            if change not in ("elected", "appointed", "reappointed", "nominated"):
                return
            for person in people or (subject,):
                if person is not None and person.ref is not None:
                    fact = PostFact(person=person.ref, role="member", organisation=body.ref, change=change)
                    yield Drawn(fact, items[index].start, body.end, "post: joined")
            return


def is_collegiate(item: Item) -> bool:
    """Whether the name of the body says that it has members ("... Committee", "Board of Directors of ...")."""
    words = item.word.split()
    heads = _collegiate()
    return any(" ".join(words[at : at + size]) in heads for size in (1, 2, 3) for at in range(len(words)))


@cache
def _collegiate() -> frozenset[str]:
    return frozenset(word_list("en", "posts")["collegiate"])
