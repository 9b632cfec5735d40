"""A page repeats each body of evidence once, and links to the other pages that say it: none grows with the site."""

from generator.rendering.claims import MOST_CLAIMS_TOLD
from tests.shown_pages import rendered, shown, words_of
from tests.things import thing

BIB = "\n".join(
    f"@article{{s{n}, author = {{Smith, Anna}}, title = {{Massage}}, journal = {{Journal}}, year = {{{2000 + n}}}}}"
    for n in range(20)
)


def claim(says: str, *sources: str) -> dict[str, object]:
    evidence = {"sources": list(sources), "certainty": "low", "applies": "indirect"}
    return {"says": says, "about": "ache", **(evidence if sources else {"basis": "practice"})}


def page_of_ache(*claims: dict[str, object]) -> tuple[list[str], list[str]]:
    """Render a condition that other pages make claims about: what it tells, and which pages it links for more."""
    files = thing("conditions", "ache")
    for number, one in enumerate(claims):
        files |= thing("anatomy", f"part-{number:02}", claims=[one])
    page = shown(rendered(files, bib=BIB)["conditions/ache.md"])
    told = [words_of(item) for item in page.xpath("//div[@class='claims']/ul/li/p[1]")]
    more = page.xpath("//details[starts-with(summary, 'Other pages that say')]//li/a/text()")
    return told, more


def test_claims_on_the_same_sources_are_told_once() -> None:
    told, more = page_of_ache(claim("It may ease it.", "s1"), claim("It may help.", "s1"), claim("It may do.", "s2"))
    assert told == ["It may ease it.[1] (Part 00)", "It may do.[2] (Part 02)"]
    assert more == ["Part 01"]


def test_the_page_s_own_claim_is_not_repeated() -> None:
    own = {"says": "It may ease it.", "sources": ["s1"], "certainty": "low", "applies": "indirect"}
    files = {
        **thing("conditions", "ache", claims=[own]),
        **thing("anatomy", "part", claims=[claim("It may help.", "s1")]),
    }
    page = shown(rendered(files, bib=BIB)["conditions/ache.md"])
    assert len(page.xpath("//div[@class='claims']/ul/li")) == 1
    assert page.xpath("//details[starts-with(summary, 'Other pages that say')]")


def test_practice_in_other_words_is_told_and_in_the_same_is_not() -> None:
    told, more = page_of_ache(claim("Many like it."), claim("Many like it."), claim("Some use it."))
    assert told == ["Many like it. (Part 00)", "Some use it. (Part 02)"]
    assert more == ["Part 01"]


def test_no_more_than_the_most_are_told() -> None:
    told, more = page_of_ache(*(claim(f"It may ease it {n}.", f"s{n}") for n in range(15)))
    assert len(told) == MOST_CLAIMS_TOLD
    assert len(more) == 15 - MOST_CLAIMS_TOLD


def test_a_study_repeats_no_claim_in_the_same_words() -> None:
    files = {**thing("conditions", "ache"), **thing("studies", "s1")}
    for number, says in enumerate(["It may ease it.", "It may ease it.", "It may help."]):
        files |= thing("anatomy", f"part-{number}", claims=[claim(says, "s1")])
    page = shown(rendered(files, bib=BIB)["studies/s1.md"])
    assert [words_of(item) for item in page.xpath("//div[@class='claims']/ul/li/p[1]")] == [
        "It may ease it. (Part 0)",
        "It may help. (Part 2)",
    ]
    assert page.xpath("//details[starts-with(summary, 'More pages')]//li/a/text()") == ["Part 1"]
