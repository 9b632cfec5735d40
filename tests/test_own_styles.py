"""What a clinic's own styles may name and set, before any browser looks at a page."""

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapting.allowed_styles import AROUND, PARTS, PROPERTIES, VARIABLES
from generator.adapting.own_styles import MOST_WIDTHS, check_own_styles, widths_named_in
from generator.model.safety_parts import SAFETY_PARTS
from generator.reading.source_file import SourceFile
from tests.shown_pages import ROOT

PATH: Final = "clinic/overlay/styles.css"


def told(text: str) -> list[tuple[str, str]]:
    """Check a style sheet, and give the place and the code of each fault."""
    found = check_own_styles(SourceFile(PATH, text))
    return [(f"{one.location.line}:{one.location.column}", one.code.name) for one in found]


HONEST: Final = """\
/* Ours */
.md-header { border-bottom: 4px solid var(--accent); padding: 0.5rem 1rem }
.md-typeset h1, .md-typeset h2 { font-weight: 800; color: #7a2048 }
.brand__logo { max-width: 9rem }
.cards > ul > li { border-radius: 1rem; background-color: color-mix(in srgb, var(--paper), #7a2048 8%) }
.md-tabs a:hover { text-decoration: underline; text-underline-offset: -2px; color: hsl(330deg 58% 30%) }
[data-md-color-scheme="slate"] .md-typeset h1 { color: #f0a6c3; letter-spacing: -0.01em }
.md-footer .footer__sections li:last-child a { border-color: #7a2048 !important }
@media screen and (min-width: 720px) { .lead { font-size: 1.2rem; line-height: 1.5 } }
@media print { .md-typeset h2 { margin-top: 0 } }
"""


def test_spaces_borders_colours_and_letters_of_the_named_parts_can_be_set() -> None:
    assert told(HONEST) == []


def test_each_fault_has_its_place() -> None:
    assert told("h1 { color: red;\n  opacity: 0 }\n\n.lead { max-width: calc(1px) }") == [
        ("2:3", "style-property"),
        ("4:20", "style-value"),
    ]


@pytest.mark.parametrize("value", ["url(x.png)", 'url("x")', "\\75rl(x)", "URL(x)", "color-mix(in srgb, url(x), red)"])
def test_nothing_is_fetched(value: str) -> None:
    assert [code for _, code in told(f".lead {{ background-color: {value} }}")] == ["style-value"]


@pytest.mark.parametrize("value", ["-1px", "calc(0px - 9px)", "var(--x, -9px)", "min(-1px, 2px)", "1px -2px", "9vw"])
def test_nothing_is_moved_over_another_thing(value: str) -> None:
    assert [code for _, code in told(f".lead {{ margin: {value} }}")] == ["style-value"]


@pytest.mark.parametrize(
    "name",
    ["POSITION", "z-index", "-webkit-mask", "display", "float", "animation-name", "zoom", "--accent", "background"],
)
def test_what_covers_moves_or_hides_is_not_let_through(name: str) -> None:
    assert [code for _, code in told(f".lead {{ {name}: 1 }}")] == ["style-property"]


@pytest.mark.parametrize("name", ["padding", "border-width", "font-size", "letter-spacing"])
def test_what_shows_only_under_the_pointer_moves_nothing(name: str) -> None:
    assert told(f".md-header:hover {{ {name}: 1px }}") == [("1:20", "style-property")]


@pytest.mark.parametrize("part", SAFETY_PARTS)
def test_no_part_that_keeps_readers_safe_can_be_named(part: str) -> None:
    for selector in (part, f"h1 {part}", f"{part} a", f"h1, {part}", f"h1:not({part})", f"{part} > .lead"):
        assert [code for _, code in told(f"{selector} {{ color: #123 }}")] == ["style-part"], selector


