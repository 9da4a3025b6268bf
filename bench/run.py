"""`make bench`: how fast reading, a first query and a page are. Prints a table and writes bench/results/latest.json.

Figures are of this machine, in this run; compare ratios, not runs. Reading is timed over the example bulletins and,
where `../shared/corpora` is there, over its reports too; once in one process and once in a process per core.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

from chancery.archive.intake import find_sources
from chancery.archive.layers import text_layer
from chancery.office.pages import application
from chancery.office.settings import Settings
from chancery.reader import read_document
from chancery.terms.dates import Instant
from chancery.terms.document import Document

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CHANCERY_SHARED", ROOT.parent / "shared"))
CAPTURED = Instant.parse("2026-01-01T00:00:00+00:00")


def read_one(source: str) -> int:
    """Words of the document that were read: bytes to claims, without storing."""
    data = Path(source).read_bytes()
    media_type = "text/html" if source.endswith((".html", ".htm")) else "text/plain"
    layer, _ = text_layer(data, document="0" * 64, media_type=media_type, source=source)
    document = Document(
        id="0" * 64, source=source, media_type=media_type, size=len(data), captured=CAPTURED, language=layer.language
    )
    reading = read_document(document, layer)
    return len(layer.text.split()) if reading.read else 0


def timed_reading(sources: list[str], *, processes: int) -> dict[str, Any]:
    """Words and documents per second, wall clock."""
    read_one(sources[0])  # the model and the lists are loaded once per process, and counted under "start-up"
    begin = time.perf_counter()
    if processes == 1:
        words = sum(map(read_one, sources))
    else:
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            words = sum(pool.imap_unordered(read_one, sources, chunksize=8))
    seconds = time.perf_counter() - begin
    return {
        "documents": len(sources), "words": words, "seconds": round(seconds, 2),
        "words_per_second": round(words / seconds), "documents_per_second": round(len(sources) / seconds, 1),
    }  # fmt: skip


def timed_command(*arguments: str) -> float:
    """Seconds of a whole command, start-up included: the best of three."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "chancery", *arguments], check=False, capture_output=True)
        times.append(time.perf_counter() - begin)
    return round(min(times), 3)


def timed_page(workspace: str) -> dict[str, float]:
    """Milliseconds of one page each, the best of five, from the application without a network."""
    return asyncio.run(_timed_page(application(Settings(workspace=Path(workspace)))))


async def _timed_page(app: Any) -> dict[str, float]:
    found = {}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1") as client:
        for name, path in (("overview", "/"), ("bodies", "/bodies"), ("search", "/search?q=Council")):
            times = []
            for _ in range(5):
                begin = time.perf_counter()
                answer = await client.get(path)
                times.append(time.perf_counter() - begin)
                assert answer.status_code == 200, (path, answer.status_code)
            found[name] = round(min(times) * 1000, 1)
    return found


def main() -> None:
    cores = os.cpu_count() or 1
    results: dict[str, Any] = {"machine": {"python": platform.python_version(), "cores": cores}}
    collections = {"example bulletins": [str(ROOT / "examples" / "league-of-nations")]}
    if (SHARED / "corpora").is_dir():
        collections["real reports"] = [str(SHARED / "corpora")]
    for name, paths in collections.items():
        sources = [source for source in find_sources(paths).files if not source.endswith("README.md")]
        one = timed_reading(sources, processes=1)
        many = timed_reading(sources, processes=cores)
        results[name] = {"one process": one, f"{cores} processes": many}
        results[name]["ratio"] = round(many["words_per_second"] / one["words_per_second"], 2)
    results["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with tempfile.TemporaryDirectory() as workspace:
        base = ("--workspace", workspace)
        begin = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "chancery", *base, "read", str(ROOT / "examples" / "league-of-nations")],
            check=True, capture_output=True,
        )  # fmt: skip
        results["read and record the bulletins, s"] = round(time.perf_counter() - begin, 2)
        results["start-up (--version), s"] = timed_command("--version")
        results["first query (who), s"] = timed_command(*base, "who", "Secretary-General", "--in", "League of Nations")
        results["a page, ms"] = timed_page(workspace)
    folder = ROOT / "bench" / "results"
    folder.mkdir(exist_ok=True)
    (folder / "latest.json").write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    _print(results)


def _print(results: dict[str, Any], indent: str = "") -> None:
    for name, value in results.items():
        if isinstance(value, dict):
            print(f"{indent}{name}")
            _print(value, indent + "  ")
        else:
            print(f"{indent}{name:<{40 - len(indent)}}{value:>12}")


if __name__ == "__main__":
    main()
