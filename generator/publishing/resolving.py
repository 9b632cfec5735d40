"""Where a link on a built page leads."""

import posixpath
from urllib.parse import unquote, urlsplit


def resolve(link: str, url: str, base_path: str) -> tuple[str | None, str]:
    """Turn a link on a page into a path below the site, or None where it leads elsewhere; and its anchor."""
    if link.startswith("#"):
        return url, unquote(link[1:])
    try:
        parts = urlsplit(link)
    except ValueError:
        return link, ""
    if parts.scheme or parts.netloc:
        return None, ""
    path = unquote(parts.path)
    if not path:
        return url, unquote(parts.fragment)
    folder = base_path + (url if url.endswith("/") or not url else posixpath.dirname(url) + "/")
    whole = posixpath.normpath(posixpath.join(folder, path))
    if not f"{whole}/".startswith(base_path):
        return whole, ""
    target = f"{whole}/".removeprefix(base_path).rstrip("/")
    if target and (path.endswith("/") or posixpath.basename(path) in {".", ".."}):
        target += "/"
    return target, unquote(parts.fragment)
