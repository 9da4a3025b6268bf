"""A reference as a BibTeX entry of the kind @misc, with the fields that biblatex knows besides."""

from __future__ import annotations

from chancery.gazette.citing.notes import note_of
from chancery.gazette.citing.reference import Reference, date_parts

# What TeX reads as commands. Braces become commands too: BibTeX counts even those that a backslash stands before.
_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(reference: Reference) -> str:
    """The entry, ending with a line feed. Titles keep their capitals; months are BibTeX's own words."""
    issued = date_parts(reference.issued)
    fields: list[tuple[str, str | None]] = [
        ("title", f"{{{_text(reference.title)}}}"),
        ("author", f"{{{_text(reference.publisher)}}}" if reference.publisher else None),
        ("year", str(issued[0]) if issued else None),
        ("date", reference.issued.iso() if reference.issued else None),
        ("url", _address(reference.address) if reference.address else None),
        ("howpublished", _text(reference.place) if reference.place else None),
        ("urldate", reference.accessed.isoformat() if reference.accessed else None),
        ("language", reference.language),
        ("note", _text(note_of(reference))),
    ]
    lines = [f"  {name} = {{{value}}}" for name, value in fields if value]
    if len(issued) > 1:
        lines.append(f"  month = {_MONTHS[issued[1] - 1]}")
    return f"@misc{{{reference.key},\n" + ",\n".join(lines) + "\n}\n"


def _text(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)


def _address(address: str) -> str:
    """Addresses are set as they are; braces and backslashes, which none needs, are written in percent."""
    return "".join(f"%{ord(sign):02X}" if sign in "\\{}" else sign for sign in address)
