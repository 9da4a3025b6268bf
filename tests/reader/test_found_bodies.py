"""Bodies that rules find by an office, a company's end, a dateline, a head; and what is no body."""

from __future__ import annotations

import pytest

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.agencies import add_agency
from chancery.reader.naming.companies import add_companies
from chancery.reader.naming.fields import widen_over_fields
from chancery.reader.naming.headed import add_headed_bodies, widen_over_and, widen_over_number, widen_over_rule
from chancery.reader.naming.headings import add_heading_bodies
from chancery.reader.naming.led import add_led_bodies
from chancery.reader.naming.named import widen_over_quotes
from chancery.reader.naming.no_bodies import drop_declared_otherwise
from chancery.reader.naming.propagation import part_people
from chancery.reader.naming.repair import repair
from chancery.reader.naming.rosters import add_roster_bodies
from chancery.reader.naming.stretch import Line, Stretch
from chancery.terms.claims import EntityType

LISTS = gazetteer("en")
_TITLES = frozenset({"CEO", "President", "Director", "manager", "Founder"})


def line_of(text: str, *marked: tuple[str, EntityType]) -> Line:
    """A line of words parted by blanks, with these parts of it marked."""
    words = text.split()
    line = Line(0, 0, words, ["role" if word in _TITLES else "" for word in words], headline=False)
    for part, kind in marked:
        size = len(part.split())
        first = next(at for at in range(len(words)) if words[at : at + size] == part.split())
        line.add(Stretch(first, first + size, kind))
    return line


def marked(line: Line) -> list[tuple[str, str]]:
    return [(" ".join(line.text(s)), s.type) for s in line.stretches]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ann Hart , CEO of Seedline , said so .", "Seedline"),
        ("the President of Green Meadow Growers and others", "Green Meadow Growers"),
        ("a manager at Seedline Fields with experience", "Seedline Fields"),
        ("the President of Norway spoke", None),
        ("Vice President of Seedline", None),
        ("the Director of Research spoke", None),
        ("the CEO of Finance", None),
    ],
)
def test_led_by_an_office(text: str, body: str | None) -> None:
    line = line_of(text)
    add_led_bodies(line, LISTS)
    assert marked(line) == ([(body, "organisation")] if body else [])


def test_agency_stands_before_the_dash_of_a_dateline() -> None:
    line = line_of("OSLO , May 1 , 2021 / 7-SeedRelease / - - Ann Hart spoke / Hart / - twice")
    add_agency(line, range(10))
    assert marked(line) == [("7-SeedRelease", "organisation")]


@pytest.mark.parametrize("text", ["OSLO ( Norway ) , May 1 -", "OSLO / 2021 / -", "OSLO ( by post ) -"])
def test_no_agency(text: str) -> None:
    line = line_of(text)
    add_agency(line, range(len(line.words)))
    assert marked(line) == []


def test_company_by_its_end() -> None:
    line = line_of("firms such as One Seed Pictures Limited and 12 others of limited means")
    add_companies(line, LISTS)
    assert marked(line) == [("One Seed Pictures Limited", "organisation")]


def test_person_behind_a_company_is_parted() -> None:
    whole = "Seed Trading Co. Ltd of Norway Ann Hart"
    line = line_of(f"the manager of {whole} spoke", (whole, "organisation"))
    add_companies(line, LISTS)
    assert marked(line) == [("Seed Trading Co. Ltd", "organisation"), ("Ann Hart", "person")]


def test_fields_before_and() -> None:
    line = line_of("in the Political and Economic Section of it", ("Economic Section", "organisation"))
    widen_over_and(line, LISTS)
    assert marked(line) == [("Political and Economic Section", "organisation")]


@pytest.mark.parametrize("text", ["the Ann Hart and Economic Section", "the Council and Economic Section"])
def test_another_name_before_and(text: str) -> None:
    line = line_of(text, ("Economic Section", "organisation"))
    widen_over_and(line, LISTS)
    assert marked(line) == [("Economic Section", "organisation")]


