"""The pages: one frozen typed object each, from which HTML and JSON come, and the function that builds it."""

from __future__ import annotations

from chancery.gazette.pages.acts import ActsPage, acts_page
from chancery.gazette.pages.add import AddPage, add_page, asked_in
from chancery.gazette.pages.beside import BesidePage, beside_page
from chancery.gazette.pages.body import BodyPage, body_page
from chancery.gazette.pages.calendar import CalendarPage, calendar_page
from chancery.gazette.pages.changes import ChangesPage, changes_page
from chancery.gazette.pages.cite import CitePage, cite_page
from chancery.gazette.pages.conflicts import ConflictsPage, conflicts_page
from chancery.gazette.pages.document import DocumentPage, document_page
from chancery.gazette.pages.documents import DocumentsPage, documents_page
from chancery.gazette.pages.entity_lists import EntitiesPage, bodies_page, people_page, places_page
from chancery.gazette.pages.fact import FactPage, fact_page
from chancery.gazette.pages.gathering import GatheringPage, gathering_page
from chancery.gazette.pages.network import NetworkPage, network_page
from chancery.gazette.pages.overview import OverviewPage, overview_page
from chancery.gazette.pages.person import PersonPage, person_page
from chancery.gazette.pages.place import PlacePage, place_page
from chancery.gazette.pages.record import OpenRecord
from chancery.gazette.pages.review import ReviewPage, review_page
from chancery.gazette.pages.search import SearchPage, search_page
from chancery.gazette.pages.who import WhoPage, who_page

__all__ = [
    "AddPage",
    "ActsPage",
    "BesidePage",
    "BodyPage",
    "CalendarPage",
    "ChangesPage",
    "CitePage",
    "ConflictsPage",
    "DocumentPage",
    "DocumentsPage",
    "EntitiesPage",
    "FactPage",
    "GatheringPage",
    "NetworkPage",
    "OpenRecord",
    "OverviewPage",
    "PersonPage",
    "PlacePage",
    "ReviewPage",
    "SearchPage",
    "WhoPage",
    "add_page",
    "asked_in",
    "acts_page",
    "bodies_page",
    "beside_page",
    "body_page",
    "calendar_page",
    "changes_page",
    "cite_page",
    "conflicts_page",
    "document_page",
    "documents_page",
    "fact_page",
    "gathering_page",
    "network_page",
    "overview_page",
    "people_page",
    "person_page",
    "place_page",
    "places_page",
    "review_page",
    "search_page",
    "who_page",
]
