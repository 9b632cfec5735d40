"""The linked site -> files of Markdown, and sheets to typeset. No reading, no writing."""

from generator.rendering.output_file import AssetFile, OutputFile
from generator.rendering.paper.sheet import Sheet
from generator.rendering.render import Rendered, render_pages_at, render_site

__all__ = ["AssetFile", "OutputFile", "Rendered", "Sheet", "render_pages_at", "render_site"]
