"""`python -m bench.load 100000`: pages and their JSON over a record of that many claims, under wrk on loopback.

Beside them, in the same run and the same kind of server, a trivial Starlette endpoint: the ceiling. Compare ratios to
it, not runs. The record is that of `bench/scale.py`, made once and kept in bench/results/record-SIZE (10^5 claims take
minutes, 10^6 half an hour); `--record FOLDER` takes a workspace that is there. Needs Debian's wrk.
It writes bench/results/load-SIZE.json and prints a table.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from bench.scale import RESULTS, World, filled

from chancery.archive.store import ByteStore
from chancery.gazette.web.app import json_path
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.register import open_register

CONNECTIONS = 4
LONGEST = 60  # seconds of a page
CEILING = """
import sys
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

def answer(request):
    return PlainTextResponse("here")

uvicorn.run(Starlette(routes=[Route("/", answer)]), port=int(sys.argv[1]), log_level="warning", access_log=False)
"""
_MEASURES = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s|m)\s*$", re.MULTILINE)
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


def made_record(folder: Path, claims: int) -> Settings:
    """A workspace with so many claims; the reports' bytes are kept too, as pages of documents need them."""
    settings = Settings(workspace=folder)
    if not settings.ledger.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with open_register(settings.ledger, create=True) as register:
            filled(register, World(claims), claims)
    store = ByteStore(settings.bytes_folder)
    with open_readonly(settings) as register:
        for listing in register.documents_latest(20):
            store.put(register.text_of(listing.document.id).encode())
    return settings


def addresses(settings: Settings) -> dict[str, str]:
    """What is asked for, by its name."""
    with open_readonly(settings) as register:
        body = register.entities_most_named("organisation", 1)[0].entity
        person = register.entities_most_named("person", 1)[0].entity
        document = register.documents_latest(1)[0].document.id
    asked = {
        "overview": "/",
        "documents": "/documents",
        "people": "/people",
        "a person": f"/people/{person.id}",
        "bodies": "/bodies",
        "a body on a day": f"/bodies/{body.id}?on=1950-06-01",
        "a document": f"/documents/{document}",
        "search": f"/search?{urlencode({'q': body.name})}",
        "who": f"/who?{urlencode({'role': 'Chair', 'in': body.name, 'on': '1950-06-01'})}",
    }
    return asked | {f"{name}, JSON": json_path(path) for name, path in asked.items()}


@contextmanager
def running(command: list[str], port: int) -> Iterator[int]:
    """A server, once it answers; gives its process id."""
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/favicon.ico", timeout=5)
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
        yield server.pid
    finally:
        if server.poll() is not None:
            raise SystemExit(f"the server ended by itself: {server.returncode}")
        server.send_signal(signal.SIGINT)
        server.wait(timeout=60)


def loaded(address: str, seconds: int) -> dict[str, float]:
    """p50 and p99 in milliseconds, and requests per second.

    A page that is not answered in the time is asked for four times as long, and again; wrk would tell zeros.
    """
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s", "--latency", address]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in printed:
        raise SystemExit(f"{address} is answered with an error")
    if re.search(r"^\s*0 requests in", printed, re.MULTILINE):
        if seconds > LONGEST:
            raise SystemExit(f"{address} is not answered in {seconds} seconds")
        return loaded(address, seconds * 4)
    times = {
        f"p{share}, ms": round(float(value) * _MILLISECONDS[unit], 1)
        for share, value, unit in _MEASURES.findall(printed)
    }
    found = re.search(r"Requests/sec:\s+([\d.]+)", printed)
    return times | {"requests/s": float(found[1]) if found else 0.0}


def wait_until_idle(process: int) -> None:
    """What wrk has asked and not waited for goes on in the server: no page is charged with the one before."""
    spent = -1
    while (now := sum(map(int, Path(f"/proc/{process}/stat").read_text("ascii").split()[13:15]))) > spent + 1:
        spent = now  # in hundredths of a second
        time.sleep(0.5)


def peak_memory(process: int) -> int:
    """Megabytes at most, so far."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]


def measured(settings: Settings, *, seconds: int, port: int) -> dict[str, Any]:
    results: dict[str, Any] = {}
    with running([sys.executable, "-c", CEILING, str(port)], port) as process:
        results["ceiling"] = loaded(f"http://127.0.0.1:{port}/", seconds)
        results["ceiling"]["peak memory, MB"] = peak_memory(process)
    port += 1
    command = [sys.executable, "-m", "chancery", "--workspace", str(settings.workspace), "serve", "--port", str(port)]
    with running(command, port) as process:
        for name, path in addresses(settings).items():
            results[name] = loaded(f"http://127.0.0.1:{port}{quote(path, safe='/?=&+%')}", seconds)
            wait_until_idle(process)
            results[name]["of the ceiling"] = round(results[name]["requests/s"] / results["ceiling"]["requests/s"], 4)
            print(f"  {name}: {results[name]}", file=sys.stderr, flush=True)
        results["peak memory of the server, MB"] = peak_memory(process)
    return results


def table(results: dict[str, Any]) -> str:
    lines = ["| page | p50, ms | p99, ms | requests/s | of the ceiling |", "|---|---:|---:|---:|---:|"]
    for name, found in results.items():
        if isinstance(found, dict) and "p50, ms" in found:
            share = found.get("of the ceiling", 1)
            lines.append(f"| {name} | {found['p50, ms']} | {found['p99, ms']} | {found['requests/s']} | {share:.2%} |")
    return "\n".join([*lines, "", f"peak memory of the server: {results['peak memory of the server, MB']} MB"])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("claims", nargs="?", type=int, default=100_000)
    options.add_argument("--seconds", type=int, default=10, help="of each page")
    options.add_argument("--port", type=int, default=8560, help="this one and the next are used")
    options.add_argument("--record", type=Path, help="a workspace that is there, in place of a made one")
    given = options.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not installed: apt install wrk")
    RESULTS.mkdir(exist_ok=True)
    settings = made_record(given.record or RESULTS / f"record-{given.claims}", given.claims)
    with open_readonly(settings) as register:
        claims = sum(register.counts().claims.values())
    results = {"claims": claims} | measured(settings, seconds=given.seconds, port=given.port)
    results["machine"] = {"python": platform.python_version(), "cores": os.cpu_count(), "load": os.getloadavg()[0]}
    (RESULTS / f"load-{given.claims}.json").write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    print(table(results))


if __name__ == "__main__":
    main()
