"""Tiles that each stand for something that people do, with a sign over it: whether they may, and with what care."""

from collections.abc import Callable, Mapping
from typing import Final

from markupsafe import Markup

from generator.drawing.ink import Ink
from generator.drawing.names import SIZE
from generator.drawing.placing import Place, draw_painted
from generator.drawing.svg import Spot, group, line_data, number, path, tile, words_at
from generator.drawing.words import capitalised
from generator.figure.brushes import block
from generator.figure.extent import extent
from generator.figure.hands import HANDS
from generator.figure.objects import OBJECTS
from generator.figure.paint import Paint, Painted
from generator.figure.posed_body import pose_body
from generator.model.fields import Action
from generator.model.kinds.caution import Level
from generator.model.kinds.technique import HandPart
from generator.model.kinds.tool import ToolShape
from generator.model.pose import Angles, Posture

TILE: Final = 108.0
LABEL: Final = 22.0
"""Units of a tile, both ways, and of the word below it."""

_SHOWN: Final[Mapping[Action, Callable[[], tuple[Painted, ...]]]] = {
    Action.MASSAGE: lambda: HANDS[HandPart.FLAT_HANDS].painted,
    Action.HEAT: lambda: _on_cloth(OBJECTS[ToolShape.WARM_PACK].painted),
    Action.COLD: lambda: _on_cloth(OBJECTS[ToolShape.COLD_PACK].painted),
    Action.LOTION: lambda: OBJECTS[ToolShape.OIL_BOTTLE].painted,
    Action.SUPPORT: lambda: OBJECTS[ToolShape.PILLOW].painted,
    Action.STRETCH: lambda: pose_body(Posture.ONE_LEG_OUT, Angles(trunk=28)).painted,
    Action.STRENGTH: lambda: pose_body(Posture.LYING_ON_BACK, Angles(hip=25, knee=0)).painted,
    Action.MOVEMENT: lambda: (
        pose_body(
            Posture.WALKING, Angles(hip=24, knee=5, ankle=0, other_hip=-14, other_knee=20, other_ankle=12)
        ).painted
    ),
}
"""What stands for an action: the same hands, things and bodies that its own pictures show."""


_CLOTH_BEYOND_MM: Final = 12.0

SAID: Final = {
    Action.MASSAGE: "massage",
    Action.HEAT: "heat",
    Action.COLD: "cold",
    Action.LOTION: "oil or lotion",
    Action.SUPPORT: "support",
    Action.STRETCH: "stretching",
    Action.STRENGTH: "strengthening",
    Action.MOVEMENT: "movement",
}
ADVICE: Final = {
    Level.ABSOLUTE: "Leave out",
    Level.LOCAL: "Keep off the hatched place",
    Level.ASK_FIRST: "Ask first about",
    Level.CARE: "Take care with",
}
SIGN_WORDS: Final[Mapping[Level | None, str]] = {
    Level.ABSOLUTE: "crossed out",
    Level.LOCAL: "crossed out",
    Level.ASK_FIRST: "with a question mark",
    Level.CARE: "with an exclamation mark",
    None: "with a tick",
}


def draw_tile(action: Action, said: str, level: Level | None, left: float, top: float) -> Markup:
    """Draw a tile for an action under the sign of a level, a tick where no caution speaks of it, and its word below."""
    label = capitalised(said)
    return (
        _tile(action, left, top)
        + _sign(level, Spot(left + TILE / 2, top + TILE / 2))
        + words_at(Spot(left + TILE / 2, top + TILE + 16), label, SIZE, anchor="middle")
    )


def _on_cloth(pack: tuple[Painted, ...]) -> tuple[Painted, ...]:
    """Lay the cloth below a pack that keeps it off the skin: the pack itself is what it is painted first."""
    box = pack[0].shape.box
    reach = _CLOTH_BEYOND_MM
    cloth = block(Paint.CLOTH, box.left - reach, box.bottom - reach, box.right + reach, box.top + reach, 10)
    return (cloth, *pack)


def _tile(action: Action, left: float, top: float) -> Markup:
    painted = _SHOWN[action]()
    box = extent(painted)
    scale = min((TILE - 14) / box.width, (TILE - 14) / box.height)
    origin = Spot(
        left + TILE / 2 - (box.left + box.width / 2) * scale, top + TILE / 2 + (box.bottom + box.height / 2) * scale
    )
    return tile(Spot(left, top), TILE, TILE, Ink.TILE) + draw_painted(painted, Place(origin, scale))


def _sign(level: Level | None, middle: Spot) -> Markup:
    """Draw the sign of a level over a tile: crossed out, a question mark, an exclamation mark or a tick."""
    corner = Spot(middle.x + TILE / 2 - 17, middle.y - TILE / 2 + 17)
    if level is Level.ABSOLUTE:
        reach = TILE / 2 - 12
        ends = [Spot(middle.x + x * reach, middle.y + y * reach) for x, y in ((-1, -1), (1, 1), (1, -1), (-1, 1))]
        cross = line_data(ends[:2]) + line_data(ends[2:])
        return group(
            [path(cross, stroke=Ink.CASING, stroke_width=10.0), path(cross, stroke=Ink.KEEP_OFF, stroke_width=6.0)],
            fill="none",
            stroke_linecap="round",
        )
    disc = Markup('<circle cx="{}" cy="{}" r="14" fill="{}" stroke="{}" stroke-width="2"/>').format(
        number(corner.x), number(corner.y), Ink.STROKE, Ink.CASING
    )
    if level is None:
        tick = line_data(
            (Spot(corner.x - 6, corner.y), Spot(corner.x - 2, corner.y + 5), Spot(corner.x + 7, corner.y - 6))
        )
        return disc + path(tick, fill="none", stroke=Ink.CASING, stroke_width=3)
    mark = "?" if level is Level.ASK_FIRST else "!"
    return disc + words_at(Spot(corner.x, corner.y + 7), mark, 20, anchor="middle", ink=Ink.CASING, bold=True)
