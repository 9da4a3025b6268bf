"""Seats: the bodies that a post may be in, with what speaks for and against each, "none is said" among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from chancery.reader.draft import Draft
from chancery.reader.grammar.complements import state_in_brackets
from chancery.reader.grammar.home import home_body, home_state, is_dependent
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.known import Known, common_bodies
from chancery.reader.grammar.people import body_after_name, body_with
from chancery.reader.grammar.roles import Role
from chancery.reader.grammar.states import is_state
from chancery.reader.grammar.tenancy import is_envoy, role_key
from chancery.reader.linking.gap import Outline, among, code_of, gap_features, outline_of
from chancery.reader.linking.holders import Holder
from chancery.reader.linking.labels import bracketed_behind
from chancery.reader.linking.sites import Line
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref


@dataclass(slots=True)
class Background:
    """What a whole document says of its bodies: made once, asked for each post."""

    draft: Draft
    known: Known
    home: Ref | None
    first: tuple[Ref, ...]  # the bodies of the first line that names any
    often: dict[Ref, int]  # how many bodies are named more often, states left out
    said: dict[tuple[str, str], list[Ref]] = field(default_factory=dict)  # by person and role: bodies said with them
    offices: dict[str, list[Ref]] = field(default_factory=dict)  # by role: bodies said with it
    kinds: dict[Ref, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Seat:
    """A body that the post may be in (None: none is said), with its features; offsets of its name beside the role."""

    body: Ref | None
    features: list[str]
    start: int | None = None
    end: int | None = None


def background(draft: Draft, known: Known, lines: Sequence[Line]) -> Background:
    """What the document says of its bodies."""
    named = [ref for ref, referent in draft.referents.items() if referent.type == "organisation"]
    ranked = sorted(named, key=lambda ref: (-len(draft.referents[ref].mentions), ref))
    ranked = [ref for ref in ranked if not is_state(draft.referents[ref].name)]
    first = next((refs for line in lines if (refs := tuple(i.ref for i in line.items if i.kind == "O" and i.ref))), ())
    return Background(draft, known, home_body(draft), first, {ref: at for at, ref in enumerate(ranked)})


def remember(about: Background, holder: Holder) -> None:
    """Keep the body that is said with a post, for where the post is named without it."""
    role = holder.site.role
    if role.body is not None and not role.rank:
        key = role_key(role.role)
        about.said.setdefault((holder.person.ref or "", key), []).append(role.body)
        about.offices.setdefault(key, []).append(role.body)


def seats_of(
    about: Background, holder: Holder, before: tuple[Holder, Ref | None] | None, heading: Ref | None
) -> list[Seat]:
    """The candidates for one post, each body once; the first is "none is said".

    `before` is the post that was told of last, with the body that was found for it: posts of one list share their body.
    `heading` is the body that heads the list in which a label stands (`labels.heading_body`).
    """
    role, line = holder.site.role, holder.site.line
    head = _head(role.role)
    kind = holder.site.how if holder.site.how != "said" else "rank" if role.rank else "role"
    chances = _Chances(about, role, kind, head)
    if role.body is not None:
        said = _said_how(line, role)
        chances.add(role.body, "said in the role", f"said in the role {said}", f"said in the role {said}, {holder.how}")
    _in_the_line(about, line, role, chances)
    _of_person(about, holder, chances)
    tie = line.ties.get(holder.site.group)
    if tie is not None and tie.body is not None:
        chances.add(tie.body, "tied with a comma")
    bracket = state_in_brackets(line.items, role.last)
    if bracket is not None:
        chances.add(bracket.ref, "state in brackets")
    if role.owned:
        chances.add(about.known.owner(line.items, role.first) or line.owner, "owner")
    _around(about, holder, chances)
    if before is not None:
        _told_before(holder, before, chances)
    if heading is not None:
        chances.add(heading, "in the heading")
    chances.seats[None].features += _none_features(about, holder, kind, head)
    chances.seats[None].features += _though(chances)
    bracketed = bracketed_behind(holder)
    return [
        seat for seat in chances.seats.values() if seat.body is None or bracketed is None or seat.body != bracketed.ref
    ]


class _Chances:
    """The seats of one post while they are gathered; the first is that none is said."""

    def __init__(self, about: Background, role: Role, kind: str, head: str) -> None:
        self.seats: dict[Ref | None, Seat] = {None: Seat(None, [])}
        self._about = about
        self._start = role.start
        self._kind = kind
        self._head = head

    def add(self, ref: Ref | None, *features: str, item: Item | None = None) -> None:
        """Give a body features, each also crossed with the kind of role; `item` names it in the line, if it does."""
        about = self._about
        if ref is None or ref not in about.draft.referents or about.draft.referents[ref].type == "person":
            return
        seat = self.seats.get(ref)
        if seat is None:
            seat = self.seats[ref] = Seat(ref, _kinds(about, ref, self._kind, self._head))
        for feature in features:
            seat.features += (feature, f"{feature} {self._kind}")
        if item is not None and (
            seat.end is None or abs(item.start - self._start) < abs((seat.start or 0) - self._start)
        ):
            seat.start, seat.end = item.start, item.end


def _none_features(about: Background, holder: Holder, kind: str, head: str) -> list[str]:
    """What speaks for and against that no body is said."""
    role, line = holder.site.role, holder.site.line
    told = ("tie=", f"{kind} right=", f"{kind} opener=")
    return [
        "none", f"none {kind} {head}", f"none {kind} {holder.how}", f"none capital={role.role[:1].isupper()}",
        f"none words={min(len(role.role.split()), 4)}",
        f"none complement={' of ' in role.role or ' for ' in role.role}",
        f"none bodies={min(sum(item.kind == 'O' for item in line.items), 3)}", f"none home={about.home is not None}",
        f"none row={line.row}, {holder.how}", f"none bodies of the text={min(len(about.often), 3)}",
        *(f"none {feature}" for feature in holder.features if feature.startswith(told)),
    ]  # fmt: skip


_TELLING = (
    "said in the role",
    "tied with a comma",
    "after the name",
    "with the person as",
    "state in brackets",
    "owner",
    "in the heading",
    "in the lead-in",
    "in the lead of the row",
    "said of this post elsewhere",
    "said of this role elsewhere",
    "home",
    "inside the role",
    "body before in the line, same role",
    "body before in the row, same role",
    "body before in the row",
    "body before in the line",
    "body before, joined to it",
)
_JOINING = frozenset({",", "and", "&", "as", "well"})


def _though(chances: _Chances) -> list[str]:
    """What speaks for some body, as a feature of "none is said": which of the telling places names one."""
    found = {feature for body, seat in chances.seats.items() if body is not None for feature in seat.features}
    return [f"none though {feature}" for feature in _TELLING if feature in found]


def _said_how(line: Line, role: Role) -> str:
    """By which words the role names its body: "of", "for", the adjective of a state, a name before it."""
    items = line.items
    for at in range(role.first, role.last + 1):
        if items[at].ref == role.body and items[at].kind in ("O", "L"):
            return code_of(items[at - 1]) if at > role.first else "before"
    return "otherwise"


def _in_the_line(about: Background, line: Line, role: Role, chances: _Chances) -> None:
    """The bodies that the line names, and the states of the adjectives beside the role."""
    beside = range(max(0, role.first - 3), min(len(line.items), role.first + 3))
    for at in sorted({*outline_of(line.items).bodies, *beside}):
        item = line.items[at]
        if item.ref is not None and item.kind in ("O", "L"):
            chances.add(item.ref, *_in_line(line, at, role.first, role.last), item=item)
        elif item.kind == "W" and item.text[:1].isupper():
            chances.add(about.known.state_of(item.text), f"adjective {at - role.first}")


def _told_before(holder: Holder, before: tuple[Holder, Ref | None], chances: _Chances) -> None:
    """The body of the post that was told of last."""
    (other, body), role, line = before, holder.site.role, holder.site.line
    near = "line" if other.site.line is line else "row" if line.row and other.site.line.row else "text"
    same = "same role" if role_key(other.site.role.role) == role_key(role.role) else "other role"
    joined = near == "line" and _is_joined(line, other, role)
    if body is None:
        chances.seats[None].features += [f"none before in the {near}", f"none before in the {near}, {same}"]
        if joined:
            chances.seats[None].features.append("none before, joined to it")
        return
    named = "named with it" if other.site.role.body is not None else "not named with it"
    told = f"body before in the {near}"
    chances.add(body, told, f"{told}, {same}", f"{told}, {same}, {named}")
    if joined:
        chances.add(body, "body before, joined to it", f"body before, joined to it, {same}, {named}")


def _is_joined(line: Line, other: Holder, role: Role) -> bool:
    """Whether only "and", a comma or a courtesy stands between two posts: "President A and Secretary B"."""
    at = next((index for index, item in enumerate(line.items) if item is other.person), -1)
    between = line.items[max(at, other.site.role.last) + 1 : role.first]
    return all(item.word in _JOINING or item.kind in ("H", "R") for item in between)


def _in_line(line: Line, at: int, first: int, last: int) -> list[str]:
    items = line.items
    outline = outline_of(items)
    codes = outline.codes
    if first <= at <= last:
        return ["inside the role", f"inside [{codes[at - 1] if at else '^'}]"]
    if at > last:
        found = gap_features(items, last + 1, at, "body after")
        nearer, roles, people = _between(outline, last + 1, at)
        found.append(f"body after {min(nearer, 3)}, roles={min(roles, 2)}, people={min(people, 2)}")
    else:
        found = gap_features(items, at + 1, first, "body before")
        nearer, roles, people = _between(outline, at + 1, first)
        found.append(f"body before {min(nearer, 3)}, roles={min(roles, 2)}, people={min(people, 2)}")
        found.append(f"body before, after {codes[at - 1] if at else '^'}")
        if at <= 1:
            found.append("body opens the line")
    if at + 1 < len(items):
        found.append(f"body then {codes[at + 1]}")
    return found


def _between(outline: Outline, first: int, after: int) -> tuple[int, int, int]:
    """How many bodies, roles and people stand in a gap."""
    return (
        among(outline.named, first, after),
        among(outline.titles, first, after),
        among(outline.persons, first, after),
    )


def _of_person(about: Background, holder: Holder, chances: _Chances) -> None:
    """Bodies beside the person, and those said of the same post of the person elsewhere."""
    items = holder.line.items
    at = next((index for index, item in enumerate(items) if item is holder.person), None)
    if at is not None:
        after = body_after_name(items, holder.person)
        if after is not None:
            chances.add(after.ref, "after the name", item=after)
        around = body_with(items, holder.person)
        if around is not None:
            chances.add(around.ref, "with the person as", item=around)
        for index in range(at + 1, min(at + 6, len(items))):
            if items[index].kind in "OL" and items[index].ref is not None:
                chances.add(items[index].ref, *gap_features(items, at + 1, index, "person to body"), item=items[index])
                break
        for index in range(at - 1, max(-1, at - 6), -1):
            if items[index].kind in "OL" and items[index].ref is not None:
                chances.add(items[index].ref, *gap_features(items, index + 1, at, "body to person"), item=items[index])
                break
    key = role_key(holder.site.role.role)
    for ref in about.said.get((holder.person.ref or "", key), ())[:2]:
        if ref != holder.site.role.body:
            chances.add(ref, "said of this post elsewhere")
    for ref in about.offices.get(key, ())[:2]:
        if ref != holder.site.role.body:
            chances.add(ref, "said of this role elsewhere")


def _around(about: Background, holder: Holder, chances: _Chances) -> None:
    """Bodies that the lines before, the heading or the whole document speak of."""
    line, role = holder.site.line, holder.site.role
    if holder.line is not line:
        for item in reversed(line.items):
            if item.kind == "O" and item.ref is not None:
                chances.add(item.ref, "in the lead-in")
        for at, item in enumerate(holder.line.items):
            if item.kind in ("O", "L") and item.ref is not None:
                chances.add(item.ref, "in the row", f"in the row, {'first' if at < 3 else 'later'}")
    elif line.lead is not None:
        for item in reversed(line.lead.items):
            if item.kind == "O" and item.ref is not None:
                chances.add(
                    item.ref,
                    "in the lead of the row",
                    f"in the lead of the row, colon={line.lead.items[-1].word == ':'}",
                )
                break
        upper = line.lead.lead
        if upper is not None:
            for item in upper.items:
                if item.kind == "O" and item.ref is not None:
                    chances.add(item.ref, "in the lead above the lead")
                    break
    for rank, ref in enumerate(line.bodies_before):
        chances.add(ref, f"named before {rank}", f"named before {rank}, dependent={_dependent(about, ref)}")
        if role.owned:
            chances.add(ref, f"owned, named before {rank}")
    if about.home is not None:
        chances.add(about.home, "home", f"home, row={line.row}")
    for ref in about.first[:2]:
        chances.add(ref, "in the first line", f"in the first line, row={line.row}")
    for ref, rank in about.often.items():
        if rank > 1:
            break
        chances.add(ref, f"named most {rank}")
    if is_envoy(role.role):
        chances.add(home_state(about.draft, but=role.role), "state of the document, envoy")


def _kinds(about: Background, ref: Ref, kind: str, head: str) -> list[str]:
    """What a body is, whoever asks; crossed with the role that asks."""
    found = about.kinds.get(ref)
    if found is None:
        referent = about.draft.referents[ref]
        words = referent.name.casefold().split()
        what = "state" if is_state(referent.name) else referent.type
        first = next((words[at - 1] for at, word in enumerate(words) if at and word in ("of", "for")), words[-1])
        often = about.often.get(ref, 9)
        last = words[-1]
        if what == "state":
            first = last = "STATE"
        first, last = (word if word in _kinds_of_body() or word == "STATE" else "NAME" for word in (first, last))
        found = [
            f"a {what}", f"head={first}", f"ends={last}", f"named {min(len(referent.mentions), 5)}",
            f"often {min(often, 4)}", f"words {min(len(words), 6)}", f"dependent={_dependent(about, ref)}",
        ]  # fmt: skip
        about.kinds[ref] = found
    return [
        "a body",
        *found,
        f"{kind} {head} in {found[0]}",
        f"{kind} {head} in {found[1]}",
        f"{kind} in {found[0]}",
        f"{kind} in {found[6]}",
    ]


@cache
def _kinds_of_body() -> frozenset[str]:
    """Words that tell what kind of body a name is of; any other word of a name is its own, and teaches nothing."""
    lists = word_list("en", "organisation_words")
    found = (word.strip().casefold() for kind in ("heads", "military") for word in lists[kind].split(","))
    return common_bodies() | frozenset(found)


def _dependent(about: Background, ref: Ref) -> bool:
    return is_dependent(about.draft.referents[ref].name)


def _head(role: str) -> str:
    words = role_key(role).split()
    return next(
        (words[at - 1] for at, word in enumerate(words) if at and word in ("of", "for", "to", "on", "in")),
        words[-1] if words else "",
    )
