"""Conflicts over who held a post, and when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from chancery.register.choosing import MORE_DOCUMENTS, MORE_PRECISE, NEWER_REPORT, Choice, Said, Side, choose
from chancery.register.conflicts.found import Found, FoundSide, Naming, Seat, dates_in_words, entities_of, post_in_words
from chancery.register.roles import is_single_seat
from chancery.register.sayings import Closing
from chancery.terms.dates import DateSpan
from chancery.terms.wording import Wording, worded

_BEFORE = (
    worded("{person} is seen as {post} before it was created").sentence,
    worded("{body} created: {days}").sentence,
)
_AFTER = (worded("{person} is seen as {post} after it was ended").sentence, worded("{body} ended: {days}").sentence)


class HeldAtOnce(msgspec.Struct, frozen=True, kw_only=True):
    """Two people in one single seat, from the first to the last of the days on which both are *held*."""

    seats: tuple[Seat, Seat]
    days: tuple[dt.date, dt.date]
    sides: tuple[Side, Side]
    choice: Choice


def held_at_once(seats: Iterable[Seat]) -> Iterable[HeldAtOnce]:
    """Two people in one single seat on days on which both are *held*, beyond the day of a hand-over.

    Who acts beside the holder is no second holder. A document that sees both in the post at once tells that the seat is
    shared, whatever its name.
    """
    posts: dict[object, list[Seat]] = defaultdict(list)
    for seat in seats:
        if seat.tenure.standing == "held" and seat.body is not None and is_single_seat(seat.role):
            posts[seat.post, seat.acting].append(seat)
    for several in posts.values():
        for a, b in combinations(sorted(several, key=lambda seat: (_first(seat), seat.person)), 2):
            days = _both_held(a, b)
            if a.person != b.person and days is not None and not _is_shared(a, b):
                sides = (Side(said=_within(a, days)), Side(said=_within(b, days)))
                choice = choose(sides, (MORE_DOCUMENTS, MORE_PRECISE))
                yield HeldAtOnce(seats=(a, b), days=days, sides=sides, choice=choice)


def two_holders(seats: Iterable[Seat], name: Naming) -> Iterable[Found]:
    """Those that are held at once, in words."""
    for both in held_at_once(seats):
        a, b = both.seats
        yield Found(
            kind="two holders",
            words=worded(
                "{a} and {b} both held {post}: {days}",
                a=name(a.person),
                b=name(b.person),
                post=post_in_words(a, name),
                days=dates_in_words((_day(both.days[0]), _day(both.days[1]))),
            ),
            entities=entities_of(a, b),
            sides=tuple(
                FoundSide(says=worded("{person} held it", person=name(seat.person)), side=side, entity=seat.person)
                for seat, side in zip(both.seats, both.sides, strict=True)
            ),
            choice=both.choice,
        )


def two_dates(seats: Iterable[Seat], name: Naming) -> Iterable[Found]:
    """Two dates of one start, such as that of the appointment and that of the hand-over, or two of one end."""
    for seat in seats:
        for dispute in seat.tenure.disputes:
            count, who, post = str(len(dispute.sides)), name(seat.person), post_in_words(seat, name)
            took_up = worded("{count} dates on which {person} took up {post}", count=count, person=who, post=post)
            left = worded("{count} dates on which {person} left {post}", count=count, person=who, post=post)
            yield Found(
                kind="two starts" if dispute.what == "start" else "two ends",
                words=took_up if dispute.what == "start" else left,
                entities=entities_of(seat),
                sides=tuple(
                    FoundSide(says=worded("on {date}", date=str(side.date)), side=side) for side in dispute.sides
                ),
                choice=dispute.choice,
            )


def after_death(seats: Iterable[Seat], deaths: Sequence[Said], name: Naming) -> Iterable[Found]:
    """Somebody seen in a post after a day on which a document says that he or she died."""
    died = [said for said in deaths if said.date is not None and said.date.last is not None]
    if not died:
        return
    for seat in seats:
        after = tuple(said for said in seat.seen if all(_is_after(said.date, death.date) for death in died))
        if after:
            dead, alive = Side(said=tuple(died), date=died[0].date), Side(said=after)
            who, when = name(seat.person), dates_in_words(tuple(said.date for said in after))
            yield Found(
                kind="after death",
                words=worded(
                    "{person} is seen as {post} after the day of death", person=who, post=post_in_words(seat, name)
                ),
                entities=entities_of(seat),
                sides=(
                    FoundSide(
                        says=worded(
                            "{person} died: {days}", person=who, days=dates_in_words(tuple(s.date for s in died))
                        ),
                        side=dead,
                    ),
                    FoundSide(says=worded("{person} held the post: {days}", person=who, days=when), side=alive),
                ),
                choice=choose((dead, alive), (MORE_DOCUMENTS, NEWER_REPORT)),
            )


def after_the_end(seats: Sequence[Seat], name: Naming) -> Iterable[Found]:
    """Somebody seen in a post after its known end, by another document, and nothing tells of a new beginning."""
    posts: dict[object, list[Seat]] = defaultdict(list)
    for seat in seats:
        if seat.tenure.standing == "held":
            posts[seat.person, seat.post, seat.acting].append(seat)
    for several in posts.values():
        for before in several:
            ends = tuple(said for said in before.ended if _overlap(said.date, before.tenure.end.date))
            if before.tenure.end.kind != "known" or not ends:
                continue
            later = [seat for seat in several if _is_after(seat.tenure.attested_first, before.tenure.end.date)]
            after = min(later, key=_first, default=None)
            if after is None or after.tenure.start.kind != "at least":
                continue
            seen = tuple(said for said in after.seen if said.document not in {end.document for end in ends})
            if seen:
                over, still = Side(said=ends, date=before.tenure.end.date), Side(said=seen)
                who, when = name(before.person), dates_in_words(tuple(said.date for said in seen))
                yield Found(
                    kind="after the end",
                    words=worded(
                        "{person} is seen as {post} after the end of it", person=who, post=post_in_words(before, name)
                    ),
                    entities=entities_of(before),
                    sides=(
                        FoundSide(says=worded("ended on {date}", date=str(before.tenure.end.date)), side=over),
                        FoundSide(says=worded("held: {days}", days=when), side=still),
                    ),
                    choice=choose((over, still), (MORE_DOCUMENTS, NEWER_REPORT)),
                )


def outside_the_body(
    seats: Iterable[Seat], begun: Sequence[Said], ended: Sequence[Said], name: Naming
) -> Iterable[Found]:
    """Somebody seen in a post of a body before all that tell its beginning, or after all that tell its end."""
    began, over = ([s for s in told if s.date is not None and s.date.first is not None] for told in (begun, ended))
    for seat in seats:
        for told, is_out, at_all in ((began, _is_before, _BEFORE), (over, _is_after, _AFTER)):
            out = tuple(s for s in seat.seen if told and all(is_out(s.date, other.date) for other in told))
            if seat.tenure.standing != "held" or not out or seat.body is None:
                continue
            body, seen = Side(said=tuple(told), date=told[0].date), Side(said=out)
            dates = dates_in_words(tuple(said.date for said in told))
            yield Found(
                kind="outside the body",
                words=Wording(at_all[0], {"person": name(seat.person), "post": post_in_words(seat, name)}),
                entities=entities_of(seat),
                sides=(
                    FoundSide(
                        says=Wording(at_all[1], {"body": name(seat.body), "days": dates}), side=body, entity=seat.body
                    ),
                    FoundSide(
                        says=worded("held: {days}", days=dates_in_words(tuple(s.date for s in out))),
                        side=seen,
                        entity=seat.person,
                    ),
                ),
                choice=choose((body, seen), (MORE_DOCUMENTS, NEWER_REPORT)),
            )


def deaths_said(closings: Iterable[Closing], documents: dict[str, str], accepted: Iterable[str]) -> list[Said]:
    """Closings as sides of a conflict; `documents` has the document of each claim."""
    known = set(accepted)
    return [
        Said(claim=c.claim, document=documents[c.claim], date=c.date, report=c.report, accepted=c.claim in known)
        for c in closings
    ]


def _both_held(a: Seat, b: Seat) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which both are held; None where they only meet on the day of a hand-over."""
    held_a, held_b = _held(a), _held(b)
    for seat, other in ((a, held_b), (b, held_a)):
        # A vague date that lies wholly within the other's time is held on none of its days, and yet on one of them.
        vague = [_days(said.date) for said in seat.seen] if other is not None else []
        inside = next((days for days in vague if days and other and other[0] < days[0] < days[1] < other[1]), None)
        if inside is not None:
            return inside
    if held_a is None or held_b is None:
        return None
    first, last = max(held_a[0], held_b[0]), min(held_a[1], held_b[1])
    if first > last or (first == last and first in (held_a[1], held_b[1]) and first in (held_a[0], held_b[0])):
        return None
    return first, last


