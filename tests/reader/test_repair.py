"""Repairs of stretches: edges, borders between names, what is no name."""

from __future__ import annotations

import pytest

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.fields import widen_over_fields
from chancery.reader.naming.joining import join_stretches
from chancery.reader.naming.repair import repair
from chancery.reader.naming.stretch import Line, Stretch
from chancery.terms.claims import EntityType

LETTER: dict[str, EntityType] = {"P": "person", "O": "organisation", "L": "place"}


def line_of(text: str, *stretches: tuple[str, str], titled: dict[str, str] | None = None) -> Line:
    words = text.split()
    line = Line(0, 0, words, [(titled or {}).get(word, "") for word in words], headline=False)
    for letter, name in stretches:
        parts = name.split()
        first = next(at for at in range(len(words)) if words[at : at + len(parts)] == parts)
        line.stretches.append(Stretch(first, first + len(parts), LETTER[letter]))
    return line


def names(line: Line) -> list[tuple[str, str]]:
    letters = {kind: letter for letter, kind in LETTER.items()}
    return [(letters[s.type], " ".join(line.text(s))) for s in line.stretches]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (("P", "* * Ana Lopes , PhD"), [("P", "Ana Lopes")]),
        (("O", "the Relief Board 's"), [("O", "Relief Board")]),
        (("L", "Chinese"), []),
        (("O", "Puerto Ricans"), []),
        (("P", "An Wei Min"), [("P", "An Wei Min")]),
        (("L", "Tokyo , Japan"), [("L", "Tokyo"), ("L", "Japan")]),
        (("L", "Springfield Illinois"), [("L", "Springfield"), ("L", "Illinois")]),
        (("L", "Southern California"), [("L", "Southern California")]),
        (("L", "Washington , D.C."), [("L", "Washington , D.C.")]),
        (("O", "Relief Committee and Seed Committee"), [("O", "Relief Committee"), ("O", "Seed Committee")]),
        (("O", "Relief and Seed Committee"), [("O", "Relief and Seed Committee")]),
        (("O", "Relief Board Oleg Marin"), [("O", "Relief Board"), ("P", "Oleg Marin")]),
        (("O", "Parliament K. Selvar"), [("O", "Parliament"), ("P", "K. Selvar")]),
        (("O", "Relief Union 's Seed Committee"), [("O", "Relief Union"), ("O", "Seed Committee")]),
        (("O", "Relief Board - Oleg Marin"), [("O", "Relief Board"), ("P", "Oleg Marin")]),
        (("P", "Ana Lopes of Marlow"), [("P", "Ana Lopes"), ("P", "Marlow")]),
        (("O", "Independence Day"), []),
        (("O", "SOUTH KOREA"), [("L", "SOUTH KOREA")]),
        (("O", "SEED BOARD OF"), [("O", "SEED BOARD")]),
        (("O", "SOF SOF"), [("O", "SOF")]),
        (("O", "Seed Club At Seed Club"), [("O", "Seed Club"), ("O", "Seed Club")]),
        (("O", "Elm Beach Hotel"), [("L", "Elm Beach Hotel")]),
        (("O", "Bank of the Elm Islands"), [("O", "Bank of the Elm Islands")]),
        (("O", "Norwegian community"), []),
        (("O", "Norwegian army"), [("O", "Norwegian army")]),
        (("O", "MBA"), []),
        (("O", 'Synod " Seed Committee'), [("O", "Synod")]),
        (("L", "people of Peru"), [("L", "Peru")]),
        (("L", "Elm Province of Norway"), [("L", "Elm Province"), ("L", "Norway")]),
        (("L", "Gulf of Mexico"), [("L", "Gulf of Mexico")]),
    ],
)
def test_a_stretch_comes_out_clean(marked: tuple[str, str], expected: list[tuple[str, str]]) -> None:
    line = line_of(marked[1], marked)
    repair(line, gazetteer("en"))
    assert names(line) == expected


def test_a_title_is_no_part_of_a_name() -> None:
    titled = {"Ms.": "honorific", "Director": "role", "Auditor": "role", "General": "role"}
    for text, expected in (
        ("Ministry of Trade Ms. Ana Lopes", [("O", "Ministry of Trade"), ("P", "Ana Lopes")]),
        ("Relief Board Director Ana Lopes", [("O", "Relief Board"), ("P", "Ana Lopes")]),
        ("Auditor General", []),
    ):
        line = line_of(text, ("O", text), titled=titled)
        repair(line, gazetteer("en"))
        assert [(k, n.removeprefix("Ms. ")) for k, n in names(line)] == expected


def test_the_state_that_only_tells_two_parties_apart_goes() -> None:
    line = line_of("the Labour Party ( UK ) won", ("O", "Labour Party"), ("L", "UK"))
    repair(line, gazetteer("en"))
    assert names(line) == [("O", "Labour Party")]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        (
            "the Ministry of Trade , Industry and Tourism said",
            "Ministry of Trade",
            "Ministry of Trade , Industry and Tourism",
        ),
        ("the Ministry of Trade and UNICEF said", "Ministry of Trade", "Ministry of Trade"),
        ("the Ministry of Trade , Ana Lopes and Tourism", "Ministry of Trade", "Ministry of Trade"),
    ],
)
def test_a_ministry_has_all_its_fields(text: str, marked: str, expected: str) -> None:
    line = line_of(text, ("O", marked))
    widen_over_fields(line, gazetteer("en"))
    assert names(line) == [("O", expected)]


def test_names_are_joined_over_of_the_and_suffixes() -> None:
    line = line_of("Board of Directors of the Relief Trust met", ("O", "Board of Directors"), ("O", "Relief Trust"))
    join_stretches(line, gazetteer("en"))
    assert names(line) == [("O", "Board of Directors of the Relief Trust")]
    line = line_of("Marlow , LLC hired Lord Hart of Dale", ("O", "Marlow"), ("P", "Hart"))
    join_stretches(line, gazetteer("en"))
    assert names(line) == [("O", "Marlow , LLC"), ("P", "Lord Hart of Dale")]


@pytest.mark.parametrize(
    ("text", "marked", "kept"),
    [
        ("Ann Hart , MD , FACP , spoke", ("O", "FACP"), False),
        ("Ann Hart , Oslo , NATO , spoke", ("O", "NATO"), True),
        ('the " Clean Norway " programme', ("L", "Norway"), False),
        ('the " Norway " programme', ("L", "Norway"), True),
        ("the Minister of Mass Media", ("O", "Mass Media"), False),
        ("the Minister of the Seed Board", ("O", "Seed Board"), True),
        ("the Ministers of Norway", ("O", "Norway"), True),
    ],
)
def test_what_stands_beside_it_tells_that_it_is_no_name(text: str, marked: tuple[str, str], kept: bool) -> None:
    line = line_of(text, marked, titled={"Minister": "role", "Ministers": "role"})
    repair(line, gazetteer("en"))
    assert bool(line.stretches) is kept


def test_a_name_in_quotation_marks_behind_its_owner_is_one_of_its_own() -> None:
    line = line_of('the Synod \'s " Seed Committee " met', ("O", "Synod 's \" Seed Committee"))
    repair(line, gazetteer("en"))
    assert names(line) == [("O", "Seed Committee")]


def test_a_name_that_ends_in_quotation_marks_stays_whole() -> None:
    line = line_of('the Party " Friends of Seed " met', ("O", 'Party " Friends of Seed'))
    repair(line, gazetteer("en"))
    assert names(line) == [("O", 'Party " Friends of Seed')]
