from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from chancery.reader.importing.conversion import Conversion
from chancery.reader.importing.ifg import convert_ifg
from chancery.reader.importing.ifg_bodies import Link, links_of, tell_bodies
from chancery.reader.importing.ifg_posts import proof_of
from chancery.reader.importing.ifg_tables import Dated, Tables
from chancery.reader.importing.limits import LONGEST_NAME, MOST_CHARACTERS
from chancery.reader.importing.sheet import Sheet
from chancery.terms.claims import Claim, PostFact, UnitFact
from chancery.terms.errors import DataError
from tests.reader.importing import given as made


def converted(**changed: str) -> Conversion:
    return convert_ifg(made.tables(**changed), dataset="ifg")


def posts(conversion: Conversion) -> list[tuple[str, ...]]:
    """Person, body, role, change, date, since, until, and what is special."""
    found = []
    for reading in conversion.readings:
        names = {referent.id: referent.identifier or "" for referent in reading.referents}
        for claim in reading.claims:
            fact = claim.fact
            if isinstance(fact, PostFact):
                dates = (str(date or "") for date in (fact.date, fact.since, fact.until))
                how = "acting" if fact.acting else "leave" if fact.leave else ""
                who, where = names[fact.person], names[fact.organisation or ""]
                found.append((who, where, fact.role, fact.change, *dates, how))
    return found


def units(conversion: Conversion) -> list[tuple[str, str, str, tuple[str, ...]]]:
    found = []
    for reading in conversion.readings:
        names = {referent.id: referent.identifier or "" for referent in reading.referents}
        for claim in reading.claims:
            fact = claim.fact
            if isinstance(fact, UnitFact):
                into = tuple(names[ref] for ref in fact.into)
                found.append((names[fact.child], fact.change, str(fact.date or ""), into))
    return found


def test_appointments_become_claims_of_posts() -> None:
    assert posts(converted()) == [
        ("ifg:p1", "ifg:o1", "Minister", "appointed", "1969-01-01", "", "1975-03-01", ""),
        ("ifg:p1", "ifg:o2", "Minister", "appointed", "1975-03-01", "", "1977-02-02", ""),
        ("ifg:p2", "ifg:o3", "Minister", "holds", "1999-01-01", "1999-01-01", "", ""),
        ("ifg:p3", "ifg:o4", "Keeper", "appointed", "1971-01-01", "", "1972-01-01", "acting"),
        ("ifg:p1", "ifg:o2", "Minister", "holds", "", "1976-01-01", "1976-06-01", "leave"),
    ]


def test_a_part_that_was_acting_stands_beside_the_whole() -> None:
    part = made.CHARACTERISTICS.replace("1971-01-01,1972-01-01", "1971-03-01,1971-05-01")
    assert [told[3:] for told in posts(converted(appointment_characteristics=part)) if "ifg:p3" in told] == [
        ("appointed", "1971-01-01", "", "1972-01-01", ""),
        ("appointed", "1971-03-01", "", "1971-05-01", "acting"),
    ]


def test_links_tell_what_became_of_bodies() -> None:
    assert units(converted()) == [
        ("ifg:o1", "created", "1950-01-01", ()),
        ("ifg:o3", "created", "1990-06-30", ()),
        ("ifg:o4", "abolished", "1980-01-01", ()),
        ("ifg:o1", "renamed", "1975-03-01", ("ifg:o2",)),
        ("ifg:o2", "split", "1990-06-30", ("ifg:o3",)),
    ]


def test_a_body_that_goes_on_is_among_those_that_it_was_split_into() -> None:
    going_on = made.ORGANISATIONS.replace("MCR,1975-03-01,1990-06-30", "MCR,1975-03-01,")
    assert ("ifg:o2", "split", "1990-06-30", ("ifg:o3", "ifg:o2")) in units(converted(organisation=going_on))


def test_every_claim_is_proved_by_the_rows_that_its_ids_lead_to() -> None:
    conversion = converted()
    files = {file.document.id: file for file in made.tables()}
    for evidence in made.all_evidence(conversion):
        assert files[evidence.document].layer.text[evidence.start : evidence.end] == evidence.quote
        assert "\n" not in evidence.quote
    first = next(c for r in conversion.readings for c in r.claims if isinstance(c.fact, PostFact))
    assert [evidence.quote for evidence in first.evidence] == [
        "a1,p1,s1,1969-01-01,1975-03-01",
        "p1,Ida Brook,,1970-05-01",
        's1,o1,Minister,"Minister, MoC"',
        "o1,Ministry of Canals,MoC,1950-01-01,1975-03-01",
    ]
    later = made.claims_of(conversion)[made.claims_of(conversion).index(first) + 1]
    assert "p1,Lady Brook,1970-05-01," in [evidence.quote for evidence in later.evidence]


def test_one_id_is_one_person_under_all_names_and_two_ids_of_one_name_are_two() -> None:
    people = converted().readings[1].referents
    assert [(p.identifier, p.name, p.aliases) for p in people] == [
        ("ifg:p1", "Ida Brook", ("Lady Brook",)),
        ("ifg:p2", "Tom Reed", ()),
        ("ifg:p3", "Tom Reed", ()),
    ]
    assert [made.PEOPLE[m.start : m.end] for m in people[0].mentions] == ["Ida Brook", "Lady Brook"]


def test_the_same_tables_give_the_same_and_a_change_of_one_is_a_change_of_all() -> None:
    def encoded(conversion: Conversion) -> bytes:
        return msgspec.json.encode(conversion.readings)

    assert encoded(converted()) == encoded(converted())
    assert len({c.id for c in made.claims_of(converted())}) == len(made.claims_of(converted()))
    versions = {converted(**changed).readings[0].version for changed in ({}, {"person": made.PEOPLE + "p4,Ann,,\n"})}
    assert len(versions) == 2


