"""The pictures of our own content: whole, small, harmless, in plain words, and nowhere on what must not be pressed."""

import math
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

import pytest
from lxml import etree

from generator.drawing.frame import Frame, outline_of
from generator.drawing.ink import Ink
from generator.drawing.picture import Picture, write_picture
from generator.drawing.stroke_on_parts import stroke_on
from generator.drawing.stroke_pictures import draw_technique, stroke_picture
from generator.drawing.stroke_views import StrokeView, view_stroke
from generator.drawing.strokes import StrokeOnBody
from generator.drawing.svg import Spot
from generator.drawing.words import the
from generator.figure.plate import Region
from generator.figure.shapes import Area, Point
from generator.model.kinds.anatomy import Anatomy
from generator.model.kinds.caution import Caution
from generator.model.kinds.condition import Condition
from generator.model.kinds.exercise import Exercise
from generator.model.kinds.routine import Routine
from generator.model.kinds.technique import Direction, HandPart, Pressure, StrokeKind, Technique
from generator.model.kinds.tool import Tool
from generator.model.thing import Thing
from tests.drawn_site import Drawn
from tests.figure_measures import Seen

MOST_BYTES: Final = 15_000
CLEAR_MM: Final = 4.0
STEP_MM: Final = 2.0
"""How finely courses are measured."""

LAYER: Final = re.compile(r"var\(--picture-(bones|muscles|cords|nerves),(inline|none)\)")
FAULTS_OF_WORDS: Final = {
    "a small first letter": r"^[^A-Z]",
    "no stop": r"[^.]$",
    "two stops": r"\.\.",
    "two spaces": r"\s\s",
    "a word twice": r"\b(\w+) \1\b",
    "a space before a comma or stop": r" [,.;:]",
    "None": r"\bNone\b",
    "a brace": r"[{}]",
    "a bracket of markup": r"\[\[|\]\]",
}


def without_picture(drawn: Drawn, is_drawn: Callable[[Thing], bool]) -> list[str]:
    wanted = [thing.id for thing in drawn.things.values() if is_drawn(thing)]
    assert wanted, "there is nothing of this kind"
    return [one for one in wanted if one not in drawn.drawings.pictures]


@pytest.mark.parametrize("kind", [Technique, Exercise, Tool, Anatomy])
def test_everything_done_used_or_worked_has_a_picture(drawn: Drawn, kind: type[Thing]) -> None:
    assert without_picture(drawn, lambda thing: isinstance(thing, kind)) == []


def test_every_caution_about_a_place_or_an_action_has_a_picture(drawn: Drawn) -> None:
    def is_drawn(thing: Thing) -> bool:
        return isinstance(thing, Caution) and bool(thing.areas or thing.applies_to.actions)

    assert without_picture(drawn, is_drawn) == []


def test_every_condition_of_some_place_has_a_picture(drawn: Drawn) -> None:
    assert without_picture(drawn, lambda thing: isinstance(thing, Condition) and bool(thing.areas)) == []


def test_every_routine_has_a_drawing_for_each_step(drawn: Drawn) -> None:
    routines = [thing for thing in drawn.things.values() if isinstance(thing, Routine)]
    strips = {thing.id: drawn.drawings.strips[thing.id] for thing in routines}
    assert [thing.id for thing in routines if len(strips[thing.id].steps) != len(thing.steps)] == []
    assert [
        name
        for name, strip in strips.items()
        if {step.number for step in strip.steps} != set(range(1, len(strip.drawings) + 1))
    ] == []


def test_no_two_pictures_are_one_file(drawn: Drawn) -> None:
    assert len(drawn.files) == len(drawn.pictures) + len(drawn.drawings.strips)


def test_no_picture_is_large(drawn: Drawn) -> None:
    sizes = {picture.path: len(drawn.files[picture.path].encode()) for picture in drawn.pictures}
    assert {path: size for path, size in sizes.items() if size >= MOST_BYTES} == {}


def test_no_drawing_of_a_step_is_large(drawn: Drawn) -> None:
    sizes = {
        (name, number): len(drawing.encode())
        for name, strip in drawn.drawings.strips.items()
        for number, drawing in enumerate(strip.drawings, 1)
    }
    assert {step: size for step, size in sizes.items() if size >= MOST_BYTES} == {}


def test_every_file_is_an_svg_by_itself(drawn: Drawn) -> None:
    assert {root.tag for root in drawn.roots.values()} == {"{http://www.w3.org/2000/svg}svg"}


def test_a_picture_has_one_id(drawn: Drawn) -> None:
    found = {picture.path: drawn.roots[picture.path].xpath("//@id") for picture in drawn.pictures}
    assert {path: ids for path, ids in found.items() if ids != ["picture"]} == {}


