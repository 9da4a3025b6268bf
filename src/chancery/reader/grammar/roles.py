"""Role groups: a title with what belongs to it, "Deputy Minister of Finance of Ukraine", and the body it is in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chancery.reader.draft import Draft
from chancery.reader.grammar.complements import ARTICLES, right_of
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.known import Known
from chancery.reader.grammar.role_names import singular_role, without_ordinal
from chancery.reader.wordlists import word_list
from chancery.reader.words import in_one_script

_LEFT_REACH = 5


_OWNED = frozenset({"its", "their"})
_JUST = frozenset({"elected", "appointed"})


@dataclass(slots=True, frozen=True)
class Role:
    """One role of a group: half-open range of items, the role as stated without its body, and the body if stated.

    `first` and `last` are the items (inclusive) which the group covers, so that what stands beside it can be found.
    """

    first: int
    last: int
    role: str
    title: str
    body: str | None
    former: bool = False
    acting: bool = False
    plural: bool = False
    rank: bool = False
    owned: bool = False  # "its president"
    start: int = 0  # offsets of the words in the text layer
    end: int = 0


def role_groups(draft: Draft, items: list[Item], known: Known) -> list[list[Role]]:
    """The role groups of a sentence, in order. Roles joined by "and" that share a body are one group."""
    groups: list[list[Role]] = []
    at = 0
    while at < len(items):
        if items[at].kind in ("T", "R"):
            group, after = _group_at(draft, items, at, groups[-1][-1].last + 1 if groups else 0, known)
            groups.append(group)
            at = after
        else:
            at += 1
    return groups


def _group_at(draft: Draft, items: list[Item], at: int, left_border: int, known: Known) -> tuple[list[Role], int]:
    role = _role_at(draft, items, at, left_border, known)
    roles = [role]
    after = role.last + 1
    # "President and CEO of X", "host and reporter": the later body is the earlier role's too
    while (
        after + 1 < len(items)
        and items[after].word in ("and", "&", "/")
        and items[after + 1].kind == "T"
        and items[at].kind == "T"
        and roles[-1].last == after - 1
        and _ends_in_its_title(items, roles[-1])
    ):
        following = _role_at(draft, items, after + 1, after + 1, known)
        roles.append(following)
        after = following.last + 1
    if len(roles) > 1:
        body = next((role.body for role in reversed(roles) if role.body), None)
        roles = [replace(role, body=role.body or body) for role in roles]
    return roles, after


def _ends_in_its_title(items: list[Item], role: Role) -> bool:
    return items[role.last].kind == "T"


def _role_at(draft: Draft, items: list[Item], at: int, left_border: int, known: Known) -> Role:
    head = items[at]
    first, role_first, body, former, acting = _left_of(items, at, left_border, known)
    if head.kind == "R":
        retired = _retired_after(items, at)
        return Role(
            first, at + retired, _rank_name(draft, head), head.text, body,
            former=former or retired > 0, plural=_is_plural(head.word), rank=True,
            start=items[first].start, end=items[at + retired].end,
        )  # fmt: skip
    last, role_last, right_body = right_of(items, at, known)
    role = _fold(draft, items[role_first].start, items[role_last].end)
    role = singular_role(role) if _is_plural(head.word) else role
    role = " ".join(map(in_one_script, without_ordinal(role).split()))
    return Role(
        first, last, role, _fold(draft, items[first].start, items[last].end), right_body or body,
        former=former, acting=acting or role.casefold().startswith(("acting ", "interim ")),
        owned=items[first].word in _OWNED,
        plural=_is_plural(head.word), start=items[first].start, end=items[last].end,
    )  # fmt: skip


def _left_of(items: list[Item], at: int, border: int, known: Known) -> tuple[int, int, str | None, bool, bool]:
    """First item of the group, first item of the role, the body on the left, whether former, whether acting."""
    former_words = word_list("en", "titles")["former"]
    first = role_first = at
    body: str | None = None
    former = acting = False
    capital = items[at].text[0].isupper()
    while first - 1 >= border and at - first < _LEFT_REACH:
        item = items[first - 1]
        if item.word in former_words or item.word in ("ex-", "former"):
            former = True
        elif item.word in _JUST and first - 2 >= border and items[first - 2].word == "newly":
            first -= 1
        elif item.kind in ("O", "L") and body is None:
            body = item.ref
        elif item.word in ("'s", "’s", "'", "’") and first - 2 >= border and items[first - 2].kind in ("O", "L"):
            body = items[first - 2].ref
            first -= 1
        elif item.kind == "W" and body is None and known.state_of(item.text) is not None:
            body = known.state_of(item.text)
        elif (
            item.kind == "W" and body is None and first - 2 >= border
            and known.state_of(f"{items[first - 2].text} {item.text}") is not None
        ):  # fmt: skip
            body = known.state_of(f"{items[first - 2].text} {item.text}")
            first -= 1
        elif (
            item.kind == "W" and body is None and capital and item.text[0].isupper() and first - 1 > border
            and item.word not in ARTICLES and first == role_first and _same_line(items[first - 1], items[first])
        ):  # fmt: skip
            role_first = first - 1
        else:
            break
        first -= 1
    if first - 1 >= border and items[first - 1].word in ARTICLES:
        first -= 1
    return first, role_first, body, former, acting


def _retired_after(items: list[Item], at: int) -> int:
    """How many items "(Retd)", "(Ret.)" take after a rank; 0 if it is not there."""
    if (
        at + 2 < len(items)
        and items[at + 1].word == "("
        and items[at + 2].word.rstrip(".") in ("retd", "ret", "rtd", "retired")
    ):
        close = next((i for i in range(at + 3, min(at + 6, len(items))) if items[i].word == ")"), None)
        return close - at if close else 0
    return 0


def _rank_name(draft: Draft, head: Item) -> str:
    name = _fold(draft, head.start, head.end)
    return singular_role(name) if _is_plural(head.word) else name


def _same_line(one: Item, other: Item) -> bool:
    return other.start - one.end <= 1


def _is_plural(word: str) -> bool:
    last = word.rsplit(" ", 1)[-1]
    first = word.split(" ", 1)[0]
    irregular = word_list("en", "titles")["plurals"]
    return (
        (last.endswith("s") and not last.endswith("ss"))
        or last.endswith("men")
        or last in irregular
        or (first.endswith("s") and " of " in word)
    )


def _fold(draft: Draft, start: int, end: int) -> str:
    return " ".join(draft.text[start:end].split())
