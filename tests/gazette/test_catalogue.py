"""Nothing that people see is without a message, and no message is without its French."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from babel.dates import get_month_names
from babel.messages.catalog import Catalog, Message
from babel.support import NullTranslations
from starlette.types import ASGIApp

from chancery.gazette import tongue
from chancery.gazette.pages.findings_in_words import FINDINGS
from chancery.gazette.web import make_app
from chancery.gazette.web.routes import ROUTES
from chancery.office.accounts import AccountFile
from chancery.office.settings import Settings
from chancery.office.writing import WorkspaceCommands
from chancery.register.matching.tables import table
from chancery.register.resolving.weighing import weights
from tests.gazette.asking import ask
from tests.gazette.sample import open_record
from tests.gazette.seen import seen_texts
from tests.gazette.test_app import addresses

ROOT = Path(__file__).parents[2]
FRENCH = {"accept-language": "fr"}
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%%")
# Of what is shown: what is the same in every language, and what no catalogue of ours holds.
NAMES = {"Chancery", "English", "Français", "SHA-256", "BibTeX", "CSL-JSON", "RIS", "anglais", "français", "Ada"}
NAMES |= {name.capitalize() for name in get_month_names("wide", locale="fr").values()}
KNOWN = re.compile(r"sample 1|[A-Z]\d{3}|[0-9a-f]{12,64}|(https?:/)?/[/?=&%\w.:+-]*")


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_catalogue", ROOT / "docs" / "make_catalogue.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def program() -> Catalog:
    """The messages of the program, as its sources hold them."""
    found: Catalog = script().messages()
    return found


@pytest.fixture(scope="module")
def french() -> Catalog:
    found: Catalog = script().read("fr")
    return found


@pytest.fixture(params=["reader", "editor"])
def visited(
    request: pytest.FixtureRequest, congress_settings: Settings, tmp_path: Path
) -> tuple[ASGIApp, dict[str, str]]:
    """The application, and the cookies of a visitor: one who may only read, and one who may write."""
    if request.param == "reader":
        return make_app(partial(open_record, congress_settings)), {}
    accounts = AccountFile(tmp_path / "accounts", once_for="keeper")
    accounts.add("Ada", "editor", "correct horse battery")
    app = make_app(
        partial(open_record, congress_settings), accounts=accounts, commands=WorkspaceCommands(congress_settings)
    )
    form = {"name": "Ada", "password": "correct horse battery"}
    return app, dict(ask(app, "/sign-in", method="POST", form=form).cookies)


def told(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def strings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if message.pluralizable else (str(message.string),)


def test_the_catalogue_holds_the_messages_of_the_program_and_no_other(program: Catalog, french: Catalog) -> None:
    wanted = {(message.context, message.id) for message in told(program)}
    held = {(message.context, message.id) for message in told(french)}
    assert wanted - held == set(), "run: make catalogue"
    assert held - wanted == set(), "run: make catalogue"
    assert not french.obsolete


def test_every_message_has_its_french(french: Catalog) -> None:
    assert [message.id for message in told(french) if message.fuzzy or not all(strings(message))] == []
    plurals = [message for message in told(french) if message.pluralizable]
    assert plurals and all(len(message.string) == french.num_plurals == 2 for message in plurals)


def test_both_sides_have_the_same_placeholders(french: Catalog) -> None:
    for message in told(french):
        forms = message.id if message.pluralizable else (message.id,)
        for string, form in zip(strings(message), forms, strict=True):
            assert sorted(PLACEHOLDER.findall(string)) == sorted(PLACEHOLDER.findall(form)), message.id


def test_french_keeps_its_signs_beside_their_words(french: Catalog) -> None:
    """A blank before : ; ? ! % or inside « » is one at which no line breaks."""
    for message in told(french):
        for string in strings(message):
            assert not re.search(r" [:;?!»]| %%|« ", string), string
            assert "'" not in re.sub(r"`[^`]*`", "", string), string


class Marked(NullTranslations):
    """A language in which every message is its English between marks: what stands outside them has no message."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"⟦{one if count == 1 else many}⟧"


def outside_the_marks(html: str) -> list[str]:
    text = "\x1f".join(seen_texts(html))
    inside = re.compile(r"⟦[^⟦⟧]*⟧")
    while inside.search(text):
        text = inside.sub("\x1f", text)
    assert not set("⟦⟧") & set(text)
    return [piece.strip() for piece in text.split("\x1f") if re.search(r"[A-Za-z]{2}", piece)]


def route_of(address: str) -> str:
    """Its first part, which tells the kind of page."""
    return "/" + address.partition("?")[0].split("/")[1]


def words_of_the_record(settings: Settings) -> str:
    """All that documents say, and the names and ids of what is read."""
    parts = []
    with open_record(settings) as record:
        for listing in record.register.documents():
            parts += [listing.document.source, listing.document.id, record.layer_of(listing.document.id).text]
            for claim in record.register.claims_of(listing.document.id):
                parts += [claim.id, claim.rule, str(claim.fact)]
    return " ".join("\n".join(parts).split())


def test_all_that_people_see_passes_through_the_catalogue(
    visited: tuple[ASGIApp, dict[str, str]], congress_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, cookies = visited
    said = words_of_the_record(congress_settings)
    monkeypatch.setattr(tongue, "_catalogue", lambda code: Marked())
    unsaid = set()
    for address in [*addresses(congress_settings), "/nowhere", "/sign-in", "/who?role=Chair&on=x"]:
        for piece in outside_the_marks(ask(app, address, headers=FRENCH, cookies=cookies).text):
            plain = " ".join(piece.split()).removesuffix("· Chancery").strip(" ,.;·:–%")
            if plain not in NAMES and plain not in said and not KNOWN.fullmatch(plain):
                unsaid.add((route_of(address), plain))
    assert not unsaid, "\n".join(sorted(f"{page}: {text}" for page, text in unsaid))


def test_no_english_stands_on_a_french_page(
    visited: tuple[ASGIApp, dict[str, str]], congress_settings: Settings, french: Catalog
) -> None:
    app, cookies = visited
    said = words_of_the_record(congress_settings)
    english = {
        text
        for message in told(french)
        for text in (message.id if message.pluralizable else (message.id,))
        if text not in strings(message) and not PLACEHOLDER.search(text) and text not in said
    }
    french_words = {string for message in told(french) for string in strings(message)}
    unsaid = set()
    for address in [*addresses(congress_settings), "/nowhere", "/sign-in"]:
        answer = ask(app, address, headers=FRENCH, cookies=cookies)
        shown = {" ".join(text.split()) for text in seen_texts(answer.text)}
        unsaid |= {(route_of(address), text) for text in shown & (english - french_words)}
    assert not unsaid, "\n".join(sorted(f"{page}: {text}" for page, text in unsaid))


def test_every_kind_of_page_is_among_those_that_are_looked_at(congress_settings: Settings) -> None:
    asked = [address.partition("?")[0] for address in addresses(congress_settings)]
    for route in ROUTES:
        pattern = re.sub(r"\{\w+\}", "[^/]+", route.path)
        assert any(re.fullmatch(pattern, address) for address in asked), route.path


def test_every_finding_on_two_names_has_a_message() -> None:
    names, context = table("weights"), weights().context
    assert {code for _, code in FINDINGS} == {*names["person"], *names["organisation"], *context}
