"""Holders: the people who may hold a role that is said somewhere, with what speaks for and against each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.roles import Role
from chancery.reader.grammar.tenancy import role_key
from chancery.reader.linking.gap import among, code_of, gap_features, outline_of
from chancery.reader.linking.sites import Line, Site, leads_in, sites_of
from chancery.reader.wordlists import word_list

POST_WORDS = frozenset({"post", "office", "position", "title"})  # "the post has been held by:"
_STOPS = frozenset({".", "!", "?"})
_MOST = 14  # people on either side of a role who may hold it


@dataclass(slots=True, frozen=True)
class Holder:
    """A person who may hold the role of a site: the item that names the person, in `line`; `how` they are bound."""

    site: Site
    person: Item
    line: Line
    how: str
    features: tuple[str, ...]


def holders_of(site: Site) -> Iterator[Holder]:
    """Every person of the line, and the one that a pronoun means; `listed` adds the people of the rows below."""
    line, role = site.line, site.role
    items = line.items
    base = _site_features(site)
    people = [at for at in outline_of(items).people if line.respective.get((at, role.first), True)]
    first, behind = bisect_left(people, role.first), bisect_right(people, role.last)
    before, inside, after = people[max(0, first - _MOST) : first], people[first:behind], people[behind : behind + _MOST]
    tie = line.ties.get(site.group) if site.group >= 0 else None
    tied = {id(person) for person in tie.people} if tie else set()
    for rank, at in enumerate(reversed(before)):
        yield _here(
            site,
            at,
            "before",
            rank,
            base,
            tie.pattern if tie and id(items[at]) in tied else "",
            bool(tied),
            len(people),
        )
    for rank, at in enumerate(after):
        yield _here(
            site, at, "after", rank, base, tie.pattern if tie and id(items[at]) in tied else "", bool(tied), len(people)
        )
    for at in inside:
        yield Holder(site, items[at], line, "inside", (*base, "inside the role", f"inside [{code_of(items[at])}]"))
    if line.subject is not None:
        yield from _by_pronoun(site, base, bool(tied), bool(people))


def _here(
    site: Site, at: int, side: str, rank: int, base: Sequence[str], pattern: str, tied: bool, people: int
) -> Holder:
    items, role = site.line.items, site.role
    first, after = (at + 1, role.first) if side == "before" else (role.last + 1, at)
    name = f"{site.how if site.how != 'said' else 'rank' if role.rank else 'role'} {side}"
    found = [*base, *gap_features(items, first, after, name)]
    found.append(f"{name} person {min(rank, 4)}")
    tie = pattern or ("tied to another" if tied else "untied")
    found += [f"tie={tie}", f"tie={tie}, {side} {min(rank, 3)}"]
    outline = outline_of(items)
    found.append(f"{name}, plural={role.plural}, people between={min(among(outline.persons, first, after), 4)}")
    found.append(f"{name}, roles between={min(among(outline.titles, first, after), 2)}")
    found += _around(outline.codes, at)
    found.append(f"people={min(people, 6)}")
    own = _own_role(site.line, at)
    if own is not None and own is not role:
        found.append(f"{name}, has {'rank' if own.rank else 'role'} of its own, {'rank' if role.rank else 'role'}")
        if role_key(own.role) == role_key(role.role):
            found.append("has the same role of its own")
    if site.line.respective.get((at, role.first)):
        found.append("a pair")
    run = site.line.runs.get(at)
    if run is not None and run is site.line.runs.get(role.first):
        beside = "next" if not rank and not among(outline.titles, first, after) else "further"
        found += [f"{side} in a run {run.shape}, {beside}", f"tie={tie}, {side} in a run {run.shape}, {beside}"]
    if among(outline.semicolons, first, after):
        found.append("semicolon between")
    if among(outline.breaks, first, after) or _apart(items, first, after):
        found.append(f"{name} column gap")
    return Holder(site, items[at], site.line, side, tuple(found))


def _by_pronoun(site: Site, base: Sequence[str], tied: bool, people: bool) -> Iterator[Holder]:
    """ "He is also a member of Y": the person whom the lines before spoke of."""
    line, role = site.line, site.role
    subject = line.subject
    assert subject is not None
    for at in range(role.first - 1, -1, -1):
        if line.items[at].word in ("he", "she") or (line.items[at].word in ("his", "her") and at < role.first - 1):
            found = [*base, *gap_features(line.items, at + 1, role.first, "pronoun before")]
            named = any(item.kind == "P" for item in line.items[:at])
            found += [f"pronoun, named before={named}", f"pronoun {line.items[at].word}, named before={named}"]
            found += [f"pronoun {line.items[at].word}", f"pronoun, tied={tied}", f"pronoun, people={people}"]
            yield Holder(site, subject, line, "pronoun", tuple(found))
            return
    opening = gap_features(line.items, 0, role.first, "opening")
    yield Holder(
        site, subject, line, "subject", (*base, *opening, f"subject, tied={tied}", f"subject, people={people}")
    )


def listed(row: Line) -> Iterator[Holder]:
    """What the lines that lead in to a row say of the people in the row: their last roles and memberships."""
    lead = row.lead
    if lead is None:
        return
    yield from _listed_under(row, lead, "")
    if lead.row and lead.lead is not None:  # "Those elected:", "Europe", "A and B"
        yield from _listed_under(row, lead.lead, "upper ")


def _listed_under(row: Line, lead: Line, level: str) -> Iterator[Holder]:
    people = [(at, item) for at, item in enumerate(row.items) if item.kind == "P" and item.ref is not None]
    if not people:
        return
    sites = _lead_sites(lead)
    leading = "colon" if lead.items[-1].word == ":" else "heading" if leads_in(lead) else "prose"
    closes = row.items[-1].word in _STOPS
    opens = next((at for at, item in enumerate(row.items) if item.kind not in ("H", "R", "X")), 0)
    for number, site in enumerate(reversed(sites)):
        base = [f"{level}lead {feature}" for feature in _site_features(site)]
        base += [
            f"{level}lead ends in colon={lead.items[-1].word == ':'}", f"lead row={lead.row}",
            f"lead is heading={leads_in(lead)}", f"rows={min(row.rows, 3)}",
            *(gap_features(lead.items, site.role.last + 1, len(lead.items), "lead rest") if site.line is lead
              else ["lead speaks of the post"]),
            f"lead people={min(sum(item.kind == 'P' for item in lead.items), 3)}",
        ]  # fmt: skip
        consists = any(item.word in _consisting() for item in lead.items)
        base += [f"lead has {item.word}" for item in lead.items if item.kind == "W" and code_of(item) == item.word]
        for rank, (at, item) in enumerate(people[:_MOST]):
            found = [*base, *gap_features(row.items, 0, at, "row before")]
            rest = [code_of(other) for other in row.items[at + 1 : at + 4]]
            found += [
                f"row then [{' '.join(rest)}]",
                f"row then={rest[0] if rest else 'end'}",
                f"row person {min(rank, 3)}",
            ]
            found.append(
                f"row roles={min(len(row.groups), 2)}, tied={any(item in tie.people for tie in row.ties.values())}"
            )
            where = "first" if at == opens else "second" if not rank and at <= opens + 2 else "later"
            told = f"{site.how} {level}lead {leading}"
            found += [
                told, f"{told}, person {where}", f"{told}, sentence={closes}",
                f"{told}, person {where}, sentence={closes}",
                f"{told}, plural={site.role.plural}, person {where}", f"{told}, rows={min(row.rows, 3)}",
                f"{told}, site {min(number, 2)} from the end, of {min(len(sites), 3)}",
                f"{told}, row has a role={bool(row.groups)}, person {where}",
                f"{told}, consists={consists}, person {where}",
            ]  # fmt: skip
            found.append(f"row length={sum(len(row.items) >= n for n in (2, 4, 7, 11, 16, 25))}")
            yield Holder(site, item, row, "list", tuple(found))


@cache
def _consisting() -> frozenset[str]:
    return frozenset(word_list("en", "posts")["consists"])


def _lead_sites(lead: Line) -> list[Site]:
    sites = list(sites_of(lead))
    said = [site for site in sites if site.how == "said" and not site.role.rank][-2:]
    if not said and lead.before is not None and any(item.word in POST_WORDS for item in lead.items):
        said = [site for site in sites_of(lead.before) if site.how == "said" and not site.role.rank][-1:]
    return said + [site for site in sites if site.how in ("membership", "seat")][-2:]


def _site_features(site: Site) -> list[str]:
    role, items = site.role, site.line.items
    words = role_key(role.role).split()
    head = next(
        (words[at - 1] for at, word in enumerate(words) if at and word in ("of", "for", "to", "on", "in")),
        words[-1] if words else "",
    )
    kind = site.how if site.how != "said" else "rank" if role.rank else "role"
    found = [
        f"site {kind}", f"{kind} head={head}", f"{kind} plural={role.plural}",
        f"{kind} capital={role.role[:1].isupper()}", f"{kind} body={'said' if role.body else 'none'}",
    ]  # fmt: skip
    before = items[role.first - 1] if role.first else None
    after = items[role.last + 1] if role.last + 1 < len(items) else None
    left = code_of(before) if before else "^"
    right = code_of(after) if after else "$"
    opener = (
        items[role.first].word if items[role.first].word in ("the", "a", "an", "his", "her", "its", "their") else "-"
    )
    found += [
        f"{kind} left={left}",
        f"{kind} right={right}",
        f"{kind} opener={opener}",
        f"{kind} {left} {opener} _ {right}",
    ]
    if role.former:
        found.append("former")
    if site.line.row:
        found.append(f"{kind} in a row")
    return found


def _around(codes: Sequence[str], at: int) -> list[str]:
    before = codes[at - 1] if at else "^"
    after = codes[at + 1] if at + 1 < len(codes) else "$"
    return [f"person left={before}", f"person right={after}"]


def _own_role(line: Line, at: int) -> Role | None:
    """The role that stands right before the person at `at`, over honorifics and ranks."""
    index = at - 1
    while index >= 0 and line.items[index].kind in ("H", "R"):
        index -= 1
    return line.closing.get(index)


def _apart(items: Sequence[Item], first: int, after: int) -> bool:
    return after < len(items) and first > 0 and items[after].start - items[after - 1].end >= 3
