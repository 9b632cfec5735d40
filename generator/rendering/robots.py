"""What crawlers are told: that they may read everything, and where the map of the site is."""

from typing import Final
from urllib.parse import urlsplit

from generator.linking.site import Site
from generator.rendering.output_file import OutputFile

ROBOTS_FILE: Final = "robots.txt"


def render_robots(site: Site) -> OutputFile:
    """Write robots.txt (RFC 9309). It names the map by its whole address, where somebody said where the site is."""
    lines = ["User-agent: *", "Allow: /"]
    if urlsplit(site.url).netloc:
        lines.append(f"Sitemap: {site.url}sitemap.xml")
    return OutputFile(ROBOTS_FILE, "\n".join(lines) + "\n")
