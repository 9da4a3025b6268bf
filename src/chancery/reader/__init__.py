"""The reader: from a text layer to claims with evidence. It stores nothing and knows no other document."""

from chancery.reader.explaining import explain_claim
from chancery.reader.pipeline import READER, read_document, reader_version

__all__ = ["READER", "explain_claim", "read_document", "reader_version"]
