"""The command `chancery`: one small file per command, each loaded only when it is called."""

from __future__ import annotations

import importlib
import os
import sys
from keyword import iskeyword
from pathlib import Path

import click

from chancery import __version__
from chancery.office.settings import DEFAULT_WORKSPACE, WORKSPACE_VARIABLE, Settings, database_setting
from chancery.terms.errors import ChanceryError

# Name of the command: its line in the overview. The module and its click.Command bear the name, with "_" after it where
# the language keeps the word to itself.
COMMANDS = {
    "read": "Read files and folders into the record.",
    "import": "Take a data set of posts and their holders into the record.",
    "who": "Who held a post, on a day.",
    "roster": "Who was what in a body, on a day.",
    "tree": "The units of a body, as of a day.",
    "changes": "What changed between two days.",
    "gatherings": "Who met, in the order of the days.",
    "show": "A person, a body or a gathering, with every citation.",
    "conflicts": "What the documents contradict each other in.",
    "rule": "Accept or reject a claim, and take judgements back.",
    "withdraw": "Take back what was read in a document.",
    "explain": "How a fact was read, step by step.",
    "review": "Judge pairs of names that may be one.",
    "orphans": "Rulings whose fact is gone, or whose page came anew.",
    "search": "Find names and sentences.",
    "user": "Who may rule and correct on the pages.",
    "serve": "Show the record as web pages on this machine.",
    "export": "Write the record in other formats.",
    "evaluate": "Score the readings against gold records.",
    "forget": "Take a person out of the record, on request.",
    "rebuild": "Make everything derived anew from the bytes and the ledger.",
}

NOTHING_FOUND = 1
ERROR = 2
SOME_NOT_READ = 3

EXIT_CODES = {
    0: "done, or answered",
    NOTHING_FOUND: "the question was understood, and the record holds no answer",
    ERROR: "an error, told with its code; of `read`: nothing could be taken in",
    SOME_NOT_READ: "of `read`, `import` and `evaluate --reader`: some documents or rows were not taken, the rest was",
}


class _Commands(click.Group):
    """Loads a command's module when it is called, so that `--help` and `--version` start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(importlib.import_module(f"chancery.cli.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--workspace",
    type=click.Path(path_type=Path),
    default=DEFAULT_WORKSPACE,
    envvar=WORKSPACE_VARIABLE,
    show_default=True,
    show_envvar=True,
    help="The folder that holds the record.",
)
@click.version_option(__version__, prog_name="chancery")
@click.pass_context
def chancery(ctx: click.Context, workspace: Path) -> None:
    """Chancery reads what organisations publish, and keeps the cited record of who held which post,
    when bodies came and went, who met whom, and what was decided, signed, awarded and said."""
    ctx.obj = Settings(workspace=workspace, database=database_setting(os.environ))


def main() -> None:
    """Run the command line; a coded error is printed in full and ends with exit code 2."""
    try:
        chancery(prog_name="chancery")
    except ChanceryError as error:
        print_error(error, as_json="--json" in sys.argv)
        sys.exit(ERROR)


def print_error(error: ChanceryError, *, as_json: bool = False) -> None:
    """Code, what, likely cause and next step, on standard error."""
    from chancery.cli.terminal import harmless_json, shown

    if as_json:
        click.echo(harmless_json({"error": error.as_dict()}), err=True)
        return
    # A path or a name in it may hold what could steer a terminal.
    click.echo(f"{error.code}  {shown(error.what)}", err=True)
    click.echo(f"      likely cause: {shown(error.cause)}", err=True)
    click.echo(f"      next step:    {shown(error.next)}", err=True)