def test_head_of_a_body() -> None:
    line = line_of(
        "members of the Seed Information Committee , of the Committee , and a Committee of Growers , a Broad Agency Notice"
    )
    add_headed_bodies(line, LISTS)
    assert marked(line) == [("Seed Information Committee", "organisation")]


def test_who_rules() -> None:
    line = line_of("under the Hart regime in Norway administration", ("Hart", "person"), ("Norway", "place"))
    widen_over_rule(line)
    assert marked(line) == [("Hart regime", "organisation"), ("Norway", "place")]


def test_short_form_of_no_body_goes_everywhere() -> None:
    first = line_of("the Declaration of Peace ( DP ) was read", ("DP", "organisation"))
    second = line_of("they signed the DP there", ("DP", "organisation"))
    drop_declared_otherwise([first, second], LISTS)
    assert marked(first) == marked(second) == []


def test_short_form_of_no_body_may_leave_out_small_words_or_hold_a_head() -> None:
    line = line_of(
        "seed and plant integration ( SPI ) , Extended Fund Facility ( EFF )",
        ("SPI", "organisation"),
        ("EFF", "organisation"),
    )
    drop_declared_otherwise([line], LISTS)
    assert marked(line) == []


def test_short_form_of_a_body_stays() -> None:
    line = line_of("the Seed Growers Association ( SGA ) met", ("SGA", "organisation"))
    drop_declared_otherwise([line], LISTS)
    assert marked(line) == [("SGA", "organisation")]


def test_body_of_a_roster() -> None:
    lines = [
        line_of("* Ann Hart , Oslo College , Secretary", ("Ann Hart", "person"), ("Oslo College", "organisation")),
        line_of("* Jan Berg , Hart Institute", ("Jan Berg", "person"), ("Hart Institute", "organisation")),
        line_of("* Ana Lopes , Seedline", ("Ana Lopes", "person")),
        line_of("* Ana Marin , President", ("Ana Marin", "person")),
        line_of("* Eva Marin , Norway", ("Eva Marin", "person")),
        line_of("* Eva Lopes , who was late", ("Eva Lopes", "person")),
    ]
    lines.append(line_of("* Ada Lopes , Seedway , Inc. , Chair", ("Ada Lopes", "person")))
    add_roster_bodies(lines, LISTS)
    assert [pieces[1:] for pieces in map(marked, lines)] == [
        [("Oslo College", "organisation")], [("Hart Institute", "organisation")], [("Seedline", "organisation")],
        [], [], [], [("Seedway , Inc.", "organisation")],
    ]  # fmt: skip


def test_no_roster_of_bodies() -> None:
    line = line_of("* Ana Lopes , Seedline", ("Ana Lopes", "person"))
    add_roster_bodies([line], LISTS)
    assert marked(line) == [("Ana Lopes", "person")]


def test_person_behind_a_body_that_an_office_is_held_in() -> None:
    line = line_of(
        "the President of the Seed Bureau Buddhina Hewa , spoke", ("Seed Bureau Buddhina Hewa", "organisation")
    )
    repair(line, LISTS)
    assert marked(line) == [("Seed Bureau", "organisation"), ("Buddhina Hewa", "person")]


def test_owner_of_a_unit_is_a_body_of_its_own() -> None:
    line = line_of("in Seedline ’s Digital Crimes Unit", ("Seedline ’s Digital Crimes Unit", "organisation"))
    repair(line, LISTS)
    assert marked(line) == [("Seedline", "organisation"), ("Digital Crimes Unit", "organisation")]


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("House of Growers and House of Lords", ["House of Growers", "House of Lords"]),
        ("Seed Growers Club The Seed Growers Club", ["Seed Growers Club", "Seed Growers Club"]),
        ("Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
    ],
)
def test_two_bodies_run_together(whole: str, parts: list[str]) -> None:
    line = line_of(f"about the {whole} here", (whole, "organisation"))
    repair(line, LISTS)
    assert marked(line) == [(part, "organisation") for part in parts]


def test_ministry_goes_on_over_of() -> None:
    line = line_of("the SPR Ministry of Sea Transport met", ("SPR Ministry", "organisation"))
    widen_over_fields(line, LISTS)
    assert marked(line) == [("SPR Ministry of Sea Transport", "organisation")]


