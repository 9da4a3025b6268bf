"""Brings the message catalogues up to date with the program, keeping what is translated. A test compares.

Run without arguments; messages that have no translation yet are printed, and the exit code is then 1.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po

import chancery
from chancery.gazette.tongue import ENGLISH, LANGUAGES
from chancery.terms.claims import PostChange, UnitChange
from chancery.terms.errors import PROBLEMS

SOURCES = Path(chancery.__file__).parent
TEMPLATES = SOURCES / "gazette" / "web" / "templates"
CATALOGUES = SOURCES / "gazette" / "locale"
KEYWORDS = DEFAULT_KEYWORDS | {"said_later": None, "in_context": ((1, "c"), 2), "worded": None}
WORDED_IN = ("gazette", "register", "office")  # packages whose errors are shown on pages


def messages() -> Catalog:
    """Every message of pages, templates and errors, without translations."""
    found = Catalog()
    for path, context, message in sorted(_found(), key=lambda each: each[0]):
        found.add(message, context=context, locations=[(path, 0)])
    return found


def _found() -> Iterator[tuple[str, str | None, str | tuple[str, ...]]]:
    for path in sorted((SOURCES / "gazette").rglob("*.py")):
        yield from _extracted("python", path, {})
    for path in sorted((SOURCES / "register").rglob("*.py")):
        yield from _extracted("python", path, {})
    for change in (*get_args(PostChange), *get_args(UnitChange)):
        yield "terms/claims.py", None, change
    for path in sorted(TEMPLATES.glob("*.html")):
        yield from _extracted("jinja2", path, {"newstyle_gettext": "true", "silent": "false"})
    for problem in PROBLEMS.values():
        for words in (problem.what, problem.cause, problem.next):
            yield "terms/errors.py", None, words
    for package in WORDED_IN:
        for path in sorted((SOURCES / package).rglob("*.py")):
            yield from ((_name(path), None, reason) for reason in _reasons(path))


def _extracted(
    method: str, path: Path, options: dict[str, str]
) -> Iterator[tuple[str, str | None, str | tuple[str, ...]]]:
    with path.open("rb") as file:
        for _line, message, _comments, context in extract(method, file, keywords=KEYWORDS, options=options):
            yield _name(path), context, message


def _reasons(path: Path) -> Iterator[str]:
    """What is given as the `reason` of an error, where it is a plain string."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error"):
            for keyword in node.keywords:
                if keyword.arg == "reason" and isinstance(keyword.value, ast.Constant):
                    yield str(keyword.value.value)


def _name(path: Path) -> str:
    return path.relative_to(SOURCES).as_posix()


def read(language: str) -> Catalog:
    """The catalogue of a language as it stands."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> list[str]:
    """Write the catalogue anew with every message of the program; gives those without a translation."""
    path = CATALOGUES / f"{language}.po"
    header = path.read_text("utf-8").partition("\n\n")[0]
    old, new = read(language), messages()
    missing = []
    for message in new:
        if not message.id:
            continue
        known = old.get(message.id, message.context)
        if known is not None and all(known.string if message.pluralizable else [known.string]):
            message.string = known.string
        else:
            missing.append(str(message.id))
    with path.open("wb") as file:
        file.write(header.encode() + b"\n\n")
        write_po(file, new, width=110, omit_header=True, include_lineno=False)
    return missing


def main() -> int:
    missing = {code: update(code) for code in LANGUAGES if code != ENGLISH}
    for code, several in missing.items():
        for message in several:
            print(f"{code}: no translation of {message!r}", file=sys.stderr)
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
