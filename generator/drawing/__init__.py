"""The linked site -> its pictures, as SVG. Every one is drawn from what the content says; none is kept by hand.

Lengths are in units of a picture, one of which is a pixel on a phone; `_MM` in a name tells of millimetres of the body.
"""

from generator.drawing.draw import Drawings, draw_site

__all__ = ["Drawings", "draw_site"]
