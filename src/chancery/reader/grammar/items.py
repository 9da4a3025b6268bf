"""A sentence as a row of items: names, titles and dates stand as one item each, between words and signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeVar, cast

from chancery.reader.draft import DateMention, Draft, Name, Title

# P person, O organisation, L place, T title of a role, R rank, H honorific, D date, W word, X sign
Kind = Literal["P", "O", "L", "T", "R", "H", "D", "W", "X"]

_Stretch = TypeVar("_Stretch", Name, Title, DateMention)

# A sentence of more items than any real report has is read in pieces, so that what looks at a whole sentence for each
# of its parts costs no more on a paragraph without end.
_LONGEST = 600
_VIEW = "sentence items"

_KIND_OF_NAME: dict[str, Kind] = {"person": "P", "organisation": "O", "place": "L"}


@dataclass(slots=True, frozen=True)
class Item:
    """One item; `text` is verbatim, `word` the text in lower case. Half-open offsets in the text layer."""

    kind: Kind
    start: int
    end: int
    text: str
    word: str
    name: Name | None = None
    date: DateMention | None = None

    @property
    def ref(self) -> str | None:
        return self.name.entity if self.name else None


def sentence_items(draft: Draft) -> list[list[Item]]:
    """The items of each sentence, in order; made once, when the names of the draft have their entities."""
    made = draft.views.get(_VIEW)
    if made is None:
        made = draft.views[_VIEW] = list(_sentence_items(draft))
    return cast("list[list[Item]]", made)


def _sentence_items(draft: Draft) -> Iterator[list[Item]]:
    """The items of each sentence, in order. A name stands before a title inside it; a title worn at the head of a
    person's name is split off."""
    outer = [name for name in draft.names if name.level == 0 and name.entity is not None]
    outer.sort(key=lambda name: (name.start, -name.end))
    name_starts = [name.start for name in outer]
    title_starts = [title.start for title in draft.titles]
    date_starts = [date.start for date in draft.dates]
    for first, after in draft.sentence_tokens:
        items: list[Item] = []
        index = first
        while index < after:
            token = draft.tokens[index]
            at = token.start
            name = _first_at(outer, name_starts, at)
            title = _first_at(draft.titles, title_starts, at)
            date = _first_at(draft.dates, date_starts, at)
            if name is not None and not (title and name.type == "person" and title.end < name.end):
                items.append(_item(draft, _KIND_OF_NAME[name.type], at, name.end, name=name))
                title = _title_over(draft.titles, title_starts, name.end)
                begin = _next_token_start(draft, index, after, name.end) if title else None
                if title is not None and begin is not None and begin < title.end:
                    items.append(_item(draft, _kind_of_title(title), begin, title.end))
            elif title is not None:
                items.append(_item(draft, _kind_of_title(title), at, title.end))
                if name is not None:  # the title is part of how the document writes the person's name
                    begin = _next_token_start(draft, index, after, title.end)
                    if begin is not None and begin < name.end:
                        items.append(_item(draft, "P", begin, name.end, name=name))
            elif date is not None:
                items.append(_item(draft, "D", at, date.end, date=date))
            else:
                items.append(_item(draft, "W" if token.text[0].isalnum() else "X", at, token.end))
            end = items[-1].end
            index += 1
            while index < after and draft.tokens[index].start < end:
                index += 1
        for first in range(0, len(items), _LONGEST):
            yield _ranks_before_people(items[first : first + _LONGEST])


def _ranks_before_people(items: list[Item]) -> list[Item]:
    """A word for a rank is one only before a person: "General Staff" holds none."""
    for at in range(len(items) - 1, -1, -1):
        if items[at].kind == "R":
            following = items[at + 1] if at + 1 < len(items) else None
            if following is None or (
                following.kind not in ("P", "R", "H") and following.word not in ("(", ",", "retd")
            ):
                items[at] = replace(items[at], kind="W")
    return items


def _item(
    draft: Draft, kind: Kind, start: int, end: int, *, name: Name | None = None, date: DateMention | None = None
) -> Item:
    text = draft.text[start:end]
    return Item(kind, start, end, text, text.casefold(), name, date)


def _kind_of_title(title: Title) -> Kind:
    return "H" if title.honorific else "R" if title.rank else "T"


def _first_at(stretches: list[_Stretch], starts: list[int], at: int) -> _Stretch | None:
    index = bisect_left(starts, at)
    return stretches[index] if index < len(starts) and starts[index] == at else None


def _title_over(titles: list[Title], starts: list[int], offset: int) -> Title | None:
    """The title that begins before the offset and ends after it: "Board President" over the end of "Relief Board"."""
    index = bisect_left(starts, offset) - 1
    return titles[index] if index >= 0 and titles[index].end > offset else None


def _next_token_start(draft: Draft, index: int, after: int, offset: int) -> int | None:
    while index < after and draft.tokens[index].start < offset:
        index += 1
    return draft.tokens[index].start if index < after else None
