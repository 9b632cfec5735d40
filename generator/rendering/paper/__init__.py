"""What goes onto paper and cards: handouts, their layouts, and the short addresses on them."""
