"""A cited entry becomes a reference: names, accents and identifiers as a reader should see them."""

import pytest

from generator.model.reference import Reference, build_reference
from generator.reading.bibliography import parse_bibliography
from generator.reading.source_file import SourceFile


def reference(fields: str, kind: str = "article") -> Reference:
    found, diagnostics = build(fields, kind)
    assert diagnostics == []
    return found


def build(fields: str, kind: str = "article") -> tuple[Reference, list[str]]:
    bib_file, faults = parse_bibliography(SourceFile("references.bib", f"@{kind}{{key,\n{fields}\n}}"))
    assert faults == ()
    found, diagnostics = build_reference(bib_file.entries[0])
    return found, [f"{d.location.line}:{d.location.column} {d.code.name}" for d in diagnostics]


def authors(written: str) -> list[str]:
    return [name.vancouver for name in reference(f"author = {{{written}}}").authors]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Döner, Ayşe", "Döner A"),
        (r"D{\"o}ner, Ay{\c s}e", "Döner A"),
        (r"D\"oner, Ay\c{s}e", "Döner A"),
        ("Taşcı, Sultan", "Taşcı S"),
        (r"Ta{\c s}c{\i}, Sultan", "Taşcı S"),
        ("Şanli, Merve", "Şanli M"),
        (r"{\c S}anli, Merve", "Şanli M"),
        ("Espí-López, Gemma V.", "Espí-López GV"),
        (r"Esp{\'i}-L{\'o}pez, Gemma V.", "Espí-López GV"),
        (r"Esp{\'\i}-L{\'o}pez, Gemma V.", "Espí-López GV"),
        ("Mollaoğlu, Mukadder", "Mollaoğlu M"),
        (r"Mollao{\u g}lu, Mukadder", "Mollaoğlu M"),
        (r"{\O}stergaard, {\AA}se", "Østergaard Å"),
        (r"Stra{\ss}er, J{\"u}rgen", "Straßer J"),
    ],
)
def test_accents_are_read_in_latex_and_in_unicode(written: str, shown: str) -> None:
    assert authors(written) == [shown]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("van der Berg, Anna Bea", "van der Berg AB"),
        ("Anna Bea van der Berg", "van der Berg AB"),
        ("de la Cruz, Juan", "de la Cruz J"),
        ("Smith, Jr, John", "Smith Jr J"),
        ("Jean-Paul Sartre", "Sartre JP"),
        ("Smith, J. R.", "Smith JR"),
        ("Smith", "Smith"),
        ("O'Neill, Pat", "O'Neill P"),
    ],
)
def test_names_are_told_into_their_parts(written: str, shown: str) -> None:
    assert authors(written) == [shown]


def test_several_authors_keep_their_order() -> None:
    assert authors("Wu, Qian and Perlman, Adam I. and Şanli, Merve") == ["Wu Q", "Perlman AI", "Şanli M"]


def test_an_organisation_in_braces_stays_whole() -> None:
    assert authors("{World Health Organization} and {Feet and Toes, Inc.}") == [
        "World Health Organization",
        "Feet and Toes, Inc.",
    ]


def test_and_others_is_no_author() -> None:
    found = reference("author = {Smith, Anna and others}")
    assert ([name.family for name in found.authors], found.more_authors) == (["Smith"], True)


def test_without_others_there_are_no_more_authors() -> None:
    assert not reference("author = {Smith, Anna}").more_authors


def test_an_editor_stands_in_for_an_author() -> None:
    assert [name.family for name in reference("editor = {Jones, Bea}").authors] == ["Jones"]


def test_too_many_commas_are_told_and_the_other_authors_kept() -> None:
    found, faults = build("title = {T},\nauthor = {Good, Ann and Smith, Jr, John, MD, PhD}")
    assert ([name.family for name in found.authors], faults) == (["Good"], ["3:1 broken-name"])


@pytest.mark.parametrize("written", ["Smith, Anna & Jones, Bea", "Smith, A.; Jones, B.", "Anna Smith; Bea Jones"])
def test_authors_that_are_not_joined_by_and_are_told(written: str) -> None:
    assert build(f"author = {{{written}}}")[1] == ["2:1 broken-name"]


def test_a_person_whose_name_begins_and_ends_in_braces_is_no_organisation() -> None:
    assert authors(r"{\O}rsted, {\AA}") == ["Ørsted Å"]


