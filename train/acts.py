"""Learn the weights of the steps for acts from everything of `gold_documents.py`, and measure them across documents left out.

python train/acts.py measure [--gold] KIND...    score by cross-validation
python train/acts.py write [--gold] KIND...      learn on everything and write the weights into the package

Names are read by models that have not seen the document (`train/names.py folds`); with --gold they are those of the gold.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import Any

from fitting import fit_logistic, write_weights
from gold_documents import act_documents, gold_documents
from oracle import gold_draft, judge, summary

from chancery.gazette.records import record_of
from chancery.reader.draft import Draft, Finding
from chancery.reader.grammar.scoring import Weights
from chancery.reader.steps.decisions import content_of, is_told_again
from chancery.terms.claims import Claim, Reading

FOLDS = 6
WRITTEN = 0.3  # by folds over gold/training, acts are found two points better so than where all count alike
LEAST = 5  # documents are few: a feature that is rarer than that says more about them than about the language
Example = tuple[list[str], float, float]  # features, whether it is right, for how much it counts
# Where it is not the usual: the penalty on weights (attendance has many features that go together), and the least
# precision across documents left out (what is rarer and harder to find may be stated at less).
STRENGTH = {"attendance": 3.0}
LEAST_PRECISION = {
    "attendance": 0.72,
    "messages": 0.72,
    "awards": 0.64,
    "decisions": 0.66,
    "agreements": 0.6,
    "gatherings": 0.77,
}


def count_of(work: Work) -> float:
    """For how much what is learned from a document counts: one written to teach says less than one that was found."""
    return WRITTEN if work.kind.startswith("written") else 1.0


def fit(examples: list[Example], *, strength: float = 1.0) -> tuple[float, dict[str, float]]:
    """Logistic regression with an L2 penalty; rare features are left out."""
    least = LEAST if len(examples) > 270 else 3
    rows, labels, counts = zip(*examples, strict=True)
    return fit_logistic(rows, labels, strength=strength, least=least, counts=counts)


def records_of(draft: Draft, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Each finding as a fact of a gold record, one by one, none joined."""
    facts = []
    referents = tuple(draft.referents.values())
    for finding in findings:
        claim = Claim(id="", fact=finding.fact, evidence=(draft.evidence(finding),), confidence=finding.confidence)
        hosts = ()
        if getattr(finding.fact, "gathering", None) and type(finding.fact).__name__ == "AttendanceFact":
            from chancery.terms.claims import GatheringFact

            hosts = (Claim(id="h", fact=GatheringFact(gathering=finding.fact.gathering), evidence=claim.evidence),)
        reading = Reading(document="d", reader="", version="", language="en", read=True, referents=referents,
                          claims=(*hosts, claim))  # fmt: skip
        facts.append(record_of(reading, "d")["facts"][-1])
    return facts


def mapped_facts(draft: Draft, findings: list[Finding], to_gold: dict[str, str], score: Any) -> list[dict[str, Any]]:
    return [
        {**score.mapped(f, to_gold), "_at": score.spans(draft.text, f.get("evidence"))}
        for f in records_of(draft, findings)
    ]


class Work:
    """One document with its draft, its gold, and which of the draft's referents are which of the gold's entities."""

    def __init__(self, stem: str, draft: Draft, gold: dict[str, Any], score: Any, kind: str = "training") -> None:
        self.stem, self.draft, self.gold, self.score, self.kind = stem, draft, gold, score, kind
        entities = [
            {"id": r.id, "type": r.type, "name": r.name, "aliases": list(r.aliases)} for r in draft.referents.values()
        ]
        if (
            all(r in {e["id"] for e in gold["entities"]} for r in draft.referents)
            and draft.names
            and draft.names[0].rule == "gold"
        ):
            self.to_gold = {r: r for r in draft.referents}
        else:
            self.to_gold = score.match_entities(gold["entities"], entities)
        self.gold_facts = [{**f, "_at": score.spans(draft.text, f.get("evidence"))} for f in gold["facts"]]
        self.gatherings: dict[str, str] = {}
        self.kinds: frozenset[str] = frozenset(gold.get("kinds", FACT.values()))
        """The kinds of fact that are labelled in the document."""

    def labels(self, kind: str, findings: list[Finding]) -> list[float | None]:
        """1 for the finding that answers a gold fact, 0 for one that answers none, None for a second answer."""
        gold = [f for f in self.gold_facts if f["type"] == kind]
        system = mapped_facts(self.draft, findings, self.to_gold, self.score)
        pairs = self.score.assign(kind, gold, system, self.gatherings)
        taken = set(pairs.values())
        if kind == "message":  # another place where the sender speaks is no other message
            told = {tuple(self.score.as_list(system[j].get("from"))) for j in taken}
            return [1.0 if j in taken else None if tuple(self.score.as_list(s.get("from"))) in told else 0.0
                    for j, s in enumerate(system)]  # fmt: skip
        if kind == "decision":  # one told again elsewhere, as headline and text do, is none that was made up
            known = [content_of(f["evidence"] or "") | content_of(f["summary"] or "") for f in gold]
            again = [any(is_told_again(content_of(s["evidence"]), each) for each in known) for s in system]
            return [1.0 if j in taken else None if again[j] or any(self.score.alike(kind, g, s, {}) for g in gold) else 0.0
                    for j, s in enumerate(system)]  # fmt: skip
        return [1.0 if j in taken else None if any(self.score.alike(kind, g, s, self.gatherings) for g in gold) else 0.0
                for j, s in enumerate(system)]  # fmt: skip

    def match_gatherings(self) -> None:
        findings = [f for f in self.draft.findings if type(f.fact).__name__ == "GatheringFact"]
        gold = [f for f in self.gold_facts if f["type"] == "gathering"]
        system = mapped_facts(self.draft, findings, self.to_gold, self.score)
        self.gatherings = {
            system[j]["id"]: gold[i]["id"] for i, j in self.score.assign("gathering", gold, system, {}).items()
        }


