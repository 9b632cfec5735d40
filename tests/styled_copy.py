"""A clinic's copy with all that a clinic may bring, styles of its own among it, for tests that look at it built."""

import io
from pathlib import Path
from typing import Final

from PIL import Image

from tests.projects import CLINIC, SIGNED, Files, write_clinic
from tests.shown_pages import ROOT
from tests.things import caution, thing
from tests.whole_projects import write_whole_project

SOUND: Final = ".brand__name { letter-spacing: 0.02em; }\n"

_PICTURE: Final = io.BytesIO()
Image.new("RGB", (100, 40), "#7a2048").save(_PICTURE, "PNG")
_HILLSIDE: Final = ROOT / "brands/hillside"
_BRAND: Final = """\
phone: "020 7946 0000"
address: [14 Orchard Rise]
booking: https://hillside.example/book
hours: ["Monday: 8 am to 6 pm"]
footer: Ask us.
show: {kinds: [techniques, routines]}
logo: {light: logo.svg, dark: logo-dark.svg}
colours:
  light: {accent: "#6b2a5b"}
  dark: {accent: "#e3a8d2"}
"""
_OUR_RUB: Final = thing("techniques", "our-rub", summary="Ours.", cautions=["stop-if-pain"])
_FOLDER: Final[Files] = {
    "clinic.yml": CLINIC + _BRAND,
    **{name: (_HILLSIDE / name).read_text(encoding="utf-8") for name in ("logo.svg", "logo-dark.svg")},
    "overlay/styles.css": SOUND,
    "overlay/notes/rub.yml": f"thing: arch-rub\ntext: We show you.\n{SIGNED}",
    "overlay/wordings/rub.yml": f"thing: arch-rub\nfield: steps 1\ntext: Stroke slowly along the foot.\n{SIGNED}",
    "overlay/techniques/our-rub.yml": _OUR_RUB["content/techniques/our-rub.yml"],
    "overlay/pictures/chair.yml": f"thing: arch-rub\nfile: chair.png\nalt: Our chair.\n{SIGNED}",
    "overlay/pictures/chair.png": _PICTURE.getvalue(),
}
_CAUTIONS: Final = {
    **caution("clot", "absolute", ["massage"], red_flags=[{"sign": "You cannot breathe.", "urgency": "emergency"}]),
    **caution("thinners", "ask-first", ["massage"]),
}


def write_styled_copy(root: Path) -> Path:
    """Write a tiny project that builds, and the folder of a clinic in it."""
    return write_clinic(write_whole_project(root, _CAUTIONS), _FOLDER)