def _held(seat: Seat) -> tuple[dt.date, dt.date] | None:
    """From the last possible first day to the first possible last day, as `holding` counts *held*."""
    first, last = seat.tenure.attested_first, seat.tenure.attested_last
    if first is None or last is None or first.last is None or last.first is None or first.last > last.first:
        return None
    return first.last, last.first


def _within(seat: Seat, days: tuple[dt.date, dt.date]) -> tuple[Said, ...]:
    """What sees the person in the post on these days, or else whatever the tenure rests on."""
    return tuple(said for said in seat.seen if _overlap(said.date, _span(days))) or seat.seen


def _is_shared(a: Seat, b: Seat) -> bool:
    return any(
        mine.document == other.document and mine.date == other.date for mine in a.seen for other in b.seen
    )  # fmt: skip


def _days(date: DateSpan | None) -> tuple[dt.date, dt.date] | None:
    return None if date is None or date.first is None or date.last is None else (date.first, date.last)


def _first(seat: Seat) -> dt.date:
    first = seat.tenure.attested_first
    return dt.date.max if first is None or first.first is None else first.first


def _day(day: dt.date) -> DateSpan:
    return DateSpan.of_day(day)


def _span(days: tuple[dt.date, dt.date]) -> DateSpan:
    return DateSpan(precision="season", first=days[0], after=days[1] + dt.timedelta(days=1))


def _overlap(a: DateSpan | None, b: DateSpan | None) -> bool:
    return a is not None and b is not None and a.overlaps(b)


def _is_after(a: DateSpan | None, b: DateSpan | None) -> bool:
    """Whether it lies wholly after the other."""
    return a is not None and b is not None and a.first is not None and b.after is not None and a.first >= b.after


def _is_before(a: DateSpan | None, b: DateSpan | None) -> bool:
    return _is_after(b, a)
