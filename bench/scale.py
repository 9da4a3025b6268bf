"""`python bench/scale.py 100000`: a register of that many claims, made up: how fast it is filled and asked, how large.

Several sizes may be given; `make bench` takes 10^5, and 10^6 and 5·10^6 are for who asks (10^6 takes half an hour on a
busy machine, and the rate falls as the record grows). `--database URL` fills a PostgreSQL database in place of a file;
`--keep` leaves the file where bench/load.py looks for it. It writes bench/results/scale-DATABASE-SIZE.json, and prints
a table of all sizes that stand there, with their growth; docs/make_scale.py puts it into docs/database.md.

The world: every body has a head, a deputy and members, whose terms follow one another from 1900 on, and gets a new name
every twenty-five years; every report tells of one body in one year: who holds its posts, who came and went, a unit, and
the renaming. Questions name a body by any of its names. Names repeat as in a real archive: some people hold several
posts, in several bodies, and some bear one name. CPU seconds are this program's own, so that a busy machine does not
tell; of a server they leave out its part. Questions are timed so too where the database is a file, and by the clock
where it is a server, whose part counts. Claims go in by `Register.record`, as readings do, some hundred documents to a
transaction (`Register.in_bulk`), the last ones one by one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import platform
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from chancery.register import Register, open_register
from chancery.terms.claims import Claim, Evidence, Fact, Mention, PostFact, Reading, Referent, UnitFact, claim_id
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import Document, Sentence, TextLayer

RESULTS = Path(__file__).resolve().parent / "results"
CAPTURED = Instant.parse("2026-01-01T00:00:00+00:00")
CLAIMS = 10  # of one report
YEARS = range(1900, 2025)
TOGETHER = 500  # documents of one transaction
ALONE = 200
ASKED = 400  # questions of each kind
GIVEN = "Ada Bela Cora Dora Ema Fani Gita Hana Ida Jana Karel Leo Max Nils Otto Paul Quido Rolf Sven Tom"
FAMILY = "Abel Bora Cerny Dahl Eder Falk Gram Holm Ilic Jarl Kolb Lund Moll Nagy Orth Pohl Rehn Sand Toth Urban"
PLACES = "Aar Bern Cham Dorn Elm Flims Genf Horgen Ilanz Jona Küssnacht Lugano Morges Nyon Olten Pully"
GIVEN_NAMES, FAMILY_NAMES, PLACE_NAMES = GIVEN.split(), FAMILY.split(), PLACES.split()
KINDS = ("Water Board", "Water Authority", "Water Service", "Water Office", "Water Works")  # one after another
RENAMED_AFTER = len(YEARS) // len(KINDS)
ROLES = ("Chair", "Deputy Chair", "Secretary General", "Member", "Member", "Member")


class World:
    """Bodies and the people in their posts, the same for the same number."""

    def __init__(self, claims: int) -> None:
        self.bodies = claims // (CLAIMS * len(YEARS)) * 5 // 4 + 2  # a fifth is left for the reports one by one
        self.people = max(50, claims // 40)

    def body(self, number: int, year: int) -> str:
        """The name of a body in that year."""
        kind = KINDS[(year - YEARS.start) // RENAMED_AFTER]
        return f"{PLACE_NAMES[number % len(PLACE_NAMES)]} {kind} {number // len(PLACE_NAMES) + 1}"

    def person(self, body: int, seat: int, year: int) -> str:
        """Who sits there in that year: terms are of four years; people move between bodies."""
        term = (year - YEARS.start + seat) // 4
        number = random.Random(f"{body}/{seat}/{term}").randrange(self.people)
        middle = f" {FAMILY_NAMES[number // 400 % 20]}{number // 8000}" if number >= 400 else ""
        return f"{GIVEN_NAMES[number % 20]}{middle} {FAMILY_NAMES[number // 20 % 20]}"

    def reports(self) -> Iterator[tuple[Document, TextLayer, Reading]]:
        """Year by year, as an archive grows."""
        for year in YEARS:
            for body in range(self.bodies):
                yield self.report(body, year)

    def report(self, body: int, year: int) -> tuple[Document, TextLayer, Reading]:
        name, day = self.body(body, year), f"{year}-{1 + body % 12:02}-15"
        lines = [f"{name}, {day}: annual report."]
        said: list[tuple[str, str, str]] = []
        for seat, role in enumerate(ROLES):
            now, before = self.person(body, seat, year), self.person(body, seat, year - 1)
            said.append((now, role, "holds"))
            if now != before:
                said.append((now, role, "elected"))
        lines += [f"{person}, {role} of the {name}: {change} in {year}." for person, role, change in said[: CLAIMS - 1]]
        unit = f"{name} Section {year % 5}"
        lines.append(f"The {unit} belongs to the {name}.")
        earlier = self.body(body, max(year - 1, YEARS.start))
        if earlier != name:
            lines.append(f"The {earlier} was renamed {name}.")
        text = "\n".join(lines)
        sha = hashlib.sha256(text.encode()).hexdigest()
        starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
        referents: dict[str, Referent] = {}

        def named(kind: str, words: str) -> str:
            if words not in referents:
                at = text.find(words)
                referents[words] = Referent(
                    id=f"{kind[0]}{len(referents)}", type=kind, name=words, mentions=(Mention(at, at + len(words)),)
                )  # type: ignore[arg-type]
            return referents[words].id

        def claim(fact: Fact, line: int) -> Claim:
            quote = lines[line]
            evidence = (Evidence(document=sha, start=starts[line], end=starts[line] + len(quote), quote=quote),)
            names = {r.id: (r.type, r.name) for r in referents.values()}
            return Claim(
                id=claim_id(fact, evidence, names), fact=fact, evidence=evidence, stance="asserted", rule="made"
            )

        at = named("organisation", name)
        claims = [
            claim(
                PostFact(
                    person=named("person", person), role=role, organisation=at, change=change,
                    date=DateSpan.parse(str(year)) if change == "elected" else None,
                ),
                line,
            )
            for line, (person, role, change) in enumerate(said[: CLAIMS - 1], 1)
        ]  # fmt: skip
        told_unit = 1 + len(claims)
        claims.append(claim(UnitFact(child=named("organisation", unit), parent=at), told_unit))
        if earlier != name:
            renamed = UnitFact(
                child=named("organisation", earlier), change="renamed", into=(at,), date=DateSpan.parse(str(year))
            )
            claims.append(claim(renamed, told_unit + 1))
        document = Document(
            id=sha, source=f"{year}/{body}.txt", media_type="text/plain", size=len(text), captured=CAPTURED,
            title=lines[0], language="en",
        )  # fmt: skip
        sentences = tuple(Sentence(start, start + len(line)) for start, line in zip(starts, lines, strict=True))
        layer = TextLayer(document=sha, version="text/1", text=text, language="en", sentences=sentences)
        reading = Reading(
            document=sha, reader="made", version="1", language="en", read=True, dated=DateSpan.parse(day),
            referents=tuple(referents.values()), claims=tuple(claims),
        )  # fmt: skip
        return document, layer, reading


def filled(register: Register, world: World, wanted: int) -> dict[str, Any]:
    """Record until there are so many claims; how fast, over all and in the last tenth."""
    made, begin, marks = 0, time.process_time(), [(0, 0.0)]
    wall = time.perf_counter()
    reports = world.reports()
    while made < wanted:
        with register.in_bulk():
            for document, layer, reading in islice(reports, TOGETHER):
                made += register.record(document, layer, reading, at=CAPTURED).claims
        if made >= wanted * len(marks) // 10:
            marks.append((made, time.process_time() - begin))
            print(f"  {made:>9,} claims, {marks[-1][1]:>7.0f} s", file=sys.stderr, flush=True)
    wall, single, then_single = time.perf_counter() - wall, 0, time.perf_counter()
    for document, layer, reading in islice(reports, ALONE):
        single += register.record(document, layer, reading, at=CAPTURED).claims
    alone = time.perf_counter() - then_single
    (before, then), (after, now) = marks[-2:]
    return {
        "claims": made + single,
        "ingest, wall clock s": round(wall),
        "ingest, CPU s": round(now),
        "ingest, claims per CPU s": round(made / now),
        "ingest of the last tenth, claims per CPU s": round((after - before) / (now - then)),
        "ingest one by one at the end, ms per document": round(1000 * alone / ALONE, 1),
    }


def asked(register: Register, world: World, clock: Callable[[], float]) -> dict[str, Any]:
    """p50 and p99 in microseconds of each question, of random bodies, people and days, each asked once."""
    chance = random.Random(7)

    def some() -> tuple[int, int, dt.date]:
        year = chance.choice(YEARS)
        return chance.randrange(world.bodies), year, dt.date(year, 6, 15)

    def some_name(body: int) -> str:
        return world.body(body, chance.choice(YEARS[: 2 * RENAMED_AFTER]))  # of names that a small record has, too

    def person() -> None:
        body, year, _ = some()
        register.entity(world.person(body, 0, year))

    def holder() -> None:
        body, _, day = some()
        assert register.holders_on("Chair", some_name(body), day)

    def roster() -> None:
        body, _, day = some()
        assert register.roster_on(some_name(body), day).parts

    def tree() -> None:
        body, _, day = some()
        assert register.tree_on(some_name(body), day).root

    def search() -> None:
        body, year, _ = some()
        assert register.search(f"{world.person(body, 0, year)} {PLACE_NAMES[body % len(PLACE_NAMES)]}", 10) is not None

    questions: dict[str, Callable[[], None]] = {
        "who held a post on a day": holder, "roster of a body on a day": roster,
        "units of a body on a day": tree, "a person": person, "search": search,
    }  # fmt: skip
    found: dict[str, Any] = {}
    for name, ask in questions.items():
        times = []
        for _ in range(ASKED):
            begin = clock()
            ask()
            times.append((clock() - begin) * 1e6)
        times.sort()
        found[f"{name}, p50 µs"] = round(times[len(times) // 2])
        found[f"{name}, p99 µs"] = round(times[len(times) * 99 // 100])
    return found


def measured(wanted: int, database: str | None, folder: Path) -> dict[str, Any]:
    place = database or folder / "register.sqlite"
    world = World(wanted)
    with open_register(place, create=True) as register:
        results: dict[str, Any] = filled(register, world, wanted)
        if database is None:
            register.store.run("PRAGMA wal_checkpoint(TRUNCATE)")
            size = (folder / "register.sqlite").stat().st_size
        else:
            register.store.run("ANALYZE")
            tables = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relnamespace ="
            size = int(register.store.one(f"{tables} current_schema()::regnamespace AND relkind = 'r'")[0])
    results |= {"size, MB": round(size / 1e6, 1), "size, bytes per claim": round(size / results["claims"])}
    with open_register(place, readonly=True) as register:
        results |= asked(register, world, time.process_time if database is None else time.perf_counter)
    results["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return results


def table(kind: str) -> str:
    """The results that stand there as a table in Markdown, with the growth from the smallest size to the largest."""
    found = [json.loads(path.read_text("utf-8")) for path in RESULTS.glob(f"scale-{kind}-*.json")]
    found.sort(key=lambda each: each["claims"])
    if not found:
        return ""
    heads = [f"{each['claims']:,}" for each in found]
    lines = [f"| {kind} | {' | '.join(heads)} | growth |", f"|---|{'---:|' * len(heads)}---:|"]
    for name in (n for n in found[0] if n not in ("claims", "machine")):
        first, last = found[0][name], found[-1].get(name, 0)
        growth = f"× {last / first:.1f}" if len(found) > 1 and first else ""
        lines.append(f"| {name} | {' | '.join(format(each.get(name, 0), ',') for each in found)} | {growth} |")
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("claims", nargs="*", type=int, default=[100_000])
    options.add_argument("--database", help="a postgresql:// address of an empty database or schema")
    options.add_argument("--keep", action="store_true", help="leave the file at bench/results/record-SIZE")
    given = options.parse_args()
    kind = "PostgreSQL" if given.database else "SQLite"
    RESULTS.mkdir(exist_ok=True)
    for wanted in given.claims:
        if given.keep:
            kept = RESULTS / f"record-{wanted}"
            shutil.rmtree(kept, ignore_errors=True)
            kept.mkdir()
            results = measured(wanted, given.database, kept)
        else:
            with tempfile.TemporaryDirectory() as folder:
                results = measured(wanted, given.database, Path(folder))
        results["machine"] = {"python": platform.python_version(), "cores": os.cpu_count(), "load": os.getloadavg()[0]}
        (RESULTS / f"scale-{kind}-{wanted}.json").write_text(
            json.dumps(results, indent=2, ensure_ascii=False) + "\n", "utf-8"
        )
    print(table(kind))


if __name__ == "__main__":
    main()
