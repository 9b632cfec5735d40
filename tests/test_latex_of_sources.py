"""The quick way through a field without LaTeX's own signs comes to the same as the decoder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import latex
from generator.model.latex import decode_latex


@given(st.text(alphabet='ab{}- %&é.,;:()[]"<>|@*/+=1–”\n'))
def test_braces_and_dashes_read_as_the_decoder_reads_them(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(latex, "_is_balanced", lambda _: False)
        slowly = decode_latex(text)
    assert decode_latex(text) == slowly


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{World Health Organization}}", "World Health Organization"),
        ("627--637", "627–637"),
        ("a---b", "a—b"),
        (r"G{\"u}rcan", "Gürcan"),
        ("50% of {People} & more", "50% of People & more"),
        ("{open", "open"),
    ],
)
def test_what_stands_in_our_sources_reads_well(written: str, read: str) -> None:
    assert decode_latex(written) == read
