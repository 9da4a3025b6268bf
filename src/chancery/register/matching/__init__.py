"""The comparison of names: pure functions from names to a score with findings, and to the pairs worth comparing.

compare_names(["Pyotr Ilyin"], ["Пётр Ильин"], "person").score
name_keys("Pyotr Ilyin", "person")
candidate_pairs(names, "person")
"""

from __future__ import annotations

from chancery.register.matching.candidates import candidate_pairs
from chancery.register.matching.comparing import compare_names
from chancery.register.matching.findings import Comparison, Finding
from chancery.register.matching.keys import name_keys
from chancery.register.matching.people import particles

__all__ = ["Comparison", "Finding", "candidate_pairs", "compare_names", "name_keys", "particles"]
