"""From candidates to posts: the likeliest body and change of each likely holder, one post for each distinct fact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from chancery.reader.draft import Draft
from chancery.reader.grammar.changes import change_before, change_in, doubts
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.post_dates import DATED, Dates, dates_in_office, dates_of, dates_of_list_item, years_after
from chancery.reader.grammar.predecessors import FILLING, predecessor
from chancery.reader.grammar.scoring import Weights, steps_of
from chancery.reader.grammar.tenancy import Drawn, role_key
from chancery.reader.linking.certain import CERTAIN, is_certain
from chancery.reader.linking.holders import Holder, holders_of, listed
from chancery.reader.linking.seats import Background, Seat, background, remember, seats_of
from chancery.reader.linking.sites import lines_of, sites_of
from chancery.reader.linking.tellings import CHANGES, tellings
from chancery.reader.linking.tracing import with_accounts
from chancery.reader.naming.sureness import sureness
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange, PostFact, Ref

# A holder less likely than this is not looked at further: no threshold that was ever chosen is near it.
LEAST_LINK = 0.15
LIKELY = 0.5  # of such holders the bodies are remembered, for where the same post is named again without its body
# The body is taken although "none is said" is likelier, if it would be the right one this often where one is said; the
# record format leaves the body of such a post open. Chosen across documents left out (train/posts.py).
_IF_ANY = 0.6
_LEAST_OF_NONE = 0.5
_CLAUSE = 10  # words between person and role that are one clause
_BY_A_VERB = frozenset({"after the verb", "before the verb"})
_AUXILIARIES = 4  # words before a verb that may deny it
_SUPPOSING = frozenset({"if", "unless", "whether", "denied", "denies", "denying"})
_NEAR = 60  # characters between a post and its body that the evidence may bridge


class Scorers(NamedTuple):
    """The learned weights for the three choices, and for the judgement of what they give."""

    links: Weights
    seats: Weights
    tellings: Weights
    posts: Weights


def likely_holders(draft: Draft, links: Weights) -> tuple[list[tuple[Holder, float]], Background]:
    """Each holder that is likelier than LEAST_LINK, with its probability, and what the document says of its bodies."""
    lines, known = lines_of(draft)
    found: list[tuple[Holder, float]] = []
    for line in lines:
        holders = [holder for site in sites_of(line) for holder in holders_of(site)]
        holders += listed(line)
        for holder in holders:
            probability = CERTAIN if is_certain(holder) else links.probability(holder.features)
            if probability >= LEAST_LINK:
                found.append((holder, probability))
    about = background(draft, known, lines)
    for holder, probability in found:
        if probability >= LIKELY:
            remember(about, holder)
    return found, about


def drawn_posts(draft: Draft, scorers: Scorers, least: float) -> list[Drawn]:
    """The posts of the document whose probability is at least `least`, in the order of the text."""
    found, about = likely_holders(draft, scorers.links)
    sure = sureness(draft)
    support = _support(found)
    drawn: list[Drawn] = []
    before: tuple[Holder, Ref | None] | None = None
    for holder, link in found:
        candidates = seats_of(about, holder, before)
        shares = scorers.seats.shares([seat.features for seat in candidates])
        chosen = chosen_seat(candidates, shares)
        if link >= LIKELY and not holder.site.role.rank:
            before = holder, candidates[chosen].body
        if link * (shares[chosen] + shares[0]) < LEAST_LINK or _denied(holder):
            continue
        change = said_change(holder) or likeliest_change(holder, scorers.tellings)
        features = (
            *_judged(holder, candidates, chosen, link, shares, sure), f"change={change}", *support.of(holder, link),
        )  # fmt: skip
        probability = scorers.posts.probability(features)
        if link == CERTAIN:
            probability = max(probability, CERTAIN * (shares[chosen] + shares[0]))
        if probability >= least:
            posts = _posts(draft, holder, candidates[chosen], change, probability, features)
            drawn += with_accounts(posts, draft, scorers, holder, candidates, chosen) if draft.tracing else posts
    return distinct(drawn)


class Support:
    """How likely the other posts of the same list or line are: what one row says, its neighbours say too."""

    def __init__(self) -> None:
        self._links: dict[tuple[int, str], list[float]] = {}
        self._of_role: dict[tuple[int, str], list[float]] = {}
        self._of_person: dict[int, list[float]] = {}

    def add(self, holder: Holder, link: float) -> None:
        """Count one holder among those of its list or line, of its role, and of its person's mention."""
        self._links.setdefault(_place(holder), []).append(link)
        self._of_role.setdefault((holder.site.role.start, holder.site.how), []).append(link)
        self._of_person.setdefault(holder.person.start, []).append(link)

    def of(self, holder: Holder, link: float) -> list[str]:
        """The mean of the others, and whether another person, or another role, is likelier, as features."""
        role = holder.site.role
        rivals = [other for other in self._of_role[role.start, holder.site.how] if other > link]
        kind = "many-seated" if role.plural else "single"
        found = steps_of(f"rival for the {kind} role", max(rivals, default=0.0))
        found.append(f"{kind}, rivals={min(len(rivals), 2)}")
        likelier = sum(other > link for other in self._of_person[holder.person.start])
        found.append(f"likelier roles of the person={min(likelier, 2)}")
        links = self._links[_place(holder)]
        if len(links) < 2:
            return [*found, "alone"]
        how = "list" if holder.how == "list" else "line"
        found.append(f"{how} of {min(len(links), 6)}")
        return [*found, *steps_of(f"others of the {how}", (sum(links) - link) / (len(links) - 1))]


