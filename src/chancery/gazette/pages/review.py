"""What needs a person's eye: pairs that may be one, most valuable first."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.dates_in_words import day_in_words
from chancery.gazette.pages.findings_in_words import finding_in_words
from chancery.gazette.pages.parts import Page, Proof, page_of, proof_of
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import ngettext
from chancery.register import RegisterReading
from chancery.register.resolving.suggestions import SideView, SuggestionView
from chancery.terms.entities import EntityName

SHOWN = 20  # pairs on the page; those that are answered make room for others


class PairSide(msgspec.Struct, frozen=True, kw_only=True):
    """One of two names. `member` is what a ruling names."""

    member: str
    name: str
    entity: EntityName
    href: str | None
    seen: str
    posts: tuple[str, ...]
    proof: Proof | None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two names that may be one, with what speaks for it and what against; `likely` in percent."""

    question: str
    likely: int
    sides: tuple[PairSide, PairSide]
    speaking_for: tuple[str, ...]
    against: tuple[str, ...]


class ReviewPage(Page, frozen=True, kw_only=True):
    """`waiting` counts all pairs that nobody has judged."""

    waiting: int
    pairs: tuple[Pair, ...]


def review_page(register: RegisterReading) -> ReviewPage:
    waiting = register.suggestions()
    return ReviewPage(
        title=_("What needs an eye"),
        address="/review",
        waiting=len(waiting),
        pairs=tuple(_pair(each) for each in waiting[:SHOWN]),
    )


def _pair(each: SuggestionView) -> Pair:
    first, second = each.sides
    return Pair(
        question=_question(each),
        likely=round(each.score * 100),
        sides=(_side(first), _side(second)),
        speaking_for=tuple(finding_in_words(finding) for finding in each.findings if finding.weight > 0),
        against=tuple(finding_in_words(finding) for finding in each.findings if finding.weight < 0),
    )


def _question(each: SuggestionView) -> str:
    if each.namesakes:
        return _("One name: is it one person?")
    match each.sides[0].entity.type:
        case "person":
            return _("Are these one person?")
        case "organisation":
            return _("Are these one body?")
        case _:
            return _("Are these one place?")


def _side(side: SideView) -> PairSide:
    return PairSide(
        member=side.member,
        name=side.name,
        entity=side.entity,
        href=page_of(side.entity),
        seen=_seen(side),
        posts=side.posts,
        proof=proof_of(side.citation) if side.citation is not None else None,
    )


def _seen(side: SideView) -> str:
    count = ngettext("in {count} document", "in {count} documents", side.documents).format(count=side.documents)
    if side.first is None or side.last is None:
        return count
    if side.first == side.last:
        return f"{count}, {day_in_words(side.first)}"
    return f"{count}, {day_in_words(side.first)} – {day_in_words(side.last)}"
