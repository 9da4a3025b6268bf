"""From a form to a claim by hand: the fields of each kind, the names that are typed into them, what is stated."""

from __future__ import annotations

from chancery.gazette.correcting.fields import Field, fields_of_kind
from chancery.gazette.correcting.names import Names
from chancery.gazette.correcting.stating import Entered, statement_of
from chancery.gazette.correcting.typed import typed_of

__all__ = ["Entered", "Field", "Names", "fields_of_kind", "statement_of", "typed_of"]