def _place(holder: Holder) -> tuple[int, str]:
    return holder.site.line.number, f"{holder.how == 'list'} {holder.site.how if holder.how == 'list' else ''}"


def _support(found: Sequence[tuple[Holder, float]]) -> Support:
    support = Support()
    for holder, link in found:
        support.add(holder, link)
    return support


def _denied(holder: Holder) -> bool:
    """Whether the words around person and role deny the post, only suppose it, or make the role another's.

    "A was not elected B", "the board may appoint A as B", "if A were elected B", "A denied that she was B", "A met the B".
    """
    items, role = holder.site.line.items, holder.site.role
    at = next((i for i, item in enumerate(items) if item is holder.person), None)
    if holder.how == "pronoun":
        at = next((i for i in range(role.first - 1, -1, -1) if items[i].word in ("he", "she")), None)
    if at is None or at > role.first:
        return False
    between = [item.word for item in items[at + 1 : role.first] if item.kind == "W"]
    if len(between) > _CLAUSE:
        return False
    if any(word in doubts() for word in between):
        return True
    another = items[role.first].word == "the" or between[-1:] == ["the"]
    if another and any(word in _meeting() for word in between):
        return True
    before = _clause_before(items, at)
    acts = any(change_before(word) is not None for word in before[-1:])  # "did not elect A", "may appoint A"
    return (acts and any(word in doubts() for word in before[-_AUXILIARIES:])) or any(
        word in _SUPPOSING for word in before
    )


def _clause_before(items: Sequence[Item], at: int) -> list[str]:
    """The words before a person, back to the sign that opens the clause; titles and names stand between them."""
    words: list[str] = []
    for item in reversed(items[max(0, at - _CLAUSE) : at]):
        if item.kind == "X" and item.text in (",", ";", ":", ".", "(", "“", '"'):
            break
        if item.kind == "W":
            words.append(item.word)
    return words[::-1]


@cache
def _thanking() -> frozenset[str]:
    """Verbs that say something to somebody, and fill no post."""
    lists = word_list("en", "verbs")
    return frozenset(word for name in ("thank", "express", "tell") for word in lists[name])


