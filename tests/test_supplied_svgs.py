"""An SVG of a clinic is taken where it is a drawing that stands still, and refused in plain words where it is more."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.reading.supplied_files import read_supplied_files
from tests.hostile_svgs import HONEST, HOSTILE, INKSCAPE, XMLNS, svg
from tests.supplied_pictures import taken, told, write_folder

EXPORT = "Export the picture from the drawing program again as plain SVG."
STILL = "Take it out: what moves by itself keeps readers from reading."
WITHIN = f"Only places within the picture can be named, such as “#shape”. {EXPORT}"
STYLES_WITHIN = f"Only places within the picture can be named, such as url(#shape). {EXPORT}"
COPY = "Copy it here again, or export it anew as plain SVG."
AMPERSAND = "Write &amp; for & and &lt; for <."

many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_hostile_svg_is_refused(tmp_path: Path, name: str) -> None:
    files, faults = read_supplied_files(write_folder(tmp_path, {"logo.svg": HOSTILE[name]}), "my-clinic")
    assert (files, {fault.code.name for fault in faults}) == ({}, {"unsafe-svg"})


@pytest.mark.parametrize("name", list(HONEST))
def test_an_honest_logo_is_taken_with_its_size(tmp_path: Path, name: str) -> None:
    content, size = HONEST[name]
    file = taken(write_folder(tmp_path, {"logo.svg": content}))["logo.svg"]
    assert (file.width, file.height, file.content) == (*size, content.encode())


@pytest.mark.parametrize("name", list(HONEST))
def test_an_honest_logo_is_taken_with_the_line_ends_and_the_mark_of_windows(tmp_path: Path, name: str) -> None:
    content = b"\xef\xbb\xbf" + HONEST[name][0].replace("\n", "\r\n").encode()
    assert list(taken(write_folder(tmp_path, {"logo.svg": content}))) == ["logo.svg"]


@pytest.mark.parametrize(
    ("inside", "place", "message", "hint"),
    [
        (
            "<g/><script>alert(1)</script>",
            "2:5",
            "This SVG holds a program: “<script>”.",
            f"Take it out. {EXPORT}",
        ),
        ('<g>\n  <set to="x"/></g>', "3:3", "This SVG holds a movement: “<set>”.", STILL),
        (
            '<a href="#x"/>',
            "2:1",
            "This SVG holds a link: “<a>”.",
            "Take the link away and keep what it holds: the page itself gives the logo its link.",
        ),
        (
            "<foreignObject/>",
            "2:1",
            "This SVG holds a piece of another document: “<foreignObject>”.",
            f"Turn texts into paths. {EXPORT}",
        ),
        (
            "<image/>",
            "2:1",
            "This SVG holds another picture: “<image>”.",
            "Trace it into shapes, or save the whole as PNG or WebP.",
        ),
        ("<blink/>", "2:1", "This SVG holds something that is no drawing: “<blink>”.", EXPORT),
        (
            '<g id="x"\n  onclick="go()"/>',
            "3:3",
            "This SVG starts a program by the attribute “onclick”.",
            f"Take the attribute out. {EXPORT}",
        ),
        ("<use\n href='x.svg#y'/>", "3:2", "This SVG fetches or links “x.svg#y”.", WITHIN),
        (
            '<g xmlns:z="urn:z" z:go="1"/>',
            "2:20",
            "This SVG has the attribute “go”, which is no part of a drawing.",
            f"Take the attribute out. {EXPORT}",
        ),
        (
            "<style>\n g{}\n @import 'x.css';\n</style>",
            "4:2",
            "The styles of this SVG fetch “@import 'x.css'”.",
            STYLES_WITHIN,
        ),
        ("<style>&#64;import 'x'</style>", "2:8", "The styles of this SVG fetch “@import 'x'”.", STYLES_WITHIN),
        ('<g id="ü" fill="url(x.svg#y)"/>', "2:11", "The styles of this SVG fetch “url(x.svg#y)”.", STYLES_WITHIN),
        (
            '<g style="width:expression(1)"/>',
            "2:4",
            "The styles of this SVG start a program: “expression(”.",
            f"Take it out. {EXPORT}",
        ),
        ("<style>@keyframes x{}</style>", "2:8", "The styles of this SVG make it move: “@keyframes”.", STILL),
        (
            "<style>g{fill:\\72}</style>",
            "2:15",
            "The styles of this SVG hold a backslash, which can hide what they do.",
            f"Take it out. {EXPORT}",
        ),
        (
            "<style>g<!-- -->{}</style>",
            "2:8",
            "The styles of this SVG hold more than text.",
            f"Delete comments in it. {EXPORT}",
        ),
        ("<?go now?>", "2:1", "This SVG holds an instruction to programs: “<?go …?>”.", f"Delete it. {EXPORT}"),
    ],
)
def test_what_is_unsafe_is_told_where_it_is(tmp_path: Path, inside: str, place: str, message: str, hint: str) -> None:
    folder = write_folder(tmp_path, {"logo.svg": svg(inside)})
    assert told(folder) == [f"my-clinic/logo.svg:{place}: {message} [unsafe-svg]\n{hint}"]


def test_a_document_type_is_told_where_it_is(tmp_path: Path) -> None:
    content = f'<?xml version="1.0"?>\n  <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n{svg("<g/>")}'
    assert told(write_folder(tmp_path, {"logo.svg": content})) == [
        (
            "my-clinic/logo.svg:2:3: This SVG has a document type, through which it could fetch other files. "
            f"[unsafe-svg]\nDelete “<!DOCTYPE …>” whole. {EXPORT}"
        )
    ]


def test_a_sort_of_fault_is_told_once_at_its_first_place(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"logo.svg": svg("<g/>\n<image/>\n" * 50 + "<script/><image/>")})
    assert [one.split(" ")[0] for one in told(folder)] == ["my-clinic/logo.svg:3:1:", "my-clinic/logo.svg:102:1:"]


def test_attributes_of_editors_move_no_place(tmp_path: Path) -> None:
    inside = "<g i:b='1' id='a' i:a='2' onload='1' xml:space='default' xmlns:i='http://www.inkscape.org/'/>"
    (fault,) = told(write_folder(tmp_path, {"logo.svg": svg(inside)}))
    assert fault.startswith(f"my-clinic/logo.svg:2:{inside.index('onload') + 1}:")


def test_markup_in_comments_and_cdata_moves_no_place(tmp_path: Path) -> None:
    inside = "<!-- <g a='> --><desc><![CDATA[<g> ' \" -->]]></desc><g id='>' xmlns:q='u' class=\"'\"  onload='1'/>"
    (fault,) = told(write_folder(tmp_path, {"logo.svg": svg(inside)}))
    assert fault.startswith(f"my-clinic/logo.svg:2:{inside.index('onload') + 1}:")


@pytest.mark.parametrize(
    ("content", "place", "message", "hint"),
    [
        (f"<svg {XMLNS}>\n<g>", "2:4", "The file ends before the picture does.", COPY),
        (f"<svg {XMLNS}>\n<!-- x", "2:7", "The file ends before the picture does.", COPY),
        (svg("<g></a></g>"), "2:8", "A tag is closed here that is not the one that was opened last.", COPY),
        (
            svg("<g id=x/>"),
            "2:7",
            "The value of an attribute has no quotation marks around it.",
            "Write them.",
        ),
        (svg("<g id/>"), "2:6", "An attribute has no value here.", "Write it, or take the attribute out."),
        (svg("<text>A & B</text>"), "2:10", "The sign & or < stands here as text.", AMPERSAND),
        (svg("<g id='<'/>"), "2:8", "The sign & or < stands here as text.", AMPERSAND),
        (
            svg("<text>&nbsp;</text>"),
            "2:13",
            "A sign is written here in a way that SVG does not know.",
            "Write the sign itself.",
        ),
        (svg("<g id='a' id='b'/>"), "2:17", "An attribute is given twice here.", "Keep one of them."),
        (
            svg("<g id='a'class='b'/>"),
            "2:10",
            "Two attributes stand here without a space between.",
            "Write the space.",
        ),
        (svg("<!-- a -- b -->"), "2:8", "Two hyphens stand inside a comment.", "Delete the comment."),
        (svg("<g/>") + "x", "3:7", "Something stands after the end of the picture.", "Delete all after </svg>."),
        (
            '\n<?xml version="1.0"?>' + svg("<g/>"),
            "2:6",
            "Something stands before the first line, “<?xml …?>”.",
            "Begin the file with that line.",
        ),
        (
            svg("<g inkscape:label='a'/>"),
            "2:22",
            "The start of the file does not say what this prefix means.",
            COPY,
        ),
        (
            svg("<g inkscape:label='a'/><g xmlns:x='relative'/>"),
            "2:22",
            "The start of the file does not say what this prefix means.",
            COPY,
        ),
        (svg("<a:b:c/>"), "2:7", "This cannot be read as SVG: “Failed to parse QName 'a:b:c'”.", COPY),
        (svg("<g>" * 300 + "</g>" * 300), "2:768", "Groups are nested far deeper here than any drawing needs.", COPY),
        (
            "<svg viewBox='0 0 1 1'/>",
            "1:1",
            "This SVG does not say that it is one, and browsers show nothing of it.",
            f"Write {XMLNS} into “<svg …>”.",
        ),
        (
            svg("<g xmlns:a=''/>"),
            "2:14",
            "This cannot be read as SVG: “xmlns:a: Empty XML namespace is not allowed”.",
            COPY,
        ),
    ],
)
def test_broken_markup_is_told_in_plain_words(
    tmp_path: Path, content: str, place: str, message: str, hint: str
) -> None:
    folder = write_folder(tmp_path, {"logo.svg": content})
    assert told(folder) == [f"my-clinic/logo.svg:{place}: {message} [broken-svg]\n{hint}"]


def test_other_xml_is_no_svg(tmp_path: Path) -> None:
    assert told(write_folder(tmp_path, {"logo.svg": '<?xml version="1.0"?>\n<html>x</html>'})) == [
        (
            "my-clinic/logo.svg:2:1: The name of this file says that it is an SVG picture, "
            "but it holds “<html>” in XML. [false-name]\nExport the picture as plain SVG."
        )
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_letters_of_two_or_four_bytes_are_refused(tmp_path: Path, encoding: str) -> None:
    (fault,) = told(write_folder(tmp_path, {"logo.svg": svg("<script/>").encode(encoding)}))
    assert fault.split(" [")[1].split("]")[0] in {"not-utf-8", "control-character"}


def test_an_old_encoding_is_told_at_the_first_letter_that_shows_it(tmp_path: Path) -> None:
    assert told(write_folder(tmp_path, {"logo.svg": svg("<title>Hügel</title>").encode("latin-1")})) == [
        (
            "my-clinic/logo.svg:2:9: The byte 0xfc here is not UTF-8 text. [not-utf-8]\n"
            "Save the file with the encoding UTF-8."
        )
    ]


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-7", "utf-16", ""])
def test_an_encoding_that_is_only_said_is_refused(tmp_path: Path, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{svg("<g/>")}'
    assert told(write_folder(tmp_path, {"logo.svg": content})) == [
        (
            f"my-clinic/logo.svg:1:31: This SVG says that its encoding is “{encoding}”. [not-utf-8]\n"
            "Save the file with the encoding UTF-8."
        )
    ]


def test_an_encoding_that_is_said_late_is_seen_too(tmp_path: Path) -> None:
    content = f'<?xml version="1.0" {" " * 500}encoding="UTF-7"?>{svg("<g/>")}'
    (fault,) = told(write_folder(tmp_path, {"logo.svg": content}))
    assert fault.startswith("my-clinic/logo.svg:1:531: This SVG says that its encoding is “UTF-7”.")


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20"', (30, 20)),
        ('width="30px" height="20PX"', (30, 20)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="30" height="20" viewBox="0 0 300 200"', (30, 20)),
        ('width="30" viewBox="0 0 300 200"', (300, 200)),
        ('width="100%" height="100%" viewBox="0,0, 300 , 200"', (300, 200)),
        ('viewBox="-5 -5 0.5 .25"', (1, 1)),
    ],
)
def test_the_size_is_the_one_that_a_browser_shows(tmp_path: Path, attributes: str, size: tuple[int, int]) -> None:
    file = taken(write_folder(tmp_path, {"logo.svg": f"<svg {XMLNS} {attributes}/>"}))["logo.svg"]
    assert (file.width, file.height) == size


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'width="30"',
        'width="0" height="0"',
        'width="50%" height="5em"',
        'viewBox="0 0 300"',
        'viewBox="0 0 -300 200"',
        'viewBox="0 0 nan inf"',
        'viewBox="0 0 1e999 1e999"',
    ],
)
def test_an_svg_without_a_size_is_refused(tmp_path: Path, attributes: str) -> None:
    assert told(write_folder(tmp_path, {"logo.svg": f"<!-- x -->\n <svg {XMLNS} {attributes}/>"})) == [
        (
            "my-clinic/logo.svg:2:2: This SVG does not say how wide and high it is. [svg-without-size]\n"
            'Write viewBox="0 0 width height" into “<svg …>”, or export the picture again with it.'
        )
    ]


@pytest.mark.parametrize(
    "piece", ["<!--", "<![CDATA[", "<?", "<!DOCTYPE", '<a "', "<g>", '<g a="', "url(", "@import", "1", " "]
)
def test_no_repetition_makes_the_reader_slow(tmp_path: Path, piece: str) -> None:
    repeated = piece * (49_000 // len(piece))
    contents = [
        *(svg(repeated), svg(f"<style>{repeated.replace('<', '')}</style>"), f"<svg {repeated}"),
        f"<svg {XMLNS} width='{repeated.replace('<', '')}x' height='1' viewBox='0{repeated.replace('<', '')}0'/>",
    ]
    folder = write_folder(tmp_path, {f"{place}.svg": content for place, content in enumerate(contents)})
    started = time.process_time()
    read_supplied_files(folder, "my-clinic")
    assert time.process_time() - started < 2


PIECES = [
    *("<g>", "</g>", "<g/>", "<script/>", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE", ">", "<", "&"),
    *("<style>", "</style>", "url(", "#x)", " onload='", "'", '"', " href=", "=", " xmlns:a='", " xmlns='", "a:", "/"),
    *("<desc>", "</desc>", "&lt;", "&#x3c;", "\n", " ", "\\", "@import", "ü", "x"),
]


@many
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), at=st.integers(0, len(INKSCAPE)))
def test_no_pieces_of_markup_crash_the_reader_or_let_a_program_in(tmp_path: Path, pieces: list[str], at: int) -> None:
    sound = svg("".join(pieces))
    for content in (sound, INKSCAPE[:at] + "".join(pieces) + INKSCAPE[at:]):
        files, faults = read_supplied_files(write_folder(tmp_path, {"logo.svg": content}), "my-clinic")
        assert bool(files) != bool(faults)
        assert all(fault.message.isprintable() and len(fault.message) < 200 and fault.hint for fault in faults)
