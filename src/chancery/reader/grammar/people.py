"""Lists of people in a row of items."""

from __future__ import annotations

from chancery.reader.grammar.complements import ARTICLES, body_after_comma
from chancery.reader.grammar.items import Item

_RETIRED = frozenset({"retd", "ret", "rtd"})
_LONGEST_CREDENTIAL = 6
_BRACKET_REACH = 14  # items in a bracket that a list of people is read across


def people_from(items: list[Item], at: int, *, many: bool) -> tuple[tuple[Item, ...], int]:
    """The person that stands at `at`, over honorifics and ranks; with `many`, the whole list that begins there."""
    people: list[Item] = []
    end = 0
    while at < len(items):
        while at < len(items) and (items[at].kind in ("H", "R") or _is_retired_mark(items, at)):
            at += 1
        if at >= len(items) or items[at].kind != "P":
            break
        people.append(items[at])
        end = items[at].end
        at += 1
        if not many:
            break
        at = _over_brackets(items, at)
        joined = False
        while at < len(items) and items[at].word in (",", "and", "&", ";", "as", "well"):
            joined = True
            at += 1
        if not joined:
            break
    return tuple(people), end


def _is_retired_mark(items: list[Item], at: int) -> bool:
    if items[at].word in ("(", ")"):
        return any(item.word.rstrip(".") in _RETIRED for item in items[max(0, at - 1) : at + 2])
    return items[at].word.rstrip(".") in _RETIRED


def _over_brackets(items: list[Item], at: int) -> int:
    if at < len(items) and items[at].word == "(":
        for index in range(at + 1, min(at + _BRACKET_REACH, len(items))):
            if items[index].word == ")":
                return index + 1
    return at


def over_credentials(items: list[Item], at: int) -> int:
    """From an item after a name back to the name, over ", MD, MPH" and "Jr."; `at` where there are none."""
    index = at
    while index >= 1 and items[index].kind == "W" and _is_credential(items[index].text):
        index -= 2 if items[index - 1].word == "," else 1
    return index if index >= 0 and items[index].kind == "P" else at


def _is_credential(text: str) -> bool:
    letters = text.replace(".", "")
    return 1 < len(letters) <= _LONGEST_CREDENTIAL and (
        letters.isupper() or letters in ("PhD", "Jr", "Sr", "Esq", "EdD")
    )


def coordinated_before(items: list[Item], at: int, *, by_comma: bool = False) -> tuple[Item, ...]:
    """ "A, B and X": the people joined to the one at `at` by "and", X among them; with `by_comma` "A, B, X" too."""
    people = [items[at]]
    joints = ("and", "&", ",") if by_comma else ("and", "&")
    if at >= 2 and items[at - 1].word in joints:
        index = at - 2
        if items[index].word == ",":
            index -= 1
        while index >= 0 and items[index].kind == "P":
            people.append(items[index])
            index -= 1
            if index >= 0 and items[index].word == ",":
                index -= 1
            while index >= 0 and items[index].kind in ("H", "R"):
                index -= 1
    return tuple(reversed(people))


def body_after_name(items: list[Item], person: Item, *, comma: bool = True) -> Item | None:
    """ "MP X from Y", "MP X representing Y", "Director X of Y", and with `comma` "State Secretary X, Ministry of Y"."""
    at = next(index for index, item in enumerate(items) if item is person) + 1
    if at < len(items) and items[at].word in ("from", "of", "at", "representing"):
        at += 1 + (at + 1 < len(items) and items[at + 1].word in ARTICLES)
        return items[at] if at < len(items) and items[at].kind == "O" else None
    return body_after_comma(items, at - 1) if comma else None


def body_with(items: list[Item], person: Item) -> Item | None:
    """ "the Committee, with X as Chairman", "the Committee, of which X is Chairman": the committee; none where the
    person stands in another sentence."""
    at = next((index for index, item in enumerate(items) if item is person), 0) - 1
    while at >= 0 and items[at].kind in ("H", "R"):
        at -= 1
    if at >= 1 and items[at].word == "which" and items[at - 1].word == "of":
        at -= 2
    elif at >= 0 and items[at].word == "with":
        at -= 1
    else:
        return None
    if at >= 0 and items[at].word == ",":
        at -= 1
    return items[at] if at >= 0 and items[at].kind == "O" else None
