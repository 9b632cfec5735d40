"""The base content and a clinic's folder -> the content of the clinic's copy. What is written there stays located.

Nothing here can take a caution away: operations add, or they replace words that no reader's safety rests on.
"""

from generator.adapting import adapt, clinic_file, overlay, own_styles, palette, targets
from generator.adapting.adapt import Adapted, adapt_content
from generator.adapting.blame import blame_overlay
from generator.adapting.upgrade import Comparison, Standing, compare_with_base, write_based_on

CODES = (*clinic_file.CODES, palette.LOW_CONTRAST, *own_styles.CODES, *targets.CODES, *overlay.CODES, *adapt.CODES)

__all__ = [
    "CODES",
    "Adapted",
    "Comparison",
    "Standing",
    "adapt_content",
    "blame_overlay",
    "compare_with_base",
    "write_based_on",
]
