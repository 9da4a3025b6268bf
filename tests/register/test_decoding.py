"""What is kept can be decoded by many threads at once, from the first time on."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import chancery.register
from chancery.register.decoding import KEPT

REGISTER = Path(chancery.register.__file__).parent
# Sixteen threads decode a claim that nobody in the process has decoded before: without what `decoding` does at import,
# about every second such process ends with a segmentation fault.
AT_ONCE = """
import sys, threading
sys.setswitchinterval(1e-6)
import msgspec
import chancery.register
from chancery.terms.claims import Claim
data = b'{"id": "1", "fact": {"kind": "post", "person": "p1", "role": "Chair"}, "evidence": []}'
together = threading.Barrier(16)
def decode():
    together.wait()
    for _ in range(20):
        msgspec.json.decode(data, type=Claim)
threads = [threading.Thread(target=decode) for _ in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_many_threads_may_decode_first_at_once() -> None:
    for _ in range(6):
        assert subprocess.run([sys.executable, "-c", AT_ONCE], check=False).returncode == 0


def test_every_type_that_the_register_decodes_is_worked_out_beforehand() -> None:
    known = {kept.__name__ for kept in KEPT}
    for path in sorted(REGISTER.rglob("*.py")):
        for types in re.findall(r"json\.decode\([^=]*?type=([\w| ]+)", path.read_text("utf-8")):
            for name in types.split("|"):
                assert name.strip() in known | {"types", "_TYPES"}, f"{name} in {path.name}"
