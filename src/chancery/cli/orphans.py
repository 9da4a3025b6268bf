"""`chancery orphans`: rulings that a newer reader, or a page that came anew, left without their fact."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.gazette.pages.facts_in_words import fact_in_words
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.register.ruling_views import Gone, Offer, RuledOn, RulingToReview
from chancery.terms.claims import Claim, Referent
from chancery.terms.entities import EntityName

_WHY: dict[Gone, str] = {
    "not drawn": "the reader that reads this document now does not give it",
    "taken back": "the reading of this document was taken back",
    "text changed": "the text of this document now comes out otherwise",
    "withheld": "it was forgotten on request",
    "unknown": "nothing by this id is known",
}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def orphans(settings: Settings, as_json: bool) -> None:
    """Rulings whose fact no reader gives any more, and those on pages that have since been captured anew.

    A ruling stays in the ledger, and holds again when its fact comes back. What may take the fact's place is shown
    beside it; nothing is carried over by itself. Exit code 1: there are none.
    """
    with open_readonly(settings) as register:
        orphaned = register.orphaned_rulings()
        anew = register.rulings_on_pages_captured_anew()
    if as_json:
        print_json({"orphaned": orphaned, "captured_anew": anew})
    else:
        _print_rulings("Their fact is gone", orphaned)
        _print_rulings("Their page was captured anew, and says the same", anew)
    if not orphaned and not anew:
        if not as_json:
            click.echo("Every ruling has its fact.", err=True)
        sys.exit(NOTHING_FOUND)


def _print_rulings(heading: str, rulings: Sequence[RulingToReview]) -> None:
    if rulings:
        print_line(f"{heading}: {len(rulings)}", style="bold")
    for each in rulings:
        ruling = each.ruling
        why = f": {shown(ruling.why)}" if ruling.why else ""
        day = f"{each.recorded.at:%Y-%m-%d}"
        print_line(f"{ruling.judgement}, by {shown(ruling.by)} on {day}{why} (ruling {each.entry})", indent=2)
        for subject in each.subjects:
            _print_subject(subject)
        for offer in each.offers:
            _print_offer(offer)


def _print_subject(subject: RuledOn) -> None:
    print_line(_in_words(subject.claim, subject.referents) or subject.id, indent=4, style="bold")
    if subject.gone is not None:
        print_line(_WHY[subject.gone], indent=6)
    _print_proof(subject)


def _print_offer(offer: Offer) -> None:
    print_line(f"{offer.alike}: {_in_words(offer.claim, offer.referents)}", indent=4)
    _print_proof(offer)


def _print_proof(found: RuledOn | Offer) -> None:
    if found.citations:
        print_citations(found.citations, indent=6)
    elif found.document is not None:
        print_line(shown(found.document.source), indent=6, style="dim")


def _in_words(claim: Claim | None, referents: Sequence[Referent]) -> str:
    if claim is None:
        return "; ".join(shown(referent.name) for referent in referents)
    names = {r.id: EntityName(id=r.id, type=r.type, name=r.name) for r in referents}
    line = fact_in_words(claim.fact, names.get, lambda gathering: "a gathering")
    return shown("".join(phrase.text for phrase in line))
