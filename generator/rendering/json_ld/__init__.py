"""What pages say to machines: JSON-LD in the vocabulary of schema.org."""
