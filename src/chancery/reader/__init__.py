"""The reader: from a text layer to claims with evidence. It stores nothing and knows no other document."""

from chancery.reader.pipeline import READER, read_document, reader_version

__all__ = ["READER", "read_document", "reader_version"]
