"""Our labels on reports of `../shared/corpora` and articles of `../shared/training/re-docred`: offsets beside a digest of the
text, never the text itself.

    python train/labels.py texts FOLDER     the articles as text files, to label them
    python train/labels.py pack FOLDER...   FOLDER/records/<corpus>__<stem>.json (the record format) into train/labels.jsonl,
                                            beside what is there
    python train/labels.py pack-acts FOLDER...   the same into train/act_labels.jsonl, which holds labels of some kinds of fact only:
                                            "kinds" names them, and only the names that stand in those facts are listed

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
from functools import cache
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("CHANCERY_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
ARTICLES = "re-docred"
_NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", ")", "?", "!", "'s", "’s", "'", "’", "]", "%", "n't"])
LABELS = Path(__file__).with_name("labels.jsonl")
ACT_LABELS = Path(__file__).with_name("act_labels.jsonl")
_IDS = re.compile(r"[plog]\d+[a-z]?")  # ids, enums and dates are kept as they are
_KEPT = frozenset({"id", "type", "kind", "change", "date", "start", "end", "mode", "capacity", "status", "deadline"})


def labelled_records(file: Path = LABELS) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Name, bytes of the text, and record of each labelled report; those whose text has another digest are left out."""
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        label = json.loads(line)
        data = source_of(label["corpus"], label["file"])
        if data is None or hashlib.sha256(data).hexdigest() != label["sha256"]:
            continue
        record = _restored({"entities": label["entities"], "facts": label["facts"]}, data.decode())
        kinds = {"kinds": label["kinds"]} if "kinds" in label else {}
        yield f"{label['corpus']}-{label['file']}", data, {"document": label["file"], **kinds, **record}


def source_of(corpus: str, file: str) -> bytes | None:
    """The bytes of a text; None if it is not there. An article is put together from its words: "dev-012.txt" is the 13th of dev."""
    if corpus != ARTICLES:
        path = SHARED / "corpora" / corpus / file
        return path.read_bytes() if path.exists() else None
    part, number = file.removesuffix(".txt").split("-")
    articles = _articles(part)
    return article_text(articles[int(number)]).encode() if articles else None


@cache
def _articles(part: str) -> list[dict[str, Any]]:
    path = SHARED / "training" / ARTICLES / f"{part}_revised.json"
    articles: list[dict[str, Any]] = json.loads(path.read_text("utf-8")) if path.exists() else []
    return articles


def article_text(article: dict[str, Any]) -> str:
    """Title, blank line, and the words of the article with the spaces that belong between them."""
    text = ""
    for sentence in article["sents"]:
        line = ""
        for word in sentence:
            if line and word not in _NO_SPACE_BEFORE and line[-1] not in "([$":
                line += " "
            line += word
        text += (" " if text else "") + line
    return f"{article['title']}\n\n{text}\n"


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


def pack(folders: list[str], file: Path = LABELS) -> int:
    """Add the labels of all folders to the file, sorted; gives the number of all."""
    lines = {}
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        label = json.loads(line)
        lines[label["corpus"], Path(label["file"]).stem] = line
    for folder in folders:
        for path in sorted((Path(folder) / "records").glob("*.json")):
            corpus, stem = path.stem.split("__", 1)
            data = source_of(corpus, f"{stem}.txt")
            if data is None:
                raise SystemExit(f"no text for {path}")
            record = json.loads(path.read_text("utf-8"))
            packed = _packed({"entities": record["entities"], "facts": record["facts"]}, data.decode())
            digest = hashlib.sha256(data).hexdigest()
            kinds = {"kinds": record["kinds"]} if "kinds" in record else {}
            lines[corpus, stem] = json.dumps(
                {"corpus": corpus, "file": f"{stem}.txt", "sha256": digest, **kinds, **packed}
            )
    file.write_text("".join(line + "\n" for _, line in sorted(lines.items())), "utf-8")
    return len(lines)


def write_articles(folder: Path) -> None:
    """Every article as a text file, named as `source_of` wants it."""
    for part in ("dev", "test"):
        for number, article in enumerate(_articles(part)):
            (folder / f"{part}-{number:03}.txt").write_text(article_text(article), "utf-8")


if __name__ == "__main__" and sys.argv[1:2] == ["texts"]:
    write_articles(Path(sys.argv[2]))
if __name__ == "__main__" and sys.argv[1:2] == ["pack"]:
    print(pack(sys.argv[2:]))
if __name__ == "__main__" and sys.argv[1:2] == ["pack-acts"]:
    print(pack(sys.argv[2:], ACT_LABELS))
