"""The kinds of content, one module each. A new module here is a new kind; nothing else changes."""
