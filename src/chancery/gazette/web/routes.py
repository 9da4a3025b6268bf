"""Every page's address, template and builder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request

from chancery.gazette import pages
from chancery.gazette.pages.parts import Page
from chancery.gazette.pages.record import OpenRecord
from chancery.gazette.web.citing import base_of, now


@dataclass(frozen=True)
class PageRoute:
    """`build` raises ChanceryError where there is no such page, or the question cannot be answered."""

    path: str
    template: str
    build: Callable[[OpenRecord, Request], Page]
    known: bool = True  # whether `known` in the address asks for the record as it stood then


def _number(request: Request) -> int:
    text = request.query_params.get("page", "1")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 1


def _asked(request: Request, name: str) -> str:
    return request.query_params.get(name, "")


ROUTES = (
    PageRoute("/", "overview.html", lambda record, request: pages.overview_page(record.register)),
    PageRoute(
        "/documents",
        "documents.html",
        lambda record, request: pages.documents_page(record.register, number=_number(request)),
    ),
    PageRoute(
        "/documents/{sha}",
        "document.html",
        lambda record, request: pages.document_page(record, request.path_params["sha"]),
    ),
    PageRoute(
        "/documents/{sha}/add",
        "add.html",
        lambda record, request: pages.add_page(
            record, request.path_params["sha"], pages.asked_in(dict(request.query_params))
        ),
    ),
    PageRoute(
        "/documents/{sha}/beside/{other}",
        "beside.html",
        lambda record, request: pages.beside_page(record, request.path_params["sha"], request.path_params["other"]),
    ),
    PageRoute(
        "/documents/{sha}/facts/{claim}",
        "fact.html",
        lambda record, request: pages.fact_page(
            record.register, request.path_params["sha"], request.path_params["claim"]
        ),
    ),
    PageRoute(
        "/cite",
        "cite.html",
        lambda record, request: pages.cite_page(
            _asked(request, "page"), _asked(request, "title"), base=base_of(request), at=now()
        ),
        known=False,
    ),
    PageRoute(
        "/people",
        "entities.html",
        lambda record, request: pages.people_page(record.register, number=_number(request)),
    ),
    PageRoute(
        "/people/{id}",
        "person.html",
        lambda record, request: pages.person_page(record.register, request.path_params["id"]),
    ),
    PageRoute(
        "/bodies",
        "entities.html",
        lambda record, request: pages.bodies_page(record.register, number=_number(request)),
    ),
    PageRoute(
        "/bodies/{id}",
        "body.html",
        lambda record, request: pages.body_page(
            record.register, request.path_params["id"], on=_asked(request, "on"), units=bool(_asked(request, "units"))
        ),
    ),
    PageRoute(
        "/gatherings",
        "calendar.html",
        lambda record, request: pages.calendar_page(
            record.register,
            first=_asked(request, "from"),
            last=_asked(request, "to"),
            on=_asked(request, "on"),
            today=now().at.date(),
            number=_number(request),
        ),
    ),
    PageRoute(
        "/gatherings/{id}",
        "gathering.html",
        lambda record, request: pages.gathering_page(record.register, request.path_params["id"]),
    ),
    PageRoute(
        "/places",
        "entities.html",
        lambda record, request: pages.places_page(record.register, number=_number(request)),
    ),
    PageRoute(
        "/places/{id}",
        "place.html",
        lambda record, request: pages.place_page(record.register, request.path_params["id"]),
    ),
    PageRoute(
        "/acts",
        "acts.html",
        lambda record, request: pages.acts_page(
            record.register,
            _asked(request, "kind"),
            about=_asked(request, "about"),
            first=_asked(request, "from"),
            last=_asked(request, "to"),
            number=_number(request),
        ),
    ),
    PageRoute(
        "/changes",
        "changes.html",
        lambda record, request: pages.changes_page(
            record.register,
            about=_asked(request, "about"),
            first=_asked(request, "from"),
            last=_asked(request, "to"),
            recorded_since=_asked(request, "recorded-since"),
            kind=_asked(request, "kind"),
            units=bool(_asked(request, "units")),
            number=_number(request),
        ),
    ),
    PageRoute(
        "/conflicts",
        "conflicts.html",
        lambda record, request: pages.conflicts_page(
            record.register, about=_asked(request, "about"), number=_number(request)
        ),
    ),
    PageRoute(
        "/network",
        "network.html",
        lambda record, request: pages.network_page(
            record.register, begin=_asked(request, "from"), end=_asked(request, "to"), about=_asked(request, "about")
        ),
    ),
    PageRoute("/review", "review.html", lambda record, request: pages.review_page(record.register), known=False),
    PageRoute(
        "/search",
        "search.html",
        lambda record, request: pages.search_page(record.register, _asked(request, "q")),
    ),
    PageRoute(
        "/who",
        "who.html",
        lambda record, request: pages.who_page(
            record.register, role=_asked(request, "role"), body=_asked(request, "in"), on=_asked(request, "on")
        ),
    ),
)
