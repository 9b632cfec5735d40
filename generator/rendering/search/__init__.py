"""What readers search in: the files that the search in the browser reads, and all names from A to Z."""
