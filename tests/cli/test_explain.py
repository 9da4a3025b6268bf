"""`chancery explain`, read by the default reader with small scorers of our own for posts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.office import explaining
from tests.cli.asked import is_harmless
from tests.paths.commands import answer, run
from tests.reader.scorers import use_small_scorers

SENTENCE = "On 3 July 1933 Ana Lopes was elected President of the International Relief Board."
HOSTILE = "Ana\u202eLopes\u2066 [bold red]"  # what no file is refused for, and a terminal must not get


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("work")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(
        f"Geneva, 4 July 1933 (Bureau)\n\n{SENTENCE} Ana Lopes said that the Board had much to do.\n", "utf-8"
    )
    (folder / "in" / "empty.txt").write_text("It rained all day.\n", "utf-8")
    (folder / "in" / "hostile.txt").write_text(f"{HOSTILE} was elected President of the Relief Board.\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        use_small_scorers(patch)
        assert run(folder / "w", "read", str(folder / "in")).exit_code == 0
        yield folder / "w"


@pytest.fixture
def source(workspace: Path) -> str:
    return str(workspace.parent / "in" / "a.txt")


@pytest.fixture
def post(workspace: Path, source: str) -> str:
    [claim] = [c["claim"] for c in answer(workspace, "explain", source)["claims"] if c["kind"] == "post"]
    return str(claim)


def test_without_a_claim_all_are_listed(workspace: Path, source: str, post: str) -> None:
    result = run(workspace, "explain", source)
    assert result.exit_code == 0
    assert (
        f"{post[:8]}  post        Ana Lopes elected President, International Relief Board on 3 July 1933"
        in result.stdout
    )
    assert "“Ana Lopes was elected President of the International Relief Board”" in result.stdout


def test_a_claim_is_explained_step_by_step(workspace: Path, source: str, post: str) -> None:
    result = run(workspace, "explain", source, post[:6])
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert lines[0] == "Ana Lopes elected President, International Relief Board on 3 July 1933"
    assert lines[2] == f"“{SENTENCE}”"
    assert "Ana Lopes (person)" in lines and "International Relief Board (body)" in lines
    found = next(line for line in lines if line.startswith("“Ana Lopes”"))
    assert ", by " in found
    assert any(line.startswith("“Ana Lopes”") for line in lines[lines.index("joined with it:") :])
    assert [line.split(":")[0] for line in lines if line.startswith(("holder:", "body:", "change:", "post:"))] == [
        "holder", "body", "change", "post",
    ]  # fmt: skip
    assert "+2.00  role before person 0" in lines
    assert "-0.50  to begin with (bias)" in lines
    assert "Recorded by another reader" not in result.stdout


def test_json_has_the_same(workspace: Path, source: str, post: str) -> None:
    told = answer(workspace, "explain", source, post)
    assert told["fact"]["claim"] == told["recorded"]["claim"]["id"] == post
    assert told["recorded"]["citations"][0]["sentence"] == SENTENCE
    assert (told["recorded"]["reader"], told["recorded"]["version"]) == (told["reader"], told["version"])
    derivation = told["derivation"]
    assert [account["name"] for account in derivation["because"]] == ["holder", "body", "change", "post"]
    assert derivation["because"][0]["features"] == [["role before person 0", 2.0]]
    assert {name["name"] for name in derivation["names"]} == {"Ana Lopes", "International Relief Board"}
    assert all(name["because"]["name"] == "name" for name in derivation["names"])


def test_a_document_is_found_by_its_digest_too(workspace: Path, source: str, post: str) -> None:
    sha = answer(workspace, "explain", source)["document"]
    assert answer(workspace, "explain", sha[:8], post) == answer(workspace, "explain", source, post)


def test_another_version_is_told(workspace: Path, source: str, post: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "reader_version", lambda: "99+new")
    result = run(workspace, "explain", source, post)
    assert result.exit_code == 0
    assert "what follows is by the present one, steps 99+new." in result.stdout


def test_what_the_present_reader_does_not_draw_is_exit_code_1(
    workspace: Path, source: str, post: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_small_scorers(monkeypatch, posts_threshold=1.1)
    result = run(workspace, "explain", source, post)
    assert (result.exit_code, "does not draw this claim" in result.stderr) == (1, True)
    assert "Its rule was “post: said, before”" in result.stdout
    assert answer(workspace, "explain", source, post)["derivation"] is None


def test_a_document_without_claims_is_exit_code_1(workspace: Path) -> None:
    result = run(workspace, "explain", str(workspace.parent / "in" / "empty.txt"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr


@pytest.mark.parametrize(
    ("document", "claim", "code"), [("nowhere.txt", "", "Q001"), ("", "0000", "Q004"), ("", "", "Q004")]
)
def test_what_is_not_there_has_its_code(workspace: Path, source: str, document: str, claim: str, code: str) -> None:
    result = run(workspace, "explain", document or source, claim)
    assert (result.exit_code, getattr(result.exception, "code", "")) == (2, code)


def test_nothing_in_a_document_runs_in_a_terminal(workspace: Path) -> None:
    hostile = str(workspace.parent / "in" / "hostile.txt")
    for words in ([], ["--json"]):
        assert is_harmless(run(workspace, "explain", hostile, *words).stdout)
    for claim in answer(workspace, "explain", hostile)["claims"]:
        for words in ([], ["--json"]):
            assert is_harmless(run(workspace, "explain", hostile, claim["claim"], *words).stdout)
