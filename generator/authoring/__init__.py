"""What helps an author while writing: schemas for editors, new files, repairs, and what a change means for readers."""
