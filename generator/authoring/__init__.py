"""What helps an author while writing: schemas for editors."""
