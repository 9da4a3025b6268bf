"""Sites: every place of a document where a role is said, with its sentence and the lines that lead in to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from chancery.reader.draft import Draft
from chancery.reader.grammar.collegiate import is_collegiate
from chancery.reader.grammar.complements import ARTICLES
from chancery.reader.grammar.items import Item, sentence_items
from chancery.reader.grammar.known import Known
from chancery.reader.grammar.roles import Role, role_groups
from chancery.reader.grammar.rows import is_list_item, is_row_of_list
from chancery.reader.grammar.states import state_finder
from chancery.reader.grammar.ties import Clause, Tie, tie_of, with_next
from chancery.reader.linking.respective import respective_of
from chancery.reader.linking.runs import Run, runs_of
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref

_DELEGATION = 4  # items between "delegation" and who heads it
_MOST_BEFORE = 4  # bodies named before a line that its posts may be in
_BEFORE_SEATED = 3  # words between a body and the common noun of its board: "the HPRA 2025 executive board"
_ROWS = 40  # rows of a list that one lead-in speaks for


@dataclass(slots=True)
class Line:
    """A sentence, or a line of a list or table, with its role groups and what the grammar ties."""

    number: int
    items: list[Item]
    block: int
    groups: list[list[Role]]
    ties: dict[int, Tie]
    subject: Item | None  # whom "he" would mean
    bodies_before: list[Ref]  # the bodies named last before this line, the nearest first
    owner: Ref | None = None  # whose "its" would be
    lead: Line | None = None  # the line that leads in to the list which this line is a row of
    rows: int = 0  # how many rows stand between the lead-in and this line
    row: bool = False
    begins: bool = True  # stands at the beginning of a line of the text
    before: Line | None = None  # the line before it, of whose role "the post" is
    respective: Mapping[tuple[int, int], bool] = field(default_factory=dict)  # of people and roles told "respectively"
    runs: Mapping[int, Run] = field(default_factory=dict)  # by the item of a person or a role
    closing: dict[int, Role] = field(default_factory=dict)  # by its last item: the last role of a group, ranks left out


@dataclass(slots=True, frozen=True)
class Site:
    """A role at one place. `how` is "said", or for a role without a word of its own "membership" or the verb."""

    line: Line
    role: Role
    group: int
    how: str = "said"


def lines_of(draft: Draft) -> tuple[list[Line], Known]:
    """Every sentence and row of the document, in order."""
    known = Known(state_finder(draft))
    lines: list[Line] = []
    subject: Item | None = None
    lead: Line | None = None
    rows = 0
    bodies: dict[Ref, None] = {}
    for number, items in enumerate(sentence_items(draft)):
        if not items:
            continue
        groups = role_groups(draft, items, known)
        row = is_list_item(items) or is_row_of_list(items)
        line = Line(
            number,
            items,
            0,
            groups,
            {},
            subject,
            list(islice(reversed(bodies), _MOST_BEFORE)),
            owner=known.owner(items, len(items)),
            row=row,
        )
        line.before = lines[-1] if lines else None
        line.runs = runs_of(items, groups)
        line.respective = respective_of(items, groups)
        line.begins = _begins(draft, line)
        if row and line.begins and lead is not None and rows < _ROWS:
            line.lead, line.rows = lead, rows
            rows += 1
        clause = Clause(items, groups, subject)
        for at in range(len(groups)):
            tie = tie_of(clause, at) or with_next(clause, at)
            if tie is not None:
                clause.tied[at] = line.ties[at] = tie
        line.closing = {group[-1].last: group[-1] for group in groups if not group[-1].rank}
        lines.append(line)
        if not (row and line.begins) or leads_in(line):
            lead, rows = line, 0
        known.saw(items)
        for item in items:
            if item.kind == "O" and item.ref is not None:
                bodies.pop(item.ref, None)
                bodies[item.ref] = None
        subject = next((item for item in items if item.kind == "P"), subject)
    return lines, known


def _begins(draft: Draft, line: Line) -> bool:
    """Whether a line of the text begins here, or only a number or a bullet stands before on it."""
    before = line.before
    if before is None or "\n" in draft.text[before.items[-1].end : line.items[0].start]:
        return True
    return before.begins and not any(item.text[:1].isalpha() for item in before.items)


def leads_in(line: Line) -> bool:
    """Whether the lines below may be a list that this line speaks of: it ends in a colon, or is a heading."""
    items = line.items
    if items[-1].word == ":" or (len(items) > 1 and items[-2].word == ":"):
        return True
    if not line.row or any(item.kind == "P" for item in items):
        return False
    bodies = [item for item in items if item.kind == "O"]
    if any(item.kind == "T" for item in items) or any(map(is_collegiate, bodies)):
        return True
    return bool(bodies) and items[0].text.isalpha()  # a body behind a bullet or a number is one of a list of bodies


def sites_of(line: Line) -> Iterator[Site]:
    """The roles of a line, and the memberships that a body in it may stand for."""
    for number, group in enumerate(line.groups):
        for role in group:
            yield Site(line, role, number)
    yield from _led(line)
    yield from _memberships(line)


def _memberships(line: Line) -> Iterator[Site]:
    """ "The Committee consists of A and B", "A was elected to the Board", "the team (A, B)": bodies with members."""
    for at, item in enumerate(line.items):
        if item.kind == "O" and item.ref is not None and (is_collegiate(item) or _consists(line.items, at)):
            role = Role(at, at, "member", item.text, item.ref, start=item.start, end=item.end, plural=True)
            yield Site(line, role, -1, "membership")
    yield from _seated(line)


def _seated(line: Line) -> Iterator[Site]:
    """ "its board of directors", "the HPRA executive committee": a body with members under a common noun."""
    nouns, of = _seated_nouns()
    items = line.items
    for at, item in enumerate(items):
        if item.kind != "W" or item.word not in nouns or not (at and items[at - 1].kind in "WOL"):
            continue
        last = at
        if at + 2 < len(items) and items[at + 1].word == "of" and items[at + 2].word in of:
            last = at + 2
        elif at + 1 < len(items) and items[at + 1].kind == "T":
            continue  # "board member"
        first = at
        while (
            first
            and at - first < _BEFORE_SEATED
            and items[first - 1].kind == "W"
            and items[first - 1].word not in ARTICLES
        ):
            first -= 1
        before = items[first - 1] if first else None
        body = before.ref if before is not None and before.kind == "O" else None
        owned = before is not None and before.word in ("its", "their", "our")
        yield Site(
            line,
            Role(at, last, "member", item.text, body, start=item.start, end=items[last].end, plural=True, owned=owned),
            -1,
            "seat",
        )


@cache
def _seated_nouns() -> tuple[frozenset[str], frozenset[str]]:
    lists = word_list("en", "posts")
    return frozenset(lists["seated"]), frozenset(lists["seated_of"])


def _consists(items: list[Item], at: int) -> bool:
    words = word_list("en", "posts")["consists"]
    return any(item.word in words for item in items[at + 1 : at + 4])


def _led(line: Line) -> Iterator[Site]:
    """ "the Committee, headed by A", "under the leadership of A", "A chairs the Committee": roles that verbs give."""
    lists = word_list("en", "posts")
    passive, active = lists["headed_by"], lists["heads"]
    items = line.items
    for at, item in enumerate(items[:-1]):
        if item.kind != "W" or (item.word not in passive and item.word not in active and item.word != "leadership"):
            continue
        if any(other.word.startswith("delegation") for other in items[max(0, at - _DELEGATION) : at]):
            continue  # who heads a delegation has no post by that
        following = items[at + 1].word
        if following == "by" and item.word in passive:
            yield Site(line, _role_of(items, at, at + 1, passive[item.word]), -1, "led by")
        elif item.word == "leadership" and following == "of":
            yield Site(line, _role_of(items, at, at + 1, "leader"), -1, "led by")
        elif item.word in active:
            yield Site(line, _role_of(items, at, at, active[item.word]), -1, "leads")


def _role_of(items: list[Item], first: int, last: int, role: str) -> Role:
    return Role(first, last, role, items[first].text, None, start=items[first].start, end=items[last].end)
