"""What follows the title of a role: its field ("of Foreign Affairs"), where it is posted, and the body it is in."""

from __future__ import annotations

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.known import Known, common_bodies
from chancery.reader.grammar.states import is_state

ARTICLES = frozenset({"the", "a", "an", "its", "their", "our", "his", "her", "this", "said"})
# Words after which "for ..." and "to ..." belong to the role: "Under Secretary for Security", "Ambassador to Japan".
_BEFORE_BODY = frozenset({"of", "in", "at", "for", "with", "from", "to", "on", "within"})
_TO_A_COUNTRY = ("ambassador", "envoy", "representative", "commissioner", "consul", "delegate", "observer", "nuncio",
                 "attache", "attaché", "liaison")  # fmt: skip
_TO_A_PERSON = ("secretary", "advisor", "adviser", "assistant", "counsellor", "counselor", "aide")
_COMPLEMENT_REACH = 12
_SMALL_WORDS = frozenset({"and", "&", "of", "the", "for", ",", "on", "in", "-"})
_POSTED = ("minister", "ambassador", "consul", "consul general", "consul-general", "correspondent")
_GOVERNMENTS = frozenset(
    {"government", "cabinet", "republic", "kingdom", "state", "states", "union", "ministry", "council"}
)


def right_of(items: list[Item], at: int, known: Known) -> tuple[int, int, str | None]:
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
            if end == target and item.word in common_bodies():  # "of the Committee": the one named last
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


def state_in_brackets(items: list[Item], last: int) -> Item | None:
    """The state in "X, Foreign Minister (France)": the only thing in brackets after the role."""
    if last + 3 >= len(items) or items[last + 1].word != "(" or items[last + 3].word != ")":
        return None
    item = items[last + 2]
    return item if item.kind in ("O", "L") and item.ref is not None and is_state(item.text) else None


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


def _is_portfolio_name(item: Item) -> bool:
    """Whether what follows "Minister of" names a field ("Foreign Affairs"), not a state, a government or a body."""
    return not is_state(item.text) and not any(word in _GOVERNMENTS for word in item.word.split())
