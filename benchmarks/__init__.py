"""How fast the compiler is: synthetic content as dense as the real one, measured beside stock Material and Zensical."""
