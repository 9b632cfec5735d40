"""Pictures on a page: each brought in from its file with `use`, with its words, and with what a reader can switch.

The files hold no text that a reader needs: title and description stand in the page itself. An SVG brought in with
`use` inherits the page's custom properties, which an `img` would not: so it follows the palette and the skin tone.
It is named by `xlink:href`, which browsers take as they do `href`: Zensical 0.0.73 changes every `href` of raw HTML, as
if it led from the Markdown file and not from the built page.
"""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from generator.drawing.picture import Picture
from generator.drawing.routine_pictures import Strip
from generator.linking.address import Address

_STEPS_FILE: Final = "steps.svg"

SKIN_TONES: Final = ("Lightest", "Light", "Medium", "Dark", "Darkest")
"""The skin tones that a reader or clinic chooses among; their colours are in pictures.css."""


def show_pictures(pictures: Sequence[Picture], here: Address, skin_tone: int) -> Markup:
    """Show pictures in one block of HTML without a blank line, which Markdown leaves alone."""
    if not pictures:
        return Markup("")
    figures = Markup("").join(_figure(picture, _root(here)) for picture in pictures)
    names = any(picture.names for picture in pictures)
    return Markup('<div class="pictures">{}{}</div>').format(figures, show_settings(skin_tone, names=names))


def show_step(strip: Strip, place: int) -> Markup:
    """Show the picture of a routine's step, counted from 1, on the page that the file of its steps lies beside.

    The number, name and side of the step stand beside the picture: what it says of itself does not repeat them.
    """
    step = strip.steps[place - 1]
    return Markup('<svg role="img" aria-label="{}"><use xlink:href="{}#s{}"/></svg>').format(
        step.words, _STEPS_FILE, step.number
    )


def address_of_steps(here: Address) -> str:
    """Name the file of a routine's steps: in the folder of its page, for a long address would stand there at each."""
    return f"{here.url}{_STEPS_FILE}"


def _figure(picture: Picture, root: str) -> Markup:
    return Markup(
        '<figure class="picture"><svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">'
        '<title>{title}</title><desc>{description}</desc><use xlink:href="{root}{path}#picture"/></svg>'
        "<figcaption>{caption}</figcaption>{layers}</figure>"
    ).format(
        width=picture.width,
        height=picture.height,
        title=picture.title,
        description=picture.description,
        root=root,
        path=picture.path,
        caption=picture.caption,
        layers=_layers(picture),
    )


def _layers(picture: Picture) -> Markup:
    if not picture.layers:
        return Markup("")
    boxes = Markup("").join(
        Markup('<label><input type="checkbox" name="{}"{}>{}</label>').format(
            key, Markup(" checked") if is_on else "", words
        )
        for key, words, is_on in picture.layers
    )
    return Markup('<fieldset class="layers"><legend>Show also</legend>{}</fieldset>').format(boxes)


def show_settings(skin_tone: int, *, names: bool) -> Markup:
    """Let readers choose how pictures look. Each page with a picture has this once: the tones follow its state."""
    tones = Markup("").join(
        Markup('<label><input type="radio" name="skin-tone" value="{0}"{1}>{2}</label>').format(
            number, Markup(" checked") if number == skin_tone else "", words
        )
        for number, words in enumerate(SKIN_TONES, 1)
    )
    switch = Markup('<label><input type="checkbox" name="picture-names" checked>Names beside the pictures</label>')
    return Markup(
        '<details class="folded picture-settings"><summary>Change how pictures look</summary>'
        "<fieldset><legend>Skin tone</legend>{}</fieldset>{}</details>"
    ).format(tones, switch if names else "")


def _root(here: Address) -> str:
    """The way from a built page to the root of the site."""
    return "../" * here.url.count("/")
