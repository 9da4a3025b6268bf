"""`chancery review`: what needs a person's eye, one pair at a time, most valuable first."""

from __future__ import annotations

import getpass
from collections.abc import Sequence

import click

from chancery.cli.terminal import print_citations, print_json, print_line, shown
from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.office.daily import utc_now
from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing, open_readonly
from chancery.register import Register
from chancery.register.resolving import SuggestionView
from chancery.register.resolving.suggestions import SideView
from chancery.terms.dates import DateSpan
from chancery.terms.rulings import OnNames

_KEYS: dict[str, OnNames] = {"s": "same", "n": "not the same", "u": "unsure"}
_HELP = "[s] same   [n] not the same   [u] unsure   [k] skip   [z] undo   [q] quit"
_QUESTIONS = {"person": "Are these one person?", "organisation": "Are these one body?", "place": "Are these one place?"}


@click.command()
@click.option("--by", metavar="NAME", help="Who rules. Without it, the name of the user of this computer.")
@click.option("--list", "as_list", is_flag=True, help="Only list the pairs that wait, and ask nothing.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many pairs.")
@click.option("--json", "as_json", is_flag=True, help="Print the pairs that wait as JSON, and ask nothing.")
@click.pass_obj
def review(settings: Settings, by: str | None, as_list: bool, limit: int, as_json: bool) -> None:
    """Pairs of names that may be one person, body or place: judge them, most valuable first.

    Each answer is kept as a ruling with your name, and can be taken back singly at any time. "Not the same" holds
    against later suggestions. What you skip comes again.
    """
    if as_list or as_json:
        with open_readonly(settings) as register:
            waiting = register.suggestions(limit)
        if as_json:
            print_json(waiting)
        else:
            for each in waiting:
                print_line(_title(each))
            if not waiting:
                print_line("Nothing waits for a person's eye.")
        return
    with open_for_writing(settings) as register:
        _ask(register, register.suggestions(limit), by or getpass.getuser())


def _ask(register: Register, waiting: Sequence[SuggestionView], by: str) -> None:
    """Put the pairs one by one; every answer is committed before the next pair is shown."""
    if not waiting:
        print_line("Nothing waits for a person's eye.")
    given: list[tuple[int, str | None]] = []  # place, and the ruling's entry; None where it was skipped
    place = 0
    while place < len(waiting):
        _show(waiting[place], place + 1, len(waiting))
        key = click.prompt(_HELP, default="k", show_default=False, prompt_suffix=" > ").strip().casefold()[:1]
        if key == "q":
            break
        if key == "z":
            if not given:
                print_line("There is nothing to undo.")
                continue
            place, entry = given.pop()
            if entry is not None:
                register.withdraw(entry, by=by, why="undone at once", at=utc_now())
            continue
        if key in _KEYS:
            first, second = (side.member for side in waiting[place].sides)
            entry = register.judge_names(first, second, _KEYS[key], by=by, why=_why(waiting[place]), at=utc_now()).id
            given.append((place, entry))
        elif key == "k":
            given.append((place, None))
        else:
            continue
        place += 1
    rulings = [entry for _, entry in given if entry is not None]
    print_line(f"{len(rulings)} ruling{'' if len(rulings) == 1 else 's'} entered.")
    for entry in rulings:
        print_line(entry, indent=2, style="dim")


def _show(each: SuggestionView, number: int, total: int) -> None:
    question = "One name: two people?" if each.namesakes else _QUESTIONS[each.sides[0].entity.type]
    print_line()
    print_line(f"{number} of {total}   {question}   likely one: {each.score:.0%}", style="bold")
    for letter, side in zip("AB", each.sides, strict=True):
        print_line(f"{letter}  {shown(side.name)}", indent=2, style="bold")
        print_line(_seen(side), indent=5)
        for post in side.posts:
            print_line(shown(post), indent=5)
        if side.citation is not None:
            print_citations([side.citation], indent=5)
    speaking_for = [f.words for f in each.findings if f.weight > 0]
    against = [f.words for f in each.findings if f.weight < 0]
    if speaking_for:
        print_line(f"for:      {shown('; '.join(speaking_for))}", indent=2)
    if against:
        print_line(f"against:  {shown('; '.join(against))}", indent=2)


def _seen(side: SideView) -> str:
    documents = f"in {side.documents} document{'' if side.documents == 1 else 's'}"
    if side.first is None or side.last is None:
        return documents
    first, last = (date_in_words(DateSpan.of_day(day)) for day in (side.first, side.last))
    return f"{documents}, {first}" + (f" to {last}" if last != first else "")


def _title(each: SuggestionView) -> str:
    a, b = (shown(side.name) for side in each.sides)
    return f"{each.score:.2f}  {a} / {b}" + ("   (one name, perhaps two people)" if each.namesakes else "")


def _why(each: SuggestionView) -> str:
    return "; ".join(finding.words for finding in each.findings)
