"""A project -> all of its pictures, in groups, each with the name that its file has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markupsafe import Markup

from generator.drawing import Drawings, draw_site
from generator.drawing.body_map import draw_body_map
from generator.drawing.picture import Picture
from generator.drawing.routine_pictures import FRAME, Strip
from generator.linking import Site, link_site
from generator.linking.site import ThingPage
from generator.pipeline import check_project

_FOLDER: Final = "pictures/"


@dataclass(frozen=True)
class Tile:
    """One picture on the sheet: its name, which of them it is, and the drawing in its own units."""

    name: str
    which: str
    width: float
    height: float
    drawing: Markup


@dataclass(frozen=True)
class Group:
    """Pictures below one heading."""

    heading: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Gathered:
    """All pictures of a project; the body map is HTML, for it stands in a page itself."""

    groups: tuple[Group, ...]
    body_map: Markup

    def tile(self, which: str) -> Tile:
        """Find a picture by the name of its file, such as `techniques/effleurage`."""
        return next(tile for group in self.groups for tile in group.tiles if tile.which == which)


def gather(root: Path) -> Gathered:
    """Draw all pictures of the project at `root`. Raises ValueError where its check finds errors."""
    checked = check_project(root)
    if checked.report.has_errors:
        raise ValueError("The check finds errors: run “make check” first.")
    site = link_site(checked.catalogue)
    drawings = draw_site(site)
    kinds = [Group(hub.kind.title, tuple(_pictures_of(hub.kind.folder, site, drawings))) for hub in site.hubs]
    strips = [
        Group(f"Routine: {page.thing.full_name}", tuple(_steps_of(page, drawings.strips[page.thing.id])))
        for page in site.pages.values()
        if page.thing.id in drawings.strips
    ]
    return Gathered(tuple(group for group in (*kinds, *strips) if group.tiles), draw_body_map(site.places))


def _pictures_of(folder: str, site: Site, drawings: Drawings) -> Iterator[Tile]:
    for page in site.pages.values():
        if page.kind.folder == folder:
            yield from _numbered(page.thing.full_name, drawings.pictures.get(page.thing.id, ()))


def _numbered(name: str, pictures: Sequence[Picture]) -> Iterator[Tile]:
    for picture in pictures:
        which = picture.path.removeprefix(_FOLDER).removesuffix(".svg")
        yield Tile(name, which, picture.width, picture.height, picture.content)


def _steps_of(page: ThingPage, strip: Strip) -> Iterator[Tile]:
    for place, step in enumerate(strip.steps, 1):
        name = step.title.partition(":")[0].partition(", ")[2]
        which = f"routines/{page.thing.id}, step {place}"
        yield Tile(name, which, FRAME, FRAME, strip.drawings[step.number - 1])
