"""Role groups: a title with what belongs to it, "Deputy Minister of Finance of Ukraine", and the body it is in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

from chancery.reader.draft import Draft
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.role_names import singular_role, without_ordinal
from chancery.reader.grammar.states import is_state
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref

ARTICLES = frozenset({"the", "a", "an", "its", "their", "our", "his", "her", "this", "said"})
_BEFORE_BODY = frozenset({"of", "in", "at", "for", "with", "from", "to", "on", "within"})
# Words after which "for ..." and "to ..." belong to the role: "Under Secretary for Security", "Ambassador to Japan".
_TO_A_COUNTRY = ("ambassador", "envoy", "representative", "commissioner", "consul", "delegate", "observer", "nuncio",
                 "attache", "attaché", "liaison")  # fmt: skip
_TO_A_PERSON = ("secretary", "advisor", "adviser", "assistant", "counsellor", "counselor", "aide")
_LEFT_REACH = 5
_COMPLEMENT_REACH = 12
_SMALL_WORDS = frozenset({"and", "&", "of", "the", "for", ",", "on", "in", "-"})

_OTHER_BODIES = frozenset(
    {"party", "association", "organization", "organisation", "union", "federation", "society", "company", "group",
     "ministry", "department", "foundation", "league", "academy", "university", "institute", "club", "centre", "center"}
)  # fmt: skip

_POSTED = ("minister", "ambassador", "consul", "consul general", "consul-general", "correspondent")
_OWNED = frozenset({"its", "their"})
_JUST = frozenset({"elected", "appointed"})
_GOVERNMENTS = frozenset(
    {"government", "cabinet", "republic", "kingdom", "state", "states", "union", "ministry", "council"}
)


@dataclass(slots=True, frozen=True)
class Known:
    """What the document has told so far: the state of an adjective, and the body last named by each common noun."""

    state_of: Callable[[str], Ref | None]
    last: dict[str, Ref] = field(default_factory=dict)
    subjects: list[Ref] = field(default_factory=list)  # the first body of each sentence that names one

    def owner(self, items: list[Item], at: int) -> Ref | None:
        """Whose "its" is at the item `at`: the first body named before it in the sentence, else the last sentence's."""
        before = next((item.ref for item in items[:at] if item.kind == "O" and item.ref), None)
        return before or (self.subjects[-1] if self.subjects else None)

    def saw(self, items: list[Item]) -> None:
        """Remember the bodies of a sentence: "the Committee" will mean the committee that was named last."""
        first = next((item.ref for item in items if item.kind == "O" and item.ref), None)
        if first is not None:
            self.subjects.append(first)
        for item in items:
            if item.kind == "O" and item.ref is not None:
                for word in item.word.split():
                    if word in _bodies():
                        self.last[word] = item.ref


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
    last, role_last, right_body = _right_of(items, at, known)
    role = _fold(draft, items[role_first].start, items[role_last].end)
    role = singular_role(role) if _is_plural(head.word) else role
    role = without_ordinal(role)
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


