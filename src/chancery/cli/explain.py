"""`chancery explain DOC [CLAIM]`: how a fact was read, step by step."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from chancery.cli import NOTHING_FOUND
from chancery.cli.known import known_option
from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.gazette.pages.document import DocumentFact
from chancery.office.explaining import Explanation, Listed, list_claims
from chancery.office.explaining import explain as explained
from chancery.office.settings import Settings
from chancery.office.workspace import open_as_known
from chancery.reader.account import Account
from chancery.reader.explaining import Derivation, FoundName, NameDerivation
from chancery.terms.dates import Instant

MOST_FEATURES = 12  # of one scorer; --json has all, as it has all choices and mentions
_MOST_CHOICES = 5
_MOST_MENTIONS = 6
_SHORTEST_ID = 8
_KINDS = {"person": "person", "organisation": "body", "place": "place"}


@click.command()
@click.argument("document", metavar="DOC")
@click.argument("claim", metavar="[CLAIM]", required=False)
@known_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every feature and every mention.")
@click.pass_obj
def explain(settings: Settings, document: str, claim: str | None, known: Instant | None, as_json: bool) -> None:
    """How a fact was read: its names, the rule that drew it, and what spoke for and against it in each scorer.

    DOC is a source path as it was read, or a document's SHA-256 or four characters or more of its beginning; so is
    CLAIM of a claim's id. Without CLAIM the claims of the document are listed, with their ids. The document is read
    once more for it. Exit code 1: no claims, or the present reader does not draw this one.
    """
    with open_as_known(settings, known) as register:
        if claim is None:
            listed = list_claims(register, document)
            print_json(listed) if as_json else _print_list(listed)
            found = bool(listed.claims)
        else:
            explanation = explained(settings, register, document, claim)
            print_json(explanation) if as_json else _print_explanation(explanation)
            found = explanation.derivation is not None
    if not found:
        sys.exit(NOTHING_FOUND)


def _print_list(listed: Listed) -> None:
    if not listed.claims:
        click.echo(f"No claim is recorded of {shown(listed.source)}.", err=True)
        return
    print_line(f"{shown(listed.source)} ({listed.document[:16]})", style="bold")
    ids = [fact.claim for fact in listed.claims]
    size = next(n for n in range(_SHORTEST_ID, len(ids[0]) + 1) if len({each[:n] for each in ids}) == len(ids))
    for fact in listed.claims:
        print_line(f"{fact.claim[:size]}  {fact.kind:10}  {_in_words(fact)}")
        print_line(f"“{shown(fact.quote)}”", indent=size + 2, style="italic")


def _in_words(fact: DocumentFact) -> str:
    note = f" ({fact.note})" if fact.note else ""
    return shown("".join(phrase.text for phrase in fact.line)) + note


def _print_explanation(explanation: Explanation) -> None:
    fact, recorded, derivation = explanation.fact, explanation.recorded, explanation.derivation
    print_line(_in_words(fact), style="bold")
    print_line(f"{fact.kind}, claim {fact.claim}", indent=2, style="dim")
    print_citations(recorded.citations, indent=2)
    if explanation.is_by_another:
        other, present = f"{recorded.reader} {recorded.version}", f"{explanation.reader} {explanation.version}"
        print_line(f"Recorded by another reader, {other}; what follows is by the present one, {present}.", indent=2)
    if derivation is None:
        print_line(
            f"Its rule was “{shown(recorded.claim.rule)}”, its confidence {recorded.claim.confidence}.", indent=2
        )
        click.echo("The present reader does not draw this claim, so no more can be told of it.", err=True)
        return
    for name in derivation.names:
        _print_name(name)
    _print_judgement(derivation)


def _print_name(name: NameDerivation) -> None:
    print_line()
    print_line(f"{shown(name.name)} ({_KINDS[name.type]})", style="bold")
    stated = [mention for mention in name.mentions if mention.stated]
    others = [mention for mention in name.mentions if not mention.stated]
    _print_mentions(stated, "in the words of the fact")
    _print_mentions(others, "joined with it" if stated else "named elsewhere only")
    if name.because is not None:
        _print_account(name.because, indent=2)


def _print_mentions(mentions: Sequence[FoundName], how: str) -> None:
    if not mentions:
        return
    print_line(f"{how}:", indent=2)
    for mention in mentions[:_MOST_MENTIONS]:
        inside = ", inside a longer name" if mention.inside else ""
        sure = f" {mention.score:.2f}" if mention.rule == "model" or mention.score < 1 else ""
        where = f"[{mention.start}–{mention.end}]"
        print_line(f"“{shown(mention.text)}” {where}, by {mention.rule or 'rule'}{sure}{inside}", indent=4)
    if len(mentions) > _MOST_MENTIONS:
        print_line(f"and {len(mentions) - _MOST_MENTIONS} more", indent=4, style="dim")


def _print_judgement(derivation: Derivation) -> None:
    print_line()
    print_line(f"Drawn by the rule “{shown(derivation.rule)}”, confidence {derivation.confidence:.2f}", style="bold")
    for account in derivation.because:
        _print_account(account, indent=2)


def _print_account(account: Account, *, indent: int) -> None:
    """A scorer's probability, and below it what it adds up from, the heaviest first."""
    print_line(f"{account.name}: {account.probability:.2f}", indent=indent)
    if account.among:
        choices = ", ".join(f"{shown(label)} {share:.2f}" for label, share in account.among[:_MOST_CHOICES])
        more = f" and {len(account.among) - _MOST_CHOICES} more" if len(account.among) > _MOST_CHOICES else ""
        print_line(f"chosen among: {choices}{more}", indent=indent + 2)
    for feature, weight in account.features[:MOST_FEATURES]:
        print_line(f"{weight:+7.2f}  {shown(feature)}", indent=indent + 2)
    rest = account.features[MOST_FEATURES:]
    if rest:
        print_line(f"{sum(weight for _, weight in rest):+7.2f}  {len(rest)} more features", indent=indent + 2)
    if not account.among:
        print_line(f"{account.bias:+7.2f}  to begin with (bias)", indent=indent + 2)
    print_line(f"{account.total:+7.2f}  in all", indent=indent + 2, style="dim")
