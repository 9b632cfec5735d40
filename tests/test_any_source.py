"""Whatever stands in the fields of a source, it becomes a reference of plain text, or a located fault."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Location
from generator.model.reference import build_reference
from generator.reading.bibliography import BibEntry

FIELDS = ["author", "editor", "title", "journal", "year", "pages", "doi", "pmid", "url", "howpublished", "note"]
SIGNS = [
    *("\\", "{", "}", "$", "%", "&", "#", "_", "^", "~", '"', "'", "`", "-", "--", ",", ";", " ", "\n", "<", ">", "|"),
    *(r"\"o", r"\c s", r"\c{s}", r"{\i}", r"\begin{a}", r"\end{a}", r"\item", r"\verb|", r"\url{", r"\href{", r"\frac"),
    *(
        r"\input{/etc/passwd}",
        r"\def\a{\a}",
        r"\newcommand",
        r"\sqrt[",
        r"\(",
        r"\[",
        r"\\",
        "$$",
        "and",
        " and others",
    ),
    *("Ş", "ö", "van", "der", "Jr", "10.1000/x", "https://a.org", "😀", "\u202e", "\xa0"),
]
words = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=12).map("".join)


@given(st.dictionaries(st.sampled_from(FIELDS), words, max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_fields_make_a_reference_or_faults_at_their_field(fields: dict[str, str]) -> None:
    places = {name: Location("references.bib", line) for line, name in enumerate(fields, 2)}
    entry = BibEntry("key", "article", fields, Location("references.bib"), places, "@article{key}")
    reference, faults = build_reference(entry)
    assert {fault.location for fault in faults} <= {*places.values(), entry.location}
    assert "\n" not in reference.title + reference.container + "".join(name.vancouver for name in reference.authors)
    assert not reference.url or reference.url.startswith(("https://", "http://"))


@given(words)
@settings(max_examples=200, deadline=None)
def test_text_without_latex_comes_back_as_it_is(text: str) -> None:
    plain = "".join(character for character in text if character.isalnum() or character in " ,.;:!?()%&#<>/")
    entry = BibEntry("key", "article", {"title": plain}, Location("references.bib"), {}, "")
    assert build_reference(entry)[0].title == " ".join(plain.split()).rstrip(".")
