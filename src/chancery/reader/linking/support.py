"""Support: how likely the other posts of the same list, line, role and person are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable

from chancery.reader.grammar.scoring import steps_of
from chancery.reader.grammar.tenancy import role_key
from chancery.reader.linking.holders import Holder


class Support:
    """What the likely holders of a document say of each other: what one row of a list says, its neighbours say too."""

    def __init__(self, found: Iterable[tuple[Holder, float]]) -> None:
        """From every holder with how likely it is to hold its role."""
        self._links: dict[Hashable, list[float]] = {}
        for holder, link in found:
            for key in (_place(holder), _role(holder), holder.person.start, _post(holder)):
                self._links.setdefault(key, []).append(link)
        for links in self._links.values():
            links.sort()
        self._sums = {key: sum(links) for key, links in self._links.items()}

    def of(self, holder: Holder, link: float) -> list[str]:
        """As features: the mean of the others, and whether another person, or another role, is likelier."""
        kind = "many-seated" if holder.site.role.plural else "single"
        rivals = self._links[_role(holder)]
        likelier = len(rivals) - bisect_right(rivals, link)
        found = [
            *steps_of(f"rival for the {kind} role", rivals[-1] if likelier else 0.0),
            f"{kind}, rivals={min(likelier, 2)}",
            f"likelier roles of the person={min(self._above(holder.person.start, link), 2)}",
        ]
        told = self._links[_post(holder)]
        again = told[-1] if told[-1] > link else told[-2] if len(told) > 1 else 0.0
        found += [f"told of {min(len(told), 4)} times", *steps_of("told elsewhere", again)]
        place = _place(holder)
        number = len(self._links[place])
        if number < 2:
            return [*found, "alone"]
        how = "list" if holder.how == "list" else "line"
        mean = (self._sums[place] - link) / (number - 1)
        return [*found, f"{how} of {min(number, 6)}", *steps_of(f"others of the {how}", mean)]

    def _above(self, key: Hashable, link: float) -> int:
        links = self._links[key]
        return len(links) - bisect_right(links, link)


def _place(holder: Holder) -> Hashable:
    """The list that the holder is in (the line that leads in, and how its role is said), or the line."""
    return holder.site.line.number, holder.how == "list", holder.site.how if holder.how == "list" else ""


def _post(holder: Holder) -> Hashable:
    """The same person in the same role, wherever the document tells of it."""
    return holder.person.ref, role_key(holder.site.role.role)


def _role(holder: Holder) -> Hashable:
    return holder.site.role.start, holder.site.how
