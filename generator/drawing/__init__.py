"""The linked site -> its pictures, as SVG. Every one is drawn from what the content says; none is kept by hand."""

from generator.drawing.draw import Drawings, draw_site

__all__ = ["Drawings", "draw_site"]
