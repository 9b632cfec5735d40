"""A well-formed SVG -> everything in it that could run, fetch, lead elsewhere or move.

A page shows a logo by `img`, where browsers run and fetch nothing, and forbids scripts by its policy. This holds beside
both, for a reader can open the picture at its own address, and a clinic may take it from there to another page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.diagnostics import Code, Diagnostic, Severity, quote
from generator.reading.source_file import NOT_UTF8, SourceFile
from generator.reading.svg_syntax import Name, find_start_tags

UNSAFE_SVG = Code("unsafe-svg", Severity.ERROR, "An SVG holds more than a drawing that stands still.")
CODES: Final = (UNSAFE_SVG,)

SVG_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_XLINK_NAMESPACE: Final = "http://www.w3.org/1999/xlink"
_XML_NAMESPACE: Final = "http://www.w3.org/XML/1998/namespace"

_DRAWING: Final = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"),
        # The soft shadows that drawing programs make. feImage fetches; feTurbulence and lights keep a phone busy.
        *("filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feFuncR", "feFuncG", "feFuncB", "feFuncA"),
        *("feComposite", "feDropShadow", "feFlood", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology"),
        "feOffset",
    }
)
"""Elements of SVG 2 that draw, or say what a drawing is, from what stands in the file alone."""

_EDITORS: Final = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://ns.adobe.com/",
    "http://www.serif.com/",
    "http://www.figma.com/",
    "https://boxy-svg.com",
    "http://xml.openoffice.org/svg/export",
    "http://www.corel.com/",
    "http://schemas.microsoft.com/visio/",
    "adobe:ns:meta/",
)
"""How the namespaces of drawing programs begin. Most real logos carry such notes: layers, guides, who drew it.

