"""How long a row, an object and a name of a data set may be. What is longer is told as broken, and the rest is taken.

Every claim quotes what proves it, so one line that a thousand others point to would be copied a thousand times.
"""

from __future__ import annotations

from collections.abc import Iterable

from chancery.terms.errors import DataError

MOST_CHARACTERS = 20_000
"""Of a row, or of an object without the objects in it that are taken in their own right. The longest row of the
ministers database has 268, and an entity with two hundred other names some 8,000."""
LONGEST_NAME = 1_000
"""Characters of a name or a role. The longest of the labelled names of the bench has 190."""
SHORT = 1_000
"""Characters. Of a longer row or object that others point to, the name alone is the proof, where it has a place."""


def too_long(length: int, *, where: str) -> DataError | None:
    """The D002 of a row or object of so many characters, if that is too many."""
    if length <= MOST_CHARACTERS:
        return None
    return DataError("D002", where=where, reason=f"it has {length} characters, and {MOST_CHARACTERS} are the most")


def check_names(names: Iterable[str | None], *, where: str) -> None:
    """Raises DataError D002 where one of the names and roles is longer than any."""
    for name in names:
        if name is not None and len(name) > LONGEST_NAME:
            reason = f"a name in it has {len(name)} characters, and {LONGEST_NAME} are the most"
            raise DataError("D002", where=where, reason=reason)