def test_each_name_that_cannot_be_told_is_told() -> None:
    _, faults = build("author = {A, B, C, D and Good, Ann and E, F, G, H}")
    assert faults == ["2:1 broken-name"] * 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("50% of feet & toes", "50% of feet & toes"),
        (r"50\% of feet \& toes", "50% of feet & toes"),
        (r"50% of feet{\"o}", "50% of feetö"),
        ("{DNA} and {f}eet", "DNA and feet"),
        ("Feet---a study -- of 10--20", "Feet—a study – of 10–20"),
        ("``Feet''", "“Feet”"),
        (r"The foot: \emph{sole}", "The foot: sole"),
        ("Feet.", "Feet"),
        ("A  long\n  title", "A long title"),
        ("Feet <b>bold</b>", "Feet <b>bold</b>"),
        ("$p < 0.05$ in feet", "$p < 0.05$ in feet"),
        ("Cost: 5$", "Cost: 5$"),
        (r"Cost: 5\$", "Cost: 5$"),
        ("Does it work?", "Does it work?"),
        ("Ça va", "Ça va"),
        ("Feet~and toes", "Feet and toes"),
        (r"Feet \textit{and} H$_2$O", "Feet and H$_2$O"),
        ("a_b ^ #1", "a_b ^ #1"),
    ],
)
def test_titles_are_read_as_they_are_meant(written: str, shown: str) -> None:
    assert reference(f"title = {{{written}}}").title == shown


@pytest.mark.parametrize(
    "command",
    [
        *(r"\frac", r"\sqrt", r"\footnote", r"\textcolor{red}", r"\verb", r"\href{a}", r"\ensuremath"),
        *(r"\includegraphics{x}", r"\cite{x}", r"\input{x}", r"\begin{x}", r"\item", r"\def\x{y}", r"\unheard{x}"),
    ],
)
def test_a_command_that_stands_for_no_text_is_told_at_its_field(command: str) -> None:
    _, faults = build(f"author = {{A, B}},\ntitle = {{Of {command} feet}}")
    assert [fault.split()[0] for fault in faults] == ["3:1"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"See \url{https://a.org/x_y}", "See https://a.org/x_y"),
        (r"See \href{https://a.org}{the site}", "See the site"),
        (r"\textbf{Bold} and \textsuperscript{2}", "Bold and 2"),
        (r"A\&B \_ \# \{x\}", "A&B _ # {x}"),
    ],
)
def test_commands_of_reference_managers_are_read(written: str, shown: str) -> None:
    assert reference(f"note = {{{written}}}").note == shown


def test_an_address_is_never_decoded() -> None:
    url = "https://example.org/a_b?q=50%25&x=1~2#part--3"
    assert reference(f"url = {{{url}}}", "online").url == url


@pytest.mark.parametrize("written", [r"https://a.org/x\_y", r"https://a.org/x{\_}y"])
def test_an_address_may_have_its_signs_escaped(written: str) -> None:
    assert reference(f"url = {{{written}}}", "online").url == "https://a.org/x_y"


@pytest.mark.parametrize(
    "written",
    [
        "10.1371/journal.pone.0030248",
        "https://doi.org/10.1371/journal.pone.0030248",
        "doi: 10.1371/journal.pone.0030248",
    ],
)
def test_a_doi_is_read_in_all_its_forms(written: str) -> None:
    assert reference(f"doi = {{{written}}}").doi == "10.1371/journal.pone.0030248"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("doi", "0030248"),
        ("doi", "10.1371/journal pone"),
        ("pmid", "PMC123"),
        ("pmcid", "123"),
        ("url", "example.org"),
        ("url", "javascript:alert(1)"),
        ("url", 'https://a.org/"onclick="x'),
    ],
)
def test_an_identifier_of_another_form_is_told_and_left_out(field: str, value: str) -> None:
    found, faults = build(f"title = {{T}},\n{field} = {{{value}}}")
    assert (getattr(found, field), faults) == ("", ["3:1 wrong-identifier"])


@pytest.mark.parametrize("kind", ["online", "misc", "article", "inproceedings", "phdthesis"])
def test_every_type_of_entry_is_read(kind: str) -> None:
    found = reference("title = {T},\nurldate = {2026-11-20},\nnote = {Seen}", kind)
    assert (found.type, found.title, found.accessed, found.note) == (kind, "T", "2026-11-20", "Seen")


def test_a_year_is_taken_from_the_date_where_there_is_no_year() -> None:
    assert reference("date = {2021-03-04}").year == "2021"
