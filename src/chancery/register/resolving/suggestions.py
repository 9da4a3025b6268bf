"""What people are asked: pairs that may be one, most valuable first, kept in a table that can be made anew."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable

import msgspec

from chancery.register.citations import Shown
from chancery.register.identity import MemberId
from chancery.register.matching import Comparison, Finding
from chancery.register.resolving.atoms import Atom
from chancery.register.store import Store
from chancery.register.texts import sentences_around
from chancery.terms.claims import Claim, EntityType
from chancery.terms.entities import Citation, EntityName

_MOST_POSTS = 4  # told of each side


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two: a member that a ruling names, and what is known of the atom that it stands for."""

    member: MemberId
    name: str
    posts: tuple[tuple[str, str | None], ...]  # role, and the body as an entity
    documents: int
    first: dt.date | None  # the days between which it is seen
    last: dt.date | None


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A pair for a person to judge.

    `namesakes` asks whether one name is borne by two. `value` is how much the answer would settle: the claims of the
    lesser side, times how open the question is (from 0 to 1).
    """

    kind: EntityType
    sides: tuple[Side, Side]
    score: float
    findings: tuple[Finding, ...]
    value: float
    namesakes: bool = False


class SideView(msgspec.Struct, frozen=True, kw_only=True):
    """A side as people see it. `posts` are words; `citation` is where the member's document speaks of it."""

    entity: EntityName
    member: MemberId
    name: str
    posts: tuple[str, ...]
    documents: int
    first: dt.date | None
    last: dt.date | None
    citation: Citation | None


class SuggestionView(msgspec.Struct, frozen=True, kw_only=True):
    """A suggestion, with the entities that its members are of now."""

    sides: tuple[SideView, SideView]
    score: float
    findings: tuple[Finding, ...]
    value: float
    namesakes: bool


def suggestion_of(a: Atom, b: Atom, comparison: Comparison, *, namesakes: bool = False) -> Suggestion:
    score = min(max(comparison.score, 1e-6), 1 - 1e-6)
    openness = -(score * math.log2(score) + (1 - score) * math.log2(1 - score))
    return Suggestion(
        kind=a.kind, sides=(_side(a), _side(b)), score=comparison.score, findings=comparison.findings,
        value=(1 + min(a.claims, b.claims)) * openness, namesakes=namesakes,
    )  # fmt: skip


def _side(atom: Atom) -> Side:
    posts = dict.fromkeys((seat.role, seat.body) for seat in atom.seats)
    days = atom.days
    return Side(
        member=atom.members[0].id, name=max((m.name for m in atom.members), key=len),
        posts=tuple(posts)[:_MOST_POSTS], documents=len(atom.documents),
        first=days[0] if days else None, last=days[-1] if days else None,
    )  # fmt: skip


def keep_suggestions(store: Store, suggestions: Iterable[Suggestion]) -> None:
    """Put the suggestions in place of those that were kept."""
    store.run("DELETE FROM suggestion")
    for each in suggestions:
        first, second = (side.member for side in each.sides)
        store.run(
            "INSERT INTO suggestion (first, second, value, content) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (first, second) DO NOTHING",
            (first, second, each.value, msgspec.json.encode(each)),
        )


def open_suggestions(store: Store, *, limit: int | None = None) -> list[SuggestionView]:
    """Those that no ruling of a person answers and whose members are still there, most valuable first."""
    shown = Shown(store)
    found: list[SuggestionView] = []
    for content, a, b in store.rows(
        "SELECT suggestion.content, a.entity, b.entity FROM suggestion"
        " JOIN referent AS a ON a.member = suggestion.first JOIN referent AS b ON b.member = suggestion.second"
        " WHERE NOT EXISTS (SELECT 1 FROM ruling WHERE by_rule = 0 AND (ruling.first = suggestion.first"
        " AND ruling.second = suggestion.second OR ruling.first = suggestion.second"
        " AND ruling.second = suggestion.first)) ORDER BY value DESC, suggestion.first, suggestion.second"
    ):
        each = msgspec.json.decode(content, type=Suggestion)
        if a == b and not each.namesakes:
            continue
        first, second = (
            _side_view(store, shown, side, entity) for side, entity in zip(each.sides, (a, b), strict=True)
        )
        view = SuggestionView(
            sides=(first, second), score=each.score, findings=each.findings, value=each.value, namesakes=each.namesakes
        )
        found.append(view)
        if len(found) == limit:
            break
    return found


def _side_view(store: Store, shown: Shown, side: Side, entity: str) -> SideView:
    return SideView(
        entity=shown.entity(entity), member=side.member, name=side.name,
        posts=tuple(role if body is None else f"{role}, {_name(store, body)}" for role, body in side.posts),
        documents=side.documents, first=side.first, last=side.last, citation=_citation(store, shown, side),
    )  # fmt: skip


def _name(store: Store, entity: str) -> str:
    row = store.first("SELECT name FROM entity WHERE id = ?", (entity,))
    return "a body" if row is None else str(row[0])


def _citation(store: Store, shown: Shown, side: Side) -> Citation | None:
    """The sentence of the first claim that names the member, or the first sentence with its name."""
    row = store.first(
        "SELECT claim.content FROM claim_ref JOIN claim ON claim.id = claim_ref.claim WHERE claim_ref.member = ?"
        " ORDER BY claim.kind <> 'post', claim.place, claim.id LIMIT 1",
        (side.member,),
    )
    if row is not None:
        claim = msgspec.json.decode(row[0], type=Claim)
        return next(iter(shown.citations([claim])))
    document, name = store.one("SELECT document, name FROM referent WHERE member = ?", (side.member,))
    text = shown.text(document)
    start = text.find(name)
    if start < 0:
        return None
    span = (document, start, start + len(name))
    first, end = sentences_around(store, [span])[span]
    known = shown.document(document)
    return Citation(
        claim="", document=document, source=known.source, title=known.title, captured=known.captured,
        published=known.published, sentence=text[first:end], sentence_start=first, quote=name, start=start,
        end=start + len(name),
    )  # fmt: skip
