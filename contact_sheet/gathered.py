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
from generator.model.kinds.routine import Routine
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

    def tile_like(self, which: str) -> Tile | None:
        """Find a picture by the name of its file, such as `techniques/effleurage`, or else the first in its folder."""
        tiles = {tile.which: tile for group in self.groups for tile in group.tiles}
        folder = which.partition("/")[0] + "/"
        return tiles.get(which) or next((tile for name, tile in tiles.items() if name.startswith(folder)), None)


def gather(root: Path) -> Gathered:
    """Draw all pictures of the project at `root`. Raises ValueError where its check finds errors."""
    checked = check_project(root)
    if checked.report.has_errors:
        raise ValueError("The check finds errors: run “make check” first.")
    site = link_site(checked.catalogue)
    drawings = draw_site(site)
    kinds = [Group(hub.kind.title, tuple(_pictures_of(hub.kind.folder, site, drawings))) for hub in site.hubs]
    strips = [
        Group(f"Routine: {page.thing.full_name}", tuple(_steps_of(page.thing, site, drawings.strips[page.thing.id])))
        for page in site.pages.values()
        if isinstance(page.thing, Routine)
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


def _steps_of(routine: Routine, site: Site, strip: Strip) -> Iterator[Tile]:
    for place, (step, shown) in enumerate(zip(routine.steps, strip.steps, strict=True), 1):
        name = site.pages[step.named[0]].thing.full_name
        yield Tile(name, f"routines/{routine.id}, step {place}", FRAME, FRAME, strip.drawings[shown.number - 1])