BROKEN = [
    ("appointment", "a5,p1,s1,1970-13-01,", "D003"),
    ("appointment", "a5,p1,s1,1970-01-01,1960-01-01", "D006"),
    ("appointment", "a5,p9,s1,1970-01-01,", "D004"),
    ("appointment", "a5,p1,s9,1970-01-01,", "D004"),
    ("appointment", "a1,p2,s1,1970-01-01,", "D005"),
    ("appointment", ",p2,s1,1970-01-01,", "D002"),
    ("appointment", "a5,p2", "D002"),
    ("organisation", "o9,,,,", "D002"),
    ("organisation", "o1,Again,,,", "D005"),
    ("post", "s9,o9,Minister,", "D004"),
    ("appointment_characteristics", "c9,a1,maybe,False,,,", "D002"),
    ("organisation", f"o9,{'x' * (LONGEST_NAME + 1)},,,", "D002"),
    ("organisation", f"o9,Dams,{'x' * (LONGEST_NAME + 1)},,", "D002"),
    ("person", f"p9,{'x' * (LONGEST_NAME + 1)},,", "D002"),
    ("post", f"s9,o1,Minister,{'x' * (LONGEST_NAME + 1)}", "D002"),
    ("organisation_link", "l9,o1,o9,Merger,1970-01-01,", "D004"),
    ("organisation_link", "l9,o1,o1,Merger,1970-01-01,", "D002"),
    ("organisation_link", "l9,o1,o2,Twinning,1970-01-01,", "D007"),
]


@pytest.mark.parametrize(("table", "row", "code"), BROKEN)
def test_a_row_that_cannot_be_taken_is_told_and_all_else_is_taken(table: str, row: str, code: str) -> None:
    conversion = converted(**{table: made.TABLES[f"{table}.csv"] + row + "\n"})
    assert made.codes(conversion) == sorted(["D007", code])
    assert _facts(conversion) == _facts(converted())
    assert conversion.rows == converted().rows + 1


def _facts(conversion: Conversion) -> list[tuple[str, ...]]:
    def quotes(claim: Claim) -> tuple[str, ...]:
        return tuple(evidence.quote for evidence in claim.evidence)

    return [quotes(claim) for claim in made.claims_of(conversion)]


class Counted(list[Link]):
    """Links, and how often they were gone through."""

    looks = 0

    def __iter__(self) -> Iterator[Link]:
        self.looks += 1
        return super().__iter__()


def test_links_are_gone_through_once_however_many_bodies_there_are() -> None:
    tables = Tables({file.name: file for file in made.tables()}, dataset="ifg")
    links = Counted(links_of(tables))
    tell_bodies(tables, links, Sheet(tables.files["organisation.csv"]))
    assert links.looks == 1


def test_the_name_of_a_day_is_found_among_many() -> None:
    names = "".join(f"p1,Ida {year},{year}-01-01,{year + 1}-01-01\n" for year in range(1000, 2000))
    tables = Tables({file.name: file for file in made.tables(person=made.PEOPLE + names)}, dataset="ifg")
    appointment = tables.appointments["a2"]  # of 1975-03-01

    class NeverGoneThrough(tuple[Dated, ...]):
        def __iter__(self) -> Iterator[Dated]:
            raise AssertionError

    person = msgspec.structs.replace(appointment.person, names=NeverGoneThrough(appointment.person.names))
    proof = proof_of(msgspec.structs.replace(appointment, person=person))
    assert proof[1].quote == "p1,Ida 1975,1975-01-01,1976-01-01"


def test_what_many_rows_point_to_is_not_copied_with_each_of_them() -> None:
    """A post, a name, a body and an appointment, each with a long note, and 500 rows that lead to each."""
    note = "n" * (MOST_CHARACTERS - 100)
    notes = {
        "organisation": made.ORGANISATIONS.replace("o4,", f"o4,{note},"),
        "person": made.PEOPLE.replace("p3,", f"p3,{note},"),
        "post": made.POSTS.replace("s4,", f"s4,{note},"),
        "appointment": made.APPOINTMENTS.replace("a4,", f"a4,{note},"),
    }
    noted = {name: text.replace("id,", "id,note,", 1) for name, text in notes.items()}
    for name, text in noted.items():
        first, *rows = text.splitlines()
        noted[name] = "\n".join([first, *(row if note in row else row.replace(",", ",,", 1) for row in rows)]) + "\n"
    more = "".join(f"b{n},,p3,s4,{1000 + n}-01-01,\n" for n in range(500))
    times = "".join(f"d{n},a4,True,True,,1971-01-01,1971-01-{2 + n % 28:02}\n" for n in range(500))
    noted["appointment"] += more
    conversion = converted(**noted, appointment_characteristics=made.CHARACTERISTICS + times)
    assert made.codes(conversion) == ["D007"]
    claims = [claim for claim in made.claims_of(conversion) if isinstance(claim.fact, PostFact)]
    assert len(claims) > 1000
    assert sum(len(evidence.quote) for evidence in made.all_evidence(conversion)) < 10 * MOST_CHARACTERS


def test_a_folder_that_lacks_a_table_is_another_kind() -> None:
    with pytest.raises(DataError, match="D001"):
        convert_ifg(made.tables()[1:], dataset="ifg")
    with pytest.raises(DataError, match="D001"):
        converted(post="id,name\n")


def test_the_tables_that_say_more_may_be_missing() -> None:
    conversion = convert_ifg(made.tables()[:4], dataset="ifg")
    assert not conversion.untaken
    assert len(posts(conversion)) == 4
