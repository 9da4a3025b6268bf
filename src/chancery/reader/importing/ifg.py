"""The ministers database of the Institute for Government (instituteforgov/ifg-ministers-database-public, `data/*.csv`).

person.csv has a row for every name that a person had, organisation.csv, post.csv and appointment.csv one for each body,
post and appointment; the other files say more of these. Each file is a document of its own. A row of appointment.csv
counts person and post by ids only, so its claim is proved by that row and by those that the ids lead to.

How the tables become claims:

- One person id is one person, one organisation id one body, whatever they are called: the ids are identifiers.
- A post is a role in a body; two post ids with one name in one organisation are one post.
- Every appointment is a claim. Whoever is appointed anew on the day that the last time ends has one tenure of both.
- An appointment without an end lasts: it is seen on the last day on which one begins or ends.
- A body that took another name, merged or split is not "abolished" as well; nor is a new name "created".
- "Transfer of functions" changes no body, and is not taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery.reader.importing.conversion import Conversion, DataFile, set_version
from chancery.reader.importing.holding import latest_day
from chancery.reader.importing.ifg_bodies import links_of, tell_bodies, tell_links
from chancery.reader.importing.ifg_posts import tell_appointments, tell_leave
from chancery.reader.importing.ifg_tables import FILES, KIND, REQUIRED, Tables
from chancery.reader.importing.sheet import Sheet
from chancery.terms.errors import DataError

READER = "import ifg"

__all__ = ["FILES", "KIND", "READER", "convert_ifg"]


def convert_ifg(given: Sequence[DataFile], *, dataset: str) -> Conversion:
    """The readings of the tables, one for each file, in the order of FILES.

    Raises DataError D001 where a file that is needed is not given, or one lacks a column.
    """
    files = {file.name: file for file in given}
    for name in REQUIRED:
        if name not in files:
            place = given[0].document.source if given else "the folder"
            raise DataError("D001", path=place, kind=KIND, reason=f"there is no {name} in it")
    tables = Tables(files, dataset=dataset)
    links = links_of(tables)
    dated = [each.dated for each in tables.appointments.values()]
    latest = latest_day((date for each in dated for date in (each.start, each.end)), files["appointment.csv"])
    sheets = {name: Sheet(files[name]) for name in FILES if name in files}
    tell_bodies(tables, links, sheets["organisation.csv"])
    for person in tables.people.values():
        cells = [dated.row.cells["name"] for dated in person.names]
        sheets["person.csv"].ref(person.named, *((cell.start, cell.end) for cell in cells))
    for post in tables.posts.values():
        cell = post.row.cells["organisation_id"]
        sheets["post.csv"].ref(post.body.named, (cell.start, cell.end))
    tell_appointments(tables, sheets["appointment.csv"], latest)
    if "organisation_link.csv" in sheets:
        tell_links(links, sheets["organisation_link.csv"])
    if "appointment_characteristics.csv" in sheets:
        tell_leave(tables, sheets["appointment_characteristics.csv"])
    version = set_version(dataset, files.values())
    return Conversion(
        readings=tuple(sheet.reading(reader=READER, version=version, dated=latest) for sheet in sheets.values()),
        rows=tables.taking.rows,
        untaken=tuple(tables.taking.untaken),
        counts=dict(tables.taking.counts),
    )
