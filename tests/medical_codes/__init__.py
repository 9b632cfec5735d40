"""What public lists say of the codes in our content."""
