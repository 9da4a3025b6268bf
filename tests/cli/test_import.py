"""`chancery import`, as people and programs call it; every code of the family has its failing fixture here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.terms.errors import PROBLEMS
from tests.paths.commands import answer, run
from tests.reader.importing.given import TABLES


def popolo(path: Path, *memberships: object, **more: object) -> str:
    content = {"persons": [{"id": "1", "name": "Ana Lopes"}], "memberships": list(memberships), **more}
    path.write_text(json.dumps(content), "utf-8")
    return str(path)


GOOD = {"person_id": "1", "role": "Head", "start_date": "2001-02-03"}
BAD: dict[str, object] = {
    "D002": {"person_id": "1"},
    "D003": {**GOOD, "start_date": "0000-00-00"},
    "D004": {**GOOD, "person_id": "9"},
    "D006": {**GOOD, "end_date": "1999-01-01"},
}


@pytest.mark.parametrize("code", sorted(code for code in PROBLEMS if code.startswith("D")))
def test_every_code_is_told_and_the_rest_is_taken(code: str, tmp_path: Path) -> None:
    path = tmp_path / "set.json"
    if code == "D001":
        path.write_text("[]", "utf-8")
        result = run(tmp_path / "w", "import", "popolo", str(path))
        assert result.exit_code == 2
        assert "D001" in str(result.exception)
        return
    if code == "D005":
        given = popolo(path, GOOD, persons=[{"id": "1", "name": "Ana Lopes"}] * 2)
    elif code == "D007":
        bodies = [{"id": "b", "name": "Board"}]
        given = popolo(path, GOOD, {"member_id": "b", "organization_id": "b"}, organizations=bodies)
    else:
        given = popolo(path, GOOD, BAD[code])
    result = run(tmp_path / "w", "import", "popolo", given)
    assert result.exit_code == 3
    assert f"{code}  1 not taken" in result.stderr
    assert "next step" in result.stderr
    assert "1 file, 1 with something new: 1 new claims" in result.stdout
    assert "rows not taken" in result.stdout
    assert "Ana Lopes" in run(tmp_path / "w", "who", "Head").stdout


def test_a_sound_set_and_the_same_again(tmp_path: Path) -> None:
    given = popolo(tmp_path / "set.json", GOOD)
    assert run(tmp_path / "w", "import", "popolo", given).exit_code == 0
    again = run(tmp_path / "w", "import", "popolo", given)
    assert (again.exit_code, again.stdout) == (0, "1 file: nothing new, imported before\n")


def test_programs_are_told_every_row(tmp_path: Path) -> None:
    given = popolo(tmp_path / "set.json", GOOD, *[BAD["D004"]] * 30)
    said = answer(tmp_path / "w", "import", "popolo", given)
    assert (said["rows"], said["rows_not_taken"], said["claims"], said["new_files"]) == (32, 30, 1, 1)
    assert {error["code"] for error in said["errors"]} == {"D004"}
    assert len(said["errors"]) == 30
    told = run(tmp_path / "w2", "import", "popolo", given)
    assert "and 25 more; --json has them" in told.stderr


def test_hostile_files_are_refused_with_a_code(tmp_path: Path) -> None:
    for content, code in (
        (b"\x00" * 100, "A004"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "A004"),
        (b'{"persons": [{"id": "1", "name": "\xff\xfe\xc3\x28"}]}' * 9, "A005"),
        (b"", "A003"),
        (b"[" * 1_000_000, "D001"),
        (b" " * 20_000_001, "A006"),
    ):
        path = tmp_path / "set.json"
        path.write_bytes(content)
        result = run(tmp_path / "w", "import", "popolo", str(path))
        assert result.exit_code == 2
        assert getattr(result.exception, "code", "") == code
    assert getattr(run(tmp_path / "w", "import", "ftm", str(tmp_path / "none")).exception, "code", "") == "A001"
    assert getattr(run(tmp_path / "w", "import", "ifg", str(tmp_path / "none")).exception, "code", "") == "A001"


def test_what_could_steer_a_terminal_is_shown_and_does_not(tmp_path: Path) -> None:
    given = popolo(tmp_path / "set.json", GOOD, {**GOOD, "person_id": "\u202e9"})
    assert "[U+202E]9" in run(tmp_path / "w", "import", "popolo", given).stderr


def test_cells_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text.replace("Ida Brook", "=cmd|' /C calc'!A0"), "utf-8")
    run(tmp_path / "w", "import", "ifg", str(tmp_path))
    assert "=cmd|' /C calc'!A0" in run(tmp_path / "w", "show", "ifg:p1").stdout
