"""What a picture says to who cannot see it, written from the same data as the picture itself."""

import re
from collections.abc import Sequence
from typing import Final

from generator.model.fields import Part
from generator.model.kinds.anatomy import Anatomy, View
from generator.model.kinds.technique import Direction, HandPart, Pressure, Stroke, StrokeKind

_STROKES: Final = {
    StrokeKind.GLIDE: "long strokes",
    StrokeKind.KNEAD: "kneading",
    StrokeKind.CIRCLE: "small circles",
    StrokeKind.CROSS_FIBRE: "short strokes across the fibres",
    StrokeKind.TAP: "quick light taps",
    StrokeKind.PRESS: "slow presses",
    StrokeKind.SQUEEZE: "squeezes from both sides",
    StrokeKind.ROLL: "slow rolling",
    StrokeKind.TWIST: "twists to and fro",
    StrokeKind.STRETCH: "gentle stretching",
    StrokeKind.PULL: "gentle pulls",
    StrokeKind.HOLD: "a steady hold",
}
_HANDS: Final = {
    HandPart.FLAT_HANDS: "with flat hands",
    HandPart.FINGERTIPS: "with the fingertips",
    HandPart.THUMBS: "with the thumbs",
    HandPart.FINGERS_AND_THUMBS: "with the fingers and thumbs",
    HandPart.KNUCKLES: "with the knuckles",
    HandPart.FIST: "with a loose fist",
    HandPart.HAND_EDGE: "with the edge of the hand",
}
_SEEN: Final = {
    View.FRONT: "seen from the front",
    View.BACK: "seen from behind",
    View.INNER: "seen from the inner side",
    View.OUTER: "seen from the outer side",
    View.TOP: "seen from above",
    View.SOLE: "seen from below",
}
_PRESSED: Final = {
    Pressure.LIGHT: "Light pressure: thin lines",
    Pressure.MODERATE: "Moderate pressure: medium lines",
    Pressure.FIRM: "Firm pressure: thick lines",
}
_ON_LEG: Final = {Direction.UPWARDS: "upwards ", Direction.DOWNWARDS: "downwards "}
_BETWEEN: Final = {Direction.UPWARDS: "up ", Direction.DOWNWARDS: "down "}
_ON_FOOT: Final = {Direction.UPWARDS: ", towards the leg", Direction.DOWNWARDS: ", towards the toes"}
_ON_TOES: Final = {Direction.UPWARDS: ", towards the foot", Direction.DOWNWARDS: ", away from the foot"}
"""A picture may show a foot with its toes above: there “downwards” would be misread."""

_CONTAINER_WORDS: Final = re.compile(r"\s*\([^)]*\)")


def place_name(area: Anatomy) -> str:
    """Name a place in the middle of a sentence: the plain word where there is one, small letters where they are right.

    A first word keeps its capital where the area's own texts write it so in the middle of a sentence (“Achilles”).
    """
    whole = area.plain or area.name
    name = _CONTAINER_WORDS.sub("", whole) or whole.strip("()")
    first = name.split()[0]
    texts = f"{area.summary} {area.where} {area.does}"
    is_proper = re.search(rf"[a-z,] {re.escape(first)}\b", texts) is not None and first[0].isupper()
    return name if is_proper else name[0].lower() + name[1:]


def the(area: Anatomy) -> str:
    """Name a place with its article."""
    name = place_name(area)
    return name if name.startswith("the ") else f"the {name}"


def listed_places(areas: Sequence[Anatomy], last: str = "and") -> str:
    """Name several places: “the calf, the thigh and the heel”; a ban joins them with “or”."""
    return joined([the(area) for area in areas], last)


def joined(words: Sequence[str], last: str = "and") -> str:
    """Join words as a sentence does."""
    if len(words) < 2:  # noqa: PLR2004 (one word needs no joining)
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def say_stroke(
    stroke: Stroke, start: Anatomy | None, end: Anatomy | None, areas: Sequence[Anatomy], tool: str = ""
) -> str:
    """Say a stroke in one clause: “long strokes with flat hands from the knee joint up to the thigh”."""
    hand = _HANDS.get(stroke.hand) or (f"with {tool}" if tool else "with a tool")
    words = [_STROKES[stroke.kind], hand]
    if start is not None and end is not None and start is not end:
        way = _BETWEEN.get(stroke.direction, "") if start.part is not Part.FOOT else ""
        words.append(f"from {the(start)} {way}to {the(end)}")
        if stroke.direction is Direction.TO_AND_FRO:
            words.append("and back")
    else:
        along = "along" if stroke.kind in {StrokeKind.GLIDE, StrokeKind.ROLL} else "on"
        if all(area.part is Part.FOOT for area in areas):
            on_foot = _ON_TOES if [area.drawn_as for area in areas] == ["toes"] else _ON_FOOT
            words.append(f"{along} {listed_places(areas)}{on_foot.get(stroke.direction, '')}")
        else:
            moving = "moving " if along == "on" and stroke.direction in _ON_LEG else ""
            words.append(f"{moving}{_ON_LEG.get(stroke.direction, '')}{along} {listed_places(areas)}")
    return " ".join(words)


def seen_from(view: View) -> str:
    """Say from which side a picture is seen."""
    return _SEEN[view]


def say_pressure(pressure: Pressure) -> str:
    """Say the pressure and how the picture shows it."""
    return _PRESSED[pressure]


def label(area: Anatomy) -> str:
    """Name a place as what stands beside a picture does."""
    return capitalised(place_name(area))


def capitalised(words: str) -> str:
    """Begin words with a capital."""
    return words[0].upper() + words[1:]


def uncapitalised(words: str) -> str:
    """Begin words with a small letter; not what is written in capitals, such as a name of letters."""
    return words if words[1:2].isupper() else words[0].lower() + words[1:]


def with_article(words: str) -> str:
    """Put the article before a name: “a foam roller”, “an oil”."""
    return f"{'an' if words[0] in 'AEIOUaeiou' else 'a'} {uncapitalised(words)}"


def sentence(words: str) -> str:
    """Begin words with a capital and end them with a stop."""
    whole = capitalised(words)
    return whole if whole.endswith((".", "?", "!")) else f"{whole}."
