"""More documents for the sample: a congress of a series, bodies that change, acts with a life, and a contradiction."""

from __future__ import annotations

from chancery.office.settings import Settings
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    DecisionFact,
    Fact,
    GatheringFact,
    MessageFact,
    PostFact,
    UnitFact,
)
from chancery.terms.dates import DateSpan
from tests.gazette.sample import add

SIXTH = """Sixth Congress of Gardeners

The Garden League held the Sixth Congress of Gardeners at Lower Mill on 1 July 1932.
"""
SEVENTH = """Seventh Congress of Gardeners

The Garden League held the Seventh Congress of Gardeners at Lower Mill from 3 July to 5 July 1934.
Bo Dahl presided over the Seventh Congress. Ada Cole spoke to the congress. Cy Fenn joined the congress by telephone.
The opening sitting of the congress took place on 3 July 1934 in the Long Barn under Ada Cole.
The closing sitting of the congress took place on 5 July 1934 in the Long Barn.
The Garden League resolved on 4 July 1934 to count every apple tree by May 1935.
The Garden League and the Orchard Circle signed the Apple Blossom Treaty on 4 July 1934, for the League Bo Dahl.
Cy Fenn sent a telegram to the Garden League on 3 July 1934.
"""
OTHER = """A Congress Looked Back On

The Seventh Congress of Gardeners of the Garden League met at Lower Mill from 4 July to 5 July 1934.
Ada Cole was elected Chair of the Garden League on 9 July 1933.
"""
AFTER = """What Became of Them

The Apple Blossom Treaty between the Garden League and the Orchard Circle came into force on 1 March 1935.
The Garden League annulled its resolution to count every apple tree on 2 June 1935.
The Seed Council was renamed the Seed Board on 10 January 1936.
The Seed Board was suspended on 1 February 1937 and resumed its work on 1 April 1937.
The Orchard Circle was merged into the Garden League on 5 May 1938.
Bo Dahl, Secretary of the Garden League, was on leave from 1 June 1936 to 1 September 1936.
"""


