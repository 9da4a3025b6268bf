"""What cannot both be true: rules over tenures and claims as pure functions, and the question that asks them all.

Nothing here is stored. Both sides stay in the record; a conflict shows them beside each other, with the rule by which
the record follows one of them, if any does, and the ruling of a person that overrules it.
"""

from __future__ import annotations

from chancery.register.conflicts.answer import conflicts

__all__ = ["conflicts"]
