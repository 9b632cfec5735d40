"""The things to massage with, to warm, to cool and to support: `x` to the right, `y` upwards, in mm, at real size.

What rolls is centred on the origin, with its long axis along `x`. What stands or lies does so on y = 0, about x = 0.
Sizes are those of ordinary things: a tennis ball is 66 mm across, a half-litre bottle 65 by 205 mm.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.figure.brushes import area, block, cord, disc, even, line, ring, snowflake, steam
from generator.figure.extent import extent
from generator.figure.paint import Paint, Painted
from generator.figure.shapes import Area, Box, Point, mirrored, through
from generator.model.kinds.tool import ToolShape


@dataclass(frozen=True)
class Object:
    """A thing, painted from the back to the front."""

    painted: tuple[Painted, ...]

    @cached_property
    def box(self) -> Box:
        """The box around it, in mm."""
        return extent(self.painted)


_BALL: Final = Object(
    (
        Painted(Area(ring(0, 0, 35, 35, 31.5, corners=36)), Paint.TOOL),
        *(Painted(Area(ring(p.x, p.y, 3.4, corners=6)), Paint.TOOL_DETAIL) for p in ring(0, 0, 20, corners=8)),
        *(Painted(Area(ring(p.x, p.y, 3.4, corners=6)), Paint.TOOL_DETAIL) for p in ring(0, 0, 8.5, corners=3)),
    )
)

_TENNIS_BALL: Final = Object(
    (
        disc(Paint.TOOL, 0, 0, 33),
        cord(Paint.TOOL_DETAIL, 3, -20, 25, -10, 12, -8, -4, -14, -18, -24, -22),
        cord(Paint.TOOL_DETAIL, 3, 24, 22, 14, 16, 9, 2, 12, -14, 20, -25),
    )
)

_FOAM_ROLLER: Final = Object(
    (
        area(
            Paint.TOOL,
            *(140, -70, 140, -70, 158, -48, 165, 0, 158, 48, 140, 70),
            *(140, 70, -120, 70, -120, 70, -144, 65, -160, 38, -165, 0, -160, -38, -144, -65, -120, -70, -120, -70),
        ),
        area(Paint.TOOL_DETAIL, 140, 70, 122, 48, 115, 0, 122, -48, 140, -70, 158, -48, 165, 0, 158, 48),
        area(Paint.TOOL, 140, 30, 132, 20, 129, 0, 132, -20, 140, -30, 148, -20, 151, 0, 148, 20),
        line(-128, 34, 96, 34),
        line(-134, 0, 90, 0),
        line(-128, -34, 96, -34),
    )
)

_RIDGES: Final = (-78, -52, -26, 0, 26, 52, 78)
_FOOT_ROLLER: Final = Object(
    (
        block(Paint.TOOL_DETAIL, -108, -13, 108, 13, 9),
        *(
            area(
                Paint.TOOL,
                *(x - 13, -20, x - 9, -27, x, -30, x + 9, -27, x + 13, -20, x + 13, -20),
                *(x + 13, 20, x + 13, 20, x + 9, 27, x, 30, x - 9, 27, x - 13, 20, x - 13, 20, x - 13, -20),
            )
            for x in _RIDGES
        ),
    )
)

_ROLLER_STICK: Final = Object(
    (
        cord(Paint.TOOL_DETAIL, 12, -140, 0, 140, 0),
        *(block(Paint.TOOL_DETAIL, x - 22, -19, x + 22, 19, 9) for x in (-92, -46, 0, 46, 92)),
        block(Paint.TOOL, -225, -16, -118, 16, 12),
        block(Paint.TOOL, 118, -16, 225, 16, 12),
        *(line(x, -8, x, 8) for x in (-196, -182, -168, -154, 154, 168, 182, 196)),
    )
)

_BOTTLE: Final = Object(
    (
        area(
            Paint.TOOL_DETAIL,
            *(-102, -22, -98, -31, -88, -32, -40, -32, 20, -32, 46, -30, 66, -18, 76, -12, 84, -12, 84, -12),
            *(84, 12, 84, 12, 76, 12, 66, 18, 46, 30, 20, 32, -40, 32, -88, 32, -98, 31, -102, 22),
        ),
        area(
            Paint.COLD,
            *(-97, -21, -93, -26, -84, -27, -40, -27, 28, -27, 28, -27, 33, -8, 27, 10, 30, 27, 30, 27),
            *(-40, 27, -84, 27, -93, 26, -97, 21),
        ),
        *snowflake(Paint.TOOL_DETAIL, -38, 0, 21, 2.5),
        block(Paint.TOOL, 84, -15, 103, 15, 4),
        line(94, -9, 94, 9),
    )
)

BOTTLE_IN_CLOTH: Final = (
    *_BOTTLE.painted[:2],
    block(Paint.CLOTH, -92, -36, 44, 36, 9),
    *snowflake(Paint.TOOL_DETAIL, -24, 0, 21, 2.5),
    *_BOTTLE.painted[-2:],
)
"""A frozen bottle as it is used: never bare on bare skin."""

_OIL_BOTTLE: Final = Object(
    (
        even(
            Paint.TOOL,
            *(24, 0, 29, 3, 30, 10, 30, 50, 30, 88, 26, 104, 15, 114, 12, 120, 12, 128, 12, 128),
        ),
        block(Paint.TOOL_DETAIL, -15, 124, 15, 152, 5),
        even(Paint.TOOL_DETAIL, *(0, 22, 12, 26, 18, 40, 13, 56, 0, 82, 0, 82)),
        line(-9, 44, -9, 36, -4, 31),
        area(Paint.TOOL, *(52, 0, 60, 3, 64, 12, 60, 22, 52, 38, 52, 38, 44, 22, 40, 12, 44, 3)),
    )
)

_TUBE: Final = Object(
    (
        even(Paint.TOOL, *(20, 22, 20, 22, 25, 40, 28, 90, 30, 146, 30, 146, 30, 158, 30, 158)),
        line(-30, 146, 30, 146),
        *(line(x, 150, x, 155) for x in (-20, -10, 0, 10, 20)),
        block(Paint.TOOL_DETAIL, -17, 0, 17, 24, 4),
        *(line(x, 7, x, 18) for x in (-8, 0, 8)),
        even(Paint.TOOL_DETAIL, *(18, 62, 18, 62, 21, 118, 21, 118)),
        line(-12, 104, 12, 104),
        line(-12, 92, 12, 92),
        line(-11, 80, 4, 80),
    )
)

_PILLOW: Final = Object(
    (
        area(
            Paint.TOOL_DETAIL,
            *(-240, 14, -240, 14, -190, 5, -100, 0, 0, 0, 100, 0, 190, 5, 240, 14, 240, 14, 231, 44, 231, 84, 238, 116),
            *(238, 116, 190, 146, 100, 166, 0, 170, -100, 166, -190, 146, -238, 116, -238, 116, -231, 84, -231, 44),
        ),
        line(-230, 110, -206, 102, -186, 98),
        line(230, 110, 206, 102, 186, 98),
        line(-230, 22, -208, 32, -192, 36),
        line(230, 22, 208, 32, 192, 36),
        line(-70, 136, -36, 124, 0, 122, 40, 127, 64, 136),
    )
)

_WARM_PACK: Final = Object(
    (
        area(
            Paint.WARM,
            *(-140, 14, -128, 2, -60, 0, 0, 0, 60, 0, 128, 2, 140, 14, 142, 60, 138, 104, 126, 114),
            *(60, 118, 0, 118, -60, 118, -126, 114, -138, 104, -142, 60),
        ),
        *(line(x, 10, x + 2, 58, x, 108) for x in (-72, 0, 72)),
        *(steam(x, 136, 228) for x in (-70, 0, 70)),
    )
)

_COLD_PACK: Final = Object(
    (
        area(
            Paint.COLD,
            *(-128, 6, -120, 0, -60, 3, 0, 0, 60, 3, 120, 0, 128, 6, 126, 50, 128, 90, 126, 134, 128, 172, 120, 178),
            *(60, 175, 0, 178, -60, 175, -120, 178, -128, 172, -126, 134, -128, 90, -126, 50),
        ),
        line(-112, 18, -60, 20, 0, 17, 60, 20, 112, 18),
        line(-112, 160, -60, 158, 0, 161, 60, 158, 112, 160),
        *snowflake(Paint.TOOL_DETAIL, 0, 89, 56, 6),
    )
)

_CUFFS: Final = Object(
    (
        cord(Paint.TOOL_DETAIL, 12, -60, 330, 0, 390, 90, 380, 150, 290, 160, 190, 172, 120),
        area(
            Paint.TOOL,
            *(-232, 430, -240, 400, -238, 360, -246, 330, -242, 290, -240, 262, -236, 225, -228, 196, -226, 160),
            *(-222, 120, -232, 84, -236, 40, -228, 6, -200, 0, -120, 0, -40, 0, 20, 2, 36, 18, 32, 48, 4, 66, -30, 84),
            *(-70, 102, -88, 126, -86, 160, -82, 196, -72, 225, -64, 262, -62, 290, -56, 330, -64, 360, -62, 400),
            *(-70, 430, -110, 440, -190, 440),
        ),
        line(-238, 362, -150, 352, -64, 362),
        line(-240, 278, -150, 266, -64, 278),
        line(-228, 196, -150, 186, -82, 196),
        line(-224, 116, -160, 108, -88, 124),
        line(-92, 110, -84, 60, -90, 0),
        area(Paint.TOOL_DETAIL, -224, 436, -200, 448, -150, 452, -100, 448, -76, 436, -100, 426, -150, 422, -200, 426),
        block(Paint.TOOL_DETAIL, 100, 0, 240, 130, 18),
        disc(Paint.TOOL, 148, 66, 26),
        line(148, 66, 160, 82),
        disc(Paint.TOOL, 206, 88, 11),
        disc(Paint.TOOL, 206, 48, 11),
    )
)

_HAND_MASSAGER: Final = Object(
    (
        area(
            Paint.TOOL,
            *(8, 6, 8, 6, 14, 0, 46, 0, 52, 6, 52, 6, 54, 60, 56, 110, 56, 110, 10, 116, 10, 116, 9, 60),
        ),
        cord(Paint.TOOL_DETAIL, 12, -92, 150, -50, 150),
        disc(Paint.TOOL_DETAIL, -98, 150, 26),
        area(
            Paint.TOOL,
            *(-58, 132, -58, 132, -40, 126, -10, 112, 30, 104, 76, 106, 100, 122, 106, 150, 98, 180, 74, 194),
            *(20, 194, -30, 186, -58, 168, -58, 168),
        ),
        line(-36, 128, -40, 150, -36, 178),
        disc(Paint.TOOL_DETAIL, 62, 150, 20),
        block(Paint.TOOL_DETAIL, 20, 62, 42, 92, 6),
        line(22, 14, 40, 14),
        line(22, 24, 40, 24),
        line(22, 34, 40, 34),
    )
)

MASSAGER_HEAD: Final = Point(-119, 150)
"""Where the head of the massager touches the skin, which gives a little."""

_FOOT_WELL: Final = through(
    *(40, 60, 58, 34, 86, 28, 112, 36, 124, 62, 130, 110, 146, 160, 152, 206, 138, 244, 108, 262, 74, 264),
    *(46, 254, 34, 228, 36, 170, 42, 110),
)
_KNOBS: Final = through(84, 68, 74, 130, 112, 142, 72, 204, 116, 212)
_FOOT_MACHINE: Final = Object(
    (
        cord(Paint.TOOL_DETAIL, 9, 186, 60, 226, 46, 246, 20, 280, 12),
        even(Paint.TOOL, *(150, 0, 186, 6, 202, 40, 210, 130, 210, 240, 196, 292, 150, 316, 60, 324)),
        *(Painted(Area(well), Paint.TOOL_DETAIL) for well in (_FOOT_WELL, mirrored(_FOOT_WELL))),
        *(disc(Paint.TOOL, *knob, 15) for knob in (*_KNOBS, *mirrored(_KNOBS))),
        *(disc(Paint.TOOL_DETAIL, x, 296, 9) for x in (-30, 0, 30)),
    )
)

OBJECTS: Final[Mapping[ToolShape, Object]] = {
    ToolShape.BALL: _BALL,
    ToolShape.TENNIS_BALL: _TENNIS_BALL,
    ToolShape.FOAM_ROLLER: _FOAM_ROLLER,
    ToolShape.FOOT_ROLLER: _FOOT_ROLLER,
    ToolShape.ROLLER_STICK: _ROLLER_STICK,
    ToolShape.BOTTLE: _BOTTLE,
    ToolShape.OIL_BOTTLE: _OIL_BOTTLE,
    ToolShape.TUBE: _TUBE,
    ToolShape.PILLOW: _PILLOW,
    ToolShape.WARM_PACK: _WARM_PACK,
    ToolShape.COLD_PACK: _COLD_PACK,
    ToolShape.CUFFS: _CUFFS,
    ToolShape.HAND_MASSAGER: _HAND_MASSAGER,
    ToolShape.FOOT_MACHINE: _FOOT_MACHINE,
}

ROLLERS: Final = frozenset({ToolShape.FOAM_ROLLER, ToolShape.FOOT_ROLLER, ToolShape.ROLLER_STICK, ToolShape.BOTTLE})
"""Those that lie across the limb that they roll along."""
