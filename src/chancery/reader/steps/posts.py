"""Posts: who holds, gets or leaves a role, and in which body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chancery.reader.draft import Draft
from chancery.reader.grammar.complements import state_in_brackets
from chancery.reader.grammar.home import home_body, home_state
from chancery.reader.grammar.items import Item, sentence_items
from chancery.reader.grammar.known import Known
from chancery.reader.grammar.led_lists import LeadIn, heading_role, is_list_item, is_row_of_list, lead_in, led_in
from chancery.reader.grammar.listings import is_row, listing_body
from chancery.reader.grammar.membership import memberships
from chancery.reader.grammar.people import body_after_name, body_with
from chancery.reader.grammar.post_dates import Dates, dates_in_office, dates_of, years_after
from chancery.reader.grammar.post_features import features_of, sentence_features
from chancery.reader.grammar.predecessors import FILLING, predecessor
from chancery.reader.grammar.roles import Role, role_groups
from chancery.reader.grammar.scoring import Weights, weights
from chancery.reader.grammar.states import is_state, state_finder
from chancery.reader.grammar.tenancy import Drawn, distinct_posts
from chancery.reader.grammar.ties import Clause, Tie, tie_of, with_next
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange, PostFact

_MARKUP = 8  # characters of markup around a heading
_NEAR = 600  # characters back from a post to the body that was spoken of before it


def run(draft: Draft) -> None:
    """State the posts of the document that are likelier than the threshold."""
    read(draft, weights(draft.layer.language, "posts"))


def read(draft: Draft, scorer: Weights) -> None:
    """State the posts whose probability by `scorer` reaches its threshold."""
    for post in candidates(draft):
        probability = scorer.probability(features_of(draft, post))
        if probability >= scorer.threshold:
            draft.state(post.fact, post.start, post.end, rule=post.rule, confidence=round(probability, 3))


def candidates(draft: Draft) -> list[Drawn]:
    """A post for every tie between a person and a role."""
    known = Known(state_finder(draft))
    subject: Item | None = None  # the person that "he" or "she" would mean
    drawn: list[Drawn] = []
    leading: LeadIn | None = None
    last_role: Role | None = None
    for items in sentence_items(draft):
        groups = role_groups(draft, items, known)
        clause = Clause(items, groups, subject)
        leading = leading if is_list_item(items) or is_row_of_list(items) else None
        stated: list[Drawn] = []
        for number, group in enumerate(groups):
            tie = tie_of(clause, number) or with_next(clause, number)
            if tie is not None:
                clause.tied[number] = tie
                row = leading is not None or is_row_of_list(items)
                stated.extend(_posts(draft, items, group, tie, known, row=row))
        stated.extend(memberships(items, subject))
        if leading is not None:
            stated = list(led_in(items, stated, leading))
        drawn.extend(stated)
        heading = heading_role(items, groups, leading) if _is_own_line(draft, items) else None
        leading = lead_in(items, groups, last_role) or heading or leading
        last_role = next((group[-1] for group in reversed(groups) if group[-1].body), last_role)
        known.saw(items)
        subject = next((item for item in items if item.kind == "P"), subject)
    posts = distinct_posts(
        drawn, home_body(draft), listing_body(draft, drawn), lambda role: home_state(draft, but=role)
    )
    return _past_another(draft, posts)


def _past_another(draft: Draft, posts: list[Drawn]) -> list[Drawn]:
    """Marks the posts given to the home body where the paragraph spoke of another body last: fewer are right."""
    named = [name for name in draft.names if name.type == "organisation" and name.entity in draft.referents]
    bodies = sorted(
        (name.start, name.end, name.entity) for name in named if not is_state(draft.text[name.start : name.end])
    )

    def another(post: Drawn) -> bool:
        at = bisect_left(bodies, (post.start,)) - 1
        if at < 0 or bodies[at][2] == post.fact.organisation or post.start - bodies[at][1] > _NEAR:
            return False
        return "\n\n" not in draft.text[bodies[at][1] : post.start]

    return [
        replace(post, body="home, past another") if post.body == "home" and another(post) else post for post in posts
    ]


def _is_own_line(draft: Draft, items: list[Item]) -> bool:
    """Whether nothing else stands on the line of the sentence."""
    if not items:
        return False
    before = draft.text[max(0, items[0].start - _MARKUP) : items[0].start].rstrip(" \t*#_")
    after = draft.text[items[-1].end : items[-1].end + _MARKUP].lstrip(" *_:")
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n", "\r")


def _posts(
    draft: Draft, items: list[Item], group: Sequence[Role], tie: Tie, known: Known, *, row: bool
) -> Iterator[Drawn]:
    """The post facts of one tie: every role for every person. In a `row` of a list what follows a name is no body."""
    start = min(tie.start, group[0].start)
    end = max(tie.end, group[-1].end)
    before = predecessor(items, tie.people) if tie.change in FILLING else None
    for role in group:
        change: PostChange = "former" if role.former and tie.change == "holds" else tie.change
        for person in tie.people:
            if person.ref is None or _is_address(role, tie):
                continue
            body, reach = role.body or tie.body, end
            source = "stated" if role.body else "beside"
            if body is None and tie.pattern in ("before the name", "introduced"):
                after = body_after_name(items, tie.people[-1] if len(tie.people) > 1 else person, comma=not row)
                body, reach = (after.ref, max(end, after.end)) if after else (None, end)
            bracket = state_in_brackets(items, group[-1].last) if body is None and not role.rank else None
            if bracket is not None:
                body, reach, source = bracket.ref, max(reach, bracket.end + 1), "brackets"
            around = body_with(items, tie.people[0]) if body is None and not role.rank else None
            if around is not None:
                body, source = around.ref, "with"
            if body is None and role.owned:
                body, source = known.owner(items, role.first), "its"
            years = None if role.rank else years_after(items, person)
            if years is not None and years.until is not None and change == "holds":
                change = "former"
            dates = Dates() if role.rank else dates_of(draft, items, start, reach, change)
            if years is not None:
                dates, reach = dates_in_office(years, change), max(reach, years.end)
            fact = PostFact(
                person=person.ref, role=role.role, title=role.title, rank=role.rank, organisation=body, change=change,
                date=dates.date, since=dates.since, until=dates.until, acting=role.acting,
                predecessor=before.ref if before else None,
            )  # fmt: skip
            shown = sentence_features(items, person)
            listed = is_row(items)
            yield Drawn(fact, start, reach, f"post: {tie.pattern}", listed, source, shown)
        if before is not None and before.ref is not None and not role.rank:
            gone = PostFact(person=before.ref, role=role.role, organisation=role.body or tie.body, change="former")
            yield Drawn(gone, start, max(end, before.end), "post: predecessor")


def _is_address(role: Role, tie: Tie) -> bool:
    """ "Professor X" is how people are addressed; "Professor of History at Y" is a post."""
    if tie.pattern != "before the name" or role.body is not None or tie.change != "holds":
        return False
    return role.role.casefold().split(" ")[-1] in word_list("en", "posts")["occupations"]
