"""The text of an SVG -> its elements, each with its place and those of its attributes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from lxml import etree

from generator.diagnostics import Code, Diagnostic, Severity, quote
from generator.reading.source_file import SourceFile

BROKEN_SVG = Code("broken-svg", Severity.ERROR, "An SVG cannot be read: its markup is broken.")
CODES: Final = (BROKEN_SVG,)

_EXPORT: Final = "Copy it here again, or export it anew as plain SVG."

_NOT_CLOSED: Final = ("The file ends before the picture does.", _EXPORT)
_TAGS_CROSS: Final = ("A tag is closed here that is not the one that was opened last.", _EXPORT)
_NO_QUOTES: Final = ("The value of an attribute has no quotation marks around it.", "Write them.")
_AMPERSAND: Final = ("The sign & or < stands here as text.", "Write &amp; for & and &lt; for <.")
_NO_SUCH_SIGN: Final = ("A sign is written here in a way that SVG does not know.", "Write the sign itself.")
_TWICE: Final = ("An attribute is given twice here.", "Keep one of them.")

_PLAIN_WORDS: Final = {
    etree.ErrorTypes.ERR_DOCUMENT_END: ("Something stands after the end of the picture.", "Delete all after </svg>."),
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: _NOT_CLOSED,
    etree.ErrorTypes.ERR_COMMENT_NOT_FINISHED: _NOT_CLOSED,
    etree.ErrorTypes.ERR_CDATA_NOT_FINISHED: _NOT_CLOSED,
    etree.ErrorTypes.ERR_ATTRIBUTE_NOT_FINISHED: _NOT_CLOSED,
    etree.ErrorTypes.ERR_GT_REQUIRED: _NOT_CLOSED,
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: _TAGS_CROSS,
    etree.ErrorTypes.ERR_LTSLASH_REQUIRED: _TAGS_CROSS,
    etree.ErrorTypes.ERR_ATTRIBUTE_NOT_STARTED: _NO_QUOTES,
    etree.ErrorTypes.ERR_ATTRIBUTE_WITHOUT_VALUE: (
        "An attribute has no value here.",
        "Write it, or take the attribute out.",
    ),
    etree.ErrorTypes.ERR_LT_IN_ATTRIBUTE: _AMPERSAND,
    etree.ErrorTypes.ERR_NAME_REQUIRED: _AMPERSAND,
    etree.ErrorTypes.ERR_ENTITYREF_SEMICOL_MISSING: _AMPERSAND,
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: _NO_SUCH_SIGN,
    etree.ErrorTypes.ERR_INVALID_CHAR: _NO_SUCH_SIGN,
    etree.ErrorTypes.ERR_INVALID_CHARREF: _NO_SUCH_SIGN,
    etree.ErrorTypes.ERR_INVALID_HEX_CHARREF: _NO_SUCH_SIGN,
    etree.ErrorTypes.ERR_INVALID_DEC_CHARREF: _NO_SUCH_SIGN,
    etree.ErrorTypes.ERR_ATTRIBUTE_REDEFINED: _TWICE,
    etree.ErrorTypes.NS_ERR_ATTRIBUTE_REDEFINED: _TWICE,
    etree.ErrorTypes.ERR_SPACE_REQUIRED: ("Two attributes stand here without a space between.", "Write the space."),
    etree.ErrorTypes.ERR_HYPHEN_IN_COMMENT: ("Two hyphens stand inside a comment.", "Delete the comment."),
    etree.ErrorTypes.ERR_RESERVED_XML_NAME: (
        "Something stands before the first line, “<?xml …?>”.",
        "Begin the file with that line.",
    ),
    etree.ErrorTypes.ERR_RESOURCE_LIMIT: ("Groups are nested far deeper here than any drawing needs.", _EXPORT),
    etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE: (
        "The start of the file does not say what this prefix means.",
        _EXPORT,
    ),
}
"""libxml2's faults (https://gnome.pages.gitlab.gnome.org/libxml2/html/xmlerror_8h.html) in our words."""

_PLACE_IN_MESSAGE: Final = re.compile(r"\s*, line \d+, column \d+$")

_MARKUP: Final = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|</|<((?:[^<>\"']++|\"[^\"]*\"|'[^']*')*+)>", re.DOTALL
)
_ATTRIBUTE: Final = re.compile(r"([^\s=/\"']+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class Name(NamedTuple):
    """The name of an element or attribute: its namespace, "" where it has none, and its name in there."""

    namespace: str
    local: str

    @classmethod
    def of(cls, written: str) -> "Name":
        """Take apart a name as lxml writes it, {namespace}local."""
        namespace, _, local = written.rpartition("}")
        return cls(namespace.removeprefix("{"), local)


@dataclass(frozen=True)
class StartTag:
    """Offsets in characters: of the start and end of a tag, and of each attribute but those that declare namespaces."""

    start: int
    end: int
    attributes: tuple[int, ...]


def parse_svg(source: SourceFile) -> Any | Diagnostic:  # noqa: ANN401 — lxml ships no types
    """Parse well-formed XML without a document type into lxml's root element; nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(source.text.encode(), parser)
    except etree.XMLSyntaxError as fault:
        return _explain_syntax_fault(source, fault.code, fault.position, str(fault.msg))
    # lxml 6.1 lets a prefix without a meaning pass where libxml2 warned of something else after it; browsers do not.
    for passed in parser.error_log.filter_from_errors():
        return _explain_syntax_fault(source, passed.type, (passed.line, passed.column), passed.message)
    return root


def find_start_tags(text: str) -> Iterator[StartTag]:
    """List the tags that open the elements of well-formed XML, in the order of the elements.

    lxml tells the line of an element and no column, and nothing of attributes.
    """
    for markup in _MARKUP.finditer(text):
        if markup[1] is not None:
            found = _ATTRIBUTE.finditer(text, markup.start(), markup.end())
            attributes = (one.start() for one in found if one[1] != "xmlns" and not one[1].startswith("xmlns:"))
            yield StartTag(markup.start(), markup.end(), tuple(attributes))


def _explain_syntax_fault(source: SourceFile, code: int, position: tuple[int, int], said: str) -> Diagnostic:
    line, column = position
    where = source.locate(source.offset_of_line(line) + column - 1)
    quoted = quote(_PLACE_IN_MESSAGE.sub("", said))
    message, hint = _PLAIN_WORDS.get(code, (f"This cannot be read as SVG: {quoted}.", _EXPORT))
    return Diagnostic(BROKEN_SVG, where, message, hint)
