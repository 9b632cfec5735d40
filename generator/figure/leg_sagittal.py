"""The right leg from the side, in the sagittal plane: x forwards from the line of hip and ankle, y above the floor, mm.

Heights after the segment lengths of Drillis and Contini (1966) for 1.70 m. The edge of the skin is in `sagittal_skin`,
the two sides are in `sagittal_inner` and `sagittal_outer`, the close-up of the knee in `sagittal_knee`.
"""

from generator.figure.sagittal_inner import INNER
from generator.figure.sagittal_knee import KNEE_INNER
from generator.figure.sagittal_outer import OUTER
from generator.figure.sagittal_skin import CLOTH, CREASES_INNER, CREASES_OUTER, SKIN

__all__ = ["CLOTH", "CREASES_INNER", "CREASES_OUTER", "INNER", "KNEE_INNER", "OUTER", "SKIN"]
