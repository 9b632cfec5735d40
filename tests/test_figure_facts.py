"""What the figure shows agrees with anatomy."""

from typing import Final

import pytest

from generator.figure.plate import Plate
from tests.facts_of_foot import FACTS_OF_FOOT
from tests.facts_of_knee import FACTS_OF_KNEE
from tests.facts_of_leg import FACTS_OF_LEG
from tests.facts_of_surface import FACTS_OF_SURFACE
from tests.figure_measures import Fact, Look, cases

CASES: Final = cases((*FACTS_OF_LEG, *FACTS_OF_KNEE, *FACTS_OF_FOOT, *FACTS_OF_SURFACE))


@pytest.mark.parametrize(("fact", "plate"), CASES.values(), ids=CASES.keys())
def test_the_figure_agrees_with_anatomy(fact: Fact, plate: Plate) -> None:
    measures = fact.ascending(Look(plate))
    assert list(measures) == sorted(measures)
