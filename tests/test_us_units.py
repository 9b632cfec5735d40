"""Lengths, weights and temperatures in the units of the United States."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.units import in_us_units


@pytest.mark.parametrize(
    ("metric", "us"),
    [
        ("Lift it 15 to 30 cm.", "Lift it 6 to 12 inches."),
        ("About 3 cm down.", "About 1 inch down."),
        ("Move 5 cm.", "Move 2 inches."),
        ("It is 4 mm thick.", "It is 1/8 inch thick."),
        ("It is 1.5 mm thick.", "It is 1/8 inch thick."),
        ("Walk 15 metres.", "Walk 49 feet."),
        ("Lift 2 kg.", "Lift 4 pounds."),
        ("Take 30 g of salt.", "Take 1 ounce of salt."),
        ("Water at 38 °C.", "Water at 100 °F."),
        ("Between 36 and 40 degrees C.", "Between 97 and 104 °F."),
    ],
)
def test_a_measure_is_converted(metric: str, us: str) -> None:
    assert in_us_units(metric) == us


@pytest.mark.parametrize(
    "text",
    [
        "Hold it for 30 s.",
        "Do it 10 times.",
        "Bend it 90 degrees.",
        "Scores fell by 18 on a 100 mm scale.",
        "See [@smith2020] and [[foot|a foot]].",
        "doi 10.1016/5m",
        "5 min a day",
        "A 3 mile walk",
    ],
)
def test_all_else_stays(text: str) -> None:
    assert in_us_units(text) == text


@given(st.floats(0.5, 500, allow_nan=False))
def test_no_figure_is_far_off(centimetres: float) -> None:
    written = in_us_units(f"{centimetres:.1f} cm").removesuffix(" inches").removesuffix(" inch")
    whole, _, part = written.rpartition(" ") if " " in written else ("", "", written)
    upper, _, lower = part.partition("/")
    inches = float(whole or 0) + (float(upper) / float(lower) if lower else float(upper))
    assert abs(inches - centimetres / 2.54) <= 0.53  # half an inch, and half a millimetre of the figure as written
