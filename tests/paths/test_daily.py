"""From files to cited answers: the whole path, on sentences of our own and on the example bulletins."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from tests.paths.commands import answer, run

BULLETINS = Path(__file__).resolve().parents[2] / "examples" / "league-of-nations"

REPORT = """Ana Lopes Elected President

   Geneva, 3 July 1933 (Relief Board Press Service)

[English] [Français]

On 3 July 1933 Ana Lopes was elected President of the International Relief Board. Boris Dahl, Treasurer of the
International Relief Board, congratulated her.

Category: News | Views: 57 | Added by: keeper | Tags: elections
"""


@pytest.fixture(scope="module")
def league(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = tmp_path_factory.mktemp("league") / "w"
    result = run(workspace, "read", str(BULLETINS))
    assert result.exit_code == 0, result.output
    return workspace


def test_a_report_becomes_a_cited_answer(tmp_path: Path) -> None:
    source = tmp_path / "one.txt"
    source.write_text(REPORT, "utf-8")
    assert run(tmp_path / "w", "read", str(source)).exit_code == 0
    holders = answer(tmp_path / "w", "who", "President", "--in", "International Relief Board", "--on", "1933-08-01")
    (holder,) = holders["holders"]
    assert holder["tenure"]["person"]["name"] == "Ana Lopes"
    citation = holder["tenure"]["citations"][0]
    assert REPORT[citation["start"] : citation["end"]] == citation["quote"]
    assert citation["quote"] in citation["sentence"]
    assert citation["source"] == str(source)


def test_reading_again_changes_nothing(league: Path) -> None:
    before = (answer(league, "show", "League of Nations"), answer(league, "search", "Assembly"))
    again = answer(league, "read", str(BULLETINS))
    assert again["claims"] == 0
    assert set(again["outcomes"]) - {"already read"} == {name for name, n in again["outcomes"].items() if n == 0}
    assert (answer(league, "show", "League of Nations"), answer(league, "search", "Assembly")) == before


@pytest.mark.parametrize(
    ("role", "body", "day", "holder"),
    [
        ("Secretary-General", "League of Nations", "1925-06-01", "Eric Drummond"),
        ("Secretary-General", "League of Nations", "1938-06-01", "Joseph Avenol"),
        ("High Commissioner", "Free City of Danzig", "1935-01-01", "Seán Lester"),
        ("High Commissioner", "Free City of Danzig", "1922-06-01", "Richard Haking"),
    ],
)
def test_the_bulletins_answer_with_their_proof(league: Path, role: str, body: str, day: str, holder: str) -> None:
    holders = answer(league, "who", role, "--in", body, "--on", day)["holders"]
    held = [entry for entry in holders if entry["holding"] == "held"]
    assert [entry["tenure"]["person"]["name"] for entry in held] == [holder]
    for citation in held[0]["tenure"]["citations"]:
        # An example bulletin is UTF-8 text: the offsets are those of its characters.
        text = (BULLETINS.parents[1] / citation["source"]).read_bytes().decode()
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_language_that_is_not_read_is_kept_and_said(league: Path) -> None:
    outcomes = answer(league, "read", str(BULLETINS))
    french = [source for source in outcomes["sources"] if ".fr." in source["source"]]
    assert len(french) == 8
    assert {source["language"] for source in french} == {"fr"}
    hits = answer(league, "search", "Société")
    assert any(hit["passage"] and ".fr." in hit["passage"]["document"]["source"] for hit in hits["hits"])


def test_rebuilding_gives_the_same_answers(league: Path) -> None:
    questions = (("show", "League of Nations"), ("who", "Secretary-General"), ("search", "Council"))
    before = [answer(league, *question) for question in questions]
    assert run(league, "rebuild").exit_code == 0
    assert [answer(league, *question) for question in questions] == before


def test_furniture_is_metadata_and_no_fact(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(REPORT, "utf-8")
    run(tmp_path / "w", "read", str(tmp_path / "one.txt"))
    assert run(tmp_path / "w", "show", "keeper").exit_code == 2
    with open_readonly(Settings(workspace=tmp_path / "w")) as register:
        view = register.document(register.documents()[0].document.id)
    assert (view.document.category, view.document.tags) == ("News", ("elections",))
    assert view.document.dateline is not None and "3 July 1933" in view.document.dateline


def test_the_same_bytes_under_two_names_give_two_records(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(REPORT, "utf-8")
    outcomes = answer(tmp_path / "w", "read", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))
    assert outcomes["outcomes"]["read"] == 1
    out = tmp_path / "out"
    assert run(tmp_path / "w", "export", "--format", "records", "--out", str(out)).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["one.json", "two.json"]


def test_what_was_withdrawn_stays_away_until_it_is_read_on_purpose(tmp_path: Path) -> None:
    source, workspace = tmp_path / "one.txt", tmp_path / "w"
    source.write_text(REPORT, "utf-8")
    assert run(workspace, "read", str(source)).exit_code == 0
    assert run(workspace, "withdraw", str(source), "--by", "Ada", "--why", "a forgery").exit_code == 0
    assert answer(workspace, "read", str(tmp_path))["outcomes"]["withdrawn"] == 1
    assert run(workspace, "show", "Ana Lopes").exit_code == 2
    assert answer(workspace, "read", "--again", str(source))["outcomes"]["read"] == 1
    assert run(workspace, "show", "Ana Lopes").exit_code == 0
