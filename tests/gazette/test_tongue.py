"""The language of an answer: whom it is asked of, how French says dates and facts, and that programs hear English."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest
from starlette.types import ASGIApp

from chancery.gazette.pages.dates_in_words import (
    date_in_words,
    finish_in_words,
    on_date_in_words,
    period_in_words,
    start_in_words,
    tenure_in_words,
)
from chancery.gazette.pages.facts_in_words import fact_in_words
from chancery.gazette.pages.languages import language_name
from chancery.gazette.pages.numbers_in_words import documents_counted, number_in_words
from chancery.gazette.pages.phrases import Phrase, line_of, listed, text_of
from chancery.gazette.pages.problems_in_words import problem_in_words
from chancery.gazette.tongue import gettext, language, ngettext, pgettext, preferred, speaking
from chancery.gazette.web import make_app
from chancery.office.settings import Settings
from chancery.terms.claims import AgreementFact, AwardFact, Fact, GatheringFact, MessageFact, PostFact, UnitFact
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName, Post, Stretch, Tenure, TenureEnd
from tests.gazette.asking import ask
from tests.gazette.sample import open_record
from tests.gazette.seen import page_language

DAY = DateSpan.parse("1933-07-01")
NAMES = {
    "p1": EntityName(id="P1", type="person", name="Ada Cole"),
    "p2": EntityName(id="P2", type="person", name="Bo Dahl"),
    "o1": EntityName(id="O1", type="organisation", name="Garden League"),
    "o2": EntityName(id="O2", type="organisation", name="Orchard Circle"),
}


@pytest.fixture
def app(settings: Settings) -> ASGIApp:
    return make_app(partial(open_record, settings))


def span(first: dt.date, after: dt.date, precision: str) -> DateSpan:
    return DateSpan(precision=precision, first=first, after=after)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "en"),
        ("fr", "fr"),
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("de, fr;q=0.2, en;q=0.1", "fr"),
        ("en, fr", "en"),
        ("fr;q=0, de", "en"),
        ("fr;q=x", "en"),
        ("*", "en"),
        ("FR", "fr"),
    ],
)
def test_a_browser_says_which_language_it_likes(header: str, code: str) -> None:
    assert preferred(header) == code


def test_a_language_is_spoken_until_its_block_ends() -> None:
    with speaking("fr"):
        assert language() == "fr" and gettext("Documents") == "Documents" and gettext("People") == "Personnes"
        with speaking("tlh"):
            assert language() == "en" and gettext("People") == "People"
        assert language() == "fr"
    assert language() == "en"


def test_none_is_one_in_french_and_many_in_english() -> None:
    assert ngettext("{count} document", "{count} documents", 0) == "{count} documents"
    with speaking("fr"):
        assert ngettext("{count} person", "{count} people", 0) == "{count} personne"
        assert documents_counted(2) == "2 documents"


def test_one_english_word_may_be_two_in_french() -> None:
    with speaking("fr"):
        assert pgettext("status", "proposed") != pgettext("stance", "proposed")


@pytest.mark.parametrize(
    ("date", "words", "on"),
    [
        (DAY, "1er juillet 1933", "le 1er juillet 1933"),
        (DateSpan.parse("1933-08-03"), "3 août 1933", "le 3 août 1933"),
        (DateSpan.parse("1933-07"), "juillet 1933", "en juillet 1933"),
        (DateSpan.parse("1933"), "1933", "en 1933"),
        (DateSpan.parse("193X"), "années 1930", "dans les années 1930"),
        (DateSpan.parse("--09-22"), "22 septembre (année non précisée)", "le 22 septembre (année non précisée)"),
        (span(dt.date(1933, 7, 21), dt.date(1933, 8, 1), "part of month"), "fin juillet 1933", "fin juillet 1933"),
        (span(dt.date(1933, 7, 11), dt.date(1933, 7, 21), "part of month"), "mi-juillet 1933", "mi-juillet 1933"),
    ],
)
def test_french_dates(date: DateSpan, words: str, on: str) -> None:
    with speaking("fr"):
        assert date_in_words(date) == words
        assert on_date_in_words(date) == f" {on}"


def test_french_spans() -> None:
    year, month = DateSpan.of_year(1940), DateSpan.parse("1934-02")
    person, post = NAMES["p1"], Post(role="Head", body=None)
    held = Tenure(
        person=person, post=post, start=TenureEnd(kind="known", date=DAY), end=TenureEnd(kind="at least", date=year),
        leave=(Stretch(first=month, last=month),),
    )  # fmt: skip
    with speaking("fr"):
        assert start_in_words(TenureEnd(kind="known", date=year)) == "dès 1940"
        assert finish_in_words(TenureEnd(kind="known", date=DAY)) == "jusqu’au 1er juillet 1933"
        assert finish_in_words(TenureEnd(kind="silent since", date=year)) == "plus aucune mention depuis 1940"
        assert tenure_in_words(held) == (
            "dès le 1er juillet 1933, au moins jusqu’en 1940\u202f; en congé en février 1934"
        )
        assert period_in_words(DAY, DateSpan.parse("1933-07-03")) == "du 1er juillet 1933 au 3 juillet 1933"
        assert period_in_words(DateSpan.parse("193X"), year) == "des années 1930 à 1940"


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (
            PostFact(
                person="p1", role="Head", organisation="o1", change="elected", date=DAY, until=DateSpan.of_year(1935)
            ),
            "Élection d’Ada Cole comme Head, Garden League, le 1er juillet 1933, jusqu’en 1935",
        ),
        (
            PostFact(person="p2", role="Head", change="resigned", acting=True),
            "Démission de Bo Dahl comme Head par intérim",
        ),
        (PostFact(person="p2", role="Head"), "Bo Dahl est Head"),
        (UnitFact(child="o1", parent="o2"), "Garden League fait partie d’Orchard Circle"),
        (
            GatheringFact(gathering="g", form="summit", start=DAY, organisers=("o1", "o2")),
            "Sommet, le 1er juillet 1933, à l’initiative de Garden League et Orchard Circle",
        ),
        (
            AgreementFact(title="Pact", parties=("o1", "o2"), date=DAY, status="annulled"),
            "Pact — annulation, le 1er juillet 1933, entre Garden League et Orchard Circle",
        ),
        (AwardFact(givers=("p1",), recipients=("p2",)), "Distinction à Bo Dahl de la part d’Ada Cole"),
        (MessageFact(form="letter", senders=("p1",), recipients=("o1",)), "Lettre d’Ada Cole à Garden League"),
    ],
)
def test_facts_are_said_in_french_order_without_a_gender(fact: Fact, words: str) -> None:
    with speaking("fr"):
        assert text_of(fact_in_words(fact, NAMES.get, lambda ref: "")) == words


def test_names_stay_links_wherever_a_language_puts_them() -> None:
    fact = PostFact(person="p1", role="Head", organisation="o1", change="appointed")
    with speaking("fr"):
        line = fact_in_words(fact, NAMES.get, lambda ref: "")
    assert line == (
        Phrase("Nomination d’"), Phrase("Ada Cole", NAMES["p1"]), Phrase(" comme Head, "),
        Phrase("Garden League", NAMES["o1"]),
    )  # fmt: skip


def test_what_fills_a_sentence_is_no_sentence() -> None:
    assert text_of(line_of("{a} and {b}", a="{b} {x}", b="%(c)s")) == "{b} {x} and %(c)s"
    assert text_of(listed([Phrase("{last}"), Phrase("B"), Phrase("C")])) == "{last}, B and C"


def test_languages_and_numbers_are_those_of_cldr() -> None:
    assert (language_name("de"), language_name("und"), number_in_words(12345)) == (
        "German",
        "an unknown language",
        "12,345",
    )
    with speaking("fr"):
        assert (language_name("de"), language_name("xx")) == ("allemand", "xx")
        assert number_in_words(12345) == "12\u202f345"


def test_errors_are_translated_before_they_are_filled() -> None:
    with speaking("fr"):
        said = problem_in_words("S006", {"reason": "it comes from another site"})
        assert said.what == "le formulaire n’a pas été pris\u00a0: il vient d’un autre site"
        assert problem_in_words("A003", {"path": "{path} is empty"}).what == "{path} is empty est vide"
        assert "{limit}" in problem_in_words("A006", {"path": "a", "size": "1"}).what


def test_pages_tell_their_language_and_documents_keep_theirs(app: ASGIApp, settings: Settings) -> None:
    with open_record(settings) as record:
        (garden,) = (
            row.document.id for row in record.register.documents() if row.document.source.endswith("garden.txt")
        )
    for header, code, word in (("fr-BE, en;q=0.5", "fr", "Personnes"), ("en", "en", "People"), ("de", "en", "People")):
        answer = ask(app, f"/documents/{garden}", headers={"accept-language": header})
        assert page_language(answer.text) == [code] and word in answer.text
        assert '<article class="text" lang="en"' in answer.text
        assert "Accept-Language" in answer.headers["vary"] and "Cookie" in answer.headers["vary"]


def test_a_choice_goes_before_what_the_browser_likes(app: ASGIApp) -> None:
    chosen = ask(app, "/language/fr?back=/people")
    assert chosen.status_code == 303 and chosen.headers["location"] == "/people"
    assert "HttpOnly" in chosen.headers["set-cookie"]
    cookies = dict(chosen.cookies)
    assert page_language(ask(app, "/people", cookies=cookies, headers={"accept-language": "en"}).text) == ["fr"]
    cookies = dict.fromkeys(cookies, "tlh")
    assert page_language(ask(app, "/people", cookies=cookies, headers={"accept-language": "fr"}).text) == ["fr"]
    assert ask(app, "/language/tlh").status_code == 404


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "evil",
        "javascript:alert(1)",
        "/%0d%0aset-cookie:x=1",
        "",
    ],
)
def test_a_choice_leads_nowhere_else(app: ASGIApp, back: str) -> None:
    answer = ask(app, f"/language/fr?back={back}")
    assert answer.status_code == 303 and answer.headers["location"] == "/"
    assert "set-cookie" in answer.headers and "x=1" not in answer.headers["set-cookie"]


def test_programs_are_answered_in_english(app: ASGIApp) -> None:
    headers = {"accept-language": "fr"}
    for address in ("/index.json", "/people.json", "/who.json?role=Chair", "/documents.json"):
        assert ask(app, address, headers=headers).json() == ask(app, address).json(), address
    refused = ask(app, "/nowhere.json", headers=headers)
    assert refused.json()["error"]["what"] == "there is no page at /nowhere.json"


def test_errors_are_told_in_the_visitors_language(app: ASGIApp) -> None:
    answer = ask(app, "/nowhere", headers={"accept-language": "fr"})
    assert answer.status_code == 404 and page_language(answer.text) == ["fr"]
    assert "il n’y a pas de page à /nowhere" in answer.text