def test_a_strip_has_one_id_for_each_drawing(drawn: Drawn) -> None:
    for name, strip in drawn.drawings.strips.items():
        wanted = [f"s{number}" for number in range(1, len(strip.drawings) + 1)]
        assert drawn.roots[f"routines/{name}"].xpath("//@id") == wanted


@pytest.mark.parametrize(
    "harm",
    [
        "//@style",
        "//*[local-name()='style']",
        "//*[local-name()='script']",
        "//*[local-name()='foreignObject']",
        "//@*[starts-with(local-name(), 'on')]",
        "//@*[contains(., 'url(')]",
        "//@*[local-name()='href' and not(starts-with(., '#'))]",
        "//@*[local-name()='src']",
    ],
)
def test_no_file_holds_what_a_strict_policy_refuses(drawn: Drawn, harm: str) -> None:
    assert [path for path, root in drawn.roots.items() if root.xpath(harm)] == []


def test_no_file_has_entities_or_instructions(drawn: Drawn) -> None:
    assert [path for path, text in drawn.files.items() if "<!" in text or "<?" in text] == []


def test_no_two_pictures_have_the_same_title(drawn: Drawn) -> None:
    titles = [picture.title for picture in drawn.pictures]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_steps_with_one_drawing_have_the_same_words(drawn: Drawn) -> None:
    for strip in drawn.drawings.strips.values():
        pairs = {(step.number, step.words) for step in strip.steps}
        assert len(pairs) == len(strip.drawings)


@pytest.mark.parametrize("fault", FAULTS_OF_WORDS.values(), ids=FAULTS_OF_WORDS.keys())
def test_every_title_caption_and_description_is_a_sound_sentence(drawn: Drawn, fault: str) -> None:
    written = [words for one in drawn.pictures for words in (one.title, one.caption, one.description)]
    written += [f"{step.words}." for strip in drawn.drawings.strips.values() for step in strip.steps]
    assert [words for words in written if re.search(fault, words)] == []


def test_the_first_title_of_a_technique_names_where_its_stroke_starts_and_ends(drawn: Drawn) -> None:
    """A second picture shows what is seen from another side alone, where the same stroke is done by turns."""
    titles = {technique.id: drawn.drawings.pictures[technique.id][0].title for technique, _ in drawn.techniques}
    unnamed = [
        (titles[technique.id], end)
        for technique, _ in drawn.techniques
        for end in (technique.stroke.start, technique.stroke.end)
        if end and plain_name(drawn.body.parts[end]).casefold() not in titles[technique.id].casefold()
    ]
    assert unnamed == []


def test_a_title_names_both_ends_of_a_stroke_if_its_side_shows_both_and_else_neither(drawn: Drawn) -> None:
    wrong = []
    for technique, keep_off in drawn.techniques:
        done = stroke_on(technique, drawn.body, keep_off, (), drawn.things)
        if not done.start or not done.end:
            continue
        for view, picture in zip(view_stroke(done, 2), drawn.drawings.pictures[technique.id], strict=True):
            says = f"from {the(done.start)}" in picture.title
            if says != (done.start in view.areas and done.end in view.areas):
                wrong.append(picture.title)
    assert wrong == []


def plain_name(area: Anatomy) -> str:
    return re.sub(r"\s*\([^)]*\)", "", area.plain or area.name)


def test_no_stroke_runs_near_a_place_to_keep_off(drawn: Drawn) -> None:
    near = [
        (laid.on, region.id)
        for laid in drawn.strokes
        for region in laid.keep_off
        for course in laid.view.laid.courses
        if min(Seen(region.shapes).to(point) for point in finely(course)) < CLEAR_MM
    ]
    assert near == []


def finely(course: tuple[Point, ...]) -> Iterator[Point]:
    for a, b in pairwise(course):
        count = max(1, math.ceil(math.dist(a, b) / STEP_MM))
        yield from (Point(a.x + (b.x - a.x) * n / count, a.y + (b.y - a.y) * n / count) for n in range(count + 1))


def test_no_hand_covers_a_place_to_keep_off(drawn: Drawn) -> None:
    covered = [
        (laid.on, region.id) for laid in drawn.strokes for region in laid.keep_off if is_covered(laid.view, region)
    ]
    assert covered == []


def test_hands_are_drawn_where_places_to_keep_off_are_shown(drawn: Drawn) -> None:
    """Else the test above would hold by itself."""
    assert sum(bool(laid.keep_off and laid.view.laid.hands) for laid in drawn.strokes) > 20


