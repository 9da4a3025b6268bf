"""Our labels on reports of `../shared/corpora`: offsets beside a digest of the text, never the text itself.

    python train/labels.py pack FOLDER...   FOLDER/records/<corpus>__<stem>.json (the record format) into train/labels.jsonl

Each line holds the corpus, the file, the SHA-256 of its bytes, and a record in which every string that stands in the text is a
pair of half-open character offsets. `labelled_records` gives the records back, with the text, where `../shared` is there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("CHANCERY_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
LABELS = Path(__file__).with_name("labels.jsonl")
_IDS = re.compile(r"[plog]\d+[a-z]?")  # ids, enums and dates are kept as they are
_KEPT = frozenset({"id", "type", "kind", "change", "date", "start", "end", "mode", "capacity", "status", "deadline"})


def labelled_records() -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Name, path of the text, and record of each labelled report; those whose text has another digest are left out."""
    for line in LABELS.read_text("utf-8").splitlines():
        label = json.loads(line)
        path = SHARED / "corpora" / label["corpus"] / label["file"]
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != label["sha256"]:
            continue
        text = path.read_bytes().decode()
        record = _restored({"entities": label["entities"], "facts": label["facts"]}, text)
        yield path.stem, path, {"document": path.name, **record}


def _restored(value: Any, text: str) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"at"}:
            start, end = value["at"]
            return text[start:end]
        return {key: _restored(item, text) for key, item in value.items()}
    return [_restored(item, text) for item in value] if isinstance(value, list) else value


def _packed(value: Any, text: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _packed(item, text, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_packed(item, text, key) for item in value]
    if not isinstance(value, str) or key in _KEPT or _IDS.fullmatch(value):
        return value
    found = re.search(r"\s+".join(map(re.escape, value.split())) or "$.", text)
    return {"at": list(found.span())} if found else value


def pack(folders: list[str]) -> int:
    """Write the labels of all folders into LABELS, sorted; gives their number."""
    lines = {}
    for folder in folders:
        for path in sorted((Path(folder) / "records").glob("*.json")):
            corpus, stem = path.stem.split("__", 1)
            source = SHARED / "corpora" / corpus / f"{stem}.txt"
            data = source.read_bytes()
            record = json.loads(path.read_text("utf-8"))
            packed = _packed({"entities": record["entities"], "facts": record["facts"]}, data.decode())
            digest = hashlib.sha256(data).hexdigest()
            lines[corpus, stem] = json.dumps({"corpus": corpus, "file": source.name, "sha256": digest, **packed})
    LABELS.write_text("".join(line + "\n" for _, line in sorted(lines.items())), "utf-8")
    return len(lines)


if __name__ == "__main__" and sys.argv[1:2] == ["pack"]:
    print(pack(sys.argv[2:]))
