"""Stating: the post fact of a holder whose body and change are chosen, with its dates and the words that state it."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.reader.draft import Draft
from chancery.reader.grammar.changes import change_in
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.post_dates import DATED, Dates, dates_in_office, dates_of, dates_of_list_item, years_after
from chancery.reader.grammar.predecessors import FILLING, predecessor
from chancery.reader.grammar.tenancy import Drawn
from chancery.reader.linking.holders import Holder
from chancery.reader.linking.seats import Seat
from chancery.terms.claims import PostChange, PostFact

_NEAR = 60  # characters between a post and its body that the evidence may bridge


def posts_of(
    draft: Draft, holder: Holder, seat: Seat, change: PostChange, probability: float, features: tuple[str, ...],
    floor: float = 0.0,
) -> list[Drawn]:  # fmt: skip
    """The post of one holder, and that of the one who had it before, where the sentence names them."""
    role, person = holder.site.role, holder.person
    start, end = _evidence(holder, seat)
    rule = f"post: {holder.site.how}, {holder.how}"
    if role.rank:
        fact = PostFact(person=person.ref or "", role=role.role, title=role.title, rank=True, organisation=seat.body,
                        change="former" if role.former else "holds")  # fmt: skip
        return [Drawn(fact, start, end, rule, probability, features, floor)]
    dates = _dates(draft, holder, start, end, change)
    if dates.until is not None and change == "holds" and holder.how != "list":
        change = "former"
    before = predecessor(holder.site.line.items, [person]) if change in FILLING and holder.how != "list" else None
    fact = PostFact(
        person=person.ref or "", role=role.role, title=role.title, organisation=seat.body, change=change,
        date=dates.date, since=dates.since, until=dates.until, acting=role.acting or _acting(holder),
        predecessor=before.ref if before else None,
    )  # fmt: skip
    posts = [Drawn(fact, start, end, rule, probability, features, floor)]
    if before is not None and before.ref is not None:
        gone = PostFact(person=before.ref, role=role.role, organisation=seat.body, change="former")
        posts.append(Drawn(gone, start, max(end, before.end), "post: predecessor", probability, features, floor))
    return posts


def _dates(draft: Draft, holder: Holder, start: int, end: int, change: PostChange) -> Dates:
    row, person = holder.line.items, holder.person
    years = years_after(row, person) if any(item is person for item in row) else None
    if years is not None:
        return dates_in_office(years, "former" if years.until is not None and change == "holds" else change)
    if holder.how == "list":
        dates = dates_of_list_item(row, change)
        if dates is not None:
            return dates
        lead = next((item.date for item in holder.site.line.items if item.date is not None), None)
        if lead is not None and change in DATED and change_in(holder.site.line.items) == change:
            return Dates(date=lead.span)
        return Dates()
    return dates_of(draft, holder.site.line.items, start, end, change)


def _acting(holder: Holder) -> bool:
    return holder.how == "list" and any(item.word == "acting" for item in holder.line.items)


def _evidence(holder: Holder, seat: Seat) -> tuple[int, int]:
    """The words that state the post: person, role, and the body where it stands beside them."""
    role, person = holder.site.role, holder.person
    if holder.how == "list":
        return person.start, _end_of_row(holder.line.items, person)
    starts, ends = [role.start], [role.end]
    if any(item is person for item in holder.site.line.items):
        starts.append(person.start)
        ends.append(person.end)
    elif holder.how == "pronoun":
        starts.append(_pronoun_start(holder))
    start, end = min(starts), max(ends)
    if seat.start is not None and seat.end is not None:
        if seat.end > end and seat.start - end <= _NEAR:
            end = seat.end
        elif seat.start < start and start - seat.end <= _NEAR:
            start = seat.start
    return start, end


def _end_of_row(items: Sequence[Item], person: Item) -> int:
    """A row's person with the dates that stand behind the name."""
    dated = [item.end for item in items if item.date is not None and item.start >= person.end]
    return max([person.end, *dated])


def _pronoun_start(holder: Holder) -> int:
    items, role = holder.site.line.items, holder.site.role
    return next(
        (items[at].start for at in range(role.first - 1, -1, -1) if items[at].word in ("he", "she", "his", "her")),
        role.start,
    )
