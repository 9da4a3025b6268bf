"""Stating facts through pages: the whole way from a sentence to the record file, and what is wrong told field by field."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import httpx
import msgspec
import pytest
from starlette.types import ASGIApp

from chancery.gazette.record_export import export_records
from chancery.gazette.web import make_app
from chancery.office.accounts import AccountFile
from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing, open_readonly
from chancery.office.writing import WorkspaceCommands
from chancery.register.ledger import ReadingTaken
from chancery.terms.claims import (
    AgreementFact,
    AwardFact,
    Claim,
    DecisionFact,
    GatheringFact,
    MessageFact,
    PostFact,
    Reading,
    UnitFact,
)
from tests.gazette.asking import ask
from tests.gazette.sample import GARDEN, NOW, open_record, sample_workspace
from tests.gazette.test_actions import PASSWORD, form_token, signed_in

PRESIDED = "Bo Dahl, Secretary of the Garden League, presided over the meeting."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return sample_workspace(tmp_path)


@pytest.fixture
def app(settings: Settings) -> ASGIApp:
    accounts = AccountFile(settings.accounts, once_for="keeper")
    accounts.add("Ada", "editor", PASSWORD)
    accounts.add("Rea", "reader", PASSWORD)
    return make_app(partial(open_record, settings), accounts=accounts, commands=WorkspaceCommands(settings))


@pytest.fixture
def cookies(app: ASGIApp) -> dict[str, str]:
    return signed_in(app, "Ada")


def garden(settings: Settings) -> str:
    with open_readonly(settings) as register:
        return register.find_document("reports/garden.txt")


def claims(settings: Settings) -> list[Claim]:
    with open_readonly(settings) as register:
        return list(register.claims_of(register.find_document("reports/garden.txt")))


def one_claim(settings: Settings, kind: type) -> Claim:
    return next(claim for claim in claims(settings) if isinstance(claim.fact, kind))


def record_file(settings: Settings) -> dict[str, list[dict[str, object]]]:
    with open_readonly(settings) as register:
        return dict(export_records(register.readings()).records["garden.json"])  # type: ignore[arg-type]


def send(
    app: ASGIApp, settings: Settings, cookies: dict[str, str], quote: str = PRESIDED, **fields: str
) -> httpx.Response:
    start = GARDEN.index(quote)
    form = {
        "form_token": form_token(app, cookies), "evidence-start": str(start), "evidence-end": str(start + len(quote)),
        **{name.replace("__", "-"): value for name, value in fields.items()},
    }  # fmt: skip
    return ask(app, f"/documents/{garden(settings)}/add", method="POST", form=form, cookies=cookies)


def problems(answer: httpx.Response) -> dict[str, str]:
    found = re.findall(r'class="wrong" id="f-([\w-]+)-wrong">([^<]*)<', answer.text)
    return dict(found)


def test_an_editor_adds_a_fact_and_the_record_file_holds_it(
    app: ASGIApp, settings: Settings, cookies: dict[str, str]
) -> None:
    answer = send(
        app, settings, cookies, kind="post", person="Bo Dahl", role="Chair", organisation="Seed Council",
        change="elected", date="1933-07-03", why="the next page says so",
    )  # fmt: skip
    assert answer.status_code == 303, answer.text
    page = ask(app, answer.headers["location"], cookies=cookies)
    assert "Stated by hand by Ada." in page.text and "the next page says so" in page.text
    record = record_file(settings)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    [fact] = [
        f for f in record["facts"] if f["type"] == "post" and f["role"] == "Chair" and names[f["person"]] == "Bo Dahl"
    ]  # type: ignore[index]
    assert (names[fact["organisation"]], fact["change"], fact["date"]) == ("Seed Council", "elected", "1933-07-03")  # type: ignore[index]
    assert fact["evidence"] == PRESIDED
    assert len(names) == len(set(names.values())), "each name is one entity"


def test_a_wrong_fact_is_corrected_kept_by_a_newer_reader_and_taken_back_alone(
    app: ASGIApp, settings: Settings, cookies: dict[str, str]
) -> None:
    wrong = next(c for c in claims(settings) if isinstance(c.fact, PostFact) and c.fact.role == "Secretary")
    sha = garden(settings)
    fact_page = ask(app, f"/documents/{sha}/facts/{wrong.id}", cookies=cookies).text
    address = f"/documents/{sha}/add?{urlencode({'instead-of': wrong.id})}"
    assert f'href="{address}"' in fact_page
    form = ask(app, address, cookies=cookies).text
    assert 'value="Secretary"' in form and 'value="Bo Dahl"' in form and 'value="Garden League"' in form
    fields = {"kind": "post", "person": "Bo Dahl", "role": "Treasurer", "organisation": "Garden League"}
    refused = send(app, settings, cookies, **fields, change="holds", instead__of=wrong.id)
    assert refused.status_code == 422 and set(problems(refused)) == {"why"}
    answer = send(app, settings, cookies, **fields, change="holds", instead__of=wrong.id, why="misread")
    assert answer.status_code == 303
    right = answer.headers["location"].rsplit("/", 1)[1]
    roles = [f["role"] for f in record_file(settings)["facts"] if f["type"] == "post"]
    assert roles == ["Chair", "Treasurer"]

    read_anew(settings)
    roles = [f["role"] for f in record_file(settings)["facts"] if f["type"] == "post"]
    assert roles == ["Chair", "Treasurer"], "a newer reader draws the wrong one again, and it stays rejected"

    before = {claim.id for claim in claims(settings)}
    back = ask(
        app, f"/rulings/{right}/withdraw", method="POST", cookies=cookies,
        form={"form_token": form_token(app, cookies), "back": f"/documents/{sha}"},
    )  # fmt: skip
    assert back.status_code == 303
    assert {claim.id for claim in claims(settings)} == before - {right}

    document = ask(app, f"/documents/{sha}", cookies=cookies).text
    assert "Rejected here" in document and "misread" in document
    [entry] = re.findall(r'action="/rulings/([0-9a-f]+)/withdraw"', document)
    undone = ask(
        app, f"/rulings/{entry}/withdraw", method="POST", cookies=cookies, form={"form_token": form_token(app, cookies)}
    )
    assert undone.status_code == 303
    assert wrong.id in {claim.id for claim in claims(settings)}
    assert "Rejected here" not in ask(app, f"/documents/{sha}").text


def read_anew(settings: Settings) -> None:
    """A newer version of the reader draws what the older one drew."""
    with open_for_writing(settings) as register:
        sha = register.find_document("reports/garden.txt")
        entry = next(e for e in register.ledger.entries() if e.kind == "reading" and e.document == sha)
        drawn: Reading = msgspec.json.decode(register.ledger.payload(entry) or b"", type=ReadingTaken).reading
        with open_record(settings) as record:
            layer = record.layer_of(sha)
        newer = msgspec.structs.replace(drawn, version="2")
        assert register.record(register.document(sha).document, layer, newer, at=NOW).new


FACTS = {
    "post": ({"person": "Ada Cole", "role": "Warden", "change": "holds", "since": "1930", "acting": "yes"}, PostFact),
    "unit": ({"child": "Orchard Circle", "parent": "Garden League", "change": "exists"}, UnitFact),
    "gathering": ({"form": "reception", "name": "Spring Fair", "start": "1933-04-01", "place": "Lower Mill"}, GatheringFact),
    "agreement": (
        {"title": "pact on bees", "parties-1": "Garden League", "parties-2": "Orchard Circle", "status": "signed"},
        AgreementFact,
    ),
    "award": ({"object": "rake", "recipients-1": "Bo Dahl", "givers-3": "Ada Cole"}, AwardFact),
    "decision": ({"summary": "no more goats", "by-1": "Seed Council", "status": "adopted", "deadline": "1934"}, DecisionFact),
    "message": ({"form": "speech", "senders-1": "Bo Dahl"}, MessageFact),
}  # fmt: skip


@pytest.mark.parametrize("kind", FACTS)
def test_every_kind_is_added_and_comes_back_into_its_form(
    app: ASGIApp, settings: Settings, cookies: dict[str, str], kind: str
) -> None:
    fields, made = FACTS[kind]
    answer = send(app, settings, cookies, kind=kind, **fields)
    assert answer.status_code == 303, (problems(answer), re.findall(r'role="alert">([^<]*)', answer.text))
    claim = next(c for c in claims(settings) if c.id == answer.headers["location"].rsplit("/", 1)[1])
    assert isinstance(claim.fact, made)
    form = ask(app, f"/documents/{garden(settings)}/add?instead-of={claim.id}", cookies=cookies).text
    for value in fields.values():
        assert f'value="{value}"' in form
    assert f'value="{PRESIDED}"' not in form and PRESIDED in form


def test_who_was_there_by_hand(app: ASGIApp, settings: Settings, cookies: dict[str, str]) -> None:
    met = one_claim(settings, GatheringFact)
    answer = send(app, settings, cookies, kind="attendance", who="Ada Cole", gathering=met.id, capacity="speaker")
    assert answer.status_code == 303, problems(answer)
    record = record_file(settings)
    [gathering] = [f for f in record["facts"] if f["type"] == "gathering"]
    there = [f for f in record["facts"] if f["type"] == "attendance"]
    assert [f["gathering"] for f in there] == [gathering["id"]] * 2
    ids = {entity["id"] for entity in record["entities"]}
    assert all(f["who"] in ids for f in there)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"kind": "post", "change": "holds"}, {"person", "role"}),
        ({"kind": "post", "person": "Cy Nobody", "role": "Chair", "change": "holds"}, {"person"}),
        ({"kind": "post", "person": "Garden League", "role": "Chair", "change": "holds"}, set()),
        ({"kind": "post", "person": "Ada Cole", "role": "Chair", "change": "crowned"}, {"change"}),
        ({"kind": "post", "person": "Ada Cole", "role": "Chair", "change": "holds", "date": "3 July"}, {"date"}),
        ({"kind": "post", "person": "Ada Cole", "role": "Chair", "change": "holds", "since": "1935", "until": "1934"}, {"until"}),
        ({"kind": "attendance", "who": "Ada Cole", "gathering": "x", "capacity": "chair"}, {"gathering"}),
        ({"kind": "attendance", "who": "silver spade", "gathering": "", "capacity": "chair"}, {"who", "gathering"}),
        ({"kind": "decision", "summary": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen", "by-1": "Seed Council", "status": "adopted"}, {"summary"}),
        ({"kind": "unit", "child": "Seed Council", "parent": "Seed Council", "change": "exists"}, {"parent"}),
        ({"kind": "agreement", "title": "pact", "status": "signed"}, {"parties-1"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_is_kept(
    app: ASGIApp, settings: Settings, cookies: dict[str, str], fields: dict[str, str], wrong: set[str]
) -> None:
    before = claims(settings)
    answer = send(app, settings, cookies, **fields)
    if not wrong:  # "Garden League" stands in the text, so that it may be a person's name: people judge that
        assert answer.status_code == 303
        return
    assert answer.status_code == 422 and set(problems(answer)) == wrong
    for name, value in fields.items():
        if value and name not in ("kind", "change", "gathering"):
            assert f'value="{value}"' in answer.text
    assert claims(settings) == before


def test_a_name_of_the_record_that_the_document_does_not_hold(
    app: ASGIApp, settings: Settings, cookies: dict[str, str]
) -> None:
    sha = garden(settings)
    with open_readonly(settings) as register:
        other = register.find_document("reports/later.txt")
    text = "Cole had been Chair since 1933."
    with open_readonly(settings) as register:
        start = register.text_of(other).index(text)
    form = {"form_token": form_token(app, cookies), "evidence-start": str(start), "evidence-end": str(start + len(text)), "kind": "post",
            "person": "Bo Dahl", "role": "Chair", "change": "holds"}  # fmt: skip
    answer = ask(app, f"/documents/{other}/add", method="POST", form=form, cookies=cookies)
    assert answer.status_code == 303, problems(answer)
    with open_readonly(settings) as register:
        bo = register.entity("Bo Dahl")
    assert {c.document for t in bo.tenures for c in t.citations} == {sha, other}


@pytest.mark.parametrize(("start", "end"), [("", ""), ("5", "5"), ("9", "3"), ("0", "999999"), ("x", "9"), ("-4", "9")])
def test_without_words_that_state_it_nothing_is_added(
    app: ASGIApp, settings: Settings, cookies: dict[str, str], start: str, end: str
) -> None:
    before = claims(settings)
    form = {"form_token": form_token(app, cookies), "evidence-start": start, "evidence-end": end, "kind": "post", "person": "Bo Dahl",
            "role": "Chair", "change": "holds"}  # fmt: skip
    answer = ask(app, f"/documents/{garden(settings)}/add", method="POST", form=form, cookies=cookies)
    assert answer.status_code == 422 and "Choose the words" in answer.text
    assert claims(settings) == before


def test_room_for_more_names_keeps_what_was_typed_and_adds_nothing(
    app: ASGIApp, settings: Settings, cookies: dict[str, str]
) -> None:
    before = claims(settings)
    answer = send(app, settings, cookies, kind="award", object="rake", recipients__3="Bo Dahl", more="yes")
    assert answer.status_code == 200 and 'name="recipients-5"' in answer.text and 'value="Bo Dahl"' in answer.text
    assert claims(settings) == before


def test_only_editors_state_facts(app: ASGIApp, settings: Settings) -> None:
    sha = garden(settings)
    form = {
        "kind": "post",
        "person": "Bo Dahl",
        "role": "Chair",
        "change": "holds",
        "evidence-start": "0",
        "evidence-end": "9",
    }
    assert ask(app, f"/documents/{sha}/add", method="POST", form=form).status_code == 401
    rea = signed_in(app, "Rea")
    form["form_token"] = form_token(app, rea)
    assert ask(app, f"/documents/{sha}/add", method="POST", form=form, cookies=rea).status_code == 403
    page = ask(app, f"/documents/{sha}/add?start=0&end=9", cookies=rea).text
    assert "Only editors" in page and '<form class="fields"' not in page
    assert "/add" not in ask(app, f"/documents/{sha}", cookies=rea).text
    assert f"/documents/{sha}/add" in ask(app, f"/documents/{sha}", cookies=signed_in(app, "Ada")).text


def test_the_sentences_of_the_document_lead_to_the_form(
    app: ASGIApp, settings: Settings, cookies: dict[str, str]
) -> None:
    page = ask(app, f"/documents/{garden(settings)}/add.json").json()
    [href] = [passage["href"] for passage in page["passages"] if passage["text"] == PRESIDED]
    form = ask(app, href.replace("/add?", "/add.json?")).json()
    assert form["quote"] == PRESIDED and form["kind"] == "post"
    assert 'value="Bo Dahl"' in ask(app, href, cookies=cookies).text, "names are offered"