@cache
def _meeting() -> frozenset[str]:
    """Verbs whose object is another than who does it: the role behind them is not the subject's."""
    lists = word_list("en", "verbs")
    found = {word for name in ("meet", "tell", "thank", "urge", "host") for word in lists[name]}
    return frozenset(found - {"held", "proposed", "recommended", "called"})


def _judged(
    holder: Holder, seats: Sequence[Seat], chosen: int, link: float, shares: Sequence[float], sure: dict[Ref, float]
) -> tuple[str, ...]:
    """What speaks for a post once its parts are chosen: how likely each part was, and how sure the names are."""
    role, seat = holder.site.role, seats[chosen]
    share = shares[chosen]
    body = "a body" if seat.body else "no body"
    kind = "rank" if role.rank else holder.site.how
    words = role_key(role.role).split()
    found = [
        *steps_of("link", link), *steps_of(f"share of {body}", share),
        *steps_of(f"{body} or none", share + shares[0] * (chosen > 0)),
        *steps_of("person sure", sure.get(holder.person.ref or "", 0.0)),
        kind, f"{kind}, {holder.how}", f"{kind}, {body}",
        f"last={words[-1] if words else ''}", f"role of {min(len(words), 5)} words",
        f"person of {min(len(holder.person.word.split()), 3)} words",
    ]  # fmt: skip
    if seat.body is not None:
        found += steps_of("body sure", sure.get(seat.body, 0.0))
        found += [
            feature
            for feature in seat.features
            if feature.startswith(("named ", "words ", "a ", "said in the role", "home", "body before in"))
        ]
    else:
        found += steps_of("none of", max(shares[1:], default=0.0))
    return tuple(found)


def said_change(holder: Holder) -> PostChange | None:
    """The change that the grammar reads without doubt: a verb between person and role, or right before the person."""
    items = holder.line.items
    at = next((index for index, item in enumerate(items) if item is holder.person), 0) - 1
    while at >= 0 and items[at].kind in ("H", "R"):
        at -= 1
    if holder.how == "before" and at >= 0 and items[at].word in _thanking():  # "thanked A as its Director"
        return "holds"
    tie = holder.site.line.ties.get(holder.site.group) if holder.site.group >= 0 else None
    if tie is None or holder.site.role.rank or all(person is not holder.person for person in tie.people):
        return None
    if tie.pattern not in _BY_A_VERB or tie.change == "holds":
        return None
    replaced = any(item.word in ("replaced", "succeeded") for item in holder.site.line.items)
    return tie.change if tie.change != "former" or replaced else None


def likeliest_change(holder: Holder, learned: Weights) -> PostChange:
    """The change that the learned weights find likeliest."""
    told = learned.shares(tellings(holder))
    return CHANGES[max(range(len(CHANGES)), key=told.__getitem__)]


def chosen_seat(seats: Sequence[Seat], shares: Sequence[float]) -> int:
    """The number of the body that is stated; 0 where none is said. `shares` are the probabilities of the seats."""
    best = max(range(len(seats)), key=shares.__getitem__)
    if best == 0 and len(seats) > 1:
        body = max(range(1, len(seats)), key=shares.__getitem__)
        if shares[body] >= _IF_ANY * (1 - shares[0]) and shares[body] >= _LEAST_OF_NONE * shares[0]:
            return body
    return best


def distinct(drawn: Sequence[Drawn]) -> list[Drawn]:
    """One of each post; a mention without a body gives way to one with it, and "holds" to a change of the same post."""
    with_body = {(post.fact.person, role_key(post.fact.role)) for post in drawn if post.fact.organisation is not None}
    best: dict[tuple[str, str, str | None, PostChange], Drawn] = {}
    for post in drawn:
        fact = post.fact
        role = role_key(fact.role)
        if fact.organisation is None and (fact.person, role) in with_body:
            continue
        key = (fact.person, role, fact.organisation, fact.change)
        kept = best.get(key)
        if kept is None or (fact.date is not None, post.probability) > (kept.fact.date is not None, kept.probability):
            best[key] = post
    changed = {key[:3] for key in best if key[3] != "holds"}
    kept_posts = [post for key, post in best.items() if key[3] != "holds" or key[:3] not in changed]
    return sorted(kept_posts, key=lambda post: (post.start, post.end))


