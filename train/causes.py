"""Why posts of `../shared/gold/training` are missed or made up by the packaged reader: a JSON object of causes and numbers."""

from __future__ import annotations

import json
from collections import Counter

from acts import Work
from gold_documents import gold_documents
from heldout import read_draft
from oracle import judge

from chancery.reader.draft import Finding
from chancery.reader.linking.drawing import drawn_posts, likely_holders
from chancery.reader.steps.posts import scorers


def causes_of(work: Work) -> Counter[str]:
    """The cause of each gold post that is not stated, and of each stated post that the gold has not."""
    learned = scorers("en")
    drawn = drawn_posts(work.draft, learned, learned.posts.threshold)
    labels = work.labels("post", [Finding(post.fact, post.start, post.end, post.rule) for post in drawn])
    gold = [fact for fact in work.gold_facts if fact["type"] == "post"]
    known = set(work.to_gold.values())
    likely = {
        (work.to_gold.get(holder.person.ref or ""), holder.site.role.role)
        for holder, _ in likely_holders(work.draft, learned.links)[0]
    }
    stated = [
        (work.to_gold.get(post.fact.person), post.fact.role, work.to_gold.get(post.fact.organisation or ""))
        for post in drawn
    ]
    found: Counter[str] = Counter()
    for fact in gold:
        alike = [row for row in stated if row[0] == fact["person"] and work.score.role_alike(fact["role"], row[1])]
        if any(not fact["organisation"] or row[2] == fact["organisation"] for row in alike):
            continue
        if fact["person"] not in known:
            found["missed: the person was not found"] += 1
        elif fact["organisation"] and fact["organisation"] not in known:
            found["missed: the body was not found under its name"] += 1
        elif alike:
            found["missed: stated with another body"] += 1
        elif any(person == fact["person"] and work.score.role_alike(fact["role"], role) for person, role in likely):
            found["missed: seen, and not thought likely enough"] += 1
        else:
            found["missed: no words for it were seen"] += 1
    for row, label in zip(stated, labels, strict=True):
        if label == 0.0:
            person = [fact for fact in gold if fact["person"] == row[0]]
            alike_roles = [fact for fact in person if work.score.role_alike(fact["role"], row[1])]
            if row[0] is None:
                found["made up: the person is none of the gold's"] += 1
            elif alike_roles:
                found["made up: the body is another"] += 1
            else:
                found["made up: the person has no such post"] += 1
    return found


def main() -> None:
    total: Counter[str] = Counter()
    score = judge()
    for document in gold_documents():
        if document.kind == "training":
            total += causes_of(Work(document.stem, read_draft(document), document.record, score, document.kind))
    print(json.dumps(dict(sorted(total.items()))))


if __name__ == "__main__":
    main()
