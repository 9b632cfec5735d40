"""All pictures of a project on one sheet, and some of them as others see them. For looking at, not for publishing."""
