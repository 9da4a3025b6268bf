"""Made-up data sets for the tests of the importers."""

from __future__ import annotations

import datetime as dt
import hashlib

from chancery.archive.layers import text_layer
from chancery.reader.importing.conversion import Conversion, DataFile
from chancery.terms.claims import Claim, Evidence
from chancery.terms.dates import Instant
from chancery.terms.document import Document

CAPTURED = Instant(dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC))

ORGANISATIONS = """id,name,short_name,start_date,end_date
o1,Ministry of Canals,MoC,1950-01-01,1975-03-01
o2,Ministry of Canals and Rivers,MCR,1975-03-01,1990-06-30
o3,Ministry of Rivers,,1990-06-30,
o4,"Office of Locks, Weirs and Dams",OLWD,,1980-01-01
"""
PEOPLE = """id,name,start_date,end_date
p1,Lady Brook,1970-05-01,
p1,Ida Brook,,1970-05-01
p2,Tom Reed,,
p3,Tom Reed,,
"""
POSTS = """id,organisation_id,name,display_name
s1,o1,Minister,"Minister, MoC"
s2,o2,Minister,Minister
s3,o3,Minister,Minister
s4,o4,Keeper,Keeper
"""
APPOINTMENTS = """id,person_id,post_id,start_date,end_date
a1,p1,s1,1969-01-01,1975-03-01
a2,p1,s2,1975-03-01,1977-02-02
a3,p2,s3,1999-01-01,
a4,p3,s4,1971-01-01,1972-01-01
"""
CHARACTERISTICS = """id,appointment_id,is_acting,is_on_leave,leave_reason,start_date,end_date
c1,a4,True,False,,1971-01-01,1972-01-01
c2,a2,False,True,Health leave,1976-01-01,1976-06-01
c3,a3,False,False,,1999-01-01,
"""
LINKS = """id,predecessor_organisation_id,successor_organisation_id,type,link_start_date,link_end_date
l1,o1,o2,Name change,1975-03-01,1975-03-02
l2,o2,o3,Demerger,1990-06-30,1990-06-30
l3,o1,o4,Transfer of functions: weirs,1960-01-01,1960-01-01
"""
TABLES = {
    "organisation.csv": ORGANISATIONS,
    "person.csv": PEOPLE,
    "post.csv": POSTS,
    "appointment.csv": APPOINTMENTS,
    "appointment_characteristics.csv": CHARACTERISTICS,
    "organisation_link.csv": LINKS,
}
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json", "jsonl": "application/x-ndjson"}


def data_file(name: str, text: str) -> DataFile:
    data = text.encode("utf-8")
    sha = hashlib.sha256(data).hexdigest()
    media_type = MEDIA_TYPES[name.rsplit(".")[-1]]
    layer, _ = text_layer(data, document=sha, media_type=media_type, source=name)
    document = Document(id=sha, source=name, media_type=media_type, size=len(data), captured=CAPTURED)
    return DataFile(name=name, document=document, layer=layer)


def tables(**changed: str) -> list[DataFile]:
    """The tables, with some of them changed: `person` for person.csv."""
    return [data_file(name, changed.get(name.removesuffix(".csv"), text)) for name, text in TABLES.items()]


def claims_of(conversion: Conversion) -> list[Claim]:
    return [claim for reading in conversion.readings for claim in reading.claims]


def codes(conversion: Conversion) -> list[str]:
    return sorted(error.code for error in conversion.untaken)


def all_evidence(conversion: Conversion) -> list[Evidence]:
    return [evidence for claim in claims_of(conversion) for evidence in claim.evidence]
