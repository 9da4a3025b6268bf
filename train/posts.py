"""Learn the scorers of posts, and measure them across documents left out.

    python train/posts.py measure     six-fold cross-validation by document
    python train/posts.py write       learn on everything and write languages/en/weights/post*.json

Documents: everything of `gold_documents.py`. Names are read by models that have not seen the document (`train/names.py folds`
writes them), so that the scorers learn from names as wrong as they will be. With `--gold` names are those of the gold.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from acts import FOLDS, Work, mapped_facts
from fitting import fit_logistic, fit_ranking, write_weights

from chancery.reader.draft import Finding
from chancery.reader.grammar.scoring import Weights
from chancery.reader.grammar.tenancy import Drawn
from chancery.reader.linking.drawing import Scorers, chosen_seat, distinct, told_posts
from chancery.reader.linking.holders import Holder, holders_of, listed
from chancery.reader.linking.labels import heading_body
from chancery.reader.linking.seats import Seat, background, remember, seats_of
from chancery.reader.linking.sites import lines_of, sites_of
from chancery.reader.linking.tellings import CHANGES, tellings

LINK_STRENGTH, SEAT_STRENGTH, CHANGE_STRENGTH, JUDGE_STRENGTH = 3.0, 3.0, 1.0, 8.0
LEAST = 3  # documents that are few: a feature that is rarer says more about them than about the language
LEAST_PRECISION = 0.79  # what is stated is right this often at least, across documents left out; of other kinds of text a twelfth less is
SLACK = 400  # characters from the evidence within which a fact whose words were not found is looked for
Fact = dict[str, Any]


@dataclass
class Posts:
    """One document: its candidates, which gold fact each answers, and what was learned about them."""

    work: Work
    holders: list[Holder]
    labels: list[float | None]
    facts: list[Fact | None]
    about: Any
    links: list[float] = field(default_factory=list)
    seats: list[list[Seat]] = field(default_factory=list)


def posts_of(work: Work) -> Posts:
    """The candidates of a document, labelled by its gold."""
    back = {gold: ref for ref, gold in work.to_gold.items()}
    facts = [
        {**fact, "person": back.get(fact["person"], "?"), "organisation": back.get(fact["organisation"], "?") if fact["organisation"] else None}
        for fact in work.gold_facts if fact["type"] == "post"
    ]  # fmt: skip
    lines, known = lines_of(work.draft)
    holders: list[Holder] = []
    for line in lines:
        holders += [holder for site in sites_of(line) for holder in holders_of(site)]
        holders += listed(line)
    labels, answers = labels_of(holders, facts, work.score)
    return Posts(work, holders, labels, answers, background(work.draft, known, lines))


def labels_of(holders: list[Holder], facts: list[Fact], score: Any) -> tuple[list[float | None], list[Fact | None]]:
    """1 for the holder that a gold fact is about (and the fact), 0 for one that none is, None where the gold does not tell.

    The holder must be the gold's person and its role alike; of several the one in the words of the evidence is meant.
    """
    labels: list[float | None] = [0.0] * len(holders)
    answers: list[Fact | None] = [None] * len(holders)
    takers: dict[tuple[int, str], set[str | None]] = defaultdict(set)
    for fact in facts:
        same = [
            k
            for k, h in enumerate(holders)
            if h.person.ref == fact["person"] and score.role_alike(fact["role"], h.site.role.role)
        ]
        chosen = _nearest(holders, same, fact["_at"])
        for k in same:
            if k not in chosen and labels[k] == 0.0:
                labels[k] = None
        for k in chosen:
            labels[k], answers[k] = 1.0, fact
            takers[holders[k].site.role.start, holders[k].site.how].add(holders[k].person.ref)
    for k, holder in enumerate(holders):
        others = takers.get((holder.site.role.start, holder.site.how))
        if labels[k] is None and others and not holder.site.role.plural and holder.person.ref not in others:
            labels[k] = 0.0
    return labels, answers


def _nearest(holders: list[Holder], same: list[int], at: tuple[int, int] | None) -> list[int]:
    if not same or at is None:
        return same[:1]

    def inside(k: int) -> tuple[bool, bool, bool]:
        role, person = holders[k].site.role, holders[k].person
        said, named = role.start < at[1] and role.end > at[0], person.start < at[1] and person.end > at[0]
        return said and named, said, named

    best = max(map(inside, same))
    if any(best):
        chosen = [k for k in same if inside(k) == best]
    else:
        far = {k: min(abs(holders[k].site.role.start - at[0]), abs(holders[k].person.start - at[0])) for k in same}
        chosen = [k for k in same if far[k] == min(far.values()) < SLACK]
    by_site: dict[tuple[int, str], list[int]] = defaultdict(list)
    for k in chosen:
        by_site[holders[k].site.role.start, holders[k].site.how].append(k)

    def apart(k: int) -> int:
        role, person = holders[k].site.role, holders[k].person
        return min(abs(person.start - role.end), abs(role.start - person.end))

    return [min(group, key=apart) for group in by_site.values()]


def learn_links(documents: list[Posts]) -> Weights:
    rows, labels = [], []
    for document in documents:
        for holder, label in zip(document.holders, document.labels, strict=True):
            if label is not None:
                rows.append(holder.features)
                labels.append(label)
    bias, features = fit_logistic(rows, labels, strength=LINK_STRENGTH, least=LEAST)
    return Weights(bias=bias, threshold=0.5, features=features)


def look_for_seats(document: Posts, links: Weights) -> None:
    """The bodies that each true candidate may be in, as the reader will see them."""
    document.links = [links.probability(holder.features) for holder in document.holders]
    for holder, link in zip(document.holders, document.links, strict=True):
        if link >= 0.5:
            remember(document.about, holder)
    document.seats = []
    before = None
    for holder, fact in zip(document.holders, document.facts, strict=True):
        document.seats.append([] if fact is None else seats_of(document.about, holder, before, heading_body(holder)))
        if fact is not None and not holder.site.role.rank:
            before = holder, fact["organisation"] if fact["organisation"] != "?" else None


def learn_seats(documents: list[Posts]) -> Weights:
    groups = []
    for document in documents:
        for seats, fact in zip(document.seats, document.facts, strict=True):
            if fact is not None:
                right = next((k for k, seat in enumerate(seats) if seat.body == fact["organisation"]), None)
                if right is not None:
                    groups.append(([seat.features for seat in seats], right))
    return Weights(features=fit_ranking(groups, strength=SEAT_STRENGTH, least=LEAST))


def learn_changes(documents: list[Posts]) -> Weights:
    groups = [
        (tellings(holder), CHANGES.index(fact["change"]))
        for document in documents
        for holder, fact in zip(document.holders, document.facts, strict=True)
        if fact is not None
    ]
    return Weights(features=fit_ranking(groups, strength=CHANGE_STRENGTH, least=LEAST))


class Tally(defaultdict[str, list[int]]):
    def __init__(self) -> None:
        super().__init__(lambda: [0, 0, 0])

    def add(self, kind: str, gold: int, system: int, hits: int) -> None:
        for name in (kind, "all", *(["real"] if kind != "written" else [])):
            self[name][0] += gold
            self[name][1] += system
            self[name][2] += hits

    def lines(self) -> list[str]:
        out = []
        for kind, (gold, system, hits) in self.items():
            p, r = hits / max(1, system), hits / max(1, gold)
            out.append(
                f"{kind:10} gold {gold} found {system} right {hits}  P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}"
            )
        return out


def findings_of(posts: list[Drawn]) -> list[Finding]:
    return [Finding(post.fact, post.start, post.end, post.rule) for post in posts]


def answers(work: Work, posts: list[Drawn]) -> list[float]:
    """1 for each post that some gold fact states, wherever it is told of; 0 for what none states."""
    gold = [fact for fact in work.gold_facts if fact["type"] == "post"]
    stated = mapped_facts(work.draft, findings_of(posts), work.to_gold, work.score)
    return [float(any(work.score.alike("post", fact, post, {}) for fact in gold)) for post in stated]


def judge_of(every: list[tuple[list[Drawn], list[float]]], fold: int | None) -> Weights:
    """The judgement of whole posts, learned from all but one fold, from every place where one may be told of."""
    rows = [row for i, part in enumerate(every) if i % FOLDS != fold for row in zip(*part, strict=True)]
    bias, features = fit_logistic(
        [post.features for post, _ in rows], [right for _, right in rows], strength=JUDGE_STRENGTH, least=5
    )
    return Weights(bias=bias, features=features)


def judged_by(judge: Weights, posts: list[Drawn]) -> list[Drawn]:
    return [replace(post, probability=max(judge.probability(post.features), post.floor)) for post in posts]


def works_of() -> tuple[list[Work], list[str]]:
    from gold_documents import gold_documents
    from heldout import heldout_works
    from oracle import gold_draft, judge

    kinds = [document.kind for document in gold_documents()]
    if "--gold" in sys.argv:
        score = judge()
        works = [Work(d.stem, gold_draft(d.data.decode(), d.record), d.record, score, d.kind) for d in gold_documents()]
        return works, kinds
    return heldout_works(), kinds


def learn(works: list[Work], kinds: list[str], *, write: bool) -> None:
    """Learn links, bodies and changes by folds, then the scale from what they say of documents left out."""
    documents = [posts_of(work) for work in works]
    none = Weights(features={})
    scorers_of: list[Scorers] = []
    for fold in range(FOLDS):
        links = learn_links([d for i, d in enumerate(documents) if i % FOLDS != fold])
        for i, document in enumerate(documents):
            if i % FOLDS == fold:
                look_for_seats(document, links)
        scorers_of.append(Scorers(links, none, none, none))
    for fold in range(FOLDS):
        rest = [d for i, d in enumerate(documents) if i % FOLDS != fold]
        scorers_of[fold] = scorers_of[fold]._replace(seats=learn_seats(rest), tellings=learn_changes(rest))
    right = stated = 0
    for i, document in enumerate(documents):
        for seats, fact in zip(document.seats, document.facts, strict=True):
            if fact is not None:
                shares = scorers_of[i % FOLDS].seats.shares([seat.features for seat in seats])
                stated += 1
                right += seats[chosen_seat(seats, shares)].body == fact["organisation"]
    print(f"bodies of true holders right: {right / stated:.3f} of {stated}")
    told = [told_posts(d.work.draft, scorers_of[i % FOLDS], 0.0) for i, d in enumerate(documents)]
    every = [(posts, answers(d.work, posts)) for d, posts in zip(documents, told, strict=True)]
    judges = [judge_of(every, fold) for fold in range(FOLDS)]
    judged = [judged_by(judges[i % FOLDS], posts) for i, posts in enumerate(told)]
    scored = [
        (post.probability, right) for posts, (_, labels) in zip(judged, every, strict=True)
        for post, right in zip(posts, labels, strict=True)
    ]  # fmt: skip
    rows = []
    for threshold in [x / 40 for x in range(8, 34)]:
        tally = Tally()
        for kind, document, posts in zip(kinds, documents, judged, strict=True):
            kept = findings_of(distinct([post for post in posts if post.probability >= threshold]))
            gold = sum(fact["type"] == "post" for fact in document.work.gold["facts"])
            tally.add(kind, gold, len(kept), document.work.labels("post", kept).count(1.0))
        gold, system, hits = tally["real"]  # what was written to teach is harder than what will be read
        p, r = hits / max(1, system), hits / max(1, gold)
        rows.append((threshold, p, 2 * p * r / max(1e-9, p + r), tally))
    good = [row for row in rows if row[1] >= LEAST_PRECISION] or rows[-1:]
    threshold, *_, tally = max(good, key=lambda row: row[2])
    for row in rows[::3]:
        print(f"{row[0]:.3f} P {row[1]:.3f} F1 {row[2]:.3f}")
    print(f"threshold {threshold}")
    print("\n".join(tally.lines()))
    for low in range(0, 10, 2):
        part = [y for p, y in scored if low / 10 <= p < low / 10 + 0.2]
        print(f"  said {low / 10:.1f}-{low / 10 + 0.2:.1f}: right {sum(part) / max(1, len(part)):.2f} of {len(part)}")
    if write:
        note = f"learned by train/posts.py from {len(works)} documents"
        for name, learned in (
            ("post_links", learn_links(documents)), ("post_seats", learn_seats(documents)), ("post_changes", learn_changes(documents)),
        ):  # fmt: skip
            write_weights(name, {"note": note, "bias": learned.bias, "features": learned.features})
        judge = judge_of(every, None)
        write_weights("posts", {"note": note, "bias": judge.bias, "threshold": threshold, "features": judge.features})


if __name__ == "__main__":
    learn(*works_of(), write="write" in sys.argv)
