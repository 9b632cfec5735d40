"""The bytes of an SVG -> its size, or what keeps a page from showing it."""

import re
from typing import Any, Final

from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.reading import svg_safety, svg_syntax
from generator.reading.file_format import FALSE_NAME, FileFormat, Size, false_name
from generator.reading.source_file import SourceFile, decode_source
from generator.reading.svg_safety import SVG_NAMESPACE, find_instructions, find_unsafe
from generator.reading.svg_syntax import BROKEN_SVG, Name, find_start_tags, parse_svg

SVG_WITHOUT_SIZE = Code("svg-without-size", Severity.ERROR, "An SVG does not say how wide and high it is.")
CODES: Final = (*svg_syntax.CODES, *svg_safety.CODES, SVG_WITHOUT_SIZE)

_LARGEST_SIDE: Final = 1_000_000
"""Units. A drawing of 1 m in the hundredths of a millimetre that drawing programs use has 100,000."""

_PIXELS: Final = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
"""Of CSS in one unit (CSS Values 4, section 6.2)."""

_NUMBER: Final = r"\+?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?"
_LENGTH: Final = re.compile(rf"\s*({_NUMBER})({'|'.join(_PIXELS)})\s*", re.IGNORECASE)
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def vet_svg(path: str, content: bytes) -> tuple[Size | None, tuple[Diagnostic, ...]]:
    """Read an SVG, and refuse what is more than a drawing that stands still; the size is None where it is refused."""
    # Drawing programs write a byte order mark, which browsers skip; nobody who draws could take it out.
    source = decode_source(path, content.removeprefix(_BYTE_ORDER_MARK), FileFormat.SVG.largest_bytes)
    if isinstance(source, Diagnostic):
        is_svg_in_letters_of_any_width = b"<svg" in content.replace(b"\0", b"")
        return None, (source if is_svg_in_letters_of_any_width else false_name(path, FileFormat.SVG, None),)
    if not source.text.lstrip().startswith("<"):
        return None, (false_name(path, FileFormat.SVG, None),)
    if faults := find_instructions(source):
        return None, faults
    root = parse_svg(source)
    if isinstance(root, Diagnostic):
        return None, (root,)
    if fault := _find_other_root(source, root):
        return None, (fault,)
    if faults := find_unsafe(source, root):
        return None, faults
    size = _measure(root)
    return size, () if size else (_without_size(source),)


def _find_other_root(source: SourceFile, root: Any) -> Diagnostic | None:  # noqa: ANN401 — lxml ships no types
    name = Name.of(root.tag)
    if name == (SVG_NAMESPACE, "svg"):
        return None
    if name.local == "svg":
        message = "This SVG does not say that it is one, and browsers show nothing of it."
        return Diagnostic(BROKEN_SVG, _place_of_root(source), message, f'Write xmlns="{SVG_NAMESPACE}" into “<svg …>”.')
    found = f"{quote(f'<{name.local}>')} in XML"
    message = f"The name of this file says that it is {FileFormat.SVG.with_article}, but it holds {found}."
    return Diagnostic(FALSE_NAME, _place_of_root(source), message, "Export the picture as plain SVG.")


def _without_size(source: SourceFile) -> Diagnostic:
    message = "This SVG does not say how wide and high it is."
    hint = 'Write viewBox="0 0 width height" into “<svg …>”, or export the picture again with it.'
    return Diagnostic(SVG_WITHOUT_SIZE, _place_of_root(source), message, hint)


def _place_of_root(source: SourceFile) -> Location:
    return source.locate(next(find_start_tags(source.text)).start)


def _measure(root: Any) -> Size | None:  # noqa: ANN401 — lxml ships no types
    """Find the size at which a browser shows a picture of its own accord: width and height, or else its viewBox."""
    for sides in ((root.get("width", ""), root.get("height", "")), _sides_of_view_box(root.get("viewBox", ""))):
        width, height = (_pixels(side) for side in sides)
        if width and height:
            return Size(width, height)
    return None


def _sides_of_view_box(written: str) -> tuple[str, str]:
    numbers = re.split(r"\s*,\s*|\s+", written.strip())
    return (numbers[2], numbers[3]) if len(numbers) == 4 else ("", "")  # noqa: PLR2004 — left, top, width, height


def _pixels(written: str) -> int | None:
    found = _LENGTH.fullmatch(written)
    if found is None:
        return None
    pixels = float(found[1]) * _PIXELS[found[2].lower()]
    return max(1, round(pixels)) if 0 < pixels <= _LARGEST_SIDE else None
