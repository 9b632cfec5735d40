"""What the posed body sits, lies and leans on, and the packs that lie on it: in mm, x to the right, y up, floor at 0.

Heights suit somebody of 1.70 m: a seat and a firm bed are as high as the hollow of the knee.
"""

from typing import Final

from generator.figure.brushes import snowflake, steam
from generator.figure.paint import Paint, Painted
from generator.figure.shapes import Area, Cord, Point, through
from generator.figure.skeleton import placed

SEAT: Final = 404.0
SEAT_DEPTH: Final = 440.0
BED: Final = 404.0
MAT: Final = 34.0
CHAIR_BACK: Final = Point(-32, 900)
"""The top of a chair's back, from where its back legs meet the seat."""


def cornered(*numbers: float) -> Area:
    """Draw a shape with straight sides."""
    return Area(tuple(point for point in through(*numbers) for _ in range(2)))


def floor(left: float, right: float) -> Painted:
    """Draw the line of the floor."""
    return Painted(Cord(through(left, 0, right, 0), 5), Paint.LINE)


def wall(left: float) -> Painted:
    """Draw a wall, whose face is at `left`."""
    return Painted(cornered(left, 0, left, 1780, left + 70, 1780, left + 70, 0), Paint.PROP)


def chair(left: float) -> Painted:
    """Draw a firm chair from its side, its back to the left; `left` is where back and seat meet."""
    outline = (
        *(-50, 900, -14, 900, 30, SEAT, SEAT_DEPTH, SEAT, SEAT_DEPTH, SEAT - 40, 432, 0, 398, 0, 398, SEAT - 40),
        *(36, SEAT - 40, 14, 0, -22, 0, -6, SEAT),
    )
    points = tuple(Point(left + x, y) for x, y in through(*outline))
    return Painted(Area(tuple(point for point in points for _ in range(2))), Paint.PROP)


def bed(left: float, right: float, *, headboard: bool) -> tuple[Painted, ...]:
    """Draw a bed from its side, with room below it, and its headboard to the left."""
    head = 860.0 if headboard else BED - 110
    frame = cornered(
        *(left - 50, 0, left - 50, head, left, head, left, BED - 110, right, BED - 110, right, 0, right - 50, 0),
        *(right - 50, BED - 170, left, BED - 170, left, 0),
    )
    mattress = Area(
        through(
            *(left, BED - 60, left, BED - 20, left + 24, BED, left + 24, BED, right - 24, BED, right - 24, BED),
            *(right, BED - 20, right, BED - 90, right - 24, BED - 110, right - 24, BED - 110),
            *(left, BED - 110, left, BED - 110),
        )
    )
    return Painted(frame, Paint.PROP), Painted(mattress, Paint.PROP)


def mat(left: float, right: float) -> Painted:
    """Draw a mat on the floor from its side."""
    return Painted(
        Area(
            through(
                *(left, 6, left, MAT - 8, left + 12, MAT, left + 12, MAT, right - 12, MAT, right - 12, MAT),
                *(right, MAT - 8, right, 6, right - 8, 0, right - 8, 0, left + 8, 0, left + 8, 0),
            )
        ),
        Paint.PROP,
    )


def pillow(middle: Point, length: float, height: float, direction: float = 0) -> Painted:
    """Draw a pillow from its side, lighter than clothes, so that nobody takes it for some."""
    a, b = length / 2, height / 2
    upper = through(-a, 0, -0.92 * a, 0.8 * b, 0, b, 0.92 * a, 0.8 * b)
    outline = (*upper, *(Point(-x, -y) for x, y in upper))
    return Painted(Area(placed(outline, middle, direction)), Paint.TOOL_DETAIL)


_PACK: Final = through(
    *(-72, 76, -72, 76, -36, 86, 0, 89, 36, 86, 72, 76, 72, 76, 76, 10, 70, -62, 70, -62),
    *(0, -72, -70, -62, -70, -62, -76, 10),
)
_WRAP: Final = through(
    *(-94, 68, -94, 68, -46, 80, 0, 84, 46, 80, 94, 68, 94, 68, 98, 4, 92, -56, 92, -56),
    *(0, -68, -92, -56, -92, -56, -98, 4),
)
"""Around a limb from one side to the other, in mm from its middle, along the limb and across it."""

_SIGN: Final = 50.0
_STEAM_FROM, _STEAM_TO = 108.0, 178.0


def pack(middle: Point, along: float, paint: Paint) -> tuple[Painted, ...]:
    """Wrap a pack around a limb that runs `along` a direction, on the cloth that keeps it off the skin.

    `paint` is WARM or COLD.
    """
    sign = (
        tuple(steam(middle.x + shift, middle.y + _STEAM_FROM, middle.y + _STEAM_TO) for shift in (-62, 0, 62))
        if paint is Paint.WARM
        else snowflake(Paint.TOOL_DETAIL, middle.x, middle.y + 8, _SIGN, 6)
    )
    return (
        Painted(Area(placed(_WRAP, middle, along)), Paint.CLOTH),
        Painted(Area(placed(_PACK, middle, along)), paint),
        *sign,
    )