def _posts(
    draft: Draft, holder: Holder, seat: Seat, change: PostChange, probability: float, features: tuple[str, ...]
) -> list[Drawn]:
    """The post of one holder, and that of the one who had it before, where the sentence names them."""
    role, person = holder.site.role, holder.person
    start, end = _evidence(holder, seat)
    rule = f"post: {holder.site.how}, {holder.how}"
    if role.rank:
        fact = PostFact(person=person.ref or "", role=role.role, title=role.title, rank=True, organisation=seat.body,
                        change="former" if role.former else "holds")  # fmt: skip
        return [Drawn(fact, start, end, rule, probability, features)]
    dates = _dates(draft, holder, start, end, change)
    if dates.until is not None and change == "holds" and holder.how != "list":
        change = "former"
    before = predecessor(holder.site.line.items, [person]) if change in FILLING and holder.how != "list" else None
    fact = PostFact(
        person=person.ref or "", role=role.role, title=role.title, organisation=seat.body, change=change,
        date=dates.date, since=dates.since, until=dates.until, acting=role.acting or _acting(holder),
        predecessor=before.ref if before else None,
    )  # fmt: skip
    posts = [Drawn(fact, start, end, rule, probability, features)]
    if before is not None and before.ref is not None:
        gone = PostFact(person=before.ref, role=role.role, organisation=seat.body, change="former")
        posts.append(Drawn(gone, start, max(end, before.end), "post: predecessor", probability, features))
    return posts


def _dates(draft: Draft, holder: Holder, start: int, end: int, change: PostChange) -> Dates:
    row, person = holder.line.items, holder.person
    years = years_after(row, person) if any(item is person for item in row) else None
    if years is not None:
        return dates_in_office(years, "former" if years.until is not None and change == "holds" else change)
    if holder.how == "list":
        dates = dates_of_list_item(row, change)
        if dates is not None:
            return dates
        lead = next((item.date for item in holder.site.line.items if item.date is not None), None)
        if lead is not None and change in DATED and change_in(holder.site.line.items) == change:
            return Dates(date=lead.span)
        return Dates()
    return dates_of(draft, holder.site.line.items, start, end, change)


def _acting(holder: Holder) -> bool:
    return holder.how == "list" and any(item.word == "acting" for item in holder.line.items)


def _evidence(holder: Holder, seat: Seat) -> tuple[int, int]:
    """The words that state the post: person, role, and the body where it stands beside them."""
    role, person = holder.site.role, holder.person
    if holder.how == "list":
        return person.start, _end_of_row(holder.line.items, person)
    starts, ends = [role.start], [role.end]
    if any(item is person for item in holder.site.line.items):
        starts.append(person.start)
        ends.append(person.end)
    elif holder.how == "pronoun":
        starts.append(_pronoun_start(holder))
    start, end = min(starts), max(ends)
    if seat.start is not None and seat.end is not None:
        if seat.end > end and seat.start - end <= _NEAR:
            end = seat.end
        elif seat.start < start and start - seat.end <= _NEAR:
            start = seat.start
    return start, end


def _end_of_row(items: Sequence[Item], person: Item) -> int:
    """A row's person with the dates that stand behind the name."""
    dated = [item.end for item in items if item.date is not None and item.start >= person.end]
    return max([person.end, *dated])


def _pronoun_start(holder: Holder) -> int:
    items, role = holder.site.line.items, holder.site.role
    return next(
        (items[at].start for at in range(role.first - 1, -1, -1) if items[at].word in ("he", "she", "his", "her")),
        role.start,
    )
