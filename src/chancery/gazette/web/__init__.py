"""The pages over HTTP: routes, templates, and what keeps a hostile document from doing anything."""

from __future__ import annotations

from chancery.gazette.web.app import make_app

__all__ = ["make_app"]
