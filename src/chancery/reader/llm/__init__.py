"""The second reader: a language model proposes, and only what stands in the text is taken."""

from chancery.reader.llm.asking import Ask, Question
from chancery.reader.llm.reading import READER, read_with_model, version_with

__all__ = ["READER", "Ask", "Question", "read_with_model", "version_with"]