def is_covered(view: StrokeView, region: Region) -> bool:
    """Tell whether a hand lies over some of a place that the frame shows."""
    edges = [[view.frame.at(point) for point in outline_of(shape)] for shape in region.shapes]
    hands = list(outlines_of_hands(view.laid))
    both = [(hand, edge) for hand in hands for edge in edges]
    return any(
        is_shown(view.frame, spot) and holds(other, spot)
        for hand, edge in both
        for one, other in ((hand, edge), (edge, hand))
        for spot in one
    )


def outlines_of_hands(laid: StrokeOnBody) -> Iterator[list[Spot]]:
    for place in laid.hands:
        for one in laid.hand.painted:
            if isinstance(one.shape, Area):
                yield [place.at(point) for point in one.shape.edge]


def is_shown(frame: Frame, spot: Spot) -> bool:
    return frame.left <= spot.x <= frame.left + frame.width and frame.top <= spot.y <= frame.top + frame.height


def holds(edge: list[Spot], spot: Spot) -> bool:
    crossings = [
        a.x + (b.x - a.x) * (spot.y - a.y) / (b.y - a.y)
        for a, b in pairwise((*edge, edge[0]))
        if (a.y > spot.y) != (b.y > spot.y)
    ]
    return sum(x > spot.x for x in crossings) % 2 == 1


def test_every_picture_of_a_stroke_has_a_mark(drawn: Drawn) -> None:
    assert [laid.on for laid in drawn.strokes if not laid.view.laid.marks] == []


def test_the_firmer_a_stroke_the_wider_its_lines(drawn: Drawn) -> None:
    unlike = {}
    for technique, keep_off in drawn.techniques:
        widths = [width_of_lines(drawn, technique, keep_off, pressure) for pressure in Pressure]
        if not widths[0] < widths[1] < widths[2]:
            unlike[technique.id] = widths
    assert unlike == {}


def width_of_lines(drawn: Drawn, technique: Technique, keep_off: list[str], pressure: Pressure) -> float:
    done = stroke_on(technique.model_copy(update={"pressure": pressure}), drawn.body, keep_off)
    view = next(view_stroke(done, 1))
    marks = etree.fromstring(f"<svg>{view.laid.draw_marks()}</svg>")
    (width,) = set(marks.xpath(f"//path[@stroke='{Ink.STROKE}']/@stroke-width"))
    return float(width)


@pytest.mark.parametrize("direction", Direction, ids=lambda direction: direction.value)
@pytest.mark.parametrize("kind", StrokeKind, ids=lambda kind: kind.value)
def test_every_stroke_can_be_drawn_with_every_hand(drawn: Drawn, kind: StrokeKind, direction: Direction) -> None:
    technique, keep_off = drawn.technique("effleurage")
    without_mark = []
    for hand in HandPart:
        update = {"kind": kind, "direction": direction, "hand": hand}
        stroke = technique.stroke.model_copy(update=update)
        done = stroke_on(technique.model_copy(update={"stroke": stroke}), drawn.body, keep_off)
        for view in view_stroke(done, 2):
            etree.fromstring(write_picture(stroke_picture(view, done, "one.svg", "Stroke", None)))
            if not view.laid.marks:
                without_mark.append((hand, view.frame.plate.id))
    assert without_mark == []


def layers_of(picture: Picture) -> set[tuple[str, str]]:
    return {(key, "inline" if is_on else "none") for key, _, is_on in picture.layers}


def test_a_picture_offers_the_layers_that_its_file_holds_as_it_first_shows_them(drawn: Drawn) -> None:
    differing = [
        picture.path
        for picture in drawn.pictures
        if layers_of(picture) != {(match[1], match[2]) for match in LAYER.finditer(drawn.files[picture.path])}
    ]
    assert differing == []


def test_pictures_of_body_parts_have_layers(drawn: Drawn) -> None:
    parts = [picture for one in drawn.body.parts for picture in drawn.drawings.pictures[one]]
    assert {key for picture in parts for key, _, _ in picture.layers} == {"bones", "muscles", "cords", "nerves"}


def test_a_picture_offers_each_layer_once(drawn: Drawn) -> None:
    keys = {picture.path: [key for key, _, _ in picture.layers] for picture in drawn.pictures}
    assert [path for path, found in keys.items() if len(set(found)) != len(found)] == []


def test_a_technique_is_drawn_the_same_each_time(drawn: Drawn) -> None:
    technique, keep_off = drawn.technique("effleurage")
    assert draw_technique(technique, drawn.body, keep_off) == drawn.drawings.pictures["effleurage"]
