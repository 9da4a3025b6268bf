"""A reference as RIS, the tagged form that reference managers exchange."""

from __future__ import annotations

from chancery.gazette.citing.notes import note_of
from chancery.gazette.citing.reference import Reference, date_parts


def ris(reference: Reference) -> str:
    """The record, line by line, each line ended as the form wants it (CR LF)."""
    issued = [f"{part:02}" for part in date_parts(reference.issued)]
    accessed = reference.accessed.strftime("%Y/%m/%d") if reference.accessed else None
    fields = [
        ("TY", "ELEC" if reference.address else "GEN"),
        ("ID", reference.key),
        ("TI", reference.title),
        ("AU", reference.publisher),
        ("PY", issued[0] if issued else None),
        ("DA", "/".join([*issued, "", "", ""][:3]) + "/" if issued else None),
        ("UR", reference.address),
        ("AV", reference.place),
        ("Y2", accessed),
        ("LA", reference.language),
        ("N1", note_of(reference)),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value or tag == "ER")
