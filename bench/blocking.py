"""What it costs to find the names worth comparing among 10,000, 100,000 and 1,000,000: `python -m bench.blocking`.

Makes up mentions with collisions as real ones have them (`mentions`), then times `candidate_pairs` in a process of its
own for each size and prints wall time, processor time, peak memory, pairs, and how many of the variants planted among
the mentions meet the name that they are variants of. Writes bench/results/blocking.json.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import time
from pathlib import Path
from typing import Any

from chancery.register.matching import candidate_pairs
from chancery.register.matching.candidates import BLOCK
from chancery.register.matching.tables import table

RESULTS = Path(__file__).resolve().parent / "results" / "blocking.json"
_SYLLABLES = {
    "start": """b br d dr f g gl gr h j k kl kr l m n p pl pr r s sh sl st t tr v w y z zh ch al an ar el em er il in or
        ul""",
    "middle": "a e i o u ai ei ou ia",
    "end": """nov rov kov lin skin sky vich enko ko chuk sen son berg mann stein ez ado ini elli ari oglu yan dze shvili
        li ng n r s t m d bakr din ullah ani awi zadeh pour wala singh nathan aka moto mura da to ta ra ne ga be""",
}
_STARTS, _MIDDLES, _ENDS = (text.split() for text in _SYLLABLES.values())
_VARIANTS = 0.1  # of the mentions are another spelling of an earlier one


def surname(number: int) -> str:
    """The made-up surname of this rank; the same in every run."""
    draw = random.Random(number)
    parts = [draw.choice(_STARTS) + draw.choice(_MIDDLES) for _ in range(1 + (number > 40) + (draw.random() < 0.3))]
    return "".join(parts) + draw.choice(_ENDS)


def mentions(count: int, *, seed: int = 1) -> tuple[list[str], dict[int, int]]:
    """So many distinct names of persons, and for each planted variant the place of the name that it is a variant of.

    Surnames and given names follow a power law of exponent 1 and are as many as Heaps' law would have them (30 times
    the square root), as in the censuses' lists of names: the most frequent surname has about one bearer in a hundred.
    """
    draw = random.Random(seed)
    families = [family["forms"].split() for family in table("given_names")]
    kinds = int(30 * count**0.5)
    weights = [1 / (rank + 10) for rank in range(kinds)]
    surnames = draw.choices([surname(rank) for rank in range(kinds)], weights, k=count)
    given = draw.choices(families, [1 / (rank + 5) for rank in range(len(families))], k=2 * count)
    names: list[str] = []
    seen: dict[str, int] = {}
    variants: dict[int, int] = {}
    while len(names) < count:
        number = len(names)
        if names and draw.random() < _VARIANTS:
            origin = draw.randrange(number)
            name = _variant(names[origin], draw)
            if name not in seen:
                variants[number] = origin
        else:
            first, second = given[2 * number][0], given[2 * number + 1][0]
            middle = f" {second}" if draw.random() < 0.35 else f" {second[0]}." if draw.random() < 0.2 else ""
            name = f"{first}{middle} {surnames[number]}".title()
        if name in seen:
            name = f"{name} {surname(draw.randrange(kinds))}".title()  # two surnames, as where many bear one name
            variants.pop(number, None)
        if name not in seen:
            seen[name] = number
            names.append(name)
    return names, variants


def _variant(name: str, draw: random.Random) -> str:
    """The name as another document would write it."""
    words = name.split()
    way = draw.randrange(5)
    if way == 0:
        return f"{words[-1]}, {' '.join(words[:-1])}"
    if way == 1:
        return f"{words[0][0]}. {' '.join(words[1:])}"
    if way == 2:
        return name.replace("y", "i").replace("v", "w").replace("sh", "sch").replace("k", "c")
    if way == 3 and len(words) > 2:
        return f"{words[0]} {words[-1]}"
    place = draw.randrange(1, len(words[-1])) if len(words[-1]) > 3 else 1
    return " ".join([*words[:-1], words[-1][:place] + words[-1][place + 1 :]])


def measured(count: int, most: int) -> dict[str, Any]:
    """One size, in this process."""
    names, variants = mentions(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, processor = time.perf_counter(), time.process_time()
    pairs = met = 0
    for one, other in candidate_pairs(names, "person", most=most):
        pairs += 1
        met += variants.get(other) == one
    return {
        "mentions": count,
        "block": most,
        "wall_s": round(time.perf_counter() - wall, 1),
        "processor_s": round(time.process_time() - processor, 1),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "names_mb": round(before / 1024),
        "pairs": pairs,
        "pairs_per_mention": round(pairs / count, 2),
        "variants": len(variants),
        "variants_met": round(met / max(1, len(variants)), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--block", type=int, default=BLOCK, help="names under one key that still make pairs")
    options = parser.parse_args()
    results = []
    for size in options.sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            results.append(pool.apply(measured, (size, options.block)))
        print(json.dumps(results[-1]), flush=True)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