def add_congress(settings: Settings) -> None:
    """Four documents; read on top of `sample_workspace`."""
    people = {"p1": ("Ada Cole",), "p2": ("Bo Dahl",), "p3": ("Cy Fenn",)}
    bodies = {"o1": ("Garden League",), "o3": ("Orchard Circle",)}
    mill = {"l1": ("Lower Mill",)}
    sixth: list[tuple[Fact, str]] = [
        (
            GatheringFact(
                gathering="g1", form="congress", name="Sixth Congress of Gardeners", start=_d("1932-07-01"),
                end=_d("1932-07-01"), place="l1", organisers=("o1",),
            ),
            "The Garden League held the Sixth Congress of Gardeners at Lower Mill on 1 July 1932",
        ),
    ]  # fmt: skip
    add(settings, "reports/sixth.txt", SIXTH, {"o1": bodies["o1"], **mill}, sixth, dated=_d("1932-07-02"))
    seventh: list[tuple[Fact, str]] = [
        (
            GatheringFact(
                gathering="g1", form="congress", name="Seventh Congress of Gardeners", start=_d("1934-07-03"),
                end=_d("1934-07-05"), place="l1", organisers=("o1",),
            ),
            "The Garden League held the Seventh Congress of Gardeners at Lower Mill from 3 July to 5 July 1934",
        ),
        (AttendanceFact(who="p2", gathering="g1", capacity="chair"), "Bo Dahl presided over the Seventh Congress"),
        (AttendanceFact(who="p1", gathering="g1", capacity="speaker"), "Ada Cole spoke to the congress"),
        (AttendanceFact(who="p3", gathering="g1", capacity="remote"), "Cy Fenn joined the congress by telephone"),
        (
            GatheringFact(
                gathering="g2", name="opening sitting", start=_d("1934-07-03"), place="l2", part_of="g1",
            ),
            "The opening sitting of the congress took place on 3 July 1934 in the Long Barn",
        ),
        (AttendanceFact(who="p1", gathering="g2", capacity="chair"), "in the Long Barn under Ada Cole"),
        (
            GatheringFact(
                gathering="g3", name="closing sitting", start=_d("1934-07-05"), place="l2", part_of="g1",
            ),
            "The closing sitting of the congress took place on 5 July 1934 in the Long Barn",
        ),
        (
            DecisionFact(
                by=("o1",), summary="count every apple tree", date=_d("1934-07-04"), deadline=_d("1935-05")
            ),
            "The Garden League resolved on 4 July 1934 to count every apple tree by May 1935",
        ),
        (
            AgreementFact(
                title="Apple Blossom Treaty", parties=("o1", "o3"), signatories=("p2",), date=_d("1934-07-04")
            ),
            "The Garden League and the Orchard Circle signed the Apple Blossom Treaty on 4 July 1934",
        ),
        (
            MessageFact(form="telegram", senders=("p3",), recipients=("o1",), date=_d("1934-07-03")),
            "Cy Fenn sent a telegram to the Garden League on 3 July 1934",
        ),
    ]  # fmt: skip
    barn = {"l2": ("Long Barn",)}
    add(
        settings, "reports/seventh.txt", SEVENTH, people | bodies | mill | barn, seventh, dated=_d("1934-07-06"),
        asserted=True,
    )  # fmt: skip
    other: list[tuple[Fact, str]] = [
        (
            GatheringFact(
                gathering="g1", form="congress", name="Seventh Congress of Gardeners", start=_d("1934-07-04"),
                end=_d("1934-07-05"), place="l1", organisers=("o1",),
            ),
            "The Seventh Congress of Gardeners of the Garden League met at Lower Mill from 4 July to 5 July 1934",
        ),
        (
            PostFact(person="p1", role="Chair", organisation="o1", change="elected", date=_d("1933-07-09")),
            "Ada Cole was elected Chair of the Garden League on 9 July 1933",
        ),
    ]  # fmt: skip
    names = {"p1": people["p1"], "o1": bodies["o1"], **mill}
    add(settings, "reports/other.txt", OTHER, names, other, dated=_d("1934-07-20"))
    after: list[tuple[Fact, str]] = [
        (
            AgreementFact(
                title="Apple Blossom Treaty", parties=("o1", "o3"), date=_d("1935-03-01"), status="in force"
            ),
            "The Apple Blossom Treaty between the Garden League and the Orchard Circle came into force on 1 March 1935",
        ),
        (
            DecisionFact(
                by=("o1",), summary="count every apple tree", date=_d("1935-06-02"), status="annulled"
            ),
            "The Garden League annulled its resolution to count every apple tree on 2 June 1935",
        ),
        (
            UnitFact(child="o2", change="renamed", into=("o4",), date=_d("1936-01-10")),
            "The Seed Council was renamed the Seed Board on 10 January 1936",
        ),
        (
            UnitFact(child="o4", change="suspended", date=_d("1937-02-01")),
            "The Seed Board was suspended on 1 February 1937",
        ),
        (
            UnitFact(child="o4", change="resumed", date=_d("1937-04-01")),
            "resumed its work on 1 April 1937",
        ),
        (
            UnitFact(child="o3", change="merged", into=("o1",), date=_d("1938-05-05")),
            "The Orchard Circle was merged into the Garden League on 5 May 1938",
        ),
        (
            PostFact(
                person="p2", role="Secretary", organisation="o1", leave=True, since=_d("1936-06-01"),
                until=_d("1936-09-01"),
            ),
            "Bo Dahl, Secretary of the Garden League, was on leave from 1 June 1936 to 1 September 1936",
        ),
    ]  # fmt: skip
    units = {"o2": ("Seed Council",), "o4": ("Seed Board",)}
    add(settings, "reports/after.txt", AFTER, bodies | units | {"p2": people["p2"]}, after, dated=_d("1938-06-01"))


def _d(text: str) -> DateSpan:
    return DateSpan.parse(text)
