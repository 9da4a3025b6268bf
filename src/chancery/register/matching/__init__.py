"""The comparison of names: pure functions from names to a score with findings, and to the keys of names to compare."""

from __future__ import annotations

from chancery.register.matching.comparing import compare_names
from chancery.register.matching.findings import Comparison, Finding
from chancery.register.matching.keys import name_keys

__all__ = ["Comparison", "Finding", "compare_names", "name_keys"]
