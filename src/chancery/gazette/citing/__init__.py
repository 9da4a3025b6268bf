"""References to what the record holds, as people and their programs cite: footnote, BibTeX, CSL-JSON, RIS."""

from __future__ import annotations

from collections.abc import Callable

from chancery.gazette.citing.bibtex import bibtex
from chancery.gazette.citing.csl import csl_json
from chancery.gazette.citing.footnote import footnote
from chancery.gazette.citing.reference import Reference, reference_of_page, reference_of_passage
from chancery.gazette.citing.ris import ris

__all__ = ["FORMS", "Reference", "bibtex", "csl_json", "footnote", "reference_of_page", "reference_of_passage", "ris"]

# By the ending of a file of that form: what makes it, and its media type.
FORMS: dict[str, tuple[Callable[[Reference], str], str]] = {
    "txt": (footnote, "text/plain"),
    "bib": (bibtex, "application/x-bibtex"),
    "csl.json": (csl_json, "application/vnd.citationstyles.csl+json"),
    "ris": (ris, "application/x-research-info-systems"),
}
