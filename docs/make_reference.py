"""Writes docs/reference.md from the program itself: commands, settings, exit codes, error codes, pages. A test compares."""

from __future__ import annotations

from pathlib import Path

import click

from chancery.cli import COMMANDS, EXIT_CODES, chancery
from chancery.gazette.web.actions import RULE, SIGN_IN, SIGN_OUT, TAKE_BACK
from chancery.gazette.web.app import LANGUAGE
from chancery.gazette.web.correcting import ADD
from chancery.gazette.web.routes import ROUTES
from chancery.office.settings import (
    DATABASE_VARIABLE,
    DEFAULT_TIMEOUT,
    DEFAULT_WORKSPACE,
    KEY_VARIABLE,
    MODEL_VARIABLE,
    TIMEOUT_VARIABLE,
    URL_VARIABLE,
    WORKSPACE_VARIABLE,
)
from chancery.terms.errors import PROBLEMS

_PAGES = {
    "/": "what the record holds, what is new, what was not read",
    "/documents": "all documents, with what became of each",
    "/documents/{sha}": "the text with its evidence marked, the facts beside it, where it came from",
    "/documents/{sha}/add": "the form by which an editor states a fact of the passage from `start` to `end`, of a `kind`, perhaps `instead-of` another",
    "/documents/{sha}/facts/{claim}": "one fact: its sentence, how it was read, rulings on it, and how to cite it; `/cite.txt`, `.bib`, `.csl.json`, `.ris` are files",
    "/cite": "how to cite the page at the address `page`, as it is known now; `/cite.txt` and so on are files",
    "/people": "all persons",
    "/people/{id}": "a person: posts with their spans, names, gatherings, awards, messages",
    "/bodies": "all organisations",
    "/bodies/{id}": "a body as of the date `on` (roster, tree of units; `units=1`: the posts of its units too), and over time: its life as a strip, successions of its posts, gatherings, acts",
    "/gatherings": "the gatherings `from` one date `to` another, by year and month, and the anniversaries in the month after `on`",
    "/gatherings/{id}": "a gathering: programme, who took part and how, what came of it, its series",
    "/places": "all places",
    "/places/{id}": "a place: gatherings there by year, what was done by it where it acts as a body, names",
    "/acts": "acts of a `kind` (agreement, decision, award, message) `about` a person or body, `from` one date `to` another, with their history",
    "/changes": "what changed `about` somebody `from` one date `to` another (`kind`, `units=1`), or what the record has learned: `recorded-since`",
    "/conflicts": "what the documents contradict each other in, `about` somebody or at all, with both sides and what the record follows",
    "/network": "people and bodies tied by gatherings, posts and agreements, `from` a day `to` a day, `about` one of them",
    "/review": "pairs of names that may be one, for a person to judge",
    "/search": "names and passages that hold the words of `q`",
    "/who": "who held the post `role`, `in` a body, `on` a day",
}
_FORMS = {
    SIGN_IN: "begins a session, with `name` and `password`; `GET` gives the form, and takes the one-time `token`",
    SIGN_OUT: "ends the session",
    RULE: "`judgement` on two members, `first` and `second`, or on one claim, `first`; and `why`",
    TAKE_BACK: "takes one ruling back, or one claim that was stated by hand",
    ADD: "states a fact by hand, perhaps `instead-of` another",
}
TARGET = Path(__file__).with_name("reference.md")


def reference() -> str:
    """The text of docs/reference.md."""
    parts = [
        "# Reference\n\nWritten by `python docs/make_reference.py` from the program itself; a test fails when it is out of date.\n",
        "## Settings\n\n| setting | means |\n|---|---|\n"
        f"| `--workspace DIR` before the command, or `{WORKSPACE_VARIABLE}` | the folder that holds the record; "
        f"`{DEFAULT_WORKSPACE}` in the current folder if neither is given |\n"
        f"| `{DATABASE_VARIABLE}` | the register's database, if it is on a PostgreSQL server: `postgresql://USER:PASSWORD@HOST:5432/DATABASE`, "
        "with `?schema=NAME` and `&sslmode=require` or `verify-full` if wanted; the bytes stay in the workspace (see [a team's database](database.md)) |\n"
        f"| `{URL_VARIABLE}` | for `--reader llm`: the base address of an OpenAI-compatible endpoint, such as "
        "`http://127.0.0.1:8080/v1`; `/chat/completions` is added |\n"
        f"| `{MODEL_VARIABLE}` | for `--reader llm`: the name of the model, as that endpoint knows it |\n"
        f"| `{KEY_VARIABLE}` | for `--reader llm`, where the endpoint asks for one: the key, sent as a bearer token |\n"
        f"| `{TIMEOUT_VARIABLE}` | for `--reader llm`: seconds for one answer; {DEFAULT_TIMEOUT:g} if it is not set |\n",
        "## Commands\n",
        *[_command(name) for name in COMMANDS],
        "## Exit codes\n\n| code | means |\n|---|---|\n"
        + "".join(f"| {code} | {means} |\n" for code, means in EXIT_CODES.items()),
        "## Error codes\n\nEvery error says what happened, its likely cause, and what to do next; with `--json` as JSON.\n\n"
        "| code | what | likely cause | next step |\n|---|---|---|---|\n"
        + "".join(f"| {code} | {p.what} | {p.cause} | {p.next} |\n" for code, p in sorted(PROBLEMS.items())),
        "## Pages\n\n`chancery serve` answers these addresses; each has its `.json` with the same content. `known=2026-03-01` in an address of the record asks for it as it stood at the end of that day.\n\n| address | shows |\n|---|---|\n"
        + "".join(f"| `{route.path}` | {_PAGES[route.path]} |\n" for route in ROUTES),
        "## Forms\n\nSent by the pages, by signed-in users but for the first and the last.\n\n| address | does |\n|---|---|\n"
        + "".join(f"| `POST {path}` | {does} |\n" for path, does in _FORMS.items())
        + f"| `GET {LANGUAGE}` | answers in that language from now on, and goes `back` |\n",
    ]
    return "\n".join(parts)


def _command(name: str) -> str:
    command = chancery.get_command(click.Context(chancery), name)
    assert command is not None
    return _described(command, f"chancery {name}")


def _described(command: click.Command, called: str) -> str:
    """The command, and those under it."""
    inner = click.Context(command, info_name=called, parent=None)
    rows = []
    for parameter in command.params:
        record = parameter.get_help_record(inner)
        if record is not None and record[0] != "--help":
            rows.append(f"| `{record[0].replace('|', '/')}` | {record[1].replace('|', '/')} |\n")
    usage = command.get_usage(inner).removeprefix("Usage: ")
    about = " ".join((command.help or "").split())
    table = "\n| option | means |\n|---|---|\n" + "".join(rows) if rows else ""
    under = [_described(each, f"{called} {name}") for name, each in getattr(command, "commands", {}).items()]
    return "\n".join([f"### `{usage}`\n\n{about}\n{table}", *under])


if __name__ == "__main__":
    TARGET.write_text(reference(), "utf-8")
