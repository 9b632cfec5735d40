"""How strokes are laid: in their order, one mark a place, each as large as its frame, and hands in full view."""

import math
from itertools import combinations
from typing import Final

import pytest

from generator.drawing.courses import point_along
from generator.drawing.hand_places import WIDENED_MM
from generator.drawing.ink import Ink
from generator.drawing.marks import Mark, arrow, gathered, onwards, rocking
from generator.drawing.routine_pictures import FRAME
from generator.drawing.stroke_marks import MarkMaker
from generator.drawing.stroke_on_parts import stroke_on
from generator.drawing.stroke_views import StrokeView, filling, view_stroke
from generator.drawing.strokes import StrokeOnBody
from generator.drawing.svg import Spot
from generator.drawing.tool_uses import ROLLED, span_across
from generator.drawing.views import frame_in
from generator.figure.hands import GLIDING
from generator.figure.plates import FOOT_SOLE, LEG_BACK, LEG_FRONT, LEG_PLATES
from generator.figure.shapes import Box, Point
from generator.model.kinds.anatomy import View
from generator.model.kinds.technique import HandPart, Stroke, StrokeKind
from generator.model.kinds.tool import ToolShape
from tests.drawn_site import Drawn

STRIP: Final = (FRAME, FRAME)


def views(drawn: Drawn, name: str, *areas: str) -> list[StrokeView]:
    technique, keep_off = drawn.technique(name)
    done = stroke_on(technique, drawn.body, keep_off, areas)
    return list(view_stroke(done, 1, STRIP) if areas else view_stroke(done, 2))


def test_marks_are_smaller_in_a_small_frame(drawn: Drawn) -> None:
    (large, *_), (small,) = views(drawn, "friction"), views(drawn, "friction", "knee-joint")
    assert small.laid.size < large.laid.size == 1
    assert small.laid.weight < large.laid.weight
    assert len(small.laid.marks) < len(large.laid.marks)


def test_a_stroke_along_a_leg_stops_before_the_hollow_of_the_knee(drawn: Drawn) -> None:
    for name in ("deep-tissue-massage", "myofascial-release"):
        view = views(drawn, name)[0]
        fossa = view.frame.plate.regions["popliteal-fossa"].box
        for course in view.laid.courses:
            heights = [point.y for point in course]
            assert max(heights) < fossa.bottom or min(heights) > fossa.top


