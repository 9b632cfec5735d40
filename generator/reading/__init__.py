"""Files -> data with positions. The only stage that reads files."""

from generator.reading.project import CODES, Content, read_content

__all__ = ["CODES", "Content", "read_content"]
