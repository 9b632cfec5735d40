"""Sheets -> PDFs and cards, with typst, in this process. What was typeset before with the same data comes from a cache.

typst gets its words as JSON and its fonts from us, looks at no font of the machine, and asks nobody for a package.
"""

import hashlib
import io
import json
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Final

import typst
from PIL import Image

from generator import fonts_folder, templates_folder
from generator.diagnostics import Code, Diagnostic, Location, Severity, quote
from generator.publishing.typeset_cache import TypesetCache
from generator.rendering import Sheet

HANDOUT_TOO_LONG = Code(
    "handout-too-long", Severity.ERROR, "A handout has more words than its pages hold, even in its smallest layout."
)
HANDOUT_LONGER = Code(
    "handout-longer",
    Severity.NOTICE,
    "A handout takes a page more than it should. It is there all the same: no caution may be left out for paper.",
)
LETTER_NOT_IN_FONT = Code("letter-not-in-font", Severity.ERROR, "A handout has a letter that its fonts do not have.")
CODES: Final = (HANDOUT_TOO_LONG, HANDOUT_LONGER, LETTER_NOT_IN_FONT)

_TOO_LONG: Final = "too-long"
"""What the template says where there are more pages than it may have."""

_LONGER: Final = "longer-"
"""How the key begins of a sheet that takes a page more than it should: it is to be told each time."""

_NO_LETTER: Final = re.compile(r'the text `"(.*?)"` could not be displayed')
"""How typst 0.15 says that no font has a letter (PDF/UA-1, 7.21.8: no `.notdef` may show)."""

_COLOURS_OF_A_CARD: Final = 96
_NO_TIME: Final = 0
"""Each document says its own date, that of its review. The clock must not."""


@dataclass(frozen=True)
class TypesetFile:
    """A file that was typeset: `path` below build/docs, and where the cache keeps it; 3,000 would fill the memory."""

    path: str
    kept_in: Path

    @property
    def content(self) -> bytes:
        """Read what was typeset."""
        return self.kept_in.read_bytes()