No browser gives an element or attribute of them a meaning (SVG 2, section 2.5: unknown elements are not rendered), so
they are left alone. What stands within them is looked at all the same: a script there would run.
"""

_EXPORT: Final = "Export the picture from the drawing program again as plain SVG."

_PROGRAM: Final = ("a program", f"Take it out. {_EXPORT}")
_MOVEMENT: Final = ("a movement", "Take it out: what moves by itself keeps readers from reading.")
_FOREIGN: Final = ("a piece of another document", f"Turn texts into paths. {_EXPORT}")
_PICTURE: Final = ("another picture", "Trace it into shapes, or save the whole as PNG or WebP.")
_REFUSED: Final = {
    **dict.fromkeys(("script", "handler", "listener"), _PROGRAM),
    **dict.fromkeys(("animate", "animatecolor", "animatemotion", "animatetransform", "set", "discard"), _MOVEMENT),
    **dict.fromkeys(("foreignobject", "iframe", "object", "embed"), _FOREIGN),
    **dict.fromkeys(("image", "feimage"), _PICTURE),
    "a": ("a link", "Take the link away and keep what it holds: the page itself gives the logo its link."),
}
"""What is refused, by its name in small letters: what it is, and what to do. All else that is not drawing is too."""
_NO_DRAWING: Final = ("something that is no drawing", _EXPORT)

_PLACE_WITHIN: Final = re.compile(r"#[^\s\"'()<>\\#]+")
_ABOUT_THE_ELEMENT: Final = re.compile(r"id|class|role|lang|data-.*|aria-.*")
"""Attributes that no browser reads as a style. Any other may be one (SVG 2, section 6.2) and do all that styles can."""

_STYLE_FAULTS: Final = (
    (
        re.compile(
            r"@import[^;]*"
            r"|url\((?!\s*([\"']?)#[^\s\"'()<>\\#]+\1\s*\))[^)]*\)?"
            r"|(?<![\w-])(?:-webkit-)?(?:image-set|image|src)\([^)]*\)?",
            re.IGNORECASE,
        ),
        "The styles of this SVG fetch {found}.",
        f"Only places within the picture can be named, such as url(#shape). {_EXPORT}",
    ),
    (
        re.compile(r"expression\s*\(|(?:javascript|vbscript|behavior|-moz-binding)\s*:", re.IGNORECASE),
        "The styles of this SVG start a program: {found}.",
        f"Take it out. {_EXPORT}",
    ),
    (
        re.compile(r"@(?:-\w+-)?keyframes", re.IGNORECASE),
        "The styles of this SVG make it move: {found}.",
        _MOVEMENT[1],
    ),
    (
        re.compile(r"\\"),
        "The styles of this SVG hold a backslash, which can hide what they do.",
        f"Take it out. {_EXPORT}",
    ),
)

_INSTRUCTION: Final = re.compile(r"<\?\s*([^\s?]*).*?(?:\?>|\Z)", re.DOTALL)
_ENCODING: Final = re.compile(r"\sencoding\s*=\s*[\"']([^\"']*)")


@dataclass(frozen=True)
class _Fault:
    """What is wrong at an offset in characters."""

    offset: int
    message: str
    hint: str


def find_instructions(source: SourceFile) -> tuple[Diagnostic, ...]:
    """Find what no parser should see: document types, instructions to programs, and an encoding other than UTF-8."""
    faults = []
    for start in _markup_but_tags(source.text):
        instruction = _INSTRUCTION.match(source.text, start)
        if instruction is None:
            message = "This SVG has a document type, through which it could fetch other files."
            faults.append(_Fault(start, message, f"Delete “<!DOCTYPE …>” whole. {_EXPORT}"))
        elif instruction[1].lower() != "xml":
            shown = quote(f"<?{instruction[1]} …?>")
            message = f"This SVG holds an instruction to programs: {shown}."
            faults.append(_Fault(start, message, f"Delete it. {_EXPORT}"))
        elif (encoding := _ENCODING.search(instruction[0])) and encoding[1].lower() != "utf-8":
            message = f"This SVG says that its encoding is {quote(encoding[1])}."
            where = source.locate(start + encoding.start(1))
            return (Diagnostic(NOT_UTF8, where, message, "Save the file with the encoding UTF-8."),)
    return _locate(source, faults)


def find_unsafe(source: SourceFile, root: Any) -> tuple[Diagnostic, ...]:  # noqa: ANN401 — lxml ships no types
    """Find every element, attribute and style that is no drawing; each sort is told once, at the first place."""
    faults: list[_Fault] = []
    for element, tag in zip(root.iter("*"), find_start_tags(source.text), strict=True):
        faults.extend(_faults_of_element(element, tag.start))
        faults.extend(_faults_of_style(source.text, element, tag.end))
        for (name, value), offset in zip(element.attrib.items(), tag.attributes, strict=True):
            faults.extend(_faults_of_attribute(Name.of(name), value, offset))
    return _locate(source, faults)


def _markup_but_tags(text: str) -> Iterator[int]:
    """List where `<!` and `<?` begin, comments and CDATA left out; in one pass, however broken the text is."""
    at = 0
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
        elif text.startswith("<![CDATA[", at):
            end = text.find("]]>", at)
        elif text.startswith("<?", at):
            yield at
            end = text.find("?>", at)
        else:
            if text.startswith("<!DOCTYPE", at):
                yield at
            end = at
        if end < 0:
            return
        at = max(end, at + 1)


def _locate(source: SourceFile, faults: Iterable[_Fault]) -> tuple[Diagnostic, ...]:
    first = {fault.message: fault for fault in sorted(faults, key=lambda fault: -fault.offset)}
    return tuple(
        Diagnostic(UNSAFE_SVG, source.locate(fault.offset), fault.message, fault.hint)
        for fault in sorted(first.values(), key=lambda fault: fault.offset)
    )


def _is_of_an_editor(name: Name) -> bool:
    return name.namespace.startswith(_EDITORS)


def _faults_of_element(element: Any, offset: int) -> Iterator[_Fault]:  # noqa: ANN401 — lxml ships no types
    name = Name.of(element.tag)
    is_drawing = name.namespace == SVG_NAMESPACE and name.local in _DRAWING
    if not is_drawing and not _is_of_an_editor(name):
        what, hint = _REFUSED.get(name.local.lower(), _NO_DRAWING)
        yield _Fault(offset, f"This SVG holds {what}: {quote(f'<{name.local}>')}.", hint)


def _faults_of_style(text: str, element: Any, start: int) -> Iterator[_Fault]:  # noqa: ANN401 — lxml ships no types
    """Look through a style sheet, and tell what is found where it is written, unless it is written in escapes."""
    if Name.of(element.tag).local.lower() != "style":
        return
    if len(element):
        yield _Fault(start, "The styles of this SVG hold more than text.", f"Delete comments in it. {_EXPORT}")
    written = text[start : text.find("</", start)]
    for pattern, message, hint in _STYLE_FAULTS:
        if found := pattern.search("".join(element.itertext())):
            seen = pattern.search(written)
            yield _Fault(start + (seen.start() if seen else 0), message.format(found=quote(found[0])), hint)


def _faults_of_attribute(name: Name, value: str, offset: int) -> Iterator[_Fault]:
    if name.local.lower() == "href" and name.namespace in {"", _XLINK_NAMESPACE}:
        if not _PLACE_WITHIN.fullmatch(value):
            hint = f"Only places within the picture can be named, such as “#shape”. {_EXPORT}"
            yield _Fault(offset, f"This SVG fetches or links {quote(value)}.", hint)
    elif not name.namespace:
        if name.local.lower().startswith("on"):
            message = f"This SVG starts a program by the attribute {quote(name.local)}."
            yield _Fault(offset, message, f"Take the attribute out. {_EXPORT}")
        elif not _ABOUT_THE_ELEMENT.fullmatch(name.local):
            for pattern, message, hint in _STYLE_FAULTS:
                if found := pattern.search(value):
                    yield _Fault(offset, message.format(found=quote(found[0])), hint)
    elif not _is_harmless(name):
        message = f"This SVG has the attribute {quote(name.local)}, which is no part of a drawing."
        yield _Fault(offset, message, f"Take the attribute out. {_EXPORT}")


def _is_harmless(name: Name) -> bool:
    """Tell whether a browser makes nothing of an attribute, or only what a drawing needs; xml:base moves all links."""
    if name.namespace == _XML_NAMESPACE:
        return name.local in {"space", "lang", "id"}
    return name.namespace == _XLINK_NAMESPACE or _is_of_an_editor(name)
