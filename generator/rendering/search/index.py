"""All pages -> the files that the search in the browser reads, each small: no reader loads what they do not look for.

`search/index.json` is read first: every word, the words of every name, and which of the other files holds what.
`search/words-N.json` tell on which pages a word stands and how much it says there; `search/pages-N.json` what to show.
"""

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from generator.linking import Site
from generator.linking.site_pages import SAFETY_CHECK
from generator.model.markup import plain_words
from generator.rendering.output_file import OutputFile
from generator.rendering.search.a_to_z import A_TO_Z
from generator.rendering.search.pages import SearchPage, search_page
from generator.rendering.search.words import IGNORED, telling_words_of, words_of

FOLDER: Final = "search"
INDEX_FILE: Final = f"{FOLDER}/index.json"

BYTES_A_PART: Final = 48_000
"""Of JSON, about 16 KB compressed: a query of 3 words then reads at most 50 KB, however large the site."""

PAGES_A_PART: Final = 60
"""About 18 KB of JSON, 6 KB compressed."""

FULL: Final = 31
"""The weight of a word that says all there is to say of a page."""


_HELP: Final = (
    (SAFETY_CHECK.address.url, SAFETY_CHECK.name),
    ("#where-does-it-hurt", "Point to where it hurts"),
    (A_TO_Z.address.url, A_TO_Z.name),
)
"""Where to go for those who find nothing: the heading of the body map has its place on the home page."""


def render_search(site: Site, files: Sequence[OutputFile]) -> tuple[OutputFile, ...]:
    """Render the index of all pages among `files`."""
    things = {page.address.file: page for page in site.pages.values()}
    pages = [search_page(file, things.get(file.path)) for file in files if file.path.endswith(".md")]
    pages.sort(key=lambda page: (-page.shown.lift, page.shown.label, page.url))
    return tuple(_write(pages, site.same_words))


_SAYS: Final = {"names": 0.8, "headings": 0.55, "signs": 0.6, "lead": 0.45}
"""How much a word says of a page that has it in such a text, between 0 and 1."""

_SAYS_IN_BODY: Final = 0.16
"""The same for its first use in the body; each doubling adds as much again, up to the most."""

_MOST_IN_BODY: Final = 0.4


def _weights(page: SearchPage) -> Mapping[str, int]:
    """Weigh the words of a page: what several of its texts say adds up, and never passes the full weight."""
    unsaid: dict[str, float] = defaultdict(lambda: 1.0)
    for field, share in _SAYS.items():
        for word in {word for text in getattr(page, field) for word in telling_words_of(plain_words(text))}:
            unsaid[word] *= 1 - share
    counts: dict[str, int] = defaultdict(int)
    for text in page.body:
        for word in telling_words_of(text):
            counts[word] += 1
    for word, count in counts.items():
        unsaid[word] *= 1 - min(_MOST_IN_BODY, _SAYS_IN_BODY * (1 + math.log2(count)))
    return {word: max(1, round(FULL * (1 - left))) for word, left in unsaid.items()}


def _write(pages: Sequence[SearchPage], same_words: Sequence[str]) -> Iterator[OutputFile]:
    weights = [_weights(page) for page in pages]
    names = [[list(words_of(plain_words(name))) for name in page.names] for page in pages]
    words = sorted({word for found in weights for word in found} | {w for page in names for name in page for w in name})
    places = {word: place for place, word in enumerate(words)}
    uses: list[list[int]] = [[] for _ in words]
    for number, found in enumerate(weights):
        for word, weight in found.items():
            uses[places[word]].append(number * (FULL + 1) + weight)
    word_parts = list(_parts([_dump(_steps(use)) for use in uses]))
    page_parts = [
        "[" + ",".join(_dump(_shown(page)) for page in pages[start : start + PAGES_A_PART]) + "]"
        for start in range(0, len(pages), PAGES_A_PART)
    ]
    kinds = list(dict.fromkeys(page.kind for page in pages))
    shown = {page.kind: page.shown for page in pages}
    index = {
        "full": FULL,
        "ignored": sorted(IGNORED),
        "same": [[list(words_of(phrase)) for phrase in line.split(",")] for line in same_words],
        "kinds": [[shown[kind].label, shown[kind].lift, shown[kind].warns] for kind in kinds],
        "words": " ".join(words),
        "on": [len(use) for use in uses],
        "pages": [
            [kinds.index(page.kind), *([places[w] for w in name] for name in names[n])] for n, page in enumerate(pages)
        ],
        "wordParts": [[first, tag_of(part)] for first, part in word_parts],
        "pageParts": [tag_of(part) for part in page_parts],
        "pagesAPart": PAGES_A_PART,
        "help": _HELP,
    }
    yield OutputFile(INDEX_FILE, _dump(index) + "\n")
    yield from (OutputFile(f"{FOLDER}/words-{n}.json", part) for n, (_, part) in enumerate(word_parts))
    yield from (OutputFile(f"{FOLDER}/pages-{n}.json", part) for n, part in enumerate(page_parts))


def _shown(page: SearchPage) -> list[object]:
    return [page.url, page.name, page.summary, list(page.names[1:])]


def _steps(numbers: Sequence[int]) -> list[int]:
    """Write rising numbers as the steps between them, which are short."""
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _parts(entries: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Put entries into files of about the same size, each with the number of its first entry."""
    held: list[str] = []
    first = size = 0
    for number, entry in enumerate(entries):
        if held and size + len(entry) > BYTES_A_PART:
            yield first, f"[{','.join(held)}]"
            first, held, size = number, [], 0
        held.append(entry)
        size += len(entry) + 1
    yield first, f"[{','.join(held)}]"


def tag_of(content: str) -> str:
    """Tell one edition of a file from another: a browser that keeps files never mixes two builds."""
    return hashlib.sha256(content.encode()).hexdigest()[:8]


def parts_of(index: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """List the other files that an index leads to, each with the tag of its edition."""
    yield from ((f"{FOLDER}/words-{number}.json", tag) for number, (_, tag) in enumerate(index["wordParts"]))
    yield from ((f"{FOLDER}/pages-{number}.json", tag) for number, tag in enumerate(index["pageParts"]))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
