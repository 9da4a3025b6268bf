"""Identity across documents beyond the safe rule: candidates, comparison with context, rulings by rule, suggestions.

    atoms → pairs (blocking) → judged pairs (names and context) → rulings of the rule, and suggestions for people

An *atom* is what the safe rule of `identity` takes for one. What the resolver is sure of becomes a ruling in the
ledger, with its reasons, which anyone can take back singly; what it is not sure of is kept for a person to review.
"""

from __future__ import annotations

from chancery.register.resolving.resolve import RULE, Resolved, resolve
from chancery.register.resolving.suggestions import Suggestion, SuggestionView

__all__ = ["RULE", "Resolved", "Suggestion", "SuggestionView", "resolve"]
