"""The linked site -> files of Markdown. No reading, no writing."""

from generator.rendering.output_file import OutputFile
from generator.rendering.render import render_site

__all__ = ["OutputFile", "render_site"]
