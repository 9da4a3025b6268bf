"""From candidates to posts: the likeliest body and change of each likely holder, one post for each distinct fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from chancery.reader.draft import Draft
from chancery.reader.grammar.scoring import Weights, steps_of
from chancery.reader.grammar.tenancy import Drawn, role_key
from chancery.reader.linking.certain import CERTAIN, is_certain
from chancery.reader.linking.denials import is_denied
from chancery.reader.linking.holders import Holder, holders_of, listed
from chancery.reader.linking.labels import heading_body
from chancery.reader.linking.seats import Background, Seat, background, remember, seats_of
from chancery.reader.linking.sites import lines_of, sites_of
from chancery.reader.linking.stating import posts_of
from chancery.reader.linking.support import Support
from chancery.reader.linking.tellings import likeliest_change, said_change
from chancery.reader.linking.tracing import with_accounts
from chancery.reader.naming.sureness import sureness
from chancery.terms.claims import PostChange, Ref

# A holder less likely than this is not looked at further: no threshold that was ever chosen is near it.
LEAST_LINK = 0.15
# Changes of which a post has one: the likeliest is stated.
_FILLED = frozenset({"elected", "appointed", "reappointed"})
LIKELY = 0.5  # of such holders the bodies are remembered, for where the same post is named again without its body
# The body is taken although "none is said" is likelier, if it would be the right one this often where one is said; the
# record format leaves the body of such a post open. Chosen across documents left out (train/posts.py).
_IF_ANY = 0.7
_LEAST_OF_NONE = 0.25
# A body that only other lines name is stated from this share on: "President A" in a report of a league may be that of a
# state. Chosen so that nothing right is lost on gold/training.
_IF_FAR = 0.6
_NEAR = frozenset(
    {
        "said in the role", "tied with a comma", "after the name", "with the person as", "state in brackets", "owner",
        "in the heading", "in the lead-in", "in the lead of the row", "in the lead above the lead", "in the row",
        "said of this post elsewhere", "said of this role elsewhere", "inside the role", "body before in the line",
        "body before in the row",
    }
)  # fmt: skip

# Features of the chosen body that tell how sure it is; each stands for all that begin so.
_TELLING_OF_BODIES = (
    "named ", "words ", "a ", "said in the role", "home", "body before in", "in the lead", "in the row",
    "in the heading", "tied with a comma", "after the name", "owner",
)  # fmt: skip


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
    """The posts of the document whose probability is at least `least`, each once, in the order of the text."""
    return distinct(told_posts(draft, scorers, least))


def told_posts(draft: Draft, scorers: Scorers, least: float) -> list[Drawn]:
    """The posts whose probability is at least `least`, as often as they are told of."""
    found, about = likely_holders(draft, scorers.links)
    sure = sureness(draft)
    support = Support(found)
    drawn: list[Drawn] = []
    before: tuple[Holder, Ref | None] | None = None
    for holder, link in found:
        heading = heading_body(holder)
        candidates = seats_of(about, holder, before, heading)
        shares = scorers.seats.shares([seat.features for seat in candidates])
        chosen = next((at for at, seat in enumerate(candidates) if seat.body == heading), 0) if heading else 0
        if chosen == 0:
            chosen = chosen_seat(candidates, shares)
        if link >= LIKELY and not holder.site.role.rank:
            before = holder, candidates[chosen].body
        headed = candidates[chosen].body is not None and heading == candidates[chosen].body
        if (link * (shares[chosen] + shares[0]) < LEAST_LINK and not headed) or is_denied(holder):
            continue
        change = said_change(holder) or likeliest_change(holder, scorers.tellings)
        features = (
            *_judged(holder, candidates, chosen, link, shares, sure), f"change={change}", *support.of(holder, link),
        )  # fmt: skip
        floor = 0.0
        if link == CERTAIN:
            floor = CERTAIN if headed else CERTAIN * (shares[chosen] + shares[0] * (chosen > 0))
        probability = max(scorers.posts.probability(features), floor)
        if probability >= least:
            posts = posts_of(draft, holder, candidates[chosen], change, probability, features, floor)
            drawn += with_accounts(posts, draft, scorers, holder, candidates, chosen) if draft.tracing else posts
    return drawn


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
        found += [feature for feature in seat.features if feature.startswith(_TELLING_OF_BODIES)]
    else:
        found += steps_of("none of", max(shares[1:], default=0.0))
    return tuple(found)


def chosen_seat(seats: Sequence[Seat], shares: Sequence[float]) -> int:
    """The number of the body that is stated; 0 where none is said. `shares` are the probabilities of the seats."""
    best = max(range(len(seats)), key=shares.__getitem__)
    if best and shares[best] < _IF_FAR and _is_far(seats[best]):
        return 0
    if best == 0 and len(seats) > 1:
        body = max(range(1, len(seats)), key=shares.__getitem__)
        if shares[body] >= _IF_ANY * (1 - shares[0]) and shares[body] >= _LEAST_OF_NONE * shares[0]:
            return 0 if _is_far(seats[body]) else body
    return best


def _is_far(seat: Seat) -> bool:
    """Whether nothing beside the post, in its list or in a heading names the body."""
    return seat.start is None and not _NEAR.intersection(seat.features)


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
    of_body: dict[tuple[str, str | None], list[Drawn]] = defaultdict(list)
    for post in kept_posts:
        of_body[post.fact.person, post.fact.organisation].append(post)
    told_worse = {id(post) for group in of_body.values() for post in group if _is_told_better(post, group)}
    return sorted((post for post in kept_posts if id(post) not in told_worse), key=lambda post: (post.start, post.end))


def _is_told_better(post: Drawn, others: Sequence[Drawn]) -> bool:
    """Whether another post of the same person in the same body says the same and more, or is likelier.

    "Deputy Adviser" and "Deputy Adviser for Trade" of one body are one post; so are "elected" and "appointed" to it.
    """
    change, role = post.fact.change, role_key(post.fact.role)
    for other in others:
        theirs = role_key(other.fact.role)
        if other.fact.change == change and theirs.startswith((f"{role} for ", f"{role} of ", f"{role} to ")):
            return True
        filled = change in _FILLED and other.fact.change in _FILLED and change != other.fact.change
        if theirs == role and filled and (other.probability, other.fact.change) > (post.probability, change):
            return True
    return False
