"""Who meets whom: ties between two dates, drawn with the strongest in the middle, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import msgspec
import networkx as nx

from chancery.gazette.pages.asked import asked_span, field_of
from chancery.gazette.pages.large import is_large
from chancery.gazette.pages.parts import Page, Proof, page_of, proof_of
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.ties import Tie
from chancery.terms.entities import EntityName

MOST_TIES = 150  # drawn and listed: more is a ball of wool
YEARS = 10  # shown of a large record, where no days are asked about
LONGEST_NAME = 28  # signs of a name that are written
_SIGN, _LINE = 8.0, 17.0  # how wide a sign and how high a line is in the drawing
MOST_NAMED = 40  # nodes whose names are written into the drawing
WIDTH, HEIGHT = 1000, 680  # of the drawing, in its own units
_MARGIN = 60
_SPREAD = 4.5  # how far apart nodes are held, in parts of the drawing's width over the root of their number
_SEED = 4  # of the layout: the same ties are drawn the same way


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A person or body in the drawing; `label` is what is written of its name, if there is room for it."""

    entity: EntityName
    href: str | None
    x: float
    y: float
    size: float
    label: str | None = None


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class TieRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the table."""

    first: EntityName
    second: EntityName
    gatherings: int
    posts: int
    agreements: int
    proofs: tuple[Proof, ...]


class NetworkPage(Page, frozen=True, kw_only=True):
    """The question as it was put, the drawing, and the ties, strongest first.

    `recent`: of a large record, of which nothing was asked, the last ten years; `begin` is the first of them.
    """

    recent: bool
    begin: str
    end: str
    about: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rows: tuple[TieRow, ...]


def network_page(register: RegisterReading, *, begin: str = "", end: str = "", about: str = "") -> NetworkPage:
    """Raises QuestionError Q001, Q002 or Q003."""
    begin, end, about = field_of(begin), field_of(end), field_of(about)
    asked = {name: value for name, value in (("from", begin), ("to", end), ("about", about)) if value}
    recent = _recent(register) if not asked else None
    begin = begin if recent is None else recent
    first = asked_span(begin).first if begin else None
    last = asked_span(end).last if end else None
    ties = register.ties(first, last, about=about or None, most=MOST_TIES)
    nodes = _nodes(ties)
    places = {node.entity.id: node for node in nodes}
    return NetworkPage(
        title=_("Who meets whom"),
        address="/network" + (f"?{urlencode(asked)}" if asked else ""),
        recent=recent is not None,
        begin=begin,
        end=end,
        about=about,
        nodes=nodes,
        edges=tuple(_edge(places, tie) for tie in reversed(ties)),
        rows=tuple(_row(tie) for tie in ties),
    )


def _recent(register: RegisterReading) -> str | None:
    """The first year that is shown of a record too large to be gone through; None of all others."""
    if not is_large(register.counts()):
        return None
    came = [listing.document.captured.at.date() for listing in register.documents_latest(1)]
    latest = register.latest_tie_day(came[0]) if came else None
    return None if latest is None else f"{max(latest.year - YEARS, 1):04}"


def _nodes(ties: list[Tie]) -> tuple[Node, ...]:
    graph = nx.Graph()
    entities: dict[str, EntityName] = {}
    for tie in ties:
        entities |= {tie.first.id: tie.first, tie.second.id: tie.second}
        graph.add_edge(tie.first.id, tie.second.id, weight=tie.strength)
    if not entities:
        return ()
    places = nx.spring_layout(graph, seed=_SEED, iterations=80, weight="weight", k=_SPREAD / len(entities) ** 0.5)
    across, down = ([float(place[axis]) for place in places.values()] for axis in (0, 1))
    strength = dict(graph.degree(weight="weight"))
    strongest = max(strength.values())
    nodes = {
        key: Node(
            entity=entity, href=page_of(entity), x=_scaled(places[key][0], across, WIDTH),
            y=_scaled(places[key][1], down, HEIGHT), size=round(4 + 9 * (strength[key] / strongest) ** 0.5, 1),
        )
        for key, entity in sorted(entities.items())
    }  # fmt: skip
    strongest_first = sorted(nodes, key=lambda key: (-strength[key], key))
    named = _with_room([nodes[key] for key in strongest_first])[:MOST_NAMED]
    for node in named:
        nodes[node.entity.id] = msgspec.structs.replace(node, label=_cut(node.entity.name))
    return tuple(nodes.values())


def _with_room(nodes: Sequence[Node]) -> list[Node]:
    """The nodes whose names can be written without covering one that was written before."""
    written: list[tuple[Node, float]] = []
    for node in nodes:
        half = len(_cut(node.entity.name)) * _SIGN / 2
        top = node.y - node.size
        if not any(
            abs(other.x - node.x) < half + wide and abs(other.y - other.size - top) < _LINE for other, wide in written
        ):
            written.append((node, half))
    return [node for node, _ in written]


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def _scaled(place: float, along: Sequence[float], size: int) -> float:
    """From the layout's own measure into the drawing, which it fills."""
    least, most = min(along), max(along)
    share = (float(place) - least) / (most - least) if most > least else 0.5
    return round(_MARGIN + share * (size - 2 * _MARGIN), 1)


def _edge(places: dict[str, Node], tie: Tie) -> Edge:
    a, b = places[tie.first.id], places[tie.second.id]
    return Edge(x1=a.x, y1=a.y, x2=b.x, y2=b.y, width=round(min(0.8 + tie.strength * 0.7, 6), 1))


def _row(tie: Tie) -> TieRow:
    return TieRow(
        first=tie.first, second=tie.second, gatherings=tie.gatherings, posts=tie.posts, agreements=tie.agreements,
        proofs=tuple(proof_of(citation) for citation in tie.citations),
    )  # fmt: skip
