"""All plates: the leg from four sides, the knee from three, and the foot from four."""

from collections.abc import Iterable, Mapping
from typing import Final

from generator.figure import foot_horizontal, foot_sagittal, leg_coronal, leg_sagittal, other_bones
from generator.figure.plate import Plate, Region
from generator.figure.shapes import Box
from generator.model.kinds.anatomy import View

_BOTH_LEGS: Final = Box(-186, -12, 186, 1002)
_KNEE: Final = Box(8, 402, 168, 618)
_SIDE: Final = Box(-125, -12, 215, 1002)
_KNEE_FROM_THE_SIDE: Final = Box(-95, 402, 95, 618)
_FOOT_FROM_ABOVE: Final = Box(-78, -12, 78, 290)
_FOOT_FROM_THE_SIDE: Final = Box(-34, -14, 306, 236)


def _by_id(regions: Iterable[Region]) -> Mapping[str, Region]:
    return {region.id: region for region in regions}


LEG_FRONT: Final = Plate(
    id="leg-front",
    view=View.FRONT,
    window=_BOTH_LEGS,
    turned=True,
    skin=leg_coronal.SKIN,
    cloth=leg_coronal.CLOTH,
    creases=leg_coronal.CREASES_FRONT,
    regions=_by_id(leg_coronal.FRONT),
    other_bones=other_bones.PELVIS_FRONT,
)
LEG_BACK: Final = Plate(
    id="leg-back",
    view=View.BACK,
    window=_BOTH_LEGS,
    turned=False,
    skin=leg_coronal.SKIN_BACK,
    cloth=leg_coronal.CLOTH,
    creases=leg_coronal.CREASES_BACK,
    regions=_by_id(leg_coronal.BACK),
    other_bones=(*other_bones.PELVIS_BACK, *other_bones.ANKLE_BACK),
)
LEG_INNER: Final = Plate(
    id="leg-inner",
    view=View.INNER,
    window=_SIDE,
    turned=True,
    skin=leg_sagittal.SKIN,
    cloth=leg_sagittal.CLOTH,
    creases=leg_sagittal.CREASES_INNER,
    regions=_by_id(leg_sagittal.INNER),
    other_bones=other_bones.LEG_INNER,
)
LEG_OUTER: Final = Plate(
    id="leg-outer",
    view=View.OUTER,
    window=_SIDE,
    turned=False,
    skin=leg_sagittal.SKIN,
    cloth=leg_sagittal.CLOTH,
    creases=leg_sagittal.CREASES_OUTER,
    regions=_by_id(leg_sagittal.OUTER),
    other_bones=other_bones.LEG_OUTER,
)
KNEE_FRONT: Final = Plate(
    id="knee-front",
    view=View.FRONT,
    window=_KNEE,
    turned=True,
    skin=leg_coronal.SKIN,
    cloth=(),
    creases=leg_coronal.CREASES_FRONT,
    regions=_by_id(leg_coronal.KNEE_FRONT),
)
KNEE_BACK: Final = Plate(
    id="knee-back",
    view=View.BACK,
    window=_KNEE,
    turned=False,
    skin=leg_coronal.SKIN_BACK,
    cloth=(),
    creases=leg_coronal.CREASES_BACK,
    regions=_by_id(leg_coronal.KNEE_BACK),
)
KNEE_INNER: Final = Plate(
    id="knee-inner",
    view=View.INNER,
    window=_KNEE_FROM_THE_SIDE,
    turned=True,
    skin=leg_sagittal.SKIN,
    cloth=(),
    creases=leg_sagittal.CREASES_INNER,
    regions=_by_id(leg_sagittal.KNEE_INNER),
)
FOOT_TOP: Final = Plate(
    id="foot-top",
    view=View.TOP,
    window=_FOOT_FROM_ABOVE,
    turned=False,
    skin=foot_horizontal.SKIN,
    cloth=(),
    creases=foot_horizontal.CREASES_TOP,
    regions=_by_id(foot_horizontal.TOP),
    before=foot_horizontal.LEG,
    other_bones=other_bones.FOOT_FROM_ABOVE,
)
FOOT_SOLE: Final = Plate(
    id="foot-sole",
    view=View.SOLE,
    window=_FOOT_FROM_ABOVE,
    turned=True,
    skin=foot_horizontal.SKIN,
    cloth=(),
    creases=foot_horizontal.CREASES_SOLE,
    regions=_by_id(foot_horizontal.SOLE),
    other_bones=(*foot_horizontal.NOT_FROM_BELOW, *other_bones.FOOT_FROM_ABOVE),
)
FOOT_INNER: Final = Plate(
    id="foot-inner",
    view=View.INNER,
    window=_FOOT_FROM_THE_SIDE,
    turned=True,
    skin=foot_sagittal.SKIN_INNER,
    cloth=(),
    creases=foot_sagittal.CREASES_INNER,
    regions=_by_id(foot_sagittal.INNER),
    other_bones=other_bones.FOOT_INNER,
)
FOOT_OUTER: Final = Plate(
    id="foot-outer",
    view=View.OUTER,
    window=_FOOT_FROM_THE_SIDE,
    turned=False,
    skin=foot_sagittal.SKIN_OUTER,
    cloth=(),
    creases=foot_sagittal.CREASES_OUTER,
    regions=_by_id(foot_sagittal.OUTER),
    other_bones=other_bones.FOOT_OUTER,
)
LEG_PLATES: Final = (LEG_FRONT, LEG_BACK, LEG_INNER, LEG_OUTER)
BOTH_LEGS: Final = (LEG_FRONT, LEG_BACK)
"""The plates on which the other leg shows: its places lie at `-x`."""

KNEE_PLATES: Final = (KNEE_FRONT, KNEE_INNER, KNEE_BACK)
FOOT_PLATES: Final = (FOOT_TOP, FOOT_SOLE, FOOT_INNER, FOOT_OUTER)
PLATES: Final = (*LEG_PLATES, *KNEE_PLATES, *FOOT_PLATES)
DRAWN: Final = frozenset(one for plate in PLATES for one in plate.regions)
"""The ids of all structures that some plate shows."""