@pytest.mark.parametrize(
    "selector",
    [
        *("p", "a", "article", "main", "body", "*", ":root", ".md-typeset", '[class*="emerg"]', "h1::after", "h1 *"),
        *(
            "h2 + p",
            "h2 ~ div",
            "h1:has(a)",
            ".\\65 mergency",
            "h1#id",
            "div h1",
            ".lead.stop",
            "H2 x",
            "h1,",
            "h1 ||p",
        ),
        *(".cards:hover:focus", ".cards :is(p)", '[data-md-color-scheme="slate"]', ".footer__sections .md-typeset"),
    ],
)
def test_no_other_selector_is_let_through(selector: str) -> None:
    assert [code for _, code in told(f"{selector} {{ color: #123 }}")] == ["style-part"]


@pytest.mark.parametrize(
    "rule",
    [
        *('@import "x.css";', "@font-face { src: url(x) }", "@layer x { h1 { color: red } }", "@media { a { b: c } }"),
        *("@media (hover: none) { h1 { color: red } }", "@media (width: 7px) { h1 { color: red } }"),
        *("@media not print { h1 { color: red } }", "@media (min-width: 3em) { h1 { color: red } }"),
        *("@media (max-width: 200px) { h1 { color: red } }", "@media (min-width: 9000px) { h1 { color: red } }"),
        *("@media print { @media screen { h1 { color: red } } }", "h1 { & a { color: red } }", "@charset 'latin-1';"),
    ],
)
def test_no_other_rule_is_let_through(rule: str) -> None:
    assert told(rule)


def test_more_widths_than_can_be_looked_at_are_told() -> None:
    rules = "".join(f"@media (max-width: {600 + width}px) {{ .lead {{ color: #123 }} }}\n" for width in range(5))
    assert told(rules) == [(f"{MOST_WIDTHS + 1}:1", "style-rule")]


def test_widths_are_found_however_they_are_written() -> None:
    text = "@media (MIN-WIDTH/**/: 600px) {} @media print and (m\\61x-width:700.5PX) {}"
    assert widths_named_in(SourceFile(PATH, text)) == {600, 700}


@pytest.mark.parametrize("text", ["(" * 20_000, "h1{" * 9_000, "h1{color:" + "rgb(" * 9_000, "@media(" * 5_000])
def test_no_depth_of_brackets_overwhelms_it(text: str) -> None:
    assert told(text)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    told(text)


PIECES: Final = [*"{}()[]:;,.#@&+~>*\\\"'/-!", "h1", "--x", "url(", "@media", "not", "1px", " ", "/*", "*/", "color"]


@given(st.lists(st.sampled_from(PIECES)))
def test_no_piece_of_css_makes_it_fail(pieces: list[str]) -> None:
    told("".join(pieces))


@given(st.lists(st.sampled_from([*SAFETY_PARTS, *PARTS, *AROUND, " ", " > ", ", ", ":hover", ":not(", ")", "*"])))
def test_no_selector_that_is_let_through_names_a_safety_part(pieces: list[str]) -> None:
    selector = "".join(pieces)
    if not told(f"{selector} {{ color: #123 }}"):
        names = set(re.findall(r"[.#]?[\w-]+", selector))
        assert not names & {f".{name}" for part in SAFETY_PARTS for name in re.findall(r"\.([\w-]+)", part)}


def test_the_theme_has_every_part_and_every_colour_that_can_be_named() -> None:
    theme = [*(ROOT / "site_overrides").rglob("*"), *(ROOT / "generator/templates").glob("*.j2")]
    text = "".join(path.read_text(encoding="utf-8") for path in theme if path.suffix in {".html", ".j2", ".css"})
    for part in PARTS:
        assert not part.startswith(".") or re.search(rf"class=\"[^\"]*\b{part[1:]}\b|{{ {part} }}", text), part
    assert [name for name in VARIABLES if f"{name}: #" not in text] == []


def test_what_is_let_through_is_spelt_as_css_spells_it() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in PROPERTIES)


def test_every_class_that_keeps_readers_safe_is_in_the_theme() -> None:
    written = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("site_overrides", "generator")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".html", ".j2", ".css", ".py", ".js"} and path.name != "safety_parts.py"
    )
    classes = {name for part in SAFETY_PARTS for name in re.findall(r"\.([\w-]+)", part)}
    assert {name for name in classes if not re.search(rf"\b{name}\b", written)} == set()
