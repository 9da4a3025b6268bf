"""From the posts that single sentences state to the posts that the document states: one of each, with its body."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import msgspec

from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostFact, Ref

# The stronger of two changes of one post is kept; "holds" is said again and again of a post that was just filled.
_STRENGTH = {"holds": 0, "former": 1, "candidate": 2, "nominated": 3}


@dataclass(slots=True, frozen=True)
class Drawn:
    """A post fact with the words that state it."""

    fact: PostFact
    start: int
    end: int
    rule: str
    listed: bool = False  # in a row of a table or a list of offices
    body: str = "stated"  # where the body is known from
    features: tuple[str, ...] = ()  # what the sentence shows, for the scorer


def distinct_posts(
    drawn: Iterable[Drawn], home: Ref | None, listing: Ref | None, state_but: Callable[[str], Ref | None]
) -> list[Drawn]:
    """One of each post of a person; a bare mention of a role ("President X") gives way to one that names the body.

    `home` is the body that the document is about: an office of an association whose body is not said is its office.
    `listing` is the body whose offices the document lists: an office in a row of the list is its office.
    `state_but` gives the state that the document is of, other than one in the role: an envoy to another is its envoy.
    """
    by_post: dict[tuple[str, str], list[Drawn]] = {}
    for post in drawn:
        by_post.setdefault((post.fact.person, role_key(post.fact.role)), []).append(post)
    kept: list[Drawn] = []
    for posts in by_post.values():
        bodies = {post.fact.organisation for post in posts if post.fact.organisation is not None}
        if len(bodies) == 1:  # the bare ones are of that body
            body = next(iter(bodies))
            posts = [post if post.fact.organisation else _of(post, body, "elsewhere") for post in posts]
        elif bodies:
            posts = [post for post in posts if post.fact.organisation is not None]
        elif listing is not None and any(post.listed for post in posts):
            posts = [_of(post, listing, "listing") for post in posts]
        elif home is not None and _is_of_association(posts[0].fact):
            posts = [_of(post, home, "home") for post in posts]
        elif is_envoy(posts[0].fact.role) and (state := state_but(posts[0].fact.role)) is not None:
            posts = [_of(post, state, "state") for post in posts]
        kept.extend(_strongest(posts))
    return sorted(kept, key=lambda post: (post.start, post.end))


def _of(post: Drawn, body: Ref, source: str) -> Drawn:
    return replace(post, fact=msgspec.structs.replace(post.fact, organisation=body), body=source)


def _is_of_association(fact: PostFact) -> bool:
    if fact.rank:
        return False
    role = role_key(fact.role)
    lists = word_list("en", "posts")
    before, _, last = role.rpartition(" ")
    if last == "secretary" and not set(before.split()) <= set(lists["degrees"]):
        return False
    return " to " not in role and any(
        role == office or role.endswith(f" {office}") for office in map(role_key, lists["of_the_home_body"])
    )


def is_envoy(role: str) -> bool:
    """ "Ambassador to Japan", "High Commissioner to India"."""
    words = role.casefold().split()
    return "to" in words and any(word in ("ambassador", "commissioner", "envoy", "consul") for word in words)


def role_key(role: str) -> str:
    """Roles that differ in case, hyphens or spaces only are one."""
    return " ".join(role.casefold().replace("-", " ").replace("–", " ").split())


def _strongest(posts: list[Drawn]) -> list[Drawn]:
    """For each body: every change once, and no "holds" beside a change; the evidence that names most comes first."""
    chosen: dict[tuple[str | None, str], Drawn] = {}
    for post in posts:
        key = (post.fact.organisation, post.fact.change)
        if key not in chosen or (post.fact.date is not None and chosen[key].fact.date is None):
            chosen[key] = post
    changed = {body for body, change in chosen if change != "holds"}
    return [post for (body, change), post in chosen.items() if change != "holds" or body not in changed]
