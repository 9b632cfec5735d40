"""references.bib is read as far as it goes; every fault is told at its own line, and nothing is lost in silence."""

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from generator.reading import bibliography
from generator.reading.bibliography import BibEntry, BibFile, parse_bibliography
from generator.reading.source_file import SourceFile

GOOD = "@article{good2020,\n  author = {Good, Ann},\n  title = {Feet},\n  year = {2020},\n}\n"


def read(text: str) -> tuple[BibFile, list[tuple[int, int, str]]]:
    bib_file, diagnostics = parse_bibliography(SourceFile("references.bib", text))
    return bib_file, [(d.location.line, d.location.column, d.code.name) for d in diagnostics]


def entry(text: str) -> BibEntry:
    bib_file, faults = read(text)
    assert faults == []
    (only,) = bib_file.entries
    return only


def test_an_empty_bibliography_is_sound() -> None:
    assert read("") == (BibFile((), frozenset(), SourceFile("references.bib", "")), [])


def test_fields_lose_their_braces_and_nothing_else() -> None:
    assert entry(GOOD).fields == {"author": "Good, Ann", "title": "Feet", "year": "2020"}


def test_fields_in_quotation_marks_and_bare_numbers_are_read() -> None:
    assert entry('@book{a, title = "The {Foot}", year = 2020}').fields == {"title": "The {Foot}", "year": "2020"}


def test_inner_braces_stay() -> None:
    assert entry("@book{a, author = {{World Health Organization}}}").fields == {"author": "{World Health Organization}"}


def test_types_of_web_pages_are_kept() -> None:
    assert [entry(f"@{kind}{{a, title={{T}}}}").type for kind in ("online", "misc", "Online")] == [
        "online",
        "misc",
        "online",
    ]


def test_a_string_is_put_in_for_its_name() -> None:
    text = "@string{jof = {Journal of Feet}}\n@article{a, journal = JOF}"
    assert entry(text).fields == {"journal": "Journal of Feet"}


def test_month_names_need_no_string() -> None:
    assert entry("@article{a, month = nov}").fields == {"month": "nov"}


def test_each_field_knows_its_line_and_column() -> None:
    places = {name: (place.line, place.column) for name, place in entry("\n\n" + GOOD).field_locations.items()}
    assert places == {"author": (4, 3), "title": (5, 3), "year": (6, 3)}


def test_fields_on_one_line_know_their_columns() -> None:
    places = {name: (p.line, p.column) for name, p in entry("@book{a, title={T}, year={2020}}").field_locations.items()}
    assert places == {"title": (1, 10), "year": (1, 21)}


def test_a_field_is_not_looked_for_inside_the_text_of_another() -> None:
    text = "@book{a,\n  note = {its title = unknown},\n  title = {T},\n}"
    assert entry(text).field_locations["title"].line == 3


def test_the_text_of_an_entry_is_kept_to_copy() -> None:
    assert entry(GOOD).raw == GOOD.strip()


def test_windows_line_ends_move_no_position() -> None:
    places = {name: (p.line, p.column) for name, p in entry(GOOD.replace("\n", "\r\n")).field_locations.items()}
    assert places == {"author": (2, 3), "title": (3, 3), "year": (4, 3)}


def test_per_cent_and_ampersand_are_text() -> None:
    fields = entry("@online{a, title = {50% of feet & toes}, url = {https://a.org/?q=%20&b=1}}").fields
    assert fields == {"title": "50% of feet & toes", "url": "https://a.org/?q=%20&b=1"}


def test_an_entry_that_is_never_closed_does_not_hide_the_next() -> None:
    bib_file, faults = read("@article{bad2019,\n  title = {Feet,\n\n" + GOOD)
    assert faults == [(1, 1, "broken-bib-entry")]
    assert [found.key for found in bib_file.entries] == ["good2020"]
    assert bib_file.broken_keys == {"bad2019"}


def test_an_entry_without_an_equals_sign_does_not_hide_the_next() -> None:
    bib_file, faults = read("@article{bad2019,\n  title {Feet},\n}\n\n" + GOOD)
    assert faults == [(1, 1, "broken-bib-entry")]
    assert [found.key for found in bib_file.entries] == ["good2020"]


def test_an_entry_without_a_comma_behind_its_key_is_told() -> None:
    bib_file, faults = read("@article{bad2019\n  title = {Feet},\n}\n\n" + GOOD)
    assert faults == [(1, 1, "broken-bib-entry")]
    assert [found.key for found in bib_file.entries] == ["good2020"]


def test_an_entry_without_a_key_is_told() -> None:
    assert read("\n@article{,\n  title = {Feet},\n}\n")[1] == [(2, 1, "broken-bib-entry")]


def test_a_missing_comma_is_told_at_the_field_before_it() -> None:
    text = "@article{a,\n  title = {Feet}\n  year = {2020},\n  note = {N},\n}"
    assert read(text)[1] == [(2, 3, "broken-bib-field")]


