"""The content as data: the catalogue with its schema, and medical codes."""