ORDER = ["gatherings", "attendance", "agreements", "awards", "decisions", "messages"]
FACT = {"gatherings": "gathering", "attendance": "attendance", "agreements": "agreement", "awards": "award",
        "decisions": "decision", "messages": "message"}  # fmt: skip


def step(name: str) -> Any:
    import importlib

    return importlib.import_module(f"chancery.reader.steps.{name}")


def candidate_findings(name: str, draft: Draft) -> tuple[list[Finding], list[list[str]]]:
    """Every candidate of the step as a finding, with its features; the draft's own findings stay as they are."""
    module = step(name)
    kept, draft.findings = draft.findings, []
    features = []
    for number, (candidate, found) in enumerate(module.candidates(draft)):
        if name == "gatherings":
            candidate.id = f"g{number + 1}"
        module.state(draft, candidate, 0.5)
        features.append(found)
    findings, draft.findings = draft.findings, kept
    return findings, features


def read(name: str, work: Work, learned: Weights, threshold: float, lists: Weights | None) -> None:
    """Run the step with these weights; for attendance the threshold is that of the second scorer."""
    if lists is not None:
        step(name).read(work.draft, learned, Weights(bias=lists.bias, threshold=threshold, features=lists.features))
    else:
        step(name).read(work.draft, Weights(bias=learned.bias, threshold=threshold, features=learned.features))


def neighbours(works: list[Work], models: list[Weights], fold: int | None) -> Weights:
    """The second scorer of attendance, which learns from the first one's probabilities for documents it has not seen."""
    from chancery.reader.steps.attendance import with_neighbours

    rows, answers, counts = [], [], []
    for index, work in enumerate(works):
        if index % FOLDS == fold or "attendance" not in work.kinds:
            continue
        found = step("attendance").candidates(work.draft)
        presences = [presence for presence, _ in found]
        alone = [models[index % FOLDS].probability(features) for _, features in found]
        findings, _ = candidate_findings("attendance", work.draft)
        for features, label in zip(with_neighbours(presences, alone), work.labels("attendance", findings), strict=True):
            if label is not None:
                rows.append(features)
                answers.append(label)
                counts.append(count_of(work))
    bias, weight = fit_logistic(rows, answers, strength=2.0, least=LEAST, counts=counts)
    return Weights(bias=bias, features=weight)


def threshold_of(works: list[Work], models: list[Weights], name: str, least: float, lists: list[Weights]) -> float:
    """The probability from which on F1 of what the step states is best, where precision is at least `least`.

    Each document is read with weights learned without it.
    """
    kind = FACT[name]
    stated: list[tuple[Work, list[tuple[float, dict[str, Any]]]]] = []
    for index, work in enumerate(works):
        if kind not in work.kinds or work.kind.startswith("written"):
            continue  # what was written to teach is harder, or easier, than what will be read
        m = models[index % FOLDS]
        kept, work.draft.findings = work.draft.findings, []
        read(name, work, m, 0.03, lists[index % FOLDS] if lists else None)
        system = mapped_facts(work.draft, work.draft.findings, work.to_gold, work.score)
        stated.append((work, list(zip([f.confidence for f in work.draft.findings], system, strict=True))))
        work.draft.findings = kept
    gold_of = [[f for f in work.gold_facts if f["type"] == kind] for work, _ in stated]
    gold = sum(map(len, gold_of))
    best, best_at, rows = -1.0, 0.95, []
    for at in [x / 40 for x in range(4, 39)]:
        total = hits = 0
        for (work, found), golds in zip(stated, gold_of, strict=True):
            system = [fact for p, fact in found if p >= at]
            total += len(system)
            hits += len(work.score.assign(kind, golds, system, work.gatherings))
        precision, recall = hits / max(1, total), hits / max(1, gold)
        f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
        rows.append(f"{at:.2f}:{precision:.2f}/{recall:.2f}/{f1:.2f}")
        if precision >= least and f1 > best:
            best, best_at = f1, at
    print("   ", *rows[::3])
    return best_at


