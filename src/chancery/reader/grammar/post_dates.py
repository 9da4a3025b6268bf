"""When a post was filled or left, as the sentence says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chancery.reader.dating import nearest_date
from chancery.reader.draft import DateMention, Draft
from chancery.reader.grammar.items import Item
from chancery.terms.claims import PostChange
from chancery.terms.dates import DateSpan

# Changes that have a date of their own.
DATED = frozenset({"elected", "appointed", "reappointed", "nominated", "resigned", "dismissed"})
_NEAR = 4  # items between a role and the years in which it was held


class Dates(NamedTuple):
    """The date of the change, and the stated beginning and end of the holding."""

    date: DateSpan | None = None
    since: DateSpan | None = None
    until: DateSpan | None = None


def dates_of(draft: Draft, items: Sequence[Item], start: int, end: int, change: PostChange) -> Dates:
    """The dates that the sentence gives to a post whose words stand between the offsets `start` and `end`."""
    held = _held(items, end)
    if held is not None:
        return dates_in_office(held, change)
    if change in DATED:
        mention = nearest_date(draft, start, end, within=(items[0].start, items[-1].end))
        return Dates(date=mention.span if mention else None)
    since = _since(items, start)
    if since is not None and change == "holds":
        return Dates(date=since, since=since)
    return Dates()


def years_after(items: Sequence[Item], person: Item) -> DateMention | None:
    """The years that stand in brackets after a person's name: "X (1919 to 1926)"."""
    at = next((index for index, item in enumerate(items) if item is person), len(items)) + 1
    if at + 2 < len(items) and items[at].word == "(" and items[at + 2].word == ")":
        return items[at + 1].date
    return None


def dates_of_list_item(items: Sequence[Item], change: PostChange) -> Dates | None:
    """ "X (Country), 1921 to 1923": the dates of a list item that is about one person; None where it has none."""
    mentions = [item.date for item in items if item.date is not None]
    return dates_in_office(mentions[-1], change) if mentions else None


def dates_in_office(held: DateMention, change: PostChange) -> Dates:
    """A range is a beginning and an end; the date of a post that was left is its end."""
    if held.until is None:
        return Dates(date=held.span, since=held.span if change != "former" else None)
    return Dates(date=held.until if change == "former" else held.span, since=held.span, until=held.until)


def _held(items: Sequence[Item], end: int) -> DateMention | None:
    """A range of dates that stands right after the words of the post."""
    after = [item for item in items if item.start >= end][:_NEAR]
    for item in after:
        if item.date is not None:
            return item.date if item.date.until is not None else None
        if item.word not in ("(", ",", "from", "in", "between", "for"):
            return None
    return None


def _since(items: Sequence[Item], start: int) -> DateSpan | None:
    for at, item in enumerate(items[:-1]):
        following = items[at + 1].date
        if item.word == "since" and following is not None:
            return following.span
    return None
