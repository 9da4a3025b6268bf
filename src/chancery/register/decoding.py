"""The types of what the register keeps as JSON, worked out for decoding before any thread asks for them.

msgspec works a type out at its first use and keeps that on the type; where two threads use a type first at the same
time, the second may see it half done, and the process ends with a segmentation fault (msgspec 0.22, under load:
`tests/register/test_decoding.py`). So it is done here, once, when the register is imported.
"""

from __future__ import annotations

import msgspec

from chancery.register.ledger import Forgetting, ReadingTaken, Reason, Refused, RefusedClaim
from chancery.register.resolving.suggestions import Suggestion
from chancery.register.tenures import DerivedTenure
from chancery.terms.claims import Claim
from chancery.terms.dates import DateSpan
from chancery.terms.document import Document, TextLayer
from chancery.terms.rulings import Ruling

KEPT: tuple[type, ...] = (
    Claim, DateSpan, DerivedTenure, Document, Forgetting, ReadingTaken, Reason, Refused, RefusedClaim, Ruling,
    Suggestion, TextLayer,
)  # fmt: skip

_WORKED_OUT: list[object] = [msgspec.json.Decoder(kept) for kept in KEPT]
