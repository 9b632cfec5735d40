"""The pages for contributors."""
