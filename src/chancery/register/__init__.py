"""The register: the append-only ledger, and what is derived from it: identity, tenures, answers, search."""

from __future__ import annotations

from chancery.register import decoding as decoding  # before any thread decodes
from chancery.register.answers import Answers
from chancery.register.fold import rebuild
from chancery.register.known import known_at
from chancery.register.reading_side import RegisterReading
from chancery.register.register import Register, open_register

__all__ = ["Answers", "Register", "RegisterReading", "known_at", "open_register", "rebuild"]