def test_company_with_a_city_in_its_name() -> None:
    line = line_of("the manager of Seed Trade ( Oslo ) Co. Ltd. of Norway", ("Seed Trade", "organisation"))
    add_companies(line, LISTS)
    assert marked(line) == [("Seed Trade ( Oslo ) Co. Ltd.", "organisation")]


def test_no_body_is_a_plural_alone() -> None:
    line = line_of("the President of Committees spoke")
    add_led_bodies(line, LISTS)
    assert marked(line) == []


def test_body_behind_the_office_of_a_person() -> None:
    line = line_of("Ann Hart , CEO , Seedline , and Jan Berg , President , spoke", ("Ann Hart", "person"))
    add_led_bodies(line, LISTS)
    assert marked(line) == [("Ann Hart", "person"), ("Seedline", "organisation")]


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        (
            line_of('the Student Circle " Soliton " met', ("Student Circle", "organisation")),
            ['Student Circle " Soliton "'],
        ),
        (line_of('the Brigade " Karin " met'), ['Brigade " Karin "']),
        (line_of('the State Concern " Seed " met'), ['State Concern " Seed "']),
        (line_of('the Order " Karin " went to him'), []),
        (line_of('the Board said " Nothing is " lost'), []),
        (line_of('the Council " never . Again " met'), []),
    ],
)
def test_a_quoted_name_belongs_to_the_head_before_it(line: Line, bodies: list[str]) -> None:
    widen_over_quotes(line, LISTS)
    assert [name for name, kind in marked(line) if kind == "organisation"] == bodies


def test_a_number_before_a_formation_is_part_of_its_name() -> None:
    brigade = line_of("the 41 Motorised Brigade left", ("Motorised Brigade", "organisation"))
    committee = line_of("all 41 Seed Committee members", ("Seed Committee", "organisation"))
    for line in (brigade, committee):
        widen_over_number(line)
    assert marked(brigade) == [("41 Motorised Brigade", "organisation")]
    assert marked(committee) == [("Seed Committee", "organisation")]


def test_a_heading_above_people_is_a_body() -> None:
    heading, below = line_of("2 . Prize Sub-committee"), line_of("President : Ana Lopes", ("Ana Lopes", "person"))
    add_heading_bodies([heading, below], LISTS)
    assert marked(heading) == [("Prize Sub-committee", "organisation")]
    for text in ("DELEGATION OF THE COUNCIL", "SENT TO THE SENATE :", "President of the Council", "The prizes"):
        other = line_of(text)
        add_heading_bodies([other, below], LISTS)
        assert marked(other) == []
    alone = line_of("Prize Sub-committee")
    add_heading_bodies([alone, line_of("It met on Monday .")], LISTS)
    assert marked(alone) == []


def test_a_person_behind_the_body_of_an_office_is_parted() -> None:
    told = line_of("Ana Lopes spoke", ("Ana Lopes", "person"))
    line = line_of("Director of Seed Board Ana Lopes left", ("Seed Board Ana Lopes", "organisation"))
    other = line_of("the Movement for Ana Lopes left", ("Movement for Ana Lopes", "organisation"))
    part_people([told, line, other], LISTS)
    assert marked(line) == [("Seed Board", "organisation"), ("Ana Lopes", "person")]
    assert marked(other) == [("Movement for Ana Lopes", "organisation")]


def test_a_given_name_before_a_word_of_places_is_a_person() -> None:
    line = line_of("Susan Park spoke at Seed Park", ("Susan Park", "person"), ("Seed Park", "person"))
    repair(line, LISTS)
    assert marked(line) == [("Susan Park", "person"), ("Seed Park", "place")]


def test_two_bodies_joined_by_and_the_are_parted() -> None:
    line = line_of(
        "the Seed School and the Roads Department met", ("Seed School and the Roads Department", "organisation")
    )
    repair(line, LISTS)
    assert [name for name, _ in marked(line)] == ["Seed School", "Roads Department"]
