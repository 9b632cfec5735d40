"""Strategies for what an author's editor may save: any bytes, any text, and sound files that slips have got into."""

from typing import Final

from hypothesis import strategies as st

SLIPS: Final = [
    *("\t", "\n", "\r", "\r\n", "\n\n", " ", "    ", "\x00", "\x07", "\x85", "\u2028", "\ufeff", "\ue000", "😀", "ş"),
    *("- ", ": ", ":", ",", "[", "]", "{", "}", "[[", "]]", "|", ">", "&a ", "*a", "!!int ", "? ", "# ", "%", "@", "`"),
    *(
        '"',
        "'",
        '"\\e"',
        '"\\0"',
        "\\",
        "---\n",
        "...\n",
        "[@",
        "[@smith2020]",
        "[[foot]]",
        "[[",
        "[[ ]]",
        "[@ ]",
        "[@;]",
    ),
    *("null", "~", "no", "0", "-1", "9" * 500, "1e9", "2026-11-20", "id: x\n", "also: [a, A]\n", "body: x\n"),
    *("@article{", "@string{a = {b}}", "@comment{", " = ", "#", "and", " and others", "\\", "{\\", "$", "~"),
]


def saved_files(sound: str) -> st.SearchStrategy[bytes]:
    """Draw a file: any bytes, any text, or `sound` with words put in and taken out."""
    slip = st.tuples(st.integers(0, len(sound)), st.integers(0, 12), st.sampled_from(SLIPS) | st.text(max_size=5))
    return st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.lists(slip, min_size=1, max_size=4).map(lambda slips: _slipped(sound, slips)),
    )


def _slipped(sound: str, slips: list[tuple[int, int, str]]) -> bytes:
    for place, taken_out, put_in in slips:
        sound = sound[:place] + put_in + sound[place + taken_out :]
    return sound.encode("utf-8", "surrogatepass")
