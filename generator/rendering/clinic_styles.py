"""A clinic's colours and letters as a style sheet, which stands right behind tokens.css, whose values it replaces."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.clinic_copy import ClinicCopy, SchemeColours
from generator.rendering.output_file import OutputFile

BRAND_STYLES: Final = "assets/styles/brand.css"
OWN_STYLES: Final = "assets/styles/own.css"
"""What the clinic wrote itself: behind all other styles, and in a file of its own, to look at pages without it."""

_FACES: Final[Mapping[str, tuple[str, str]]] = {
    "regular": ("400", "normal"),
    "bold": ("700", "normal"),
    "italic": ("400", "italic"),
    "bold_italic": ("700", "italic"),
}
_OTHER_WEIGHTS: Final = "200 900"
"""Of a file that stands alone: a variable font has them all, and of another a browser thickens the letters."""


def render_clinic_styles(copy: ClinicCopy) -> Iterator[OutputFile]:
    """Write the style sheets of a clinic's copy."""
    rules = [*_faces(copy)]
    if copy.light is not None:
        rules.append(_scheme(':root,\n[data-md-color-scheme="default"]', copy.light))
    if copy.dark is not None:
        tile = "  --tile: var(--accent-wash);\n  --on-tile: var(--accent-strong);\n"
        rules.append(_scheme('[data-md-color-scheme="slate"]', copy.dark, tile))
        without_scripts = _scheme(".no-js body:not([data-md-color-media])", copy.dark, tile)
        rules.append(f"@media (prefers-color-scheme: dark) {{\n{without_scripts}}}\n")
    if rules:
        yield OutputFile(BRAND_STYLES, "\n".join(rules))
    if copy.styles is not None:
        yield OutputFile(OWN_STYLES, copy.styles.text)


def _scheme(selector: str, colours: SchemeColours, more: str = "") -> str:
    return (
        f"{selector} {{\n"
        f"  --accent: {colours.accent};\n"
        f"  --accent-strong: {colours.accent_strong};\n"
        f"  --on-accent: {colours.on_accent};\n"
        f"  --accent-wash: {colours.accent_wash};\n{more}}}\n"
    )


def _faces(copy: ClinicCopy) -> Iterator[str]:
    fonts = copy.clinic.fonts
    if fonts is None:
        return
    for field, path in copy.fonts.items():
        weight, style = _FACES[field]
        heavier = "bold" if field == "regular" else "bold_italic"
        stands_alone = field in {"regular", "italic"} and heavier not in copy.fonts
        yield (
            f'@font-face {{\n  font-family: "{fonts.name}";\n'
            f"  font-weight: {_OTHER_WEIGHTS if stands_alone else weight};\n  font-style: {style};\n"
            f'  font-display: optional;\n  src: url("../../{path}") format("woff2");\n}}\n'
        )
    family = f'"{fonts.name}", "Atkinson Hyperlegible Next", Verdana, sans-serif'
    yield f":root,\n[data-md-color-scheme] {{\n  --md-text-font-family: {family};\n}}\n"