def test_no_two_arrows_of_a_rolling_stroke_run_along_each_other(drawn: Drawn) -> None:
    (view, *_) = views(drawn, "myofascial-release")
    middles = [course[len(course) // 2] for course in view.laid.courses]
    assert len(middles) > 1
    assert all(math.dist(a, b) > 60 for a, b in combinations(middles, 2))


def test_kneading_keeps_to_the_muscles(drawn: Drawn) -> None:
    view = views(drawn, "petrissage")[0]
    muscles = [view.frame.plate.regions[one].box for one in ("gastrocnemius", "hamstrings")]
    points = [point for course in view.laid.courses for point in course]
    assert all(any(box.bottom <= point.y <= box.top for box in muscles) for point in points)


def test_a_step_that_kneads_one_area_is_laid_on_that_area_alone(drawn: Drawn) -> None:
    (view,) = views(drawn, "petrissage", "calf")
    calf = view.frame.plate.regions["calf"].box
    assert all(calf.bottom < point.y < calf.top for course in view.laid.courses for point in course)


def test_the_order_of_places_is_shown_between_the_marks(drawn: Drawn) -> None:
    for name, number in (("knuckle-knead", 4), ("compression", 2), ("tapotement", 2)):
        (view,) = [one for one in views(drawn, name) if one.frame.plate.view in (View.SOLE, View.FRONT)]
        marks = view.laid.marks
        assert sum(bool(mark.lines) for mark in marks) == number
        assert sum(not mark.lines for mark in marks) == number - 1


def test_a_head_between_two_marks_points_to_the_next() -> None:
    (head,) = onwards(Spot(0, 0), Spot(40, 0)).fills
    assert head.startswith("M23")
    assert len(onwards(Spot(0, 0), Spot(40, 0), and_back=True).fills) == 2


@pytest.mark.parametrize(("hand", "mark"), [(HandPart.FINGERS_AND_THUMBS, gathered), (HandPart.KNUCKLES, rocking)])
def test_only_fingers_lift_a_fold(hand: HandPart, mark: object) -> None:
    stroke = Stroke(kind=StrokeKind.KNEAD, hand=hand, direction="upwards", start=None, end=None)
    frame = frame_in(LEG_BACK, LEG_BACK.window, 228, 380)
    course = (Point(90, 300), Point(90, 400))
    made = MarkMaker(frame, stroke, 4).at(course[0], course, 1)
    assert callable(mark)
    assert made == mark(frame.at(course[0]), 0, 4, 1)


def test_an_arrow_of_many_points_keeps_its_length() -> None:
    few = arrow([Spot(0, 0), Spot(60, 0)], 4)
    many = arrow([Spot(x, 0) for x in range(0, 61, 5)], 4)
    assert tips(few) == tips(many)


def tips(mark: Mark) -> list[str]:
    return [fill.split("l")[0] for fill in mark.fills]


def test_a_window_is_widened_to_the_shape_of_its_room() -> None:
    wide = filling(FOOT_SOLE, FOOT_SOLE.window, STRIP)
    assert math.isclose(wide.width, wide.height)
    low = Box(20, 0, 120, 300)
    assert all(filling(plate, low, STRIP).right <= plate.window.right for plate in LEG_PLATES)


def test_hands_are_seen(drawn: Drawn) -> None:
    """A hand of which most lies outside its frame nobody would know for one."""
    hidden = [laid.on for laid in drawn.strokes if laid.view.laid.hands and shown_part(laid.view) < 0.6]
    assert hidden == []


def shown_part(view: StrokeView) -> float:
    frame, laid = view.frame, view.laid
    spots = outlines(laid)
    inside = [
        frame.left <= spot.x <= frame.left + frame.width and frame.top <= spot.y <= frame.top + frame.height
        for spot in spots
    ]
    return sum(inside) / len(inside)


def outlines(laid: StrokeOnBody) -> list[Spot]:
    return [place.at(point) for place in laid.hands for area in laid.hand.skin for point in area.edge]


def test_a_close_up_is_not_widened_without_end(drawn: Drawn) -> None:
    for laid in drawn.strokes:
        frame = laid.view.frame
        if frame.plate not in LEG_PLATES:
            assert frame.window.height < frame.plate.window.height + 2 * WIDENED_MM + 1


def test_two_gliding_hands_do_not_overlap(drawn: Drawn) -> None:
    pairs = [
        laid.view.laid for laid in drawn.strokes if len(laid.view.laid.hands) == 2 and laid.view.laid.hand is GLIDING
    ]
    assert pairs
    for laid in pairs:
        one, other = ([place.at(p) for area in laid.hand.skin for p in area.edge] for place in laid.hands)
        assert max(spot.x for spot in one) < min(spot.x for spot in other)


def test_no_hand_lies_over_the_other_leg(drawn: Drawn) -> None:
    over = []
    for laid in drawn.strokes:
        frame = laid.view.frame
        if frame.plate in (LEG_FRONT, LEG_BACK):
            spots = outlines(laid.view.laid)
            middle, outwards = frame.at(Point(0, 0)).x, frame.at(Point(1, 0)).x - frame.at(Point(0, 0)).x
            points = [
                Point((spot.x - middle) / outwards, frame.window.top - (spot.y - frame.top) / frame.scale)
                for spot in spots
            ]
            on_it = [p for p in points if p.x < 0 and any(shape.holds(p) for shape in frame.plate.skin)]
            if len(on_it) > 0.15 * len(points):
                over.append(laid.on)
    assert over == []


def test_a_narrow_place_has_one_hand(drawn: Drawn) -> None:
    (view,) = views(drawn, "effleurage", "iliotibial-band")
    assert len(view.laid.hands) == len(view.laid.courses) == 1


def test_a_tool_that_rolls_is_shown_clear_of_what_must_not_be_pressed(drawn: Drawn) -> None:
    technique, keep_off = drawn.technique("myofascial-release")
    done = stroke_on(technique, drawn.body, keep_off, (), drawn.things)
    assert done.tool is not None
    assert done.tool.shape in ROLLED
    assert "with a foam roller" in done.say(done.areas)
    for view in view_stroke(done, 2):
        assert str(Ink.TOOL) in view.draw()
        left, right = span_across(done.tool.shape, view.frame.plate, point_along(view.laid.courses[0], 0.5))
        assert view.frame.window.left <= left < right <= view.frame.window.right


def test_what_lies_across_a_leg_stays_off_the_other_one() -> None:
    for name in ("calf", "hamstrings"):
        middle = point_along(LEG_BACK.regions[name].axis, 0.5)
        assert span_across(ToolShape.FOAM_ROLLER, LEG_BACK, middle)[0] >= 0


def test_no_picture_of_a_stroke_cuts_the_other_leg(drawn: Drawn) -> None:
    for laid in drawn.strokes:
        frame = laid.view.frame
        if frame.plate in (LEG_FRONT, LEG_BACK):
            window = frame.window
            other = [p.x for s in frame.plate.skin for p in s.edge if p.x < 0 and window.bottom < p.y < window.top]
            assert window.left <= min(other) or window.left >= max(other), laid.on


def test_the_wrists_of_two_hands_lie_apart(drawn: Drawn) -> None:
    for laid in drawn.strokes:
        hands = laid.view.laid.hands
        if len(hands) == 2:
            wrists = [place.at(Point(0, -100)) for place in hands]
            assert math.dist(*wrists) > 70 * hands[0].scale, laid.on