def learn(works: list[Work], names: list[str], *, strength: float, least: float, write: bool) -> None:
    """Step by step, so that each stands on what the ones before give for documents they have not seen."""
    for work in works:
        work.draft.findings = [f for f in work.draft.findings if type(f.fact).__name__ in ("PostFact", "UnitFact")]
    for name in [n for n in ORDER if n in names]:
        kind, penalty = FACT[name], max(strength, STRENGTH.get(name, 0.0))
        examples: list[list[Example]] = []
        for work in works:
            if kind not in work.kinds:
                examples.append([])
                continue
            findings, features = candidate_findings(name, work.draft)
            labels = work.labels(kind, findings)
            count = count_of(work)
            examples.append([(f, label, count) for f, label in zip(features, labels, strict=True) if label is not None])
        gold = sum(1 for w in works for f in w.gold["facts"] if f["type"] == kind and kind in w.kinds)
        found = sum(label for e in examples for _, label, _ in e)
        models = []
        for fold in range(FOLDS):
            bias, weight = fit([x for i, e in enumerate(examples) if i % FOLDS != fold for x in e], strength=penalty)
            models.append(Weights(bias=bias, threshold=0.5, features=weight))
        lists: list[Weights] = []
        if name == "attendance":
            lists = [neighbours(works, models, fold) for fold in range(FOLDS)]
        threshold = threshold_of(works, models, name, LEAST_PRECISION.get(name, least), lists)
        print(
            f"# {name}: {sum(map(len, examples))} candidates, recall at best {found / max(1, gold):.3f}, threshold {threshold}"
        )
        for index, work in enumerate(works):
            m = models[index % FOLDS]
            read(name, work, m, threshold, lists[index % FOLDS] if lists else None)
            if name == "gatherings":
                work.match_gatherings()
        if write:
            bias, weight = fit([x for e in examples for x in e], strength=penalty)
            content = {"note": f"learned by train/acts.py from {sum(kind in work.kinds for work in works)} documents", "bias": round(bias, 3), "threshold": threshold,
                       "features": dict(sorted(weight.items()))}  # fmt: skip
            if name == "attendance":
                second = neighbours(works, models, None)
                write_weights("attendance_lists", {**content, "bias": second.bias, "features": second.features})
            write_weights(name, content)


def evaluate(works: list[Work], kinds: list[str], misses: str | None) -> None:
    score = works[0].score
    tally, missed = score.Tally(), []
    for work in works:
        draft = work.draft
        claims = tuple(
            Claim(id=str(i), fact=f.fact, evidence=(draft.evidence(f),), confidence=f.confidence, stance=f.stance)
            for i, f in enumerate(draft.findings)
        )
        reading = Reading(document="d", reader="", version="", language="en", read=True, claims=claims,
                          referents=tuple(draft.referents.values()))  # fmt: skip
        score.score_document(work.gold, record_of(reading, f"{work.stem}.txt"), draft.text, tally, missed, misses)
    print(summary(tally, kinds))
    for what, document, evidence in missed:
        print(f"{what:9}{document}: {' '.join((evidence or '').split())}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=["measure", "write"])
    parser.add_argument("steps", nargs="*", default=ORDER)
    parser.add_argument("--gold", action="store_true", help="names as the gold has them")
    parser.add_argument("--strength", type=float, default=1.0)
    parser.add_argument("--least", type=float, default=0.66)
    parser.add_argument("--misses")
    options = parser.parse_args()
    score = judge()
    documents = [*gold_documents(), *act_documents()]
    if options.gold:
        works = [Work(d.stem, gold_draft(d.data.decode(), d.record), d.record, score, d.kind) for d in documents]
    else:
        from heldout import heldout_works

        works = heldout_works(acts=True)
    learn(works, options.steps or ORDER, strength=options.strength, least=options.least, write=options.do == "write")
    kinds = ["gathering", "attendance", "attendance+capacity", "agreement", "award", "decision", "message"]
    for kind in ("training", "labels", "articles", "written", "act labels", "written acts"):
        part = [work for work, document in zip(works, documents, strict=True) if document.kind == kind]
        print(kind)
        if not part:
            continue
        evaluate(part, kinds, options.misses if kind == "training" else None)


if __name__ == "__main__":
    sys.exit(main())