def _right_of(items: list[Item], at: int, known: Known) -> tuple[int, int, str | None]:
    """Last item of the group, last item of the role, and the body on the right."""
    head = items[at].word
    last = role_last = at
    body: str | None = None
    after = at + 1
    if after < len(items) and items[after].word == "(" and _is_portfolio(items, after):
        close = next(i for i in range(after, len(items)) if items[i].word == ")")
        return close, close, None
    while after + 1 < len(items) and items[after].word in _BEFORE_BODY and last - at < _COMPLEMENT_REACH:
        word = items[after].word
        target = after + 1
        if items[target].word in ARTICLES and target + 1 < len(items):
            target += 1
        if target + 2 < len(items) and items[target].kind == "W" and items[target + 1].word in ("'s", "’s"):
            target += 2  # "of the company's Audit Committee"
        item = items[target]
        if word in ("to", "on", "for") and any(head.endswith(who) or who in head for who in _TO_A_COUNTRY):
            if item.kind in ("O", "L"):
                last = role_last = target
                after = target + 1
                continue
            break
        if word == "to":
            if item.kind == "O" and not any(head.endswith(who) for who in ("advisor", "adviser")):
                return target, role_last, item.ref
            if item.kind in ("T", "O", "P") and any(head.endswith(who) for who in _TO_A_PERSON):
                last = role_last = target
                after = target + 1
                continue
            break
        if item.kind == "O" and head.endswith("minister") and _is_portfolio_name(item):
            last = role_last = target
            after = target + 1
            continue
        if item.kind == "L" and word == "in" and any(head.endswith(who) for who in _POSTED):
            last = role_last = target  # "Minister in London"
            after = target + 1
            continue
        if item.kind in ("O", "L") and word != "to":
            # "head of a cell of O": only the name that follows at once is the body
            return target, role_last, item.ref
        if item.kind == "W" and word in ("of", "for", "on", "in") and item.text[0].isupper():
            end = _complement_end(items, target)
            if end == target and item.word in _bodies():  # "of the Committee": a body, though which one is not said
                return end, role_last, known.last.get(item.word)
            state = known.state_of(items[end].text) if end == target else None
            if state is not None:
                return end, role_last, state
            last = role_last = end
            after = end + 1
            continue
        break
    return last, role_last, body


def body_after_comma(items: list[Item], last: int) -> Item | None:
    """The body in "X, Director, Southern Division, ...": a name after a comma that closes there."""
    if last + 2 >= len(items) or items[last + 1].word != "," or items[last + 2].kind != "O":
        return None
    if last + 3 >= len(items) or items[last + 3].word in (",", ".", ";", ")", "and", "(", "|"):
        return items[last + 2]
    return None


def _complement_end(items: list[Item], at: int) -> int:
    """The last item of a run of capitalised words, over "and", "of the", commas between two of them."""
    end = at
    index = at + 1
    while index < len(items) and index - at < _COMPLEMENT_REACH:
        item = items[index]
        if item.kind == "W" and item.text[0].isupper():
            end = index
        elif (
            item.word not in _SMALL_WORDS
            or item.kind not in ("W", "X")
            or (item.word == "," and not _and_follows(items, index))
        ):
            break
        index += 1
    return end


def _and_follows(items: list[Item], comma: int) -> bool:
    """Whether a list of capitalised words goes on to its "and": "Employment, Trade and Tourism"."""
    for index in range(comma + 1, min(comma + 8, len(items))):
        item = items[index]
        if item.word in ("and", "&"):
            return index + 1 < len(items) and items[index + 1].kind == "W" and items[index + 1].text[0].isupper()
        if not (item.kind == "W" and item.text[0].isupper()) and item.word not in _SMALL_WORDS:
            return False
    return False


def _is_portfolio(items: list[Item], opening: int) -> bool:
    """ "Director (Tri-Forces Coordination)": capitalised words only, no name, no date."""
    for index in range(opening + 1, min(opening + 8, len(items))):
        item = items[index]
        if item.word == ")":
            return index > opening + 1
        if item.kind != "W" or not (item.text[0].isupper() or item.word in _SMALL_WORDS) or len(item.text) < 4:
            return False
    return False


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


@cache
def _bodies() -> frozenset[str]:
    """Words that by themselves mean a body."""
    return frozenset(word_list("en", "posts")["collegiate"]) | _OTHER_BODIES


def _is_portfolio_name(item: Item) -> bool:
    """Whether what follows "Minister of" names a field ("Foreign Affairs"), not a state, a government or a body."""
    return not is_state(item.text) and not any(word in _GOVERNMENTS for word in item.word.split())


def _same_line(one: Item, other: Item) -> bool:
    return other.start - one.end <= 1


def _is_plural(word: str) -> bool:
    last = word.rsplit(" ", 1)[-1]
    first = word.split(" ", 1)[0]
    return (
        (last.endswith("s") and not last.endswith("ss"))
        or last.endswith("men")
        or (first.endswith("s") and " of " in word)
    )


def _fold(draft: Draft, start: int, end: int) -> str:
    return " ".join(draft.text[start:end].split())
