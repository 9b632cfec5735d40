"""The site while it is written: at each save the page at hand first, then the others. And what is wrong in the page."""
