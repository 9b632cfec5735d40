"""Hands are those of who works: readers reach down to their own leg. No name's line ends on a hand."""

from generator.drawing.placing import Place
from generator.drawing.stroke_pictures import draw_technique, stroke_picture
from generator.drawing.svg import Spot
from generator.figure.plates import FOOT_PLATES
from generator.figure.shapes import Area, Point
from generator.model.fields import Performer
from generator.model.kinds.anatomy import View
from tests.drawn_site import Drawn, Laid
from tests.test_names_and_windows import leaders_of


def on_own_leg(drawn: Drawn, hands: int) -> list[Laid]:
    """List the strokes that readers do on their own leg or knee with so many hands."""
    return [
        laid
        for laid in drawn.strokes
        if laid.done.by_oneself and laid.view.frame.plate not in FOOT_PLATES and len(laid.view.laid.hands) == hands
    ]


def thumb_is_on_the_left(place: Place) -> bool:
    """Tell whether the thumb of a hand is on the left of one who looks along it, from its wrist to its fingers."""
    wrist, tips, thumb = (place.at(point) for point in (Point(0, -100), Point(0, 0), Point(-40, -50)))
    return (tips.x - wrist.x) * (thumb.y - wrist.y) - (tips.y - wrist.y) * (thumb.x - wrist.x) < 0


def test_ones_own_hand_is_a_right_hand_on_the_right_leg(drawn: Drawn) -> None:
    found = on_own_leg(drawn, 1)
    assert len(found) > 20
    assert [laid.on for laid in found if not thumb_is_on_the_left(laid.view.laid.hands[0])] == []


def test_two_hands_of_ones_own_are_a_right_and_a_left_one(drawn: Drawn) -> None:
    found = on_own_leg(drawn, 2)
    assert found
    for laid in found:
        right, left = laid.view.laid.hands if laid.view.frame.plate.view is View.FRONT else laid.view.laid.hands[::-1]
        assert thumb_is_on_the_left(right)
        assert not thumb_is_on_the_left(left)


def rise(hand: Place) -> float:
    """Tell how far up a hand reaches: 1 straight up, 0 from the side, -1 straight down."""
    return (hand.at(Point(0, -100)).y - hand.at(Point(0, 0)).y) / (100 * hand.scale)


def test_ones_own_hands_reach_down_or_come_from_the_side(drawn: Drawn) -> None:
    found = {laid.on: max(map(rise, laid.view.laid.hands)) for number in (1, 2) for laid in on_own_leg(drawn, number)}
    from_below = {on for on, up in found.items() if up > 0.4 and "squeeze" not in on}  # one holds a heel either way
    no_room_above = {"knee-basics-routine: cross-fibre-friction on medial-collateral-ligament (knee-inner)"}
    assert from_below == no_room_above
    assert sum(up < 0 for up in found.values()) > 0.8 * len(found)


def test_hands_of_somebody_else_glide_ahead(drawn: Drawn) -> None:
    technique, keep_off = drawn.technique("effleurage")
    by_others = technique.model_copy(update={"who": (Performer.PROFESSIONAL,)})
    assert draw_technique(by_others, drawn.body, keep_off) != draw_technique(technique, drawn.body, keep_off)
    view = next(laid.view for laid in drawn.strokes if laid.name == "deep-tissue-massage")
    (hand,) = view.laid.hands
    assert rise(hand) > 0.9


def holds(outline: tuple[Spot, ...], spot: Spot) -> bool:
    return Area(tuple(Point(*one) for one in outline)).holds(Point(*spot))


def test_no_name_leads_to_a_hand(drawn: Drawn) -> None:
    on_a_hand = []
    for laid in drawn.strokes[: 2 * len(drawn.techniques)]:
        picture = stroke_picture(laid.view, laid.done, "one.svg", "Stroke", None)
        ends = [leader[-1] for leader in leaders_of(f"<svg>{picture.content}</svg>")]
        outlines = laid.view.laid.outlines_of_hands
        on_a_hand += [(laid.on, end) for end in ends if any(holds(outline, end) for outline in outlines)]
    assert on_a_hand == []