def test_every_missing_comma_of_an_entry_is_told() -> None:
    text = "@article{a,\n  title = {Feet}\n  year = {2020},\n  volume = {2}\n  number = {3},\n}"
    assert read(text)[1] == [(2, 3, "broken-bib-field"), (4, 3, "broken-bib-field")]


def test_a_field_given_twice_is_told_at_both_places() -> None:
    _, diagnostics = parse_bibliography(
        SourceFile("references.bib", "@book{a,\n  title = {A},\n  Title = {B},\n  year = {2020},\n}")
    )
    (fault,) = diagnostics
    assert (fault.location.line, fault.code.name) == (3, "duplicate-bib-field")
    assert [place.line for place, _ in fault.related] == [2]


def test_a_key_given_twice_is_told_at_both_places() -> None:
    _, (fault,) = parse_bibliography(SourceFile("references.bib", GOOD + "\n" + GOOD))
    assert (fault.location.line, fault.code.name) == (7, "duplicate-citation-key")
    assert [place.line for place, _ in fault.related] == [1]


def test_a_key_given_three_times_is_told_twice() -> None:
    assert [(line, code) for line, _, code in read(GOOD + "\n" + GOOD + "\n" + GOOD)[1]] == [
        (7, "duplicate-citation-key"),
        (13, "duplicate-citation-key"),
    ]


def test_keys_that_differ_in_capitals_are_told() -> None:
    assert read(GOOD + "\n" + GOOD.replace("good", "Good"))[1] == [(7, 1, "duplicate-citation-key")]


def test_text_put_together_with_hash_is_told() -> None:
    text = '@string{jof = "Feet"}\n@article{a,\n  journal = jof # " and Toes",\n}'
    assert read(text)[1] == [(3, 3, "broken-bib-field")]


def test_an_undefined_string_is_told() -> None:
    assert read("@article{a,\n  journal = jof,\n}")[1] == [(2, 3, "broken-bib-field")]


def test_comments_are_no_stray_text() -> None:
    assert read('% Ours.\n@comment{Old: @book{x}}\n@preamble{"Hello"}\n' + GOOD)[1] == []


def test_each_stretch_of_stray_text_is_told_once() -> None:
    assert read("One.\nTwo.\n" + GOOD + "Three.\n")[1] == [(1, 1, "stray-bib-text"), (8, 1, "stray-bib-text")]


def test_an_email_address_between_entries_is_stray_text_and_no_entry() -> None:
    assert [code for _, _, code in read("Ask ann@example.org.\n" + GOOD)[1]] == ["stray-bib-text"]


def test_one_fault_of_each_sort_is_told_in_one_run() -> None:
    text = (
        "Stray.\n"
        "@article{one, title = {A} year = {2020}}\n"
        "@article{one, title = {B}}\n"
        "@article{two, title = {C}, title = {D}}\n"
        "@article{three, journal = nope}\n"
        "@article{four, title = {E\n"
    )
    assert [(line, code) for line, _, code in read(text)[1]] == [
        (1, "stray-bib-text"),
        (2, "broken-bib-field"),
        (3, "duplicate-citation-key"),
        (4, "duplicate-bib-field"),
        (5, "broken-bib-field"),
        (6, "broken-bib-entry"),
    ]


def test_10_000_entries_are_read_soon() -> None:
    text = "\n".join(GOOD.replace("good2020", f"good{number}") for number in range(10_000))
    bib_file, faults = read(text)
    assert (len(bib_file.entries), faults) == (10_000, [])


PIECES = st.lists(
    st.sampled_from(
        [
            GOOD,
            GOOD.replace("Feet", "Knees"),
            GOOD.replace("good2020", "GOOD2020"),
            GOOD.replace("good2020", "better2021"),
            "  @misc{indented, title = {T}}\n",
            '@misc{quoted, title = "A {B} C", month = nov}',
            "@string{jof = {Journal of Feet}}\n",
            " @string{jof = {Journal of Toes}}\n",
            "@article{named, journal = jof}\n",
            "@article{odd, note = {a line\n@ that begins so}}\n",
            "@comment{old}\n",
            "% a remark\n",
            "Words.\n",
            "@article{open, title = {E\n",
            "}\n",
            "\n",
        ]
    ),
    max_size=6,
).map("".join)


@given(PIECES, PIECES)
def test_a_file_that_is_read_again_is_read_as_if_for_the_first_time(first: str, then: str) -> None:
    before, faults = parse_bibliography(SourceFile("references.bib", first))
    again = SourceFile("references.bib", then)
    assert parse_bibliography(again, None if faults else before) == parse_bibliography(again)


def test_of_a_file_that_is_read_again_only_the_new_entry_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = parse_bibliography(SourceFile("references.bib", GOOD + GOOD.replace("good", "better")))
    parsed: list[str] = []

    def parse_and_note(text: str, **options: object) -> object:
        parsed.append(text)
        return parse_string(text, **options)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(bibliography, "parse_string", parse_and_note)
    new = GOOD.replace("good", "new")
    again, faults = parse_bibliography(SourceFile("references.bib", new + before.source.text), before)
    assert ([one.key for one in again.entries], faults) == (["new2020", "good2020", "better2020"], ())
    assert parsed == [new.strip()]
