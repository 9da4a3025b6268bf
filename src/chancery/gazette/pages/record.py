"""What a page is made from: the register's answers, and the texts that they point into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chancery.register import RegisterReading
from chancery.terms.document import TextLayer


@dataclass(frozen=True)
class OpenRecord:
    """A record that is open for questions. `layer_of` gives the text layer of a document by its SHA-256."""

    register: RegisterReading
    layer_of: Callable[[str], TextLayer]