@dataclass(frozen=True)
class Typeset:
    """All that was typeset, and what could not be. `made` is how many did not come from the cache."""

    files: tuple[TypesetFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    made: int


class TypesetBefore:
    """What a process typeset for other copies: the cards, which are alike in all, and which layout fitted what room."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.cards: dict[str, bytes] = {}
        self.fitted: dict[tuple[str, str], int] = {}


class _TooLongError(Exception):
    pass


@dataclass(frozen=True)
class _Longer:
    """A sheet that takes a page more than it should."""

    content: bytes


def typeset(
    sheets: Sequence[Sheet],
    cache_folder: Path,
    before: TypesetBefore | None = None,
    pause: Callable[[], None] | None = None,
) -> Typeset:
    """Typeset sheets, or take what `cache_folder` keeps of them; it keeps what these need and little else.

    `before` is what this process typeset for other copies. `pause` is called after each sheet that was not kept, and
    may raise to stop: what was typeset by then is kept. With it, a core is left to whoever has something better to do.

    Raises typst.TypstError for a fault in a template, and RuntimeError for what typst warns of.
    """
    kept = TypesetCache(cache_folder)
    before = before if before is not None else TypesetBefore()
    keys = [_key(sheet) for sheet in sheets]
    for key in {*keys} & before.cards.keys():
        if not kept.has(key):
            kept.put(key, before.cards[key])
    missing = [(key, sheet) for key, sheet in zip(keys, sheets, strict=True) if _find(key, kept) is None]
    faults: list[Diagnostic] = []
    cores = os.cpu_count() or 1
    pool = ThreadPoolExecutor(cores if pause is None else max(1, cores - 1))
    try:
        for key, outcome in pool.map(lambda one: (one[0], _set(one[1], before)), missing):
            if isinstance(outcome, Diagnostic):
                faults.append(outcome)
            else:
                _keep(key, outcome, kept, before)
            if pause is not None:
                pause()
    finally:
        pool.shutdown(wait=pause is None, cancel_futures=True)  # a sheet takes up to a second: nobody waits for it
    files: list[TypesetFile] = []
    for key, sheet in zip(keys, sheets, strict=True):
        found = _find(key, kept)
        if found is not None:
            files.append(TypesetFile(sheet.path, kept.use(found)))
            faults.extend([_longer(sheet)] if found != key else [])
    kept.forget_all_but([file.kept_in.name for file in files])
    return Typeset(tuple(files), tuple(faults), len(missing))


def _find(key: str, kept: TypesetCache) -> str | None:
    """Find under which key a sheet is kept: as it should be, or a page longer."""
    return next((one for one in (key, _LONGER + key) if kept.has(one)), None)


def _keep(key: str, outcome: bytes | _Longer, kept: TypesetCache, before: TypesetBefore) -> None:
    if isinstance(outcome, _Longer):
        kept.put(_LONGER + key, outcome.content)
        return
    kept.put(key, outcome)
    if key.endswith(".png"):
        before.cards[key] = outcome


def _set(sheet: Sheet, before: TypesetBefore) -> bytes | _Longer | Diagnostic:
    """Typeset a sheet in the first of its layouts that fits; a handout that fits in none gets one page more."""
    known = before.fitted.get((sheet.path, sheet.room)) if sheet.room else None
    try:
        found = _find_layout(sheet, known)
        if found is not None:
            before.fitted[sheet.path, sheet.room] = found[0]
            return found[1]
        more = None if _is_card(sheet) else _find_layout(replace(sheet, most_pages=sheet.most_pages + 1), None)
    except typst.TypstError as fault:
        letter = _NO_LETTER.search(fault.message)
        if letter is None:
            raise
        return Diagnostic(
            LETTER_NOT_IN_FONT,
            Location(sheet.source),
            f"The handout /{sheet.path} holds {quote(letter[1])}, which its fonts do not have.",
            "Write it in letters of the Latin, Greek or Cyrillic alphabet.",
        )
    return _Longer(more[1]) if more is not None else _too_long(sheet)


def _find_layout(sheet: Sheet, known: int | None) -> tuple[int, bytes] | None:
    """Find the first layout that fits: its place from 0, and what was typeset. Each takes less room than those before.

    It is found by halves. Where another of the same room fitted, its layout is tried first, and none that is roomier.
    """
    low, high = known or 0, len(sheet.layouts) - 1
    best: bytes | None = None
    while low <= high:
        middle = (low + high) // 2 if known is None else known
        try:
            best = _compile(sheet, sheet.layouts[middle])
            high = middle - 1
        except _TooLongError:
            low = middle + 1
        known = None
    return None if best is None else (low, best)


def _pages(number: int) -> str:
    return "1 page" if number == 1 else f"{number} pages"


def _too_long(sheet: Sheet) -> Diagnostic:
    return Diagnostic(
        HANDOUT_TOO_LONG,
        Location(sheet.source),
        f"The handout /{sheet.path} does not fit on {_pages(sheet.most_pages)}, even with the smallest letters and "
        "pictures.",
        "Shorten its steps and what not to do. What forbids it and when to get help is never left out.",
    )


def _longer(sheet: Sheet) -> Diagnostic:
    return Diagnostic(
        HANDOUT_LONGER,
        Location(sheet.source),
        f"The handout /{sheet.path} has {_pages(sheet.most_pages + 1)}, and should have {_pages(sheet.most_pages)}.",
        "Shorten its steps, when you can. Do not leave out a caution for it: many handouts show each.",
    )


def _is_card(sheet: Sheet) -> bool:
    return PurePosixPath(sheet.path).suffix == ".png"


def _compile(sheet: Sheet, layout: str) -> bytes:
    is_card = _is_card(sheet)
    try:
        content, warnings = _compiler().compile_with_warnings(
            input=templates_folder() / sheet.template,
            format="png" if is_card else "pdf",
            ppi=72,
            sys_inputs={"data": sheet.data, "layout": layout, "most_pages": str(sheet.most_pages)},
            pdf_standards=[] if is_card else ["ua-1"],
            timestamp=_NO_TIME,
        )
    except typst.TypstError as fault:
        if _TOO_LONG in fault.message:
            raise _TooLongError from fault
        raise
    if warnings:
        raise RuntimeError("; ".join(warning.message for warning in warnings))
    if not isinstance(content, bytes):
        message = f"{sheet.path} is not one file"
        raise TypeError(message)
    return _with_few_colours(content) if is_card else content


def _with_few_colours(png: bytes) -> bytes:
    """Make a PNG small: flat drawings need few colours. An octree finds them 5 times faster than median cut."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        few = image.convert("RGB").quantize(
            _COLOURS_OF_A_CARD, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        few.save(out, format="PNG")
    return out.getvalue()


_of_this_thread: Final = threading.local()


def _compiler() -> typst.Compiler:
    """Give this thread its compiler; one takes no two jobs at a time."""
    compiler: typst.Compiler | None = getattr(_of_this_thread, "compiler", None)
    if compiler is None:
        compiler = _of_this_thread.compiler = typst.Compiler(
            root=templates_folder(), font_paths=_fonts(), ignore_system_fonts=True
        )
    return compiler


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts_folder()])


def _key(sheet: Sheet) -> str:
    """Write a key that differs wherever the outcome could."""
    suffix = PurePosixPath(sheet.path).suffix
    parts = [sheet.template, sheet.data, *sheet.layouts, str(sheet.most_pages), suffix]
    return hashlib.sha256(json.dumps(parts).encode() + _state_of_tools()).hexdigest() + suffix


def _state_of_tools() -> bytes:
    """Digest what typesets: the templates, which an author of them changes while a server runs, fonts and libraries."""
    digest = hashlib.sha256(_state_of_fonts())
    for content in _contents(templates_folder().glob("*.typ")):
        digest.update(content)
    return digest.digest()


@cache
def _state_of_fonts() -> bytes:
    libraries = f"{version('typst')} {version('pillow')} {_COLOURS_OF_A_CARD}".encode()
    digest = hashlib.sha256(libraries)
    for content in _contents(fonts_folder().glob("*.ttf")):
        digest.update(content)
    return digest.digest()


def _contents(paths: Iterable[Path]) -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted(paths))
