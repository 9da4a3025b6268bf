"""No timing in tests: a slow machine is no failure."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("register", deadline=None)
settings.load_profile("register")
