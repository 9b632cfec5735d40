"""The vocabulary of schema.org, and what holds our JSON-LD against it."""
